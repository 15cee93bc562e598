import type { Geometry, Position } from 'geojson'

export type ShapeKind = 'Point' | 'LineString' | 'Polygon'

/** Points that are put out one by one, and what they are to become. */
export interface DrawnPlace {
  readonly kind: ShapeKind
  readonly points: readonly Position[]
}

/** How many points make each. */
export const pointsNeeded: Readonly<Record<ShapeKind, number>> = { Point: 1, LineString: 2, Polygon: 3 }

/** With one more point; a place that is a point moves there. */
export const withPoint = ({ kind, points }: DrawnPlace, at: Position): DrawnPlace => ({
  kind,
  points: kind === 'Point' ? [at] : [...points, at],
})

/** The geometry the points make; null while there are too few. */
export function geometryOf({ kind, points }: DrawnPlace): Geometry | null {
  if (points.length < pointsNeeded[kind]) return null
  if (kind === 'Point') return { type: 'Point', coordinates: points[0]! }
  if (kind === 'LineString') return { type: 'LineString', coordinates: [...points] }
  return { type: 'Polygon', coordinates: [[...points, points[0]!]] }
}

/** A geometry taken up to be drawn on; one of several parts begins as an empty area. */
export function drawnFrom(geometry: Geometry | null): DrawnPlace {
  if (geometry?.type === 'Point') return { kind: 'Point', points: [geometry.coordinates] }
  if (geometry?.type === 'LineString') return { kind: 'LineString', points: geometry.coordinates }
  if (geometry?.type === 'Polygon' && geometry.coordinates.length === 1)
    return { kind: 'Polygon', points: geometry.coordinates[0]!.slice(0, -1) }
  return { kind: 'Polygon', points: [] }
}
