import { busiestHours } from '../hours/day-hours.ts'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import styles from './compare.module.css'

const twoDigits = (hour: number) => String(hour).padStart(2, '0')
const height = 40

/** 24 bars, midnight first, to the scale of `most`; the peak stands in words under them. */
export function HourChart({ day, most }: { readonly day: readonly number[]; readonly most: number }) {
  const t = useText()
  const peak = busiestHours(day, 3)
  const said = t(peak ? words.peakHour(twoDigits(peak.from), twoDigits(peak.to)) : words.noHours)
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 120 ${height + 11}`} role="img" aria-label={t(words.hourChart(said))}>
        <line x1={0} x2={120} y1={height + 0.5} y2={height + 0.5} className={styles.axis} />
        {day.map((value, hour) => {
          const tall = most > 0 ? Math.max(value > 0 ? 1 : 0, (height * value) / most) : 0
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day stand where they stand
              key={hour}
              x={hour * 5 + 0.5}
              y={height - tall}
              width={4}
              height={tall}
              className={styles.hour}
            />
          )
        })}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={hour * 5} y={height + 10} className={styles.tick}>
            {twoDigits(hour)}
          </text>
        ))}
      </svg>
      <figcaption>{said}</figcaption>
    </figure>
  )
}
