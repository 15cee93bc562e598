import { useFormat } from '../messages/format.ts'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import { type EventCounts, peakOf } from './event-counts.ts'
import styles from './police-face.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const twoDigits = (hour: number) => String(hour % 24).padStart(2, '0')

/** Hour by weekday, under a heading of who shows it: a table whose cells are shaded by their number, and the busiest hour in words. */
export function HourGrid({ byHour }: { readonly byHour: EventCounts['byHour'] }) {
  const t = useText()
  const format = useFormat()
  const peak = peakOf(byHour)
  const most = peak?.n ?? 0
  return (
    <>
      {peak && (
        <p className={styles.help}>
          {t(
            words.peak(
              format.weekday(peak.weekday + 1, 'long'),
              twoDigits(peak.hour),
              twoDigits(peak.hour + 1),
              peak.n,
            ),
          )}
        </p>
      )}
      <table className={styles.grid}>
        <caption className="sr-only">{t(words.byTimeHelp)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t(words.weekday)}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" abbr={twoDigits(hour)}>
                {hour % 6 === 0 ? twoDigits(hour) : <span className="sr-only">{twoDigits(hour)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byHour.map((row, weekday) => (
            <tr key={format.weekday(weekday + 1)}>
              <th scope="row">{format.weekday(weekday + 1)}</th>
              {row.map((n, hour) => (
                <td
                  key={hours[hour]}
                  title={t(words.cell(format.weekday(weekday + 1, 'long'), twoDigits(hour), n))}
                  style={{ '--share': most > 0 ? n / most : 0 } as React.CSSProperties}
                >
                  <span className="sr-only">{n}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.ramp} aria-hidden="true">
        {t(words.fewest)}
        <span />
        {t(words.most(most))}
      </p>
    </>
  )
}
