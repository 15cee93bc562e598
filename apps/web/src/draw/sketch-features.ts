import type { LineString, Point, Polygon } from 'geojson'
import type { DrawingView } from './drawing.ts'
import { midpoints, type Position } from './sketch.ts'

/** What a drawn feature is, and so how it looks. */
export type SketchRole =
  | 'area'
  | 'path'
  | 'live'
  | 'vertex'
  | 'selected'
  | 'midpoint'
  | 'snap'
  | 'fault'
  | 'place'

export interface SketchFeature {
  readonly role: SketchRole
  readonly geometry: Point | LineString | Polygon
}

const point = (role: SketchRole, position: Position): SketchFeature => ({
  role,
  geometry: { type: 'Point', coordinates: position },
})

/** Everything the map shows of a drawing, bottom to top. */
export function sketchFeatures({ sketch, live, snap, problem }: DrawingView): SketchFeature[] {
  return [
    ...body(sketch, live),
    ...midpoints(sketch).map(({ position }) => point('midpoint', position)),
    ...sketch.vertices.map((position, i) => point(vertexRole(sketch, i), position)),
    ...(problem?.at ? [point('fault', problem.at)] : []),
    ...(snap ? [point('snap', snap.position)] : []),
  ]
}

/** A finished point shows its own icon: the pen only rings it. */
function vertexRole({ kind, finished, selected }: DrawingView['sketch'], index: number): SketchRole {
  if (kind === 'Point' && finished) return 'place'
  return index === selected ? 'selected' : 'vertex'
}

function body(sketch: DrawingView['sketch'], live: Position | null): SketchFeature[] {
  const { kind, vertices, holes } = sketch
  const last = vertices.at(-1)
  const [first] = vertices
  if (kind === 'Point' || first === undefined || last === undefined) return []
  const withLive = live ? [...vertices, live] : [...vertices]
  const parts: SketchFeature[] = []
  if (kind === 'Polygon' && withLive.length > 2) {
    const rings = [[...withLive, first], ...holes.map((ring) => [...ring])]
    parts.push({ role: 'area', geometry: { type: 'Polygon', coordinates: rings } })
  }
  if (vertices.length > 1) {
    const closed = kind === 'Polygon' && sketch.finished ? [...vertices, first] : [...vertices]
    parts.push({ role: 'path', geometry: { type: 'LineString', coordinates: closed } })
  }
  if (live) {
    const ahead = kind === 'Polygon' && vertices.length > 1 ? [last, live, first] : [last, live]
    parts.push({ role: 'live', geometry: { type: 'LineString', coordinates: ahead } })
  }
  return parts
}
