import type { Geometry, Position } from 'geojson'

/** Well-known text with its reference system, as PostgreSQL reads a geometry. */
export const ewkt = (geometry: Geometry): string => `SRID=4326;${wkt(geometry)}`

function wkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT(${at(geometry.coordinates)})`
    case 'LineString':
      return `LINESTRING(${list(geometry.coordinates)})`
    case 'Polygon':
      return `POLYGON(${geometry.coordinates.map((ring) => `(${list(ring)})`).join(',')})`
    default:
      throw new RangeError(`the demonstration draws no ${geometry.type}`)
  }
}

const list = (positions: readonly Position[]): string => positions.map(at).join(',')
const at = (position: Position): string => `${position[0]} ${position[1]}`
