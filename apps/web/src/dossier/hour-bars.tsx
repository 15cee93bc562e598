import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import styles from './hour-bars.module.css'

/** How much falls in each hour of the day, of a week's 168 hours. */
const byHourOfDay = (week: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, hour) =>
    Array.from({ length: 7 }, (_, day) => week[day * 24 + hour] ?? 0).reduce((sum, n) => sum + n, 0),
  )

/** The six hours on end in which most falls: [from, until, share]. */
function busiest(hours: readonly number[], all: number): [number, number, number] {
  const sums = hours.map((_, from) =>
    Array.from({ length: 6 }, (_, step) => hours[(from + step) % 24] ?? 0).reduce((sum, n) => sum + n, 0),
  )
  const from = sums.indexOf(Math.max(...sums))
  return [from, (from + 6) % 24, (sums[from] ?? 0) / all]
}

/** When it happens: a bar for each hour of the day, its gist in words, and the same as a table for those who do not see bars. */
export function HourBars({ week }: { readonly week: readonly number[] }) {
  const t = useText()
  const format = useFormat()
  const hours = byHourOfDay(week)
  const all = hours.reduce((sum, n) => sum + n, 0)
  if (all === 0) return <p className={styles.none}>{t(words.noHours)}</p>
  const most = Math.max(...hours)
  const [from, until, share] = busiest(hours, all)
  return (
    <div className={styles.chart}>
      <p>{t(words.hourSummary(from, until, Math.round(100 * share)))}</p>
      <svg viewBox="0 0 240 56" aria-hidden="true" preserveAspectRatio="none">
        {hours.map((n, hour) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
            key={hour}
            x={hour * 10 + 1}
            width={8}
            y={56 - (54 * n) / most}
            height={(54 * n) / most}
            data-busy={(hour - from + 24) % 24 < 6 || undefined}
          />
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}</span>
        ))}
      </div>
      <table className="sr-only">
        <caption>{t(words.byHour)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.hourColumn)}</th>
            <th scope="col">{t(words.shareColumn)}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((n, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
            <tr key={hour}>
              <th scope="row">{String(hour).padStart(2, '0')}</th>
              <td>{format.number(Math.round((1000 * n) / all) / 10)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
