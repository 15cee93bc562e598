import type { ObservationKind } from '@trygghetskartan/api/contract-observations'
import { useEffect, useRef, useState } from 'react'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { RadioChoice } from '../ui/radio-choice.tsx'
import { type Draft, type Refused, refusalOf } from './draft.ts'
import type { ReporterFacts } from './kept-facts.ts'
import { KindIcon } from './kind-icon.tsx'
import styles from './log-form.module.css'
import { PlaceField } from './place-field.tsx'
import { usePosition } from './use-position.ts'
import { WhenField } from './when-field.tsx'
import { WordsField } from './words-field.tsx'

interface LogFormProps {
  readonly facts: ReporterFacts
  readonly kind: ObservationKind
  readonly draft: Draft
  readonly onDraft: (change: Partial<Draft>) => void
  readonly onBack: () => void
  /** Resolves once it is kept on the phone; rejects where it could not be. */
  readonly onSend: () => Promise<void>
  /** It can be sent at once. */
  readonly reachable: boolean
}

/** Where and when, and what else there is to say: all but what was seen is filled in already. */
export function LogForm({ facts, kind, draft, onDraft, onBack, onSend, reachable }: LogFormProps) {
  const t = useText()
  const title = useRef<HTMLHeadingElement>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [full, setFull] = useState(false)
  const [busy, setBusy] = useState(false)
  const positioning = usePosition()
  const { position } = positioning
  const { at, accuracy } = draft

  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  // The place follows the phone until it is pointed out by hand.
  const follows = at === null || accuracy !== null
  useEffect(() => {
    if (follows && position) onDraft({ at: position.at, accuracy: position.accuracy })
  }, [follows, position, onDraft])

  const change = (next: Partial<Draft>) => {
    setRefused(null)
    onDraft(next)
  }
  const send = () => {
    const refusal = refusalOf(draft, facts.config.bounds, Date.now())
    setRefused(refusal)
    if (refusal?.field === 'words') showWords()
    if (refusal) return
    setBusy(true)
    setFull(false)
    onSend().catch(() => {
      setBusy(false)
      setFull(true)
    })
  }
  const whenError = refused?.field === 'when' ? t(refused.message) : undefined
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <header className={styles.head}>
        <KindIcon kind={kind.kind} size={28} />
        <h2 ref={title} tabIndex={-1}>
          {t(kind.title)}
        </h2>
        <Button kind="quiet" aria-label={t(words.changeKind)} onClick={onBack}>
          {t(words.change)}
        </Button>
      </header>
      <div className={styles.fields}>
        <PlaceField
          config={facts.config}
          at={at}
          accuracy={accuracy}
          positioning={positioning}
          onPick={(picked) => change({ at: picked, accuracy: null })}
          onHere={() => position && change({ at: position.at, accuracy: position.accuracy })}
        />
        <WhenField draft={draft} onChange={change} error={whenError} />
        {kind.countsPeople && (
          <RadioChoice
            className={styles.choices}
            label={t(words.people)}
            options={[
              { value: 'none', title: t(words.peopleNone) },
              { value: 'few', title: t(words.peopleFew) },
              { value: 'group', title: t(words.peopleGroup) },
              { value: 'many', title: t(words.peopleMany) },
            ]}
            value={draft.people ?? 'none'}
            onChange={(people) => change({ people: people === 'none' ? null : people })}
          />
        )}
        <WordsField value={draft.words} onChange={(text) => change({ words: text })} />
      </div>
      <footer className={styles.foot}>
        {full && (
          <Note tone="danger" title={t(words.notKept)}>
            <p>{t(words.notKeptHelp)}</p>
          </Note>
        )}
        {refused && refused.field !== 'when' && (
          <p role="alert" className={styles.refused}>
            <Icon name="warning" size={16} />
            {t(refused.message)}
          </p>
        )}
        <Button type="submit" kind="primary" busy={busy} className={styles.send}>
          {t(reachable ? words.send : words.keep)}
        </Button>
      </footer>
    </form>
  )
}

/** Away from under the foot, so that what is wrong with them is seen. */
function showWords(): void {
  const field = document.querySelector<HTMLElement>('[name=words]')
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}
