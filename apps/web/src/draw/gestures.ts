import { midpoints, type Position, type Sketch } from './sketch.ts'
import type { Pixel } from './snapping.ts'

/** What of a sketch lies under the pointer. */
export type Grip =
  | { readonly type: 'vertex'; readonly index: number }
  | { readonly type: 'midpoint'; readonly index: number }
  | { readonly type: 'body' }

/** How near the pointer must be, in CSS pixels: a mouse aims better than a thumb. */
export const reach = { mouse: 12, touch: 22 } as const

/** The vertex, midpoint or body under the pointer, in that order; null beside the sketch. */
export function gripAt(
  sketch: Sketch,
  pointer: Pixel,
  project: (position: Position) => Pixel,
  within: number,
): Grip | null {
  const nearest = <T>(candidates: readonly T[], positionOf: (candidate: T) => Position) =>
    candidates
      .map((candidate) => ({ candidate, away: distance(project(positionOf(candidate)), pointer) }))
      .filter(({ away }) => away <= within)
      .sort((a, b) => a.away - b.away)[0]?.candidate
  const vertex = nearest([...sketch.vertices.entries()], ([, position]) => position)
  if (vertex !== undefined) return { type: 'vertex', index: vertex[0] }
  const midpoint = nearest(midpoints(sketch), ({ position }) => position)
  if (midpoint !== undefined) return { type: 'midpoint', index: midpoint.index }
  return sketch.finished && onBody(sketch, pointer, project, within) ? { type: 'body' } : null
}

/** True where a click here ends the drawing: on the last vertex, or on the first of an area. */
export function closes(
  sketch: Sketch,
  pointer: Pixel,
  project: (position: Position) => Pixel,
  within: number,
): boolean {
  const { vertices, kind } = sketch
  const ends = kind === 'Polygon' ? [vertices.at(-1), vertices[0]] : [vertices.at(-1)]
  return (
    vertices.length >= 2 && ends.some((end) => end !== undefined && distance(project(end), pointer) <= within)
  )
}

const distance = (a: Pixel, b: Pixel) => Math.hypot(a.x - b.x, a.y - b.y)

function onBody(sketch: Sketch, pointer: Pixel, project: (p: Position) => Pixel, within: number): boolean {
  const path = sketch.vertices.map(project)
  if (sketch.kind === 'Polygon') return insideRing(pointer, path)
  return path.slice(1).some((to, i) => fromSegment(pointer, path[i] as Pixel, to) <= within)
}

function fromSegment(pointer: Pixel, from: Pixel, to: Pixel): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((pointer.x - from.x) * dx + (pointer.y - from.y) * dy) / squared
  const part = Math.min(1, Math.max(0, along))
  return distance(pointer, { x: from.x + part * dx, y: from.y + part * dy })
}

function insideRing(pointer: Pixel, ring: readonly Pixel[]): boolean {
  let inside = false
  for (const [i, a] of ring.entries()) {
    const b = ring.at(i - 1) as Pixel
    const crosses = a.y > pointer.y !== b.y > pointer.y
    if (crosses && pointer.x < ((b.x - a.x) * (pointer.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}
