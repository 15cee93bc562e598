import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { GoalChart } from '../problems/goal-chart.tsx'
import { IndicatorLine, useInUnit } from './indicator-line.tsx'
import styles from './promises.module.css'

/** How a promise is measured: how it stands, over time as a chart, and the same as a table. */
export function IndicatorPart({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const format = useFormat()
  const inUnit = useInUnit(promise.unit)
  const { baseValue, baseOn, targetValue, targetOn, readings } = promise
  const rows = [
    ...(baseValue !== null && baseOn ? [{ on: baseOn, value: baseValue, note: t(words.base) }] : []),
    ...readings,
    ...(targetValue !== null && targetOn
      ? [{ on: targetOn, value: targetValue, note: t(words.target) }]
      : []),
  ]
  return (
    <>
      <IndicatorLine promise={promise} />
      <GoalChart problem={promise} />
      {rows.length > 0 && (
        <table className={styles.table} aria-label={t(words.readings)}>
          <thead>
            <tr>
              {[words.day, words.value, words.note].map((title) => (
                <th key={title.en} scope="col">
                  {t(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ on, value, note }) => (
              <tr key={`${on} ${note ?? ''}`}>
                <td>{format.shortDate(on)}</td>
                <td>{inUnit(value)}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
