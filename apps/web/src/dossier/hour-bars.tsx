import { busiestHours, hoursOfDay } from '../hours/day-hours.ts'
import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import styles from './hour-bars.module.css'

/** Hours on end that say when it happens most. */
const stretch = 6

/** When it happens: a bar for each hour of the day, its gist in words, and the same as a table for those who do not see bars. */
export function HourBars({ week }: { readonly week: readonly number[] }) {
  const t = useText()
  const format = useFormat()
  const hours = hoursOfDay(week)
  const all = hours.reduce((sum, n) => sum + n, 0)
  const busiest = busiestHours(hours, stretch)
  if (!busiest) return <p className={styles.none}>{t(words.noHours)}</p>
  const most = Math.max(...hours)
  const { from, to, held } = busiest
  return (
    <div className={styles.chart}>
      <p>{t(words.hourSummary(from, to, Math.round((100 * held) / all)))}</p>
      <svg viewBox="0 0 240 56" aria-hidden="true" preserveAspectRatio="none">
        {hours.map((n, hour) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
            key={hour}
            x={hour * 10 + 1}
            width={8}
            y={56 - (54 * n) / most}
            height={(54 * n) / most}
            data-busy={(hour - from + 24) % 24 < stretch || undefined}
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
              <td>{format.percent(Math.round((1000 * n) / all) / 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
