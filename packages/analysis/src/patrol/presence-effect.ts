import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { placeIn } from '../area/place-in.ts'
import type { StudyArea } from '../area/study-area.ts'
import { type BeforeAfter, type Effect, effectOf } from '../effect.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { type IncidentFilter, selectIncidents } from '../incidents/filter.ts'
import { weekMinutes } from '../incidents/week.ts'
import type { LeftOut } from '../left-out.ts'
import { nearOutline } from './near-area.ts'

export interface PresenceEffectQuestion {
  /** Metres in the incidents' reference system, as the study area. */
  readonly zone: StudyArea
  readonly study: StudyArea
  /** With the zone's hours; its period is not used. */
  readonly filter: IncidentFilter
  /** Minute of the first presence, and the last minute that incidents are told of, as in `IncidentColumns`. */
  readonly began: number
  readonly until: number
  /** Metres about the zone to which incidents may move. */
  readonly buffer?: number
  /** Whether the zone was drawn before presence began; null where nobody knows. */
  readonly drawnBefore: boolean | null
}

export interface PresenceEffect {
  readonly effect: Effect
  /** Weeks before, and as many after. */
  readonly weeks: number
  readonly zone: BeforeAfter
  readonly around: BeforeAfter
  /** The rest of the study area, as it was counted. */
  readonly rest: BeforeAfter
  /** The zone in earlier times as long, the last first. */
  readonly earlier: readonly number[]
  readonly buffer: number
  readonly leftOut: readonly LeftOut[]
  readonly srid: number
}

/** Choices of this project: less says nothing, and what lies half a year back is another time of the year. */
const [fewestWeeks, mostWeeks, mostEarlier] = [4, 26, 4]

/**
 * What presence in a zone did, in the zone's hours: as many whole weeks after it began as before, against the rest of the study
 * area and with a buffer about the zone (see `effectOf`). The rest holds far more than the zone, and would drown it: it is scaled
 * to what the zone, and the buffer, had before. Its counts are then told smaller than they are and the interval wider, never
 * narrower, than it should be. Refuses fewer than four weeks, and a rest with fewer incidents than the zone or what lies about it had.
 */
export function presenceEffect(
  incidents: IncidentColumns,
  { zone, study, filter, began, until, buffer = 150, drawnBefore }: PresenceEffectQuestion,
): PresenceEffect | Refusal {
  const weeks = Math.min(mostWeeks, Math.floor((until - began) / weekMinutes))
  if (weeks < fewestWeeks)
    return refuse(
      'too-soon',
      `Det har gått mindre än ${fewestWeeks} veckor sedan närvaron började: för kort tid för att säga något.`,
      `Less than ${fewestWeeks} weeks have passed since presence began: too short to say anything.`,
    )
  const lasting = weeks * weekMinutes
  const places = { inZone: placeIn(zone), inStudy: placeIn(study), near: nearOutline(zone, buffer) }
  const leftOut: LeftOut[] = []
  const count = (from: number) => {
    const chosen = selectIncidents(incidents, { ...filter, from, until: from + lasting })
    if (isRefusal(chosen)) return chosen
    const sums = { zone: 0, around: 0, rest: 0 }
    chosen.rows.forEach((row, k) => {
      const [x, y] = [incidents.x[row]!, incidents.y[row]!]
      if (!places.inStudy(x, y)) return
      sums[places.inZone(x, y) ? 'zone' : places.near(x, y) ? 'around' : 'rest'] += chosen.weight[k]!
    })
    return { ...sums, leftOut: chosen.leftOut }
  }
  const [before, after] = [count(began - lasting), count(began)]
  if (isRefusal(before)) return before
  if (isRefusal(after)) return after
  leftOut.push(...after.leftOut)
  const first = incidents.from.reduce((least, minute) => Math.min(least, minute), Infinity)
  const earlier: number[] = []
  for (let i = 2; i <= mostEarlier + 1 && began - i * lasting >= first; i++) {
    const one = count(began - i * lasting)
    if (!isRefusal(one)) earlier.push(one.zone)
  }
  const pair = (of: 'zone' | 'around' | 'rest'): BeforeAfter => ({ before: before[of], after: after[of] })
  const [inZone, around, rest] = [pair('zone'), pair('around'), pair('rest')]
  if (rest.before < Math.max(1, inZone.before, around.before))
    return refuse(
      'no-control',
      'Resten av området har för få händelser att jämföra med.',
      'The rest of the area has too few incidents to compare with.',
    )
  const scaled = (to: number): BeforeAfter => ({ before: to, after: (rest.after * to) / rest.before })
  const effect = effectOf({
    treated: inZone,
    control: scaled(inZone.before),
    buffer: around,
    bufferControl: scaled(around.before),
    earlier,
    drawnBefore,
  })
  if (isRefusal(effect)) return effect
  return { effect, weeks, zone: inZone, around, rest, earlier, buffer, leftOut, srid: incidents.srid }
}
