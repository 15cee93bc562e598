import facts from '../facts/facts.module.css'
import { Part } from '../facts/part.tsx'
import { useFrame } from '../frame/frame-context.ts'
import { useFlavour } from '../map/map-context.ts'
import { type Formatter, useFormat } from '../messages/format.ts'
import { hotspotPanel as words } from '../messages/hotspot-panel.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { busyTime, within } from './busy-time.ts'
import { certaintyOf, type GiClass } from './gi-ramp.ts'
import type { Explanation, Spot } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { smallFigure } from './spot-list.tsx'
import { useHotspotView } from './use-hotspot-view.ts'
import { type KindGroup, titleOfKind } from './use-kinds.ts'
import { WeekGrid } from './week-grid.tsx'
import { hoursBetween, weekdaysAll } from './week-hours.ts'

const mostKinds = 6

interface WhyHereProps {
  readonly explanation: Explanation
  readonly groups: readonly KindGroup[]
}

/** How many against expected and how certain; when, what, whether it grows, and where again. */
export function WhyHere({ explanation, groups }: WhyHereProps) {
  const t = useText()
  const format = useFormat()
  const { spot, n, radius, places } = explanation
  const { zoomTo } = useFrame()
  return (
    <>
      <Part title={spot ? t(saidOf(spot)) : t(words.around(radius ?? 0))}>
        <p className={facts.figure}>
          <strong>
            {t(
              n === 0
                ? words.nothing
                : spot?.expected != null
                  ? words.counted(smallFigure(spot.n, format), smallFigure(spot.expected, format))
                  : words.countedOnly(format.number(n)),
            )}
          </strong>
        </p>
        {spot?.z != null && spot.p != null && (
          <p className={facts.soft}>
            {t(
              words.numbers(
                format.number(Math.round(spot.z * 100) / 100),
                pWords(spot.p, format),
                spot.q === null ? null : pWords(spot.q, format),
              ),
            )}
          </p>
        )}
      </Part>
      {n > 0 && <When explanation={explanation} />}
      {n > 0 && <What explanation={explanation} groups={groups} />}
      {n > 0 && <Growth explanation={explanation} />}
      {places.length > 0 && (
        <Part title={t(words.again)}>
          <ul className={styles.links}>
            {places.map(({ at, n: count }) => (
              <li key={at.join()}>
                <button type="button" onClick={() => zoomTo({ type: 'Point', coordinates: [...at] })}>
                  {t(words.place(count))}
                </button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function saidOf({ level, cells }: Spot) {
  if (level >= 2) return words.hot(certaintyOf(level as GiClass), cells)
  if (level === 1) return words.likely
  return level < 0 ? words.cold(certaintyOf(level as GiClass)) : words.chance
}

/** "= 0,03", or "< 0,001" where it is smaller. */
const pWords = (p: number, format: Formatter): string =>
  p < 0.001 ? `< ${format.small(0.001)}` : `= ${format.small(p)}`

function When({ explanation: { byHour } }: Pick<WhyHereProps, 'explanation'>) {
  const t = useText()
  const format = useFormat()
  const [{ hours }, change] = useHotspotView()
  const busy = busyTime(hours ? within(byHour, hours) : byHour)
  const twoDigits = (hour: number) => String(hour).padStart(2, '0')
  return (
    <Part title={t(words.when)}>
      <p>
        {t(
          busy
            ? words.busy(
                busy.weekdays.length > 0 ? format.weekdays(busy.weekdays) : '',
                twoDigits(busy.from),
                twoDigits(busy.to),
                Math.round(100 * busy.share),
              )
            : words.anyTime,
        )}
      </p>
      <WeekGrid byHour={byHour} chosen={hours} onChoose={(next) => change({ hours: next })} />
      {busy && (
        <Button
          size="s"
          onClick={() => {
            const days = busy.weekdays.length > 0 ? busy.weekdays.map((iso) => iso - 1) : weekdaysAll
            change({ hours: hoursBetween(days, busy.from, busy.to) })
          }}
        >
          {t(words.onlyThese)}
        </Button>
      )}
    </Part>
  )
}

function What({ explanation: { byKind }, groups }: WhyHereProps) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const rows = Object.entries(byKind)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostKinds)
  const most = rows[0]?.[1] ?? 1
  return (
    <Part title={t(words.what)}>
      <ul className={styles.bars}>
        {rows.map(([code, n]) => {
          const group = groups.find(
            ({ id, kinds }) => id === code || kinds.some((kind) => kind.code === code),
          )
          return (
            <li key={code}>
              <span>{t(titleOfKind(groups, code))}</span>
              <span className={styles.figure}>{format.number(Math.round(n))}</span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${(100 * n) / most}%`, background: group?.colour[flavour] }} />
              </span>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

function Growth({ explanation: { change } }: Pick<WhyHereProps, 'explanation'>) {
  const t = useText()
  const format = useFormat()
  const two = (value: number) => format.number(Math.round(value * 100) / 100)
  return (
    <Part title={t(words.growing)}>
      {!change && <p className={facts.soft}>{t(words.noEarlier)}</p>}
      {change && (
        <>
          <p>{t(words.change(format.number(change.before), format.number(change.after)))}</p>
          <p className={facts.soft}>
            {change.whole.ratio !== null &&
              t(
                words.interval(
                  two(change.whole.low),
                  change.whole.high === null ? '∞' : two(change.whole.high),
                ),
              )}{' '}
            {change.whole.p >= 0.05 && t(words.unsure)}
          </p>
        </>
      )}
    </Part>
  )
}
