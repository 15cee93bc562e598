import type { Corner, Obstacles } from './scene.ts'

/** Longitude and latitude in degrees (EPSG:4326). */
export type LonLat = readonly [number, number]

/** Half axis in metres and eccentricity squared of WGS 84. */
const halfAxis = 6_378_137
const eccentricity = 0.00669437999014

/** A plane in metres that touches the earth at its origin: x east, y north, both 0 there. */
export interface LocalPlane {
  toPlane(position: LonLat): [number, number]
  toLonLat(x: number, y: number): [number, number]
}

/**
 * The plane about an origin, by the radii of curvature of WGS 84 there. Exact both ways; true to scale within about
 * 1 part in 4,000 at 1 km from the origin, so take an origin in the middle of what is reckoned.
 * Throws RangeError for an origin that is no position or lies at a pole.
 */
export function localPlane([lon, lat]: LonLat): LocalPlane {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) < 89))
    throw new RangeError('The origin is no position between the poles')
  const radians = Math.PI / 180
  const flat = 1 - eccentricity * Math.sin(lat * radians) ** 2
  const perLon = (radians * halfAxis * Math.cos(lat * radians)) / Math.sqrt(flat)
  const perLat = (radians * halfAxis * (1 - eccentricity)) / flat ** 1.5
  return {
    toPlane: ([east, north]) => [(east - lon) * perLon, (north - lat) * perLat],
    toLonLat: (x, y) => [lon + x / perLon, lat + y / perLat],
  }
}

/** What blocks sight, from GeoJSON coordinates in EPSG:4326: polygons are solid, lines are thin. Other kinds block nothing. */
export function obstaclesFrom(
  geometries: readonly { readonly type: string; readonly coordinates: unknown }[],
  { toPlane }: LocalPlane,
): Obstacles {
  const buildings: Corner[][][] = []
  const walls: Corner[][] = []
  const line = (positions: readonly LonLat[]) => positions.map(toPlane)
  const polygon = (rings: readonly (readonly LonLat[])[]) => buildings.push(rings.map(line))
  for (const { type, coordinates } of geometries) {
    if (type === 'Polygon') polygon(coordinates as LonLat[][])
    else if (type === 'MultiPolygon') for (const rings of coordinates as LonLat[][][]) polygon(rings)
    else if (type === 'LineString') walls.push(line(coordinates as LonLat[]))
    else if (type === 'MultiLineString') for (const one of coordinates as LonLat[][]) walls.push(line(one))
  }
  return { buildings, walls }
}
