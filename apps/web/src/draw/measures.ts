import { metresBetween } from '@trygghetskartan/geo'
import type { Position, Sketch } from './sketch.ts'

/** The sphere that metresBetween measures on, in metres. */
const earthRadius = 6_371_000

/** Length of a path in metres along great circles. */
export function lengthOf(path: readonly Position[]): number {
  return path.slice(1).reduce((sum, position, i) => sum + metresBetween(path[i] as Position, position), 0)
}

/** Area inside a ring (open or closed) in square metres on the sphere: Chamberlain & Duquette, JPL 07-03. */
export function areaOf(ring: readonly Position[]): number {
  const radians = Math.PI / 180
  let twice = 0
  for (const [i, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length] as Position
    twice += (nextLon - lon) * radians * (2 + Math.sin(lat * radians) + Math.sin(nextLat * radians))
  }
  return Math.abs((twice * earthRadius * earthRadius) / 2)
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
export function movedBy([lon, lat]: Position, east: number, north: number): Position {
  const degrees = 180 / Math.PI / earthRadius
  return [lon + (east * degrees) / Math.cos((lat * Math.PI) / 180), lat + north * degrees]
}
