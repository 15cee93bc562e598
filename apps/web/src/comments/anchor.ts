import type { Geometry, Position } from 'geojson'
import { boundsOf } from '../map/geometry-bounds.ts'

/** Where on a geometry a pin stands: on a point, in the middle of a line's run, in the middle of an area's box. */
export function anchorOf(geometry: Geometry): [lon: number, lat: number] {
  if (geometry.type === 'Point') return [geometry.coordinates[0]!, geometry.coordinates[1]!]
  if (geometry.type === 'LineString') return middleOf(geometry.coordinates)
  const [west, south, east, north] = boundsOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}

function middleOf(line: readonly Position[]): [number, number] {
  // Degrees of longitude are shorter than those of latitude; half way along is half way either way.
  const narrow = Math.cos((line[0]![1]! * Math.PI) / 180)
  const lengths = line
    .slice(1)
    .map(([lon, lat], at) => Math.hypot((lon! - line[at]![0]!) * narrow, lat! - line[at]![1]!))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [at, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const share = left / length
      const [from, to] = [line[at]!, line[at + 1]!]
      return [from[0]! + share * (to[0]! - from[0]!), from[1]! + share * (to[1]! - from[1]!)]
    }
    left -= length
  }
  return [line[0]![0]!, line[0]![1]!]
}
