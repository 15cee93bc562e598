import type { Position } from '@trygghetskartan/geo'
import type { Geometry } from 'geojson'

export type { Position } from '@trygghetskartan/geo'
export type SketchKind = 'Point' | 'LineString' | 'Polygon'

/** A geometry while it is being drawn or changed. A polygon's vertices are its outer ring without the closing point. */
export interface Sketch {
  readonly kind: SketchKind
  readonly vertices: readonly Position[]
  /** Inner rings of a polygon, closed, moved along with the whole but not edited by hand. */
  readonly holes: readonly (readonly Position[])[]
  readonly selected: number | null
  /** The shape is complete: what follows changes it. */
  readonly finished: boolean
}

export type SketchStep =
  | { readonly type: 'add'; readonly position: Position }
  | { readonly type: 'insert'; readonly index: number; readonly position: Position }
  | { readonly type: 'move'; readonly index: number; readonly position: Position }
  | { readonly type: 'remove'; readonly index: number }
  /** Moves every vertex by degrees of longitude and latitude. */
  | { readonly type: 'shift'; readonly by: Position }
  | { readonly type: 'select'; readonly index: number | null }
  | { readonly type: 'finish' }
  /** Another shape altogether: a draft brought back. */
  | { readonly type: 'replace'; readonly sketch: Sketch }

export const fewestVertices: Readonly<Record<SketchKind, number>> = { Point: 1, LineString: 2, Polygon: 3 }

export const emptySketch = (kind: SketchKind): Sketch => ({
  kind,
  vertices: [],
  holes: [],
  selected: null,
  finished: false,
})

/** A hundred-millionth of a degree is about a millimetre. */
const tidy = ([lon, lat]: Position): Position => [Number(lon.toFixed(8)), Number(lat.toFixed(8))]

export const isComplete = (sketch: Sketch): boolean => sketch.vertices.length >= fewestVertices[sketch.kind]

/** True where removing one more vertex still leaves a shape, or where nothing has been finished yet. */
export const canRemove = (sketch: Sketch): boolean =>
  sketch.vertices.length > (sketch.finished ? fewestVertices[sketch.kind] : 0)

/** The sketch after a step. A step that does not apply (an index outside, a line too short to end) changes nothing. */
export function takeStep(sketch: Sketch, step: SketchStep): Sketch {
  const { vertices } = sketch
  switch (step.type) {
    case 'add': {
      if (sketch.kind === 'Point') {
        return { ...sketch, vertices: [tidy(step.position)], selected: 0, finished: true }
      }
      return { ...sketch, vertices: [...vertices, tidy(step.position)], selected: vertices.length }
    }
    case 'insert':
      if (step.index < 0 || step.index > vertices.length || sketch.kind === 'Point') return sketch
      return {
        ...sketch,
        vertices: vertices.toSpliced(step.index, 0, tidy(step.position)),
        selected: step.index,
      }
    case 'move':
      if (vertices[step.index] === undefined) return sketch
      return { ...sketch, vertices: vertices.with(step.index, tidy(step.position)), selected: step.index }
    case 'remove':
      return removeVertex(sketch, step.index)
    case 'shift': {
      const shifted = ([lon, lat]: Position): Position => tidy([lon + step.by[0], lat + step.by[1]])
      return {
        ...sketch,
        vertices: vertices.map(shifted),
        holes: sketch.holes.map((ring) => ring.map(shifted)),
      }
    }
    case 'select':
      if (step.index !== null && vertices[step.index] === undefined) return sketch
      return { ...sketch, selected: step.index }
    case 'finish':
      return isComplete(sketch) ? { ...sketch, finished: true, selected: null } : sketch
    case 'replace':
      return step.sketch
  }
}

function removeVertex(sketch: Sketch, index: number): Sketch {
  if (sketch.vertices[index] === undefined || !canRemove(sketch)) return sketch
  const vertices = sketch.vertices.toSpliced(index, 1)
  return {
    ...sketch,
    vertices,
    selected: vertices.length === 0 ? null : Math.min(index, vertices.length - 1),
  }
}

/** GeoJSON of the sketch, or null while it has too few vertices to be one. */
export function geometryOf(sketch: Sketch): Geometry | null {
  const [first] = sketch.vertices
  if (first === undefined || !isComplete(sketch)) return null
  switch (sketch.kind) {
    case 'Point':
      return { type: 'Point', coordinates: first }
    case 'LineString':
      return { type: 'LineString', coordinates: [...sketch.vertices] }
    case 'Polygon':
      return {
        type: 'Polygon',
        coordinates: [[...sketch.vertices, first], ...sketch.holes.map((ring) => [...ring])],
      }
  }
}

/** The finished sketch of a geometry; null for kinds a pen cannot change (several parts). */
export function sketchOf(geometry: Geometry): Sketch | null {
  const finished = { holes: [], selected: null, finished: true }
  switch (geometry.type) {
    case 'Point':
      return { ...finished, kind: 'Point', vertices: [geometry.coordinates as Position] }
    case 'LineString':
      return { ...finished, kind: 'LineString', vertices: geometry.coordinates as Position[] }
    case 'Polygon': {
      const [outer = [], ...holes] = geometry.coordinates as Position[][]
      return { ...finished, kind: 'Polygon', vertices: outer.slice(0, -1), holes }
    }
    case 'MultiPolygon': {
      const [only, ...more] = geometry.coordinates
      return only !== undefined && more.length === 0 ? sketchOf({ type: 'Polygon', coordinates: only }) : null
    }
    default:
      return null
  }
}

/** Indices where a midpoint stands, with its position: between each pair of neighbours, around the ring for a polygon. */
export function midpoints(sketch: Sketch): { readonly index: number; readonly position: Position }[] {
  if (!sketch.finished || sketch.kind === 'Point') return []
  const { vertices } = sketch
  const last = sketch.kind === 'Polygon' ? vertices.length : vertices.length - 1
  return Array.from({ length: last }, (_, i) => {
    const [lonA, latA] = vertices[i] as Position
    const [lonB, latB] = vertices[(i + 1) % vertices.length] as Position
    return { index: i + 1, position: [(lonA + lonB) / 2, (latA + latB) / 2] as Position }
  })
}
