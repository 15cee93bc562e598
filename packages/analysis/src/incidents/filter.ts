import type { Refusal } from '@trygghetskartan/geo'
import { type LeftOut, Tally } from '../left-out.ts'
import { checkFilter } from './check-filter.ts'
import { type IncidentColumns, placedPrecisions, timePrecisions } from './columns.ts'
import { extentOf } from './extent.ts'
import { chosenMinutes, chosenWithin, minuteOfWeek, sumsOf, type WeekChoice } from './week.ts'

/** Which incidents enter a method. Null chooses all. */
export interface IncidentFilter extends WeekChoice {
  /** First minute, and the first one after; as in `IncidentColumns`. */
  readonly from: number | null
  readonly until: number | null
  readonly kinds: readonly string[] | null
  readonly sources: readonly string[] | null
}

export const everyIncident: IncidentFilter = {
  from: null,
  until: null,
  hours: null,
  weekdays: null,
  hoursOfWeek: null,
  kinds: null,
  sources: null,
}

export interface Selection {
  /** Rows that enter, ascending. */
  readonly rows: Uint32Array
  /** How much of each enters: above 0, at most 1. */
  readonly weight: Float64Array
  /** Incidents that enter in whole or in part. */
  readonly n: number
  /** Sum of weights. */
  readonly total: number
  /** How many of `n` enter in part, since their time is an interval. */
  readonly spread: number
  readonly leftOut: readonly LeftOut[]
}

/** Shares are kept to a millionth, as whole parts of 2^20: their sums are exact, whatever the order. */
const parts = 2 ** 20

/**
 * The incidents that a filter chooses. One known to have happened in an interval enters by the share of its minutes that are
 * chosen (aoristic weight, Ratcliffe 2002, Journal of Quantitative Criminology 18:23-43); a day or month without an interval
 * is the whole day or month. What the filter is sure not to mean is not counted at all. Of the rest these are left out, by
 * the first reason that applies: position (no place, or none at all), month (weekdays or hours are chosen), hour (hours are
 * chosen, the day alone is known). Refuses a filter that cannot be.
 */
export function selectIncidents(incidents: IncidentColumns, filter: IncidentFilter): Selection | Refusal {
  const wrong = checkFilter(filter)
  if (wrong) return wrong
  const { length, from, to, timePrecision, kind, precision, source, x, y } = incidents
  const wantedKind = wanted(incidents.kinds, filter.kinds)
  const wantedSource = wanted(incidents.sources, filter.sources)
  const start = filter.from ?? -Infinity
  const end = filter.until ?? Infinity
  const chosen = chosenMinutes(filter)
  const sums = sumsOf(chosen)
  const allWeek = sums.at(-1) === chosen.length
  const byHour = !allWeek && (filter.hours !== null || filter.hoursOfWeek !== null)
  const leftOut = new Tally()
  const rows = new Uint32Array(length)
  const weight = new Float64Array(length)
  let n = 0
  let spread = 0
  let total = 0
  for (let row = 0; row < length; row++) {
    if (wantedKind[kind[row]!] === 0 || wantedSource[source[row]!] === 0) continue
    const first = from[row]!
    let share = 1
    const known = timePrecision[row]!
    const isHourUnknown = byHour && known !== minute
    const isDayUnknown = !allWeek && known === month
    if (first === to[row]! && known === minute) {
      if (first < start || first >= end || chosen[minuteOfWeek(first)] === 0) continue
    } else {
      const extent = extentOf(first, to[row]!, known)
      const within = Math.min(extent.to, end) - Math.max(extent.from, start)
      if (within <= 0) continue
      const minutes =
        allWeek || isHourUnknown || isDayUnknown
          ? within
          : chosenWithin(sums, Math.max(extent.from, start), Math.min(extent.to, end))
      share = Math.round((minutes / (extent.to - extent.from)) * parts) / parts
      if (share === 0) continue
    }
    if (precision[row]! >= placedPrecisions || !Number.isFinite(x[row]! + y[row]!)) leftOut.add('position')
    else if (isDayUnknown) leftOut.add('month')
    else if (isHourUnknown) leftOut.add('hour')
    else {
      rows[n] = row
      weight[n++] = share
      total += share
      if (share < 1) spread++
    }
  }
  // Most of a table is not copied; few rows do not hold the room of all.
  const part = 2 * n > length ? 'subarray' : 'slice'
  return { rows: rows[part](0, n), weight: weight[part](0, n), n, total, spread, leftOut: leftOut.list() }
}

const minute = timePrecisions.indexOf('minute')
const month = timePrecisions.indexOf('month')

/** By number 1 where a name is wanted. */
const wanted = (names: readonly string[], chosen: readonly string[] | null): Uint8Array => {
  const some = chosen && new Set(chosen)
  return Uint8Array.from(names, (name) => (some === null || some.has(name) ? 1 : 0))
}
