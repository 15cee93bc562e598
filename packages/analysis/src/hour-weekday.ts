import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type IncidentColumns, timePrecisions } from './incidents/columns.ts'
import { minuteOfWeek, weekMinutes } from './incidents/week.ts'
import { type LeftOut, Tally } from './left-out.ts'

const minute = timePrecisions.indexOf('minute')
const month = timePrecisions.indexOf('month')
const hoursOfWeek = 168

export interface HourWeekday {
  /** Incidents whose hour or interval is known: the weights sum to it. */
  readonly n: number
  /** How many of them were spread over more than one hour. */
  readonly spread: number
  readonly leftOut: readonly LeftOut[]
  /** Incidents in each hour of the week: 24 × (weekday - 1) + hour, Monday 00-01 first. */
  readonly weights: Float64Array
}

/**
 * When in the week incidents happen. One known to have happened some time in an interval counts in each hour by the share of the
 * interval that lies in it (aoristic analysis, Ratcliffe 2000, International Journal of Geographical Information Science
 * 14:669-679). Those of which only the day or the month is known are left out and counted. `rows` chooses some; all where
 * absent. Places do not matter here. Refuses where none is left.
 */
export function hourWeekday(incidents: IncidentColumns, rows?: Uint32Array): HourWeekday | Refusal {
  const { from, to, timePrecision } = incidents
  const count = rows?.length ?? incidents.length
  const weights = new Float64Array(hoursOfWeek)
  const leftOut = new Tally()
  let n = 0
  let spread = 0
  let everywhere = 0
  for (let k = 0; k < count; k++) {
    const row = rows ? rows[k]! : k
    if (timePrecision[row] !== minute) {
      leftOut.add(timePrecision[row] === month ? 'month' : 'hour')
      continue
    }
    n++
    const lasting = to[row]! - from[row]!
    const start = minuteOfWeek(from[row]!)
    if (lasting <= 60 - (start % 60)) {
      weights[Math.floor(start / 60)]!++
      continue
    }
    spread++
    const weeks = Math.floor(lasting / weekMinutes)
    everywhere += (weeks * weekMinutes) / lasting / hoursOfWeek
    let at = start
    for (let rest = lasting - weeks * weekMinutes; rest > 0; ) {
      const within = Math.min(rest, 60 - (at % 60))
      weights[Math.floor(at / 60) % hoursOfWeek]! += within / lasting
      at += within
      rest -= within
    }
  }
  if (n === 0)
    return refuse(
      'hours-unknown',
      'Klockslaget är inte känt för någon av händelserna.',
      'The time of day is known for none of the incidents.',
    )
  return { n, spread, leftOut: leftOut.list(), weights: weights.map((weight) => weight + everywhere) }
}
