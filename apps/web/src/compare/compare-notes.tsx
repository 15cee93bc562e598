import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanReport } from '@trygghetskartan/siting'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import styles from './compare.module.css'

interface CompareNotesProps {
  readonly plans: readonly Plan[]
  readonly reports: readonly (PlanReport | null)[]
}

/** What is not in the figures, and what they take for granted. */
export function CompareNotes({ plans, reports }: CompareNotesProps) {
  const t = useText()
  const leftOut = plans.flatMap((plan, at) =>
    (reports[at]?.leftOut ?? []).map(({ id, reason }) => ({ id, words: `${plan.title}: ${t(reason)}` })),
  )
  const assumed = [...new Set(reports.flatMap((report) => (report?.assumptions ?? []).map(t)))]
  return (
    <>
      {leftOut.length > 0 && (
        <div className={styles.note}>
          <h4>{t(words.leftOut)}</h4>
          <ul>
            {leftOut.map((one) => (
              <li key={one.id}>{one.words}</li>
            ))}
          </ul>
        </div>
      )}
      {assumed.length > 0 && (
        <details className={styles.assumed}>
          <summary>{t(words.assumptions)}</summary>
          <ul>
            {assumed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
