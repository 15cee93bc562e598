import type { Geometry } from 'geojson'

const srid = 4326
const types: Readonly<Record<string, number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
}

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>
type Nested = readonly number[] | readonly Nested[]

/** A geometry as PostGIS reads it from text: little-endian EWKB with SRID 4326, in hexadecimal. */
export function ewkb(geometry: Simple): string {
  const buffer = Buffer.allocUnsafe(9 + sizeOf(geometry))
  buffer[0] = 1
  buffer.writeUInt32LE(types[geometry.type]! | 0x20000000, 1)
  buffer.writeUInt32LE(srid, 5)
  writeBody(buffer, 9, geometry)
  return buffer.toString('hex')
}

function sizeOf(geometry: Simple): number {
  const { type, coordinates } = geometry
  if (type === 'Point') return 16
  if (type === 'LineString') return 4 + coordinates.length * 16
  if (type === 'Polygon') return 4 + coordinates.reduce((sum, ring) => sum + 4 + ring.length * 16, 0)
  return 4 + partsOf(geometry).reduce((sum, part) => sum + 5 + sizeOf(part), 0)
}

function partsOf({ type, coordinates }: Simple): Simple[] {
  const part = type.slice('Multi'.length)
  return (coordinates as readonly Nested[]).map(
    (each) => ({ type: part, coordinates: each }) as unknown as Simple,
  )
}

function writeBody(buffer: Buffer, start: number, geometry: Simple): number {
  const { type, coordinates } = geometry
  if (type === 'Point') return writePositions(buffer, start, [coordinates])
  if (type === 'LineString') return writeRing(buffer, start, coordinates)
  const count = buffer.writeUInt32LE(coordinates.length, start)
  if (type === 'Polygon') return coordinates.reduce((at, ring) => writeRing(buffer, at, ring), count)
  return partsOf(geometry).reduce((at, part) => {
    buffer[at] = 1
    return writeBody(buffer, buffer.writeUInt32LE(types[part.type]!, at + 1), part)
  }, count)
}

const writeRing = (buffer: Buffer, start: number, ring: readonly (readonly number[])[]): number =>
  writePositions(buffer, buffer.writeUInt32LE(ring.length, start), ring)

function writePositions(buffer: Buffer, start: number, positions: readonly (readonly number[])[]): number {
  let at = start
  for (const position of positions) {
    at = buffer.writeDoubleLE(position[0]!, at)
    at = buffer.writeDoubleLE(position[1]!, at)
  }
  return at
}
