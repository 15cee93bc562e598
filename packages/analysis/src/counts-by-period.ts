import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type IncidentColumns, timePrecisions } from './incidents/columns.ts'
import { extentOf } from './incidents/extent.ts'
import type { Selection } from './incidents/filter.ts'
import { type LeftOut, Tally } from './left-out.ts'

const month = timePrecisions.indexOf('month')

export interface PeriodCounts {
  /** Cell c in period k is counts[c * periods + k]. */
  readonly counts: Float64Array
  readonly periods: number
  /** Incidents that entered. */
  readonly n: number
  readonly leftOut: readonly LeftOut[]
}

/**
 * Incidents by cell and period. `cellOf` holds the cell of each row of the selection, -1 for those in none. Periods run from each of `edges` (minutes
 * as in `IncidentColumns`, ascending) to the next. The weight of one known as an interval is divided over the periods
 * it may have happened in; one whose interval is longer than the shortest period is left out, since it would flatten every change.
 * Refuses where more incidents are too coarse in time than are left.
 */
export function countsByPeriod(
  incidents: IncidentColumns,
  { rows, weight }: Selection,
  cellOf: Int32Array,
  cells: number,
  edges: readonly number[],
): PeriodCounts | Refusal {
  const periods = edges.length - 1
  if (periods < 1 || edges.some((edge, at) => at > 0 && !(edge > edges[at - 1]!)))
    throw new RangeError('Edges of periods do not ascend')
  const shortest = Math.min(...edges.slice(1).map((edge, at) => edge - edges[at]!))
  const counts = new Float64Array(cells * periods)
  const leftOut = new Tally()
  let n = 0
  for (let k = 0; k < rows.length; k++) {
    const cell = cellOf[k]!
    const row = rows[k]!
    if (cell < 0) continue
    const extent = extentOf(incidents.from[row]!, incidents.to[row]!, incidents.timePrecision[row]!)
    if (extent.to <= edges[0]! || extent.from >= edges[periods]!) leftOut.add('period')
    else if (extent.to - extent.from > shortest)
      leftOut.add(incidents.timePrecision[row] === month ? 'month' : 'interval')
    else {
      n++
      const inAll = Math.min(extent.to, edges[periods]!) - Math.max(extent.from, edges[0]!)
      let at = periodAt(edges, extent.from)
      for (; at < periods && edges[at]! < extent.to; at++) {
        const within = Math.min(extent.to, edges[at + 1]!) - Math.max(extent.from, edges[at]!)
        counts[cell * periods + at]! += (weight[k]! * within) / inAll
      }
    }
  }
  const coarse = leftOut.of('month') + leftOut.of('interval')
  if (coarse > n)
    return refuse(
      'time-too-coarse',
      `${coarse} händelser har en tid som är grövre än perioderna. Välj längre perioder.`,
      `The time of ${coarse} incidents is coarser than the periods. Choose longer periods.`,
    )
  return { counts, periods, n, leftOut: leftOut.list() }
}

/** The period that holds a minute; the first one for what comes before. */
function periodAt(edges: readonly number[], minute: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (edges[middle]! <= minute) low = middle
    else high = middle - 1
  }
  return low
}

/** Edges of `count` periods of so many days that end at `until`: with whole weeks each holds the same weekdays. */
export const periodsUntil = (until: number, count: number, days: number): number[] =>
  Array.from({ length: count + 1 }, (_, at) => until - (count - at) * days * 1440)
