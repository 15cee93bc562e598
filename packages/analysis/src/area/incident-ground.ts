import type { Position } from '@trygghetskartan/geo'
import { type IncidentColumns, placedPrecisions } from '../incidents/columns.ts'
import { squaresOutline } from './squares-outline.ts'
import type { StudyArea } from './study-area.ts'

/** Of the incidents so many may lie outside, west, east, south and north each: one wrong position would stretch the ground. */
const outermost = 0.002
/** Metres about the others within which they belong to the ground all the same. */
const rim = 300
/** Metres of a square of ground. */
const side = 100

/**
 * Ground where something can happen, whatever is asked: squares of 100 m where any incident has a place, and those about
 * them, so to some 150 m from it. Against the woods and fields of a municipality its whole town would be one hotspot. null
 * where none has a place.
 */
export function incidentGround({ precision, srid, x, y }: IncidentColumns): StudyArea | null {
  const placed = (values: Float64Array) =>
    values.filter((value, row) => precision[row]! < placedPrecisions && Number.isFinite(value)).sort()
  const [xs, ys] = [placed(x), placed(y)]
  if (xs.length === 0 || ys.length === 0) return null
  const edge = (values: Float64Array, share: number) => values[Math.round((values.length - 1) * share)]!
  const [west, east] = [edge(xs, outermost) - rim, edge(xs, 1 - outermost) + rim]
  const [south, north] = [edge(ys, outermost) - rim, edge(ys, 1 - outermost) + rim]
  // An empty square all around, beyond those about the outermost.
  const [left, low] = [Math.floor(west / side) - 2, Math.floor(south / side) - 2]
  const columns = Math.floor(east / side) + 3 - left
  const rows = Math.floor(north / side) + 3 - low
  const known = new Uint8Array(columns * rows)
  const held = new Uint8Array(columns * rows)
  for (let i = 0; i < precision.length; i++) {
    const [px, py] = [x[i]!, y[i]!]
    if (precision[i]! >= placedPrecisions || !(px >= west && px <= east && py >= south && py <= north))
      continue
    const at = (Math.floor(py / side) - low) * columns + Math.floor(px / side) - left
    if (known[at] === 1) continue
    known[at] = 1
    for (const row of [at - columns, at, at + columns]) held.fill(1, row - 1, row + 2)
  }
  const polygons = squaresOutline(held, columns).map((rings) =>
    rings.map((ring) => ring.map(([column, row]): Position => [(left + column) * side, (low + row) * side])),
  )
  return { srid, polygons }
}
