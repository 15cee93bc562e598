import type { ModeratedReport, ReportChange } from '@trygghetskartan/api/contract-moderation'
import { useFormat } from '../messages/format.ts'
import { moderation } from '../messages/moderation.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import styles from './report.module.css'

/** Who changed what in a report, newest first, with words as they stood before they were taken out. */
export function PastSection({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const format = useFormat()
  const changes = report.history.filter(({ changed }) => changed.length > 0)
  return (
    <section className={styles.section} aria-label={t(words.past)}>
      <details>
        <summary className={styles.summary}>
          {t(words.past)} ({changes.length})
        </summary>
        {changes.length === 0 && <p className={styles.soft}>{t(words.noPast)}</p>}
        <ol className={styles.past}>
          {changes.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries only grow, and are read anew as a whole
            <li key={i}>
              <What change={change} />
              <small>
                {format.dateTime(change.at)} {t(words.by(change.by))}
              </small>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

function What({ change: { state, changed, words: before } }: { readonly change: ReportChange }) {
  const t = useText()
  const said = [
    state && t(words.changedState(t(moderation[state as keyof typeof moderation] as never))),
    changed.some((name) => name.startsWith('place')) && t(words.changedPlace),
    changed.some((name) => name.startsWith('internal')) && t(words.changedNote),
    changed.includes('words') && t(words.changedWords),
  ].filter(Boolean)
  return (
    <>
      <span>{said.join('. ') || t(words.changed)}</span>
      {before && <blockquote className={styles.said}>{before}</blockquote>}
    </>
  )
}
