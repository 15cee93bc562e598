import type { Geometry } from 'geojson'

/** [longitude, latitude] in degrees WGS84, or [easting, northing] in metres where a function says so. */
export type Position = [number, number]

/** [west, south, east, north], same unit as the positions it encloses. */
export type BBox = [number, number, number, number]

/** The smallest box around a geometry. An empty geometry gives [Infinity, Infinity, -Infinity, -Infinity], which touches nothing. */
export function bboxOf(geometry: Geometry): BBox {
  const box: BBox = [Infinity, Infinity, -Infinity, -Infinity]
  grow(box, geometry)
  return box
}

/** True where the boxes share at least a point: edges count. */
export function bboxesTouch(a: BBox, b: BBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** The smallest box around both. */
export function bboxUnion(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

const number = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

/**
 * Reads "west,south,east,north" in degrees.
 * Returns null where it is not four finite numbers in range, or where south > north or west > east
 * (a box across the antimeridian is not something a municipality has).
 */
export function parseBBox(text: string): BBox | null {
  const parts = text.split(',')
  if (parts.length !== 4 || !parts.every((part) => number.test(part))) return null
  const [west, south, east, north] = parts.map(Number) as BBox
  if (west > east || south > north) return null
  if (west < -180 || east > 180 || south < -90 || north > 90) return null
  return [west, south, east, north]
}

function grow(box: BBox, geometry: Geometry): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) grow(box, part)
  } else {
    growBy(box, geometry.coordinates)
  }
}

type Nested = readonly number[] | readonly Nested[]

function growBy(box: BBox, coordinates: Nested): void {
  if (typeof coordinates[0] === 'number') {
    const [x, y] = coordinates as Position
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
    return
  }
  for (const part of coordinates as readonly Nested[]) growBy(box, part)
}
