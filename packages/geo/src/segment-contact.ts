import { orient2d } from 'robust-predicates'
import type { Position } from './bbox.ts'

/** How two straight edges meet. A touch is at an end of at least one of them, so its position is exact. */
export type Contact =
  | { readonly kind: 'crossing'; readonly at: Position }
  | { readonly kind: 'overlap'; readonly at: Position }
  | { readonly kind: 'touch'; readonly at: Position }

/**
 * How the edges a-b and c-d meet, or null where they do not. Decided with exact orientation tests (Shewchuk's adaptive
 * predicates), as GEOS does, so that the verdict here is the verdict of the database.
 */
export function contactOf(a: Position, b: Position, c: Position, d: Position): Contact | null {
  const abc = side(a, b, c)
  const abd = side(a, b, d)
  const cda = side(c, d, a)
  const cdb = side(c, d, b)
  if (abc === 0 && abd === 0) return alongOneLine(a, b, c, d)
  if (abc * abd > 0 || cda * cdb > 0) return null
  if (abc === 0) return { kind: 'touch', at: c }
  if (abd === 0) return { kind: 'touch', at: d }
  if (cda === 0) return { kind: 'touch', at: a }
  if (cdb === 0) return { kind: 'touch', at: b }
  return { kind: 'crossing', at: crossingPoint(a, b, c, d) }
}

/** +1 where c lies left of the line from a to b (x east, y north), -1 right, 0 on it; exact. */
export function side(a: Position, b: Position, c: Position): -1 | 0 | 1 {
  // The library's y grows downward, so its sign is the other way round.
  const value = orient2d(a[0], a[1], b[0], b[1], c[0], c[1])
  return value < 0 ? 1 : value > 0 ? -1 : 0
}

export const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

function alongOneLine(a: Position, b: Position, c: Position, d: Position): Contact | null {
  const axis = a[0] !== b[0] ? 0 : 1
  const [from, to] = ordered(a, b, axis)
  const [from2, to2] = ordered(c, d, axis)
  const start = from[axis] > from2[axis] ? from : from2
  const end = to[axis] < to2[axis] ? to : to2
  if (start[axis] > end[axis]) return null
  return { kind: start[axis] === end[axis] ? 'touch' : 'overlap', at: start }
}

const ordered = (a: Position, b: Position, axis: 0 | 1): [Position, Position] =>
  a[axis] <= b[axis] ? [a, b] : [b, a]

/** Only to show somebody where it is: rounded like any floating-point division. */
function crossingPoint(a: Position, b: Position, c: Position, d: Position): Position {
  const ux = b[0] - a[0]
  const uy = b[1] - a[1]
  const vx = d[0] - c[0]
  const vy = d[1] - c[1]
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx)
  return [a[0] + t * ux, a[1] + t * uy]
}
