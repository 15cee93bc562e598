import { type Refusal, refuse } from '@trygghetskartan/geo'
import { convexHull } from './convex-hull.ts'
import { type Density, densityClusters } from './density-clusters.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { type LeftOut, type Remark, refuseNone } from './left-out.ts'
import { datedPoints, placedPoints } from './placed-points.ts'
import { snappedRemarks, snappedShare } from './snapped-points.ts'

export type ClusterParameters = Density

export interface Cluster {
  readonly incidents: number
  /** Mean position. */
  readonly x: number
  readonly y: number
  /** Corners of the smallest convex area about its incidents, anticlockwise: one or two where they have no area. */
  readonly hull: readonly (readonly [number, number])[]
  /** First and last day, since 1970-01-01; null where time counts for nothing. */
  readonly days: readonly [number, number] | null
}

export interface ClustersResult {
  readonly n: number
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
  readonly parameters: ClusterParameters
  readonly srid: number
  /** From the largest. */
  readonly clusters: readonly Cluster[]
  /** Incidents in no cluster. */
  readonly alone: number
  /** For each row of the incidents the cluster it is in, from 0; -1 in none, -2 left out. */
  readonly clusterOf: Int32Array
}

const leftOut = -2

/**
 * Clusters by density (DBSCAN): at least `least` incidents within `distance` of one another's cores, and within `days` where that
 * is given. They say where incidents are dense, not whether denser than chance. Refused: no incidents with a
 * place, parameters that are none.
 */
export function clusters(
  incidents: IncidentColumns,
  parameters: ClusterParameters,
): ClustersResult | Refusal {
  const { days, distance, least } = parameters
  if (!(distance > 0 && distance < 100_000) || !(Number.isInteger(least) && least >= 2) || !isDays(days))
    return refuse(
      'parameters',
      'Avståndet ska vara över 0 och under 100 000 m, antalet ett heltal från 2, och dagarna hela dagar.',
      'The distance must be above 0 and below 100,000 m, the number whole and 2 or more, and the days whole.',
    )
  const points = days === null ? placedPoints(incidents) : datedPoints(incidents, Math.max(1, days))
  const n = points.x.length
  if (n === 0) return refuseNone(points.leftOut)
  const labels = densityClusters(points.x, points.y, points.day, parameters)
  const clusterOf = new Int32Array(incidents.length).fill(leftOut)
  const members = Array.from(
    { length: labels.reduce((most, label) => Math.max(most, label), -1) + 1 },
    (): number[] => [],
  )
  let alone = 0
  labels.forEach((label, i) => {
    clusterOf[points.row[i]!] = label
    if (label < 0) alone++
    else members[label]!.push(i)
  })
  return {
    n,
    leftOut: points.leftOut.list(),
    remarks: snappedRemarks(snappedShare(points.x, points.y)),
    parameters,
    srid: incidents.srid,
    clusters: members.map((list) => describe(points, list, days !== null)),
    alone,
    clusterOf,
  }
}

const isDays = (days: number | null): boolean =>
  days === null || (Number.isInteger(days) && days >= 0 && days <= 36_525)

function describe(
  { x, y, day }: { x: Float64Array; y: Float64Array; day: Int32Array },
  list: readonly number[],
  dated: boolean,
): Cluster {
  let [sumX, sumY, first, last] = [0, 0, Infinity, -Infinity]
  for (const i of list) {
    sumX += x[i]! - x[list[0]!]!
    sumY += y[i]! - y[list[0]!]!
    first = Math.min(first, day[i]!)
    last = Math.max(last, day[i]!)
  }
  return {
    incidents: list.length,
    x: x[list[0]!]! + sumX / list.length,
    y: y[list[0]!]! + sumY / list.length,
    hull: convexHull(list.map((i) => [x[i]!, y[i]!])),
    days: dated ? [first, last] : null,
  }
}
