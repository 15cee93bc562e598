import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import styles from './goal-chart.module.css'
import { type GoalFigures, type GoalPoint, goalPoints, ticksOf } from './goal-scale.ts'

const [width, height, left, right, top, bottom] = [380, 170, 36, 10, 12, 24]

/** The indicator over time: what was measured as a line, the way that leads to the target dashed. */
export function GoalChart({ problem }: { readonly problem: GoalFigures }) {
  const t = useText()
  const format = useFormat()
  const points = goalPoints(problem)
  if (points.length < 2) return null
  const ticks = ticksOf(points.map(({ value }) => value))
  const [lowest = 0, highest = 1] = [ticks[0], ticks.at(-1)]
  const times = points.map(({ on }) => Date.parse(on))
  const [first = 0, last = 1] = [times[0], times.at(-1)]
  const x = (on: string) => left + ((Date.parse(on) - first) / (last - first || 1)) * (width - left - right)
  const y = (value: number) =>
    height - bottom - ((value - lowest) / (highest - lowest || 1)) * (height - top - bottom)
  const line = (some: readonly GoalPoint[]) => some.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')
  const base = points.find(({ role }) => role === 'base')
  const target = points.find(({ role }) => role === 'target')
  const measured = points.filter(({ role }) => role !== 'target')
  const spoken = points
    .map(({ on, value, role }) => {
      const what = role === 'reading' ? '' : ` (${t(words[role])})`
      return `${format.shortDate(on)}: ${format.number(value)}${what}`
    })
    .join('. ')
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t(words.chart(spoken))}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={left - 8} y={y(tick) + 3.5} className={styles.tick} textAnchor="end">
              {format.number(tick)}
            </text>
          </g>
        ))}
        {base && target && <polyline points={line([base, target])} className={styles.way} />}
        <polyline points={line(measured)} className={styles.measured} />
        {measured.map(({ on, value, role }) => (
          <circle
            key={`${role} ${on}`}
            cx={x(on)}
            cy={y(value)}
            r={4}
            className={styles.dot}
            data-role={role}
          />
        ))}
        {target && (
          <path d={`M${x(target.on)} ${y(target.value) - 6}l6 6-6 6-6-6z`} className={styles.target} />
        )}
        {[points[0]!, points.at(-1)!].map(({ on }, at) => (
          <text
            key={on}
            x={x(on)}
            y={height - 6}
            className={styles.tick}
            textAnchor={at === 0 ? 'start' : 'end'}
          >
            {format.shortDate(on)}
          </text>
        ))}
      </svg>
      <figcaption>
        <span>
          <i data-mark="measured" aria-hidden="true" />
          {t(words.readings)}
        </span>
        {target && (
          <span>
            <i data-mark="target" aria-hidden="true" />
            {t(words.target)}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
