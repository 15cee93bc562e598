import type { FactsAnswer } from '@trygghetskartan/api/contract-siting'
import type { Demand, IncidentCell, LonLat } from '@trygghetskartan/siting'
import { facts as words } from '../messages/facts.ts'
import { useFormat } from '../messages/format.ts'
import { incidentTitles, reasonTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import styles from './facts.module.css'
import { Part } from './part.tsx'
import { Reported } from './reported.tsx'

interface HappenedProps {
  readonly recorded: FactsAnswer
  readonly place: LonLat
  readonly demand: Demand | undefined
}

/** Reports, incidents and their hours, survey answers and walks. */
export function Happened({ recorded, place, demand }: HappenedProps) {
  const t = useText()
  const format = useFormat()
  const { reports, incidents } = recorded
  const kinds = incidents.as === 'squares' ? incidents.kinds : countKinds(incidents.events)
  const n = incidents.as === 'squares' ? incidents.n : incidents.events.length
  const named = Object.entries(kinds)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => {
      // Squares know groups; single events are told in the words of the police.
      const group = incidentTitles[kind] ?? (kind === 'other' ? reasonTitles.other : undefined)
      return `${(group ? t(group) : kind).toLowerCase()} ${count}`
    })
  const cell = demand?.incidents.find(({ ring }) => holds(ring, place))
  const suppressed = incidents.as === 'squares' && incidents.suppressed
  const nothing = reports.length === 0 && n === 0 && !suppressed
  return (
    <Part title={t(words.happened)}>
      {nothing && <p className={styles.soft}>{t(words.nothingHappened)}</p>}
      {suppressed && <p className={styles.soft}>{t(words.suppressed)}</p>}
      {n > 0 && (
        <>
          <p>
            <strong>
              {t(incidents.as === 'squares' ? words.incidents(n, incidents.months) : words.events(n))}
            </strong>
          </p>
          <p className={styles.soft}>{format.list(named)}</p>
          {cell && <Hours cell={cell} />}
        </>
      )}
      <Reported recorded={recorded} />
    </Part>
  )
}

/** Incidents of the square by three hours of the day: bars with their numbers. */
function Hours({ cell }: { readonly cell: IncidentCell }) {
  const t = useText()
  const byHour = Array.from({ length: 8 }, (_, at) =>
    Array.from({ length: 7 }, (_, day) => cell.blocks[day * 8 + at] ?? 0).reduce((sum, one) => sum + one, 0),
  )
  const highest = Math.max(...byHour)
  if (highest === 0) return null
  return (
    <table className={styles.hours}>
      <caption>{t(words.byHour)}</caption>
      <tbody>
        <tr>
          {byHour.map((count, at) => (
            <td key={t(words.hours(at * 3))}>
              <i style={{ height: `${(34 * count) / highest}px` }} aria-hidden="true" />
              {count}
            </td>
          ))}
        </tr>
        <tr>
          {byHour.map((_, at) => (
            <th key={t(words.hours(at * 3))} scope="col">
              {t(words.hours(at * 3))}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

const countKinds = (events: readonly { readonly kind: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Whether a ring of degrees holds a place, by the crossings of its edges. */
function holds(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
  let inside = false
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}
