import { orient2d } from 'robust-predicates'
import { diamondAngle } from './diamond-angle.ts'

/** Piece of an isovist's outline that is a part of the circle of reach: nothing stands there. */
export const open = -1
/** Piece without depth: the observer leans against a solid there. */
export const shut = -2

/**
 * What is seen from one place, as the pieces of its outline in the order of their directions (anticlockwise from east).
 * Piece k spans the directions from start to end; it is a straight part of edge `edge[k]` of the scene, an arc of the
 * circle of reach of at most a quarter turn (`open`), or nothing (`shut`).
 */
export interface Isovist {
  readonly x: number
  readonly y: number
  /** Metres. */
  readonly reach: number
  readonly length: number
  readonly edge: Int32Array
  /** Start of piece k: [2k] east and [2k + 1] north, metres in the scene's plane. */
  readonly start: Float64Array
  readonly end: Float64Array
  /** Direction in which piece k starts (see diamondAngle), ascending. */
  readonly direction: Float64Array
}

/** Exact area in m²: triangles and sectors of the circle. */
export function isovistArea({ x, y, reach, length, edge, start, end }: Isovist): number {
  let doubled = 0
  for (let k = 0; k < length; k++) {
    const ax = start[2 * k]! - x
    const ay = start[2 * k + 1]! - y
    const bx = end[2 * k]! - x
    const by = end[2 * k + 1]! - y
    const cross = ax * by - ay * bx
    if (edge[k]! >= 0) doubled += cross
    else if (edge[k] === open) doubled += reach * reach * Math.atan2(cross, ax * bx + ay * by)
  }
  return doubled / 2
}

/**
 * The outline as one closed ring [east, north, east, north, …], anticlockwise, first position repeated at the end. Arcs
 * become chords of at most `step` radians whose corners lie on the circle; empty where nothing is seen.
 */
export function isovistRing(isovist: Isovist, step = Math.PI / 90): number[] {
  const { x, y, reach, length, edge, start, end } = isovist
  const ring: number[] = []
  // An edge seen due east is two pieces, the first and the last: no corner stands between them.
  const last = length - 1
  const joined =
    length > 1 &&
    edge[0]! >= 0 &&
    edge[0] === edge[last] &&
    Math.abs(start[0]! - end[2 * last]!) < 1e-9 &&
    Math.abs(start[1]! - end[2 * last + 1]!) < 1e-9
  for (let k = 0; k < length; k++) {
    if (edge[k] === shut) {
      pushCorner(ring, x, y)
      continue
    }
    if (k > 0 || !joined) pushCorner(ring, start[2 * k]!, start[2 * k + 1]!)
    if (edge[k] === open)
      pushArc(
        ring,
        x,
        y,
        reach,
        start[2 * k]! - x,
        start[2 * k + 1]! - y,
        end[2 * k]! - x,
        end[2 * k + 1]! - y,
        step,
      )
    if (k < last || !joined) pushCorner(ring, end[2 * k]!, end[2 * k + 1]!)
  }
  return closeRing(ring)
}

/** Appends a corner unless it repeats the last one (within a nanometre). */
export function pushCorner(ring: number[], x: number, y: number): void {
  const n = ring.length
  if (n > 0 && Math.abs(ring[n - 2]! - x) < 1e-9 && Math.abs(ring[n - 1]! - y) < 1e-9) return
  ring.push(x, y)
}

/** Repeats the first corner at the end; fewer than three corners are no ring. */
export function closeRing(ring: number[]): number[] {
  const n = ring.length
  if (n > 2 && Math.abs(ring[n - 2]! - ring[0]!) < 1e-9 && Math.abs(ring[n - 1]! - ring[1]!) < 1e-9)
    ring.length = n - 2
  if (ring.length < 6) return []
  ring.push(ring[0]!, ring[1]!)
  return ring
}

/** Appends what lies between the ends of an anticlockwise arc about (x, y), from direction (ax, ay) to (bx, by), under half a turn. */
export function pushArc(
  ring: number[],
  x: number,
  y: number,
  radius: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  step: number,
): void {
  const from = Math.atan2(ay, ax)
  const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  const parts = Math.ceil(Math.abs(turn) / step - 1e-9)
  for (let i = 1; i < parts; i++) {
    const angle = from + (turn * i) / parts
    pushCorner(ring, x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  }
}

/** Whether a place lies within the isovist, its outline included; log n steps. */
export function seesPoint(isovist: Isovist, px: number, py: number): boolean {
  const { x, y, reach, length, edge, start, end, direction } = isovist
  const dx = px - x
  const dy = py - y
  const away = dx * dx + dy * dy
  if (away > reach * reach) return false
  if (away === 0) return true
  if (length === 0) return false
  const low = pieceAt(direction, diamondAngle(dx, dy))
  if (edge[low] === shut) return false
  if (edge[low] === open) return true
  // The predicate's y grows downward: negative where the place lies to the left of the piece, as the observer does.
  return orient2d(start[2 * low]!, start[2 * low + 1]!, end[2 * low]!, end[2 * low + 1]!, px, py) <= 0
}

/** Metres that are seen in the direction (dx, dy), which has some length. */
export function sightTowards(isovist: Isovist, dx: number, dy: number): number {
  const { x, y, reach, length, edge, start, end, direction } = isovist
  if (length === 0) return 0
  const k = pieceAt(direction, diamondAngle(dx, dy))
  if (edge[k] === shut) return 0
  if (edge[k] === open) return reach
  const ax = start[2 * k]! - x
  const ay = start[2 * k + 1]! - y
  const ex = end[2 * k]! - x - ax
  const ey = end[2 * k + 1]! - y - ay
  const metres = (Math.hypot(dx, dy) * (ax * ey - ay * ex)) / (dx * ey - dy * ex)
  return metres >= 0 ? Math.min(reach, metres) : reach
}

/** The last piece that starts no later than direction `t`. */
function pieceAt(direction: Float64Array, t: number): number {
  let low = 0
  let high = direction.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (direction[middle]! <= t) low = middle
    else high = middle - 1
  }
  return low
}
