import type { Text } from '@trygghetskartan/api/contract'
import type { PictureRollup } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import page from './picture-page.module.css'
import styles from './week-bars.module.css'

type Week = PictureRollup['weeks'][number]

interface WeekBarsProps {
  readonly title: Text
  readonly weeks: readonly Week[]
  /** Null where it is not told. */
  readonly value: (week: Week) => number | null
  /** Every week of the time, also those to come. */
  readonly all: readonly string[]
}

/** One bar for each week; those of weeks that are not signed are empty. The same as a table under it. */
export function WeekBars({ title, weeks, value, all }: WeekBarsProps) {
  const t = useText()
  const format = useFormat()
  const told = all.map((week) => {
    const found = weeks.find((one) => one.week === week)
    return { week, signed: found?.signed ?? false, n: found ? value(found) : null }
  })
  const most = Math.max(1, ...told.map(({ n }) => n ?? 0))
  return (
    <section className={page.section}>
      <h3>{t(title)}</h3>
      <div className={styles.bars} aria-hidden="true">
        {told.map(({ week, signed, n }) => (
          <div key={week} className={styles.week} data-none={!signed || n === null || undefined}>
            <span className={styles.number}>{n ?? (signed ? '–' : '')}</span>
            <span className={styles.bar} style={{ '--share': (n ?? 0) / most } as React.CSSProperties} />
            <span className={styles.name}>{Number(week.slice(5))}</span>
          </div>
        ))}
      </div>
      <details className={styles.table}>
        <summary>{t(words.showAsTable)}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.weekColumn)}</th>
              <th scope="col">{t(title)}</th>
            </tr>
          </thead>
          <tbody>
            {told
              .filter(({ week }) => weeks.some((one) => one.week === week))
              .map(({ week, signed, n }) => (
                <tr key={week}>
                  <th scope="row">{week}</th>
                  <td>{n === null ? t(signed ? words.withheld : words.notSignedWeek) : format.number(n)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
