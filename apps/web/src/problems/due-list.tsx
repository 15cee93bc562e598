import { Link } from '@tanstack/react-router'
import type { Due } from '@trygghetskartan/api/contract-problems'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import styles from './problems.module.css'
import { useWorkFace } from './work-face.ts'

const most = 12
const what = {
  target: words.dueTarget,
  review: words.dueReview,
  measure: words.dueMeasure,
  operation: words.dueOperation,
} as const

/** What is to be done by when, the late first. */
export function DueList({ due }: { readonly due: readonly Due[] }) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  return (
    <section className={styles.section} aria-label={t(words.due)}>
      <h3>{t(words.due)}</h3>
      {due.length === 0 && <p className={styles.soft}>{t(words.noDue)}</p>}
      <ol className={styles.items}>
        {due.slice(0, most).map((one) => (
          <li key={`${one.what} ${one.id} ${one.problem}`}>
            <span>
              <strong>{format.shortDate(one.on)}</strong>
              {one.late && <span className={styles.only}> {t(words.late)}</span>}
            </span>
            <span className={styles.chips}>
              <span>{t(what[one.what])}:</span>
              {one.problem ? (
                <Link to="/$face/problem/$problem" params={{ face, problem: one.problem }}>
                  {one.title}
                </Link>
              ) : (
                one.title
              )}
            </span>
          </li>
        ))}
      </ol>
      {due.length > most && <p className={styles.soft}>{t(words.laterDue(due.length - most))}</p>}
    </section>
  )
}
