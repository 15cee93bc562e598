import { area, destination, length, lineString, polygon } from '@turf/turf'
import type { Position, Sketch } from './sketch.ts'

/** Length of a path in metres along great circles. */
function lengthOf(path: readonly Position[]): number {
  return path.length < 2 ? 0 : length(lineString(path as Position[]), { units: 'meters' })
}

/** Area inside a ring (open or closed) in square metres on the sphere; 0 where it has fewer than three places. */
export function areaOf(ring: readonly Position[]): number {
  const first = ring[0] as Position
  const last = ring.at(-1) as Position
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  return closed.length < 4 ? 0 : area(polygon([closed as Position[]]))
}

/** What the sketch measures now: length of a line or outline in metres, area in square metres. */
export function measuresOf(
  sketch: Sketch,
  live: Position | null,
): { length: number | null; area: number | null } {
  const path = live !== null && !sketch.finished ? [...sketch.vertices, live] : [...sketch.vertices]
  const [first] = path
  if (sketch.kind === 'Point' || first === undefined || path.length < 2) return { length: null, area: null }
  if (sketch.kind === 'LineString') return { length: lengthOf(path), area: null }
  const area =
    path.length < 3 ? null : areaOf(path) - sketch.holes.reduce((sum, hole) => sum + areaOf(hole), 0)
  return { length: lengthOf([...path, first]), area }
}

/** "8,4 m", "312 m", "2,41 km". */
export function writeLength(metres: number, language: string): string {
  const digits = (value: number, places: number) =>
    value.toLocaleString(language, { maximumFractionDigits: places, minimumFractionDigits: places })
  if (metres < 10) return `${digits(metres, 1)} m`
  if (metres < 1000) return `${digits(metres, 0)} m`
  return `${digits(metres / 1000, 2)} km`
}

/** "84 m²", "1,52 ha", "2,4 km²". */
export function writeArea(squareMetres: number, language: string): string {
  const digits = (value: number, places: number) =>
    value.toLocaleString(language, { maximumFractionDigits: places, minimumFractionDigits: places })
  if (squareMetres < 10_000) return `${digits(squareMetres, 0)} m²`
  if (squareMetres < 1_000_000) return `${digits(squareMetres / 10_000, 2)} ha`
  return `${digits(squareMetres / 1_000_000, 1)} km²`
}

/** The position some metres to the east and north of another. */
export function movedBy(from: Position, east: number, north: number): Position {
  const bearing = (Math.atan2(east, north) * 180) / Math.PI
  return destination(from, Math.hypot(east, north), bearing, { units: 'meters' }).geometry
    .coordinates as Position
}
