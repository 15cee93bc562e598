import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { closePairs, type Metric } from './close-pairs.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { checkBands, checkRuns, checkTimes, remarksOn, tooManyPairs } from './knox-checks.ts'
import { type KnoxCell, simulateKnox } from './knox-table.ts'
import type { LeftOut, Remark } from './left-out.ts'
import { datedPoints } from './placed-points.ts'
import type { RunControl } from './run-steps.ts'
import { snappedShare } from './snapped-points.ts'

export interface KnoxParameters {
  /** Edges of half-open bands in metres, ascending from 0; a last band holds everything farther away. */
  readonly distances: readonly number[]
  /** Edges of half-open bands in whole days, ascending from 0; a last band holds everything later. */
  readonly days: readonly number[]
  readonly metric: Metric
  readonly runs: number
  /** Reckon although most points stand on a few positions: the reader is warned in place of refused. */
  readonly acceptSnapped: boolean
}

export const defaultKnox: KnoxParameters = {
  distances: [0, 1, 100, 200, 300, 400, 500],
  days: [0, 3, 7, 14, 21, 28],
  metric: 'euclidean',
  runs: 999,
  acceptSnapped: false,
}

export interface KnoxResult {
  readonly n: number
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
  readonly parameters: KnoxParameters
  readonly seed: number
  readonly srid: number
  /** Share of the incidents that stand on exactly the position of at least two others. */
  readonly snapped: number
  /** Rows are bands of distance, columns bands of time; the last of each is open. */
  readonly table: readonly (readonly KnoxCell[])[]
}

const mostPairs = 100_000_000

/**
 * Near repeats by Knox (1964, Applied Statistics 13:25-29) with the times permuted and the places kept, so that whatever
 * draws incidents to a place always is in both. Refused: fewer than two incidents, times known to the month, most points
 * on a few positions, bands that do not ascend from 0, more than 100 million pairs within the last distance.
 */
export async function knox(
  incidents: IncidentColumns,
  parameters: KnoxParameters,
  seed: number,
  control: RunControl = {},
): Promise<KnoxResult | Refusal> {
  const { distances, days, metric, runs } = parameters
  const wrong = checkBands(distances, false) ?? checkBands(days, true) ?? checkRuns(runs)
  if (wrong) return wrong
  const points = datedPoints(incidents, days[1]!)
  const n = points.x.length
  const bad = checkTimes(points.leftOut.of('month'), n)
  if (bad) return bad
  const snapped = snappedShare(points.x, points.y)
  const remarks = remarksOn(points.leftOut.of('month'), snapped, parameters)
  if (isRefusal(remarks)) return remarks
  // One order whatever the order of the rows, since a permutation by seed follows it.
  const { x, y, day } = points
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || day[a]! - day[b]!)
  const pairs = closePairs(
    Float64Array.from(order, (i) => x[i]!),
    Float64Array.from(order, (i) => y[i]!),
    distances,
    metric,
    mostPairs,
  )
  if (!pairs) return tooManyPairs()
  const simulated = await simulateKnox(
    pairs,
    Int32Array.from(order, (i) => day[i]!),
    days,
    { runs, seed },
    control,
  )
  if (isRefusal(simulated)) return simulated
  return {
    n,
    leftOut: points.leftOut.list(),
    remarks,
    parameters,
    seed,
    srid: incidents.srid,
    snapped,
    table: simulated,
  }
}
