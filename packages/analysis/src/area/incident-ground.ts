import type { Position } from '@trygghetskartan/geo'
import { type IncidentColumns, placedPrecisions } from '../incidents/columns.ts'
import type { StudyArea } from './study-area.ts'

/** Of the incidents so many may lie outside, west, east, south and north each: one wrong position would stretch the ground. */
const outermost = 0.002
/** Metres of ground about them. */
const rim = 300

/** The box about the ground that incidents are known from, whatever is asked of them; null where none has a place. */
export function incidentGround({ precision, srid, x, y }: IncidentColumns): StudyArea | null {
  const placed = (values: Float64Array) =>
    values.filter((value, row) => precision[row]! < placedPrecisions && Number.isFinite(value)).sort()
  const [xs, ys] = [placed(x), placed(y)]
  if (xs.length === 0 || ys.length === 0) return null
  const side = (values: Float64Array, share: number) => values[Math.round((values.length - 1) * share)]!
  const [west, east] = [side(xs, outermost) - rim, side(xs, 1 - outermost) + rim]
  const [south, north] = [side(ys, outermost) - rim, side(ys, 1 - outermost) + rim]
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { srid, polygons: [[corners]] }
}
