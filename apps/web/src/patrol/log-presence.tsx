import type { Item } from '@trygghetskartan/api/contract'
import type { PresenceKind } from '@trygghetskartan/api/contract-patrol'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { OwnPresence } from './own-presence.tsx'
import styles from './patrol.module.css'
import { presenceChoices, type Span } from './presence-choices.ts'
import { clockOf, instantOf, wallMinute } from './swedish-clock.ts'
import { usePresenceLog } from './use-presence.ts'
import { hoursOf } from './use-zones.ts'

export interface PresenceDraft extends Span {
  readonly presence: PresenceKind
  readonly officers: number | null
  readonly note: string | null
}

/** "We were here": two touches for the usual, a form for the rest, and a way to take it back at once. */
export function LogPresence({ item, title }: { readonly item: Item; readonly title: string }) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const { log, withdraw } = usePresenceLog()
  const [stage, setStage] = useState<'closed' | 'choosing' | 'own'>('closed')
  const [made, setMade] = useState<{ readonly id: string; readonly words: string } | null>(null)
  const kind: PresenceKind = item.properties.presence === 'targeted' ? 'targeted' : 'visible'
  const now = wallMinute(new Date())
  const write = ({ from, to }: Span) => `${clockOf(from).slice(0, 5)}–${clockOf(to).slice(0, 5)}`
  const dayOf = ({ from }: Span) =>
    Math.floor(from / 1440) === Math.floor(now / 1440)
      ? ''
      : `${format.weekday(((Math.floor(from / 1440) + 3) % 7) + 1)} `

  const keep = async (draft: PresenceDraft) => {
    const id = crypto.randomUUID()
    const { presence, officers, note } = draft
    const [from, to] = [instantOf(draft.from).toISOString(), instantOf(draft.to).toISOString()]
    await log.mutateAsync({ id, zone: item.id, from, to, presence, officers, note })
    const told = t(words.logged(title, `${dayOf(draft)}${write(draft)}`))
    announce(told)
    setMade({ id, words: told })
    setStage('closed')
  }
  const keepUsual = (span: Span) =>
    keep({ ...span, presence: kind, officers: null, note: null }).catch(() => undefined)
  const undo = () =>
    made && withdraw.mutate({ id: made.id, why: t(words.undone) }, { onSuccess: () => setMade(null) })

  return (
    <div className={styles.logging}>
      {log.error && <ErrorNote error={log.error} />}
      {withdraw.error && <ErrorNote error={withdraw.error} />}
      {made && (
        <Note
          tone="good"
          actions={
            <Button size="s" icon={<Icon name="undo" size={16} />} busy={withdraw.isPending} onClick={undo}>
              {t(words.undo)}
            </Button>
          }
        >
          {made.words}
        </Note>
      )}
      {stage === 'closed' && (
        <Button size="s" icon={<Icon name="check" size={16} />} onClick={() => setStage('choosing')}>
          {t(words.wereHere)}
        </Button>
      )}
      {stage === 'choosing' && (
        <fieldset className={styles.choices}>
          <legend>{t(words.wereHereWhen)}</legend>
          {presenceChoices(hoursOf(item), now).map((span) => (
            <Button
              key={span.from}
              size="s"
              kind="primary"
              busy={log.isPending}
              onClick={() => void keepUsual(span)}
            >
              {dayOf(span)}
              {write(span)}
            </Button>
          ))}
          <Button size="s" onClick={() => setStage('own')}>
            {t(words.otherTime)}
          </Button>
          <Button size="s" kind="quiet" onClick={() => setStage('closed')}>
            {t(words.cancel)}
          </Button>
        </fieldset>
      )}
      {stage === 'own' && (
        <OwnPresence
          kind={kind}
          now={now}
          busy={log.isPending}
          onKeep={(draft) => void keep(draft).catch(() => undefined)}
          onCancel={() => setStage('closed')}
        />
      )}
    </div>
  )
}
