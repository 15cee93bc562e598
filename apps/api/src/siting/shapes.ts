import type { LonLat, Rings } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'

/** Rings of each polygon of a geometry; of a collection those of its parts; none of points and lines. */
export function polygonsOf(geometry: Geometry): Rings[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.length > 0 ? [geometry.coordinates as unknown as Rings] : []
    case 'MultiPolygon':
      return geometry.coordinates as unknown as Rings[]
    case 'GeometryCollection':
      return geometry.geometries.flatMap(polygonsOf)
    default:
      return []
  }
}

/** Each line of a geometry; none of points and polygons. */
export function linesOf(geometry: Geometry): LonLat[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates as unknown as LonLat[]]
    case 'MultiLineString':
      return geometry.coordinates as unknown as LonLat[][]
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf)
    default:
      return []
  }
}

export const pointOf = (geometry: Geometry): LonLat | null =>
  geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : null

/** Square metres of rings in degrees: the outer ring less its holes. */
export const squareMetres = ([outer, ...holes]: Rings): number =>
  outer ? holes.reduce((left, hole) => left - ringArea(hole), ringArea(outer)) : 0

const metresPerDegree = 111_195.08

function ringArea(ring: readonly LonLat[]): number {
  const [lon0, lat0] = ring[0] ?? [0, 0]
  const along = metresPerDegree * Math.cos((lat0 * Math.PI) / 180)
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    doubled +=
      (a[0] - lon0) * along * (b[1] - lat0) * metresPerDegree -
      (b[0] - lon0) * along * (a[1] - lat0) * metresPerDegree
  }
  return Math.abs(doubled) / 2
}

/** A regular ring of so many metres about a point: eight corners, to seven decimals. */
export function ringAbout([lon, lat]: LonLat, metres: number): LonLat[] {
  const along = metresPerDegree * Math.cos((lat * Math.PI) / 180)
  const round = (value: number) => Math.round(value * 1e7) / 1e7
  const corners = Array.from({ length: 8 }, (_, i): LonLat => {
    const angle = (i * Math.PI) / 4
    return [
      round(lon + (metres * Math.cos(angle)) / along),
      round(lat + (metres * Math.sin(angle)) / metresPerDegree),
    ]
  })
  return [...corners, corners[0]!]
}
