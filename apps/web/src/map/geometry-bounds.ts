import type { Geometry, Position } from 'geojson'

/** [west, south, east, north] in degrees. */
export type Bounds = [number, number, number, number]

/** The box around a geometry of any kind. */
export function boundsOf(geometry: Geometry): Bounds {
  const bounds: Bounds = [180, 90, -180, -90]
  for (const [lon, lat] of positionsOf(geometry)) {
    bounds[0] = Math.min(bounds[0], lon!)
    bounds[1] = Math.min(bounds[1], lat!)
    bounds[2] = Math.max(bounds[2], lon!)
    bounds[3] = Math.max(bounds[3], lat!)
  }
  return bounds
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
