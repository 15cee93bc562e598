import type { ReportGeometry } from '@trygghetskartan/api/contract-reports'
import { metresBetween } from '@trygghetskartan/geo'

/** Longitude and latitude in degrees. */
export type Place = readonly [number, number]
export type ShapeKind = 'point' | 'stretch' | 'area'

/** As the server has them: metres, square metres, and points. */
const longest = 2000
const largest = 250_000
const most = 200
/** Fewest points of each shape. */
export const fewest: Readonly<Record<ShapeKind, number>> = { point: 1, stretch: 2, area: 3 }

export type ShapeRefusal = 'none' | 'few' | 'many' | 'long' | 'large' | 'crossed'

const metresPerDegree = 111_195

/** Metres along all points. */
export const lengthOf = (points: readonly Place[]): number =>
  points.slice(1).reduce((sum, point, at) => sum + metresBetween([...points[at]!], [...point]), 0)

/** Square metres within the points. */
export function areaOf(points: readonly Place[]): number {
  const flat = flatten(points)
  const twice = flat.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = flat[(at + 1) % flat.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

/** Metres east and north of the first point: exact enough over a kilometre. */
function flatten(points: readonly Place[]): [number, number][] {
  const [lon0, lat0] = points[0] ?? [0, 0]
  const along = metresPerDegree * Math.cos((lat0 * Math.PI) / 180)
  return points.map(([lon, lat]) => [(lon - lon0) * along, (lat - lat0) * metresPerDegree])
}

/** What keeps the points from being the shape; null where nothing does. */
export function shapeRefusal(kind: ShapeKind, points: readonly Place[]): ShapeRefusal | null {
  if (points.length === 0) return 'none'
  if (points.length < fewest[kind]) return 'few'
  if (points.length > most) return 'many'
  if (kind === 'stretch' && lengthOf(points) > longest) return 'long'
  if (kind !== 'area') return null
  if (crossesItself(points)) return 'crossed'
  return areaOf(points) > largest ? 'large' : null
}

function crossesItself(points: readonly Place[]): boolean {
  const flat = flatten(points)
  const sides = flat.map((from, at) => [from, flat[(at + 1) % flat.length]!] as const)
  return sides.some((one, at) =>
    sides.some((other, to) => {
      const apart = Math.min(Math.abs(at - to), sides.length - Math.abs(at - to))
      return apart > 1 && cross(one, other)
    }),
  )
}

type Side = readonly [readonly [number, number], readonly [number, number]]

function cross([a, b]: Side, [c, d]: Side): boolean {
  const side = (from: Side[0], to: Side[0], at: Side[0]) =>
    Math.sign((to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** Six decimals are a decimetre. */
const rounded = ([lon, lat]: Place): [number, number] => [
  Math.round(lon * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
]

/** The shape of points that are enough for it. */
export function geometryOf(kind: ShapeKind, points: readonly Place[]): ReportGeometry {
  const all = points.map(rounded)
  switch (kind) {
    case 'point':
      return { type: 'Point', coordinates: all[0]! }
    case 'stretch':
      return { type: 'LineString', coordinates: all }
    case 'area':
      return { type: 'Polygon', coordinates: [[...all, all[0]!]] }
  }
}

/** The points as another shape: a point keeps the last that was pointed out. */
export const asShape = (kind: ShapeKind, points: readonly Place[]): readonly Place[] =>
  kind === 'point' ? points.slice(-1) : points

/** With one point more, unless it stands where the last does. */
export function withPoint(points: readonly Place[], point: Place): readonly Place[] {
  const last = points.at(-1)
  return last && metresBetween([...last], [...point]) < 1 ? points : [...points, point]
}
