import { type Refusal, refuse } from '@trygghetskartan/geo'
import { orient2d } from 'robust-predicates'
import { diamondAngle, diamondX, diamondY } from './diamond-angle.ts'
import { appendPiece, blocked, mergeAll, mergeInto, type Pieces } from './envelope.ts'
import type { Isovist } from './isovist.ts'
import { outline } from './outline.ts'
import type { Scene } from './scene.ts'
import { solidsAt } from './solids-at.ts'

/** Directions in which nearness is kept to tell what is hidden without looking closer. */
const sectors = 1024
/** Edges are taken ring by ring outwards; those wholly behind what is there already cost one look. */
const rings = [1 / 12, 1 / 6, 1 / 3, 1]

/**
 * The exact visibility polygon of (x, y) among the scene's edges, within `reach` metres.
 *
 * The inverse distance of a straight edge is linear in the direction, so the outline is the upper envelope of straight
 * functions, found by merging neighbours two and two: O(n log n), whether or not edges share corners, touch, overlap or
 * cross. On which side of an edge the observer stands is decided exactly. A place on the outline of a building sees
 * outwards. A place within a building is refused. Throws RangeError for a place or a reach that is not a finite number.
 */
export function visibleFrom(scene: Scene, x: number, y: number, reach: number): Isovist | Refusal {
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError('The place is not a finite position')
  if (!(reach > 0 && reach < Infinity)) throw new RangeError('The reach is not a positive number of metres')
  const wedges = solidsAt(scene, x, y)
  if (wedges === null)
    return refuse(
      'inside-building',
      'Platsen ligger inne i en byggnad. Flytta den ut till fasaden.',
      'The place is inside a building. Move it out to the façade.',
    )
  const { workspace: w } = scene
  const count = gather(scene, x, y, reach)
  let seen = w.pieces[2]
  seen.length = 0
  if (wedges.length > 0) seen = merged(scene, seen, wedges)
  let inner = 0
  const hides = new Float64Array(sectors)
  for (const ring of rings) {
    const outer = ring === 1 ? Infinity : ring * ring * reach * reach
    if (seen.length > 0) nearestBySector(hides, seen, w)
    const fresh = w.pieces[0]
    fresh.length = 0
    let runs = 0
    for (let k = 0; k < count; k++) {
      if (w.near[k]! < inner || w.near[k]! >= outer) continue
      if (seen.length > 0 && isHidden(hides, w.from[k]!, w.to[k]!, w.a[k]!, w.b[k]!)) continue
      w.runs[runs++] = fresh.length
      appendPiece(fresh, w.from[k]!, w.to[k]!, k)
    }
    w.runs[runs] = fresh.length
    if (runs > 0) seen = merged(scene, seen, mergeAll(fresh, w.pieces[1], w.runs, runs, w))
    inner = outer
  }
  return outline(scene, seen, x, y, reach)
}

/** The nearest of two, in whichever of the workspace's pieces holds neither. */
function merged({ workspace }: Scene, p: Pieces, q: Pieces): Pieces {
  const { pieces } = workspace
  const at = pieces.findIndex((one) => one !== p && one !== q)
  const out = pieces[at]!
  out.length = 0
  mergeInto(out, workspace, p, 0, p.length, q, 0, q.length)
  // What is seen so far always stands last, so that the first two are free to work in.
  pieces[at] = pieces[2]
  pieces[2] = out
  return out
}

/** Collects the edges within reach as lines about the observer; an edge seen along its length hides nothing. */
function gather({ grid, workspace: w, x0, y0, x1, y1 }: Scene, x: number, y: number, reach: number): number {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.floor(value / grid.size)))
  const left = clamp(x - reach - grid.west, grid.columns - 1)
  const right = clamp(x + reach - grid.west, grid.columns - 1)
  const bottom = clamp(y - reach - grid.south, grid.rows - 1)
  const top = clamp(y + reach - grid.south, grid.rows - 1)
  if (w.question === 0x7fffffff) {
    w.seen.fill(0)
    w.question = 0
  }
  const question = ++w.question
  const farthest = reach * reach
  let n = 0
  for (let row = bottom; row <= top; row++) {
    // Cells of a row stand beside each other.
    const end = grid.starts[row * grid.columns + right + 1]!
    for (let at = grid.starts[row * grid.columns + left]!; at < end; at++) {
      const i = grid.edges[at]!
      if (w.seen[i] === question) continue
      w.seen[i] = question
      const ax = x0[i]! - x
      const ay = y0[i]! - y
      const bx = x1[i]! - x
      const by = y1[i]! - y
      const ex = bx - ax
      const ey = by - ay
      const along = Math.max(0, Math.min(1, -(ax * ex + ay * ey) / (ex * ex + ey * ey)))
      const nx = ax + along * ex
      const ny = ay + along * ey
      const near = nx * nx + ny * ny
      if (near >= farthest) continue
      const cross = -orient2d(x0[i]!, y0[i]!, x1[i]!, y1[i]!, x, y)
      if (cross === 0) continue
      const tA = diamondAngle(ax, ay)
      const tB = diamondAngle(bx, by)
      let from = cross > 0 ? tA : tB
      let to = cross > 0 ? tB : tA
      if (to === 0) to = 4
      if (from === 4) from = 0
      // Seen so nearly along its length that its ends round to one direction or past each other.
      const width = to - from
      if (width === 0 || (width < 0 && width > -1.9) || width > 2.1) continue
      w.edge[n] = i
      w.a[n] = ey / cross
      w.b[n] = -ex / cross
      w.from[n] = from
      w.to[n] = to
      w.near[n++] = near
    }
  }
  return n
}

/** Of each sector the least inverse distance of what stands there; 0 where something may be seen through. */
function nearestBySector(
  hides: Float64Array,
  { length, from, to, line }: Pieces,
  { a, b }: Scene['workspace'],
): void {
  hides.fill(Infinity)
  const through = (start: number, end: number) => {
    for (let s = Math.floor((start * sectors) / 4); s * 4 < end * sectors && s < sectors; s++) hides[s] = 0
  }
  let at = 0
  for (let k = 0; k < length; k++) {
    if (from[k]! > at) through(at, from[k]!)
    at = to[k]!
    const i = line[k]!
    if (i === blocked) continue
    const quarter = Math.floor(from[k]!)
    const least = Math.min(
      a[i]! * diamondX(from[k]!, quarter) + b[i]! * diamondY(from[k]!, quarter),
      a[i]! * diamondX(at, quarter) + b[i]! * diamondY(at, quarter),
    )
    for (let s = Math.floor((from[k]! * sectors) / 4); s * 4 < at * sectors && s < sectors; s++)
      hides[s] = Math.min(hides[s]!, least)
  }
  if (at < 4) through(at, 4)
}

/** Whether a line is behind what stands in every sector it touches. Says no where it is close. */
function isHidden(hides: Float64Array, from: number, to: number, a: number, b: number): boolean {
  if (from > to) return isHidden(hides, from, 4, a, b) && (to === 0 || isHidden(hides, 0, to, a, b))
  let most = 0
  for (let start = from; start < to; ) {
    const quarter = Math.floor(start)
    const end = Math.min(to, quarter + 1)
    most = Math.max(
      most,
      a * diamondX(start, quarter) + b * diamondY(start, quarter),
      a * diamondX(end, quarter) + b * diamondY(end, quarter),
    )
    start = end
  }
  most *= 1 + 1e-9
  for (let s = Math.floor((from * sectors) / 4); s * 4 < to * sectors && s < sectors; s++)
    if (hides[s]! < most) return false
  return true
}
