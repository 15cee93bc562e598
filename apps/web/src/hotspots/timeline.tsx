import { memo, useEffect, useId, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { dateOf, dayOf, type Period, stepsBetween } from './days.ts'
import styles from './timeline.module.css'

/** Milliseconds a step is shown before the next, once its picture has come. */
const pace = 900

export interface WeekCount {
  /** The Monday, in days since 1970. */
  readonly start: number
  readonly n: number
}

interface TimelineProps {
  /** Every week that there is something of, without gaps. */
  readonly weeks: readonly WeekCount[]
  readonly period: Partial<Period>
  /** The picture of the period is on its way: playing waits for it. */
  readonly busy: boolean
  readonly onPeriod: (period: Period) => void
}

/** Incidents by week with the period marked, and the period moved along by hand or by itself. */
export function Timeline({ weeks, period, busy, onPeriod }: TimelineProps) {
  const t = useText()
  const format = useFormat()
  const id = useId()
  const [step, setStep] = useState<'week' | 'month'>('month')
  const [playing, setPlaying] = useState(false)
  const first = weeks[0]?.start
  const last = weeks.at(-1)?.start
  const steps = first === undefined || last === undefined ? [] : stepsBetween(first, last + 6, step)
  const at = steps.findIndex(({ from, to }) => from === period.from && to === period.to)
  const go = (next: number) => {
    const found = steps[Math.max(0, Math.min(steps.length - 1, next))]
    if (found) onPeriod(found)
  }
  const isLast = at === steps.length - 1
  useEffect(() => {
    if (!playing || busy) return
    if (isLast) {
      setPlaying(false)
      return
    }
    const timer = setTimeout(() => go(at + 1), pace)
    return () => clearTimeout(timer)
  })
  if (steps.length === 0) return null
  const shown = at >= 0 ? at : nearest(steps, period)
  const said = (one: Period | undefined) =>
    one ? `${format.shortDate(one.from)} – ${format.shortDate(one.to)}` : ''
  return (
    <section className={styles.timeline} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {t(words.timeline)}
      </h3>
      <WeekBars weeks={weeks} {...period} />
      <div className={styles.player}>
        <IconButton
          label={t(words.previous)}
          icon={<Icon name="left" />}
          disabled={shown <= 0}
          onClick={() => go(shown - 1)}
        />
        <input
          type="range"
          aria-label={t(words.slide)}
          aria-valuetext={said(steps[shown])}
          min={0}
          max={steps.length - 1}
          value={shown}
          onChange={(event) => go(Number(event.target.value))}
        />
        <IconButton
          label={t(words.next)}
          icon={<Icon name="right" />}
          disabled={shown >= steps.length - 1}
          onClick={() => go(shown + 1)}
        />
      </div>
      <div className={styles.player}>
        <Button
          size="s"
          aria-pressed={playing}
          icon={<Icon name={playing ? 'pause' : 'play'} size={16} />}
          onClick={() => {
            if (!playing && (at < 0 || isLast)) go(0)
            setPlaying(!playing)
          }}
        >
          {t(playing ? words.pause : words.play)}
        </Button>
        <fieldset className={styles.steps}>
          <legend className="sr-only">{t(words.step)}</legend>
          {(['week', 'month'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={step === one} onClick={() => setStep(one)}>
              {t(words[one])}
            </button>
          ))}
        </fieldset>
        <output className={styles.said}>{at >= 0 ? said(steps[at]) : ''}</output>
      </div>
    </section>
  )
}

/** The step that holds the end of the period, or the last. */
function nearest(steps: readonly Period[], { from, to }: Partial<Period>): number {
  const wanted = to ?? from
  const found = wanted ? steps.findIndex((one) => wanted >= one.from && wanted <= one.to) : -1
  return found >= 0 ? found : steps.length - 1
}

const high = 44

interface WeekBarsProps extends Partial<Period> {
  readonly weeks: readonly WeekCount[]
}

const WeekBars = memo(function WeekBars({ weeks, from: first, to: last }: WeekBarsProps) {
  const t = useText()
  const format = useFormat()
  const most = Math.max(1e-9, ...weeks.map(({ n }) => n))
  const [from, to] = [
    first ? dayOf(first) : Number.NEGATIVE_INFINITY,
    last ? dayOf(last) : Number.POSITIVE_INFINITY,
  ]
  return (
    <>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${weeks.length} ${high}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {weeks.map(({ start, n }, i) => (
          <rect
            key={start}
            x={i + 0.08}
            width={0.84}
            y={high - (n / most) * high}
            height={(n / most) * high}
            data-in={(start + 6 >= from && start <= to) || undefined}
          >
            <title>{t(words.weekTip(format.shortDate(dateOf(start)), format.number(Math.round(n))))}</title>
          </rect>
        ))}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{format.shortDate(dateOf(weeks[0]!.start))}</span>
        <span>{format.number(Math.round(most))}</span>
        <span>{format.shortDate(dateOf(weeks.at(-1)!.start + 6))}</span>
      </p>
      <table className="sr-only">
        <caption>{t(words.timeline)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.weekStarting)}</th>
            <th scope="col">{t(words.number)}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ start, n }) => (
            <tr key={start}>
              <th scope="row">{format.shortDate(dateOf(start))}</th>
              <td>{format.number(Math.round(n))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
})
