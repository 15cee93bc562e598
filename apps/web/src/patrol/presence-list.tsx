import type { Presence } from '@trygghetskartan/api/contract-patrol'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './patrol.module.css'
import { clockOf, wallMinute } from './swedish-clock.ts'
import { usePresenceLog } from './use-presence.ts'

/** Shown until the older ones are asked for. */
const shown = 6
const week = 7 * 24 * 3_600_000

/** What was logged of one zone, newest first, and the way to withdraw what was wrong. */
export function PresenceList({ entries }: { readonly entries: readonly Presence[] }) {
  const t = useText()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const standing = entries.filter(({ withdrawn }) => !withdrawn)
  const hours = standing.reduce(
    (sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 3_600_000,
    0,
  )
  const oldest = Math.min(...standing.map(({ from }) => Date.parse(from)))
  const weeks = Math.max(1, Math.ceil((Date.now() - oldest) / week))
  return (
    <section className={styles.part}>
      <h3>{t(words.presence)}</h3>
      <p className={styles.soft}>
        {standing.length > 0
          ? t(words.presenceSum(standing.length, format.number(Math.round(hours)), weeks))
          : t(words.noPresence)}
      </p>
      <ul className={styles.entries}>
        {entries.slice(0, all ? undefined : shown).map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {!all && entries.length > shown && (
        <Button size="s" kind="quiet" onClick={() => setAll(true)}>
          {t(words.older(entries.length - shown))}
        </Button>
      )}
    </section>
  )
}

function Entry({ entry }: { readonly entry: Presence }) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const { withdraw } = usePresenceLog()
  const [why, setWhy] = useState<string | null>(null)
  const clock = (iso: string) => clockOf(wallMinute(new Date(iso)))
  return (
    <li data-withdrawn={entry.withdrawn ? true : undefined}>
      <div className={styles.entry}>
        <span>
          <strong>
            {format.shortDate(entry.from)} {clock(entry.from)}–{clock(entry.to)}
          </strong>
          <small>{t(words.byWhom(entry.by, entry.officers))}</small>
          {entry.note && <q>{entry.note}</q>}
          {entry.withdrawn && <small>{t(words.withdrawn(entry.withdrawn.why))}</small>}
        </span>
        {!entry.withdrawn && (entry.mine || me.decides) && why === null && (
          <Button size="s" kind="quiet" onClick={() => setWhy('')}>
            {t(words.withdraw)}
          </Button>
        )}
      </div>
      {why !== null && !entry.withdrawn && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (why.trim()) withdraw.mutate({ id: entry.id, why: why.trim() })
          }}
        >
          {withdraw.error && <ErrorNote error={withdraw.error} />}
          <Field label={t(words.withdrawWhy)} help={t(words.withdrawHelp)} required>
            {(control) => (
              <input
                {...control}
                maxLength={300}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.row}>
            <Button type="submit" size="s" kind="danger" busy={withdraw.isPending} disabled={!why.trim()}>
              {t(words.withdraw)}
            </Button>
            <Button size="s" kind="quiet" onClick={() => setWhy(null)}>
              {t(words.cancel)}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}
