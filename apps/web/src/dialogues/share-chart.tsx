import type { SurveyYear } from '@trygghetskartan/api/contract-dialogues'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import styles from './dialogues.module.css'

const [width, height, left, right, top, bottom] = [320, 120, 34, 12, 8, 20]

/** A dot for each year's share with its interval, from nought up; years that are not shown leave a gap. */
export function ShareChart({ years }: { readonly years: readonly SurveyYear[] }) {
  const t = useText()
  const format = useFormat()
  const known = years.flatMap(({ year, share, low, high }) =>
    share === null || low === null || high === null ? [] : [{ year, share, low, high }],
  )
  if (known.length === 0) return null
  const most = Math.min(100, Math.ceil(Math.max(...known.map(({ high }) => high)) / 10) * 10)
  const step = (width - left - right) / years.length
  const x = (year: number) => left + (years.findIndex((one) => one.year === year) + 0.5) * step
  const y = (share: number) => height - bottom - (share / most) * (height - top - bottom)
  const spoken = known
    .map(
      ({ year, share, low, high }) =>
        `${year}: ${format.percent(share)} (${format.number(low)}–${format.percent(high)})`,
    )
    .join('. ')
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t(words.chart(spoken))}
    >
      {[0, most / 2, most].map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + 3.5} textAnchor="end">
            {format.percent(tick)}
          </text>
        </g>
      ))}
      {known.length > 1 && (
        <polyline points={known.map(({ year, share }) => `${x(year)},${y(share)}`).join(' ')} />
      )}
      {known.map(({ year, share, low, high }) => (
        <g key={year}>
          <path d={`M${x(year)} ${y(low)}V${y(high)}m-5 0h10M${x(year) - 5} ${y(low)}h10`} />
          <circle cx={x(year)} cy={y(share)} r={4} />
        </g>
      ))}
      {years.map(({ year }) => (
        <text key={year} x={x(year)} y={height - 5} textAnchor="middle">
          {year}
        </text>
      ))}
    </svg>
  )
}
