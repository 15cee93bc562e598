import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { Binned } from '../grids/bin.ts'
import type { Neighbours } from '../grids/neighbours.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import type { Selection } from '../incidents/filter.ts'
import { nearestSegment } from './nearest-segment.ts'
import type { Segments } from './segments.ts'

/** From a façade to the middle of its street. Assumption of this project. */
export const defaultReach = 30
/** A shorter stretch counts as this long, so that one incident at a corner makes no hotspot. Assumption of this project. */
const shortest = 25

/** Incidents by the nearest segment within `reach` metres; those farther from any are outside. Refuses where all are. */
export function binOnStreets(
  segments: Segments,
  incidents: IncidentColumns,
  { rows, weight }: Selection,
  reach = defaultReach,
): Binned | Refusal {
  if (segments.srid !== incidents.srid)
    throw new RangeError(`Streets in EPSG:${segments.srid} for incidents in EPSG:${incidents.srid}`)
  if (!(reach >= 1 && reach <= 500))
    return refuse(
      'street-reach',
      'Avståndet till gatan måste vara mellan 1 och 500 m.',
      'The distance to the street must be between 1 and 500 m.',
    )
  const nearest = nearestSegment(segments, reach)
  const counts = new Float64Array(segments.length)
  const cells = new Int32Array(rows.length)
  let n = 0
  let total = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!
    const segment = nearest(incidents.x[row]!, incidents.y[row]!)
    cells[k] = segment
    if (segment < 0) continue
    n++
    total += weight[k]!
    counts[segment]! += weight[k]!
  }
  if (n === 0 && rows.length > 0)
    return refuse(
      'streets-miss-incidents',
      `Ingen av de ${rows.length} händelserna ligger inom ${reach} m från en gata i området.`,
      `None of the ${rows.length} incidents lies within ${reach} m of a street in the area.`,
    )
  return { counts, cells, n, total, outside: rows.length - n }
}

/** Incidents per 100 m of each segment; one shorter than 25 m counts as that long. */
export const perHundredMetres = ({ metres }: Segments, counts: Float64Array): Float64Array =>
  counts.map((count, i) => (100 * count) / Math.max(shortest, metres[i]!))

/** Segments that meet at a junction or follow each other. */
export function segmentNeighbours({ length, ends }: Segments): Neighbours {
  const meeting = new Map<number, number[]>()
  ends.forEach((node, at) => {
    const there = meeting.get(node)
    if (there) there.push(at >> 1)
    else meeting.set(node, [at >> 1])
  })
  const start = new Uint32Array(length + 1)
  const index: number[] = []
  for (let i = 0; i < length; i++) {
    const near = new Set([...meeting.get(ends[2 * i]!)!, ...meeting.get(ends[2 * i + 1]!)!])
    near.delete(i)
    index.push(...[...near].sort((a, b) => a - b))
    start[i + 1] = index.length
  }
  return { start, index: Uint32Array.from(index) }
}
