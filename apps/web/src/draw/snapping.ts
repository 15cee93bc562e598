import type { Geometry } from 'geojson'
import type { Position } from './sketch.ts'

/** A place on the screen, in CSS pixels. */
export interface Pixel {
  readonly x: number
  readonly y: number
}

export interface Snap {
  readonly position: Position
  readonly to: 'vertex' | 'edge'
  /** How far the pointer was, in pixels. */
  readonly distance: number
}

/** A corner is worth a little more than a nearer place along an edge, since that is what one aims for. */
const vertexPreference = 1.6

/**
 * The nearest vertex within the tolerance, else the nearest place on an edge within it, else null.
 * Points are vertices. Edges are straight on the screen, as they are drawn.
 * @param pointer where the pointer is, in pixels
 * @param targets what to snap to, in degrees
 * @param project degrees to pixels
 * @param unproject pixels to degrees
 * @param tolerance how far the pointer may be, in pixels
 */
export function snap(
  pointer: Pixel,
  targets: readonly Geometry[],
  project: (position: Position) => Pixel,
  unproject: (pixel: Pixel) => Position,
  tolerance: number,
): Snap | null {
  let vertex: Snap | null = null
  let edge: Snap | null = null
  for (const path of targets.flatMap(pathsOf)) {
    let from: Pixel | null = null
    for (const position of path) {
      const to = project(position)
      const distance = Math.hypot(to.x - pointer.x, to.y - pointer.y)
      if (distance <= tolerance && distance < (vertex?.distance ?? Number.POSITIVE_INFINITY)) {
        vertex = { position, to: 'vertex', distance }
      }
      if (from !== null) {
        const foot = nearestOnSegment(pointer, from, to)
        const away = Math.hypot(foot.x - pointer.x, foot.y - pointer.y)
        if (away <= tolerance && away < (edge?.distance ?? Number.POSITIVE_INFINITY)) {
          edge = { position: unproject(foot), to: 'edge', distance: away }
        }
      }
      from = to
    }
  }
  if (vertex === null) return edge
  if (edge === null) return vertex
  return vertex.distance <= Math.max(tolerance / 2, edge.distance * vertexPreference) ? vertex : edge
}

function nearestOnSegment(pointer: Pixel, from: Pixel, to: Pixel): Pixel {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((pointer.x - from.x) * dx + (pointer.y - from.y) * dy) / squared
  const part = Math.min(1, Math.max(0, along))
  return { x: from.x + part * dx, y: from.y + part * dy }
}

function pathsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates as Position]]
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position as Position])
    case 'LineString':
      return [geometry.coordinates as Position[]]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates as Position[][]
    case 'MultiPolygon':
      return geometry.coordinates.flat() as Position[][]
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf)
  }
}
