import type { DistinctPositions } from './distinct-positions.ts'
import { gather } from './gather.ts'
import { gridOf } from './point-grid.ts'

/**
 * Positions as places: from the one with most incidents on, each takes those within `tolerance` that none before has taken.
 * Nothing grows into a street, and no order of rows matters. A place stands where its first position does.
 */
export function gatherPlaces(
  x: Float64Array,
  y: Float64Array,
  { first, points }: DistinctPositions,
  tolerance: number,
): { x: number; y: number; incidents: number }[] {
  const px = gather(x, first)
  const py = gather(y, first)
  const order = Uint32Array.from(first.keys()).sort(
    (a, b) => points[b]! - points[a]! || px[a]! - px[b]! || py[a]! - py[b]!,
  )
  if (tolerance === 0) return Array.from(order, (at) => ({ x: px[at]!, y: py[at]!, incidents: points[at]! }))
  const grid = gridOf(px, py, tolerance)
  const cellOf = new Uint32Array(px.length)
  for (let cell = 0; cell < grid.cells; cell++)
    for (let k = grid.start[cell]!; k < grid.start[cell + 1]!; k++) cellOf[grid.order[k]!] = cell
  const taken = new Uint8Array(px.length)
  const places: { x: number; y: number; incidents: number }[] = []
  for (const at of order) {
    if (taken[at]) continue
    const place = { x: px[at]!, y: py[at]!, incidents: 0 }
    const cell = cellOf[at]!
    for (let up = -1; up <= 1; up++)
      for (let right = -1; right <= 1; right++) {
        const other = grid.at(grid.column[cell]! + right, grid.row[cell]! + up)
        if (other === -1) continue
        for (let k = grid.start[other]!; k < grid.start[other + 1]!; k++) {
          const one = grid.order[k]!
          if (taken[one] || Math.hypot(px[one]! - place.x, py[one]! - place.y) > tolerance) continue
          taken[one] = 1
          place.incidents += points[one]!
        }
      }
    places.push(place)
  }
  return places.sort((a, b) => b.incidents - a.incidents || a.x - b.x || a.y - b.y)
}
