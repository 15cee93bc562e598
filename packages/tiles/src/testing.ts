import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export interface DecodedFeature {
  readonly type: number
  readonly properties: Readonly<Record<string, unknown>>
  /** Parts of x, y pairs in tile units. */
  readonly geometry: readonly (readonly (readonly [number, number])[])[]
}

/** A tile's layer as the reference decoder reads it. */
export function decodeLayer(bytes: Uint8Array, name: string): DecodedFeature[] {
  const layer = bytes.length === 0 ? undefined : new VectorTile(new PbfReader(bytes)).layers[name]
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => {
    const feature = layer!.feature(at)
    return {
      type: feature.type,
      properties: feature.properties,
      geometry: feature.loadGeometry().map((part) => part.map(({ x, y }) => [x, y] as const)),
    }
  })
}

/** Twice the area within rings, by the surveyor's formula: outer rings count positive, holes negative. */
export function doubleArea(rings: DecodedFeature['geometry']): number {
  let sum = 0
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++)
      sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1]
  return sum
}

type Position = readonly [number, number]
export type TestGeometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

const kinds = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const

/** A geometry as little-endian WKB. */
export function toWkb({ type, coordinates }: TestGeometry): Uint8Array {
  const bytes: number[] = []
  const word = (value: number) => bytes.push(...new Uint8Array(Uint32Array.of(value).buffer))
  const head = (kind: number) => {
    bytes.push(1)
    word(kind)
  }
  const position = ([x, y]: Position) => bytes.push(...new Uint8Array(Float64Array.of(x, y).buffer))
  const path = (positions: readonly Position[]) => {
    word(positions.length)
    positions.forEach(position)
  }
  const polygon = (rings: readonly (readonly Position[])[]) => {
    word(rings.length)
    rings.forEach(path)
  }
  head(kinds.indexOf(type) + 1)
  if (type === 'Point') position(coordinates)
  else if (type === 'LineString') path(coordinates)
  else if (type === 'Polygon') polygon(coordinates)
  else {
    word(coordinates.length)
    for (const member of coordinates) {
      head(kinds.indexOf(type) - 2)
      if (type === 'MultiPoint') position(member as Position)
      else if (type === 'MultiLineString') path(member as readonly Position[])
      else polygon(member as readonly (readonly Position[])[])
    }
  }
  return Uint8Array.from(bytes)
}
