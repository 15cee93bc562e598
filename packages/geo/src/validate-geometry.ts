import type { Geometry } from 'geojson'
import { areaProblem } from './area-problem.ts'
import type { Position } from './bbox.ts'
import { same } from './segment-contact.ts'

export type GeometryProblemCode =
  | 'wrong-kind'
  | 'too-many-vertices'
  | 'not-finite'
  | 'out-of-range'
  | 'too-few-points'
  | 'ring-not-closed'
  /** A ring crosses, touches or runs along itself or another ring. */
  | 'self-intersection'
  | 'hole-outside'
  /** A hole lies in another hole. */
  | 'nested-holes'
  /** Holes that touch cut the area in two. */
  | 'interior-split'
  /** Parts of a multipolygon share ground. */
  | 'parts-overlap'

export interface GeometryProblem {
  readonly code: GeometryProblemCode
  /** Where it is, in degrees, where one place can be named. */
  readonly at?: Position
}

export interface ValidationLimits {
  /** Kinds that are taken; any but a collection where absent. */
  readonly kinds?: readonly Geometry['type'][]
  /** 10,000 where absent. */
  readonly maxVertices?: number
}

/** What one object may have unless a caller says otherwise. */
export const defaultMaxVertices = 10_000

/**
 * What is wrong with a geometry in degrees WGS84, or null.
 * Passing means that PostGIS's ST_IsValid agrees: the rules are OGC's simple features, decided with exact arithmetic.
 */
export function validateGeometry(geometry: Geometry, limits: ValidationLimits = {}): GeometryProblem | null {
  if (geometry.type === 'GeometryCollection') return { code: 'wrong-kind' }
  if (limits.kinds && !limits.kinds.includes(geometry.type)) return { code: 'wrong-kind' }
  const positions = flatPositions(geometry.coordinates)
  if (positions.length > (limits.maxVertices ?? defaultMaxVertices)) return { code: 'too-many-vertices' }
  return positionProblem(positions) ?? shapeProblem(geometry)
}

function positionProblem(positions: readonly Position[]): GeometryProblem | null {
  if (positions.length === 0) return { code: 'too-few-points' }
  for (const at of positions) {
    if (!Number.isFinite(at[0]) || !Number.isFinite(at[1])) return { code: 'not-finite' }
    if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return { code: 'out-of-range', at }
  }
  return null
}

function shapeProblem(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): GeometryProblem | null {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return null
    case 'LineString':
      return lineProblem(geometry.coordinates as Position[])
    case 'MultiLineString':
      return first(geometry.coordinates as Position[][], lineProblem)
    case 'Polygon':
      return polygonsProblem([geometry.coordinates as Position[][]])
    case 'MultiPolygon':
      return polygonsProblem(geometry.coordinates as Position[][][])
  }
}

function lineProblem(line: readonly Position[]): GeometryProblem | null {
  const start = line[0]
  return start && line.some((position) => !same(position, start)) ? null : { code: 'too-few-points' }
}

function polygonsProblem(polygons: readonly Position[][][]): GeometryProblem | null {
  if (polygons.some((rings) => rings.length === 0)) return { code: 'too-few-points' }
  return (
    first(polygons.flat(), ringProblem) ?? areaProblem(polygons.map((rings) => rings.map(withoutRepeats)))
  )
}

function ringProblem(ring: readonly Position[]): GeometryProblem | null {
  const start = ring[0]
  if (!start) return { code: 'too-few-points' }
  if (!same(start, ring.at(-1)!)) return { code: 'ring-not-closed', at: start }
  return withoutRepeats(ring).length < 4 ? { code: 'too-few-points', at: start } : null
}

const withoutRepeats = (ring: readonly Position[]): Position[] =>
  ring.filter((position, i) => i === 0 || !same(position, ring[i - 1]!))

function first<T>(items: readonly T[], judge: (item: T) => GeometryProblem | null): GeometryProblem | null {
  for (const item of items) {
    const problem = judge(item)
    if (problem) return problem
  }
  return null
}

type Nested = readonly number[] | readonly Nested[]

function flatPositions(coordinates: Nested): Position[] {
  if (coordinates.length === 0) return []
  if (typeof coordinates[0] === 'number') return [coordinates as Position]
  return (coordinates as readonly Nested[]).flatMap(flatPositions)
}
