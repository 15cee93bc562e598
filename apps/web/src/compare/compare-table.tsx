import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { isRefusal, type PlanReport } from '@trygghetskartan/siting'
import { hoursOfDay } from '../hours/day-hours.ts'
import { compare as words } from '../messages/compare.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { bestOf } from './best.ts'
import styles from './compare.module.css'
import { CompareNotes } from './compare-notes.tsx'
import { figureRows, type RowContext } from './figure-rows.ts'
import { HourChart } from './hour-chart.tsx'
import type { ReportsOfPlans } from './use-plan-reports.ts'

interface CompareTableProps {
  readonly plans: readonly Plan[]
  readonly measures: ReadonlyMap<string, readonly PlanMeasure[]>
  readonly reports: ReportsOfPlans
  /** False where nothing but costs can be told. */
  readonly reckoned: boolean
}

/** The plans' figures in columns; the best of each row stands out by weight and by word. */
export function CompareTable({ plans, measures, reports, reckoned }: CompareTableProps) {
  const t = useText()
  const format = useFormat()
  const told = plans.map(({ id }) => {
    const report = reports.get(id)?.report
    return report && !isRefusal(report) ? report : null
  })
  const columns: RowContext[] = plans.map((plan, at) => ({
    plan,
    report: told[at]!,
    measures: measures.get(plan.id)?.length ?? 0,
    format,
    t,
  }))
  const missing = reckoned && plans.some(({ id }) => !reports.has(id)) ? words.waiting : words.unknown
  return (
    <div className={styles.figures}>
      <h3 id="figures">{t(words.table)}</h3>
      {/* It scrolls sideways on a phone, which the keyboard must reach. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={styles.scroller} tabIndex={0} aria-labelledby="figures">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.figure)}</th>
              {plans.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figureRows.map((row) => {
              const cells = columns.map(row.cell)
              const best = row.better
                ? bestOf(
                    cells.map((cell) => cell?.value ?? null),
                    row.better,
                  )
                : new Set<number>()
              return (
                <tr key={row.id} data-figure={row.id}>
                  <th scope="row">
                    {t(row.title)}
                    {row.help && <small>{t(row.help)}</small>}
                  </th>
                  {cells.map((cell, at) => (
                    <td key={plans[at]!.id} data-best={best.has(at) || undefined}>
                      {cell ? cell.words : <span className={styles.unknown}>{t(missing)}</span>}
                      {best.has(at) && ' '}
                      {best.has(at) && <b className={styles.best}>{t(words.best)}</b>}
                      {cell?.note && <small data-over={cell.isOver || undefined}>{cell.note}</small>}
                    </td>
                  ))}
                </tr>
              )
            })}
            <HourRow plans={plans} reports={told} missing={t(missing)} />
          </tbody>
        </table>
      </section>
      <p className={styles.note}>{t(words.bestNote)}</p>
      <CompareNotes plans={plans} reports={told} />
    </div>
  )
}

interface HourRowProps {
  readonly plans: readonly Plan[]
  readonly reports: readonly (PlanReport | null)[]
  readonly missing: string
}

/** Charts to one scale, so that they can be held against each other. */
function HourRow({ plans, reports, missing }: HourRowProps) {
  const t = useText()
  const days = reports.map((report) => report && hoursOfDay(report.addedByHour))
  const most = Math.max(0, ...days.flatMap((day) => day ?? []))
  return (
    <tr>
      <th scope="row">
        {t(words.byHour)}
        <small>{t(words.byHourHelp)}</small>
      </th>
      {days.map((day, at) => (
        <td key={plans[at]!.id}>
          {day ? <HourChart day={day} most={most} /> : <span className={styles.unknown}>{missing}</span>}
        </td>
      ))}
    </tr>
  )
}
