import { withinCircle } from './circle.ts'
import { closeRing, type Isovist, open, pushArc, pushCorner, shut } from './isovist.ts'
import type { Corner } from './scene.ts'

/** Part of what is seen, about the observer: towards edge `edge` (or `open`, an arc at reach) from (ax, ay) to (bx, by). */
export interface ViewPiece {
  readonly edge: number
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
}

/**
 * The pieces of an isovist within a field of view `width` radians wide about the direction `middle` (radians, anticlockwise
 * from east), in the order of their directions.
 */
export function piecesInView(isovist: Isovist, middle: number, width: number): ViewPiece[] {
  const whole: ViewPiece[] = []
  for (let k = 0; k < isovist.length; k++) {
    if (isovist.edge[k] === shut) continue
    whole.push({
      edge: isovist.edge[k]!,
      ax: isovist.start[2 * k]! - isovist.x,
      ay: isovist.start[2 * k + 1]! - isovist.y,
      bx: isovist.end[2 * k]! - isovist.x,
      by: isovist.end[2 * k + 1]! - isovist.y,
    })
  }
  if (width >= 2 * Math.PI - 1e-9) return whole
  const right = middle - width / 2
  const cut = [right, middle + width / 2].reduce(
    (pieces, angle) => pieces.flatMap((piece) => cutAt(piece, angle)),
    whole,
  )
  return cut.filter((piece) => {
    const angle = Math.atan2(piece.ay, piece.ax) + turnOf(piece) / 2 - right
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI)) < width
  })
}

/** The angle a piece spans, radians. */
const turnOf = ({ ax, ay, bx, by }: ViewPiece): number => Math.atan2(ax * by - ay * bx, ax * bx + ay * by)

function cutAt(piece: ViewPiece, angle: number): ViewPiece[] {
  const { edge, ax, ay, bx, by } = piece
  const dx = Math.cos(angle)
  const dy = Math.sin(angle)
  if (!(ax * dy - ay * dx > 0 && dx * by - dy * bx > 0)) return [piece]
  const r = edge === open ? Math.hypot(ax, ay) : (ax * by - ay * bx) / (dx * (by - ay) - dy * (bx - ax))
  return [
    { edge, ax, ay, bx: r * dx, by: r * dy },
    { edge, ax: r * dx, ay: r * dy, bx, by },
  ]
}

/** What of a view lies between two distances: its exact area, its polygons (rings of flat coordinates) and edges met. */
export interface Band {
  /** m². */
  readonly area: number
  /** Each polygon is its outer ring and then at most one hole; rings are [east, north, east, north, …], closed. */
  readonly polygons: number[][][]
  /** Parts of the scene's edges that bound it, from start to end in the scene's plane, with the metres of each. */
  readonly edges: readonly SeenEdge[]
}

export interface SeenEdge {
  readonly edge: number
  readonly metres: number
  readonly start: Corner
  readonly end: Corner
}

/** The part of a view at least `near` and at most `far` metres from the observer at (x, y). Chords of at most `step` radians. */
export function bandOf(
  pieces: readonly ViewPiece[],
  x: number,
  y: number,
  near: number,
  far: number,
  step = Math.PI / 90,
): Band {
  const runs: ViewPiece[][] = []
  const edges: SeenEdge[] = []
  let doubled = 0
  let before: ViewPiece | undefined
  for (const piece of pieces.flatMap((one) => clipTo(one, near, far))) {
    const joined = before !== undefined && sameDirection(before.bx, before.by, piece.ax, piece.ay)
    if (joined) runs.at(-1)!.push(piece)
    else runs.push([piece])
    before = piece
    const { ax, ay, bx, by } = piece
    const turn = turnOf(piece)
    doubled += (piece.edge === open ? far * far * turn : ax * by - ay * bx) - near * near * turn
    if (piece.edge >= 0)
      edges.push({
        edge: piece.edge,
        metres: Math.hypot(bx - ax, by - ay),
        start: [x + ax, y + ay],
        end: [x + bx, y + by],
      })
  }
  const first = runs[0]
  const last = runs.at(-1)
  const meets =
    first !== undefined &&
    last !== undefined &&
    sameDirection(last.at(-1)!.bx, last.at(-1)!.by, first[0]!.ax, first[0]!.ay)
  const round = meets && runs.length === 1
  if (meets && !round) runs[0] = [...runs.pop()!, ...first]
  const polygons = runs
    .map((run) => polygonOf(run, x, y, near, far, round, step))
    .filter(([ring]) => ring!.length > 0)
  return { area: doubled / 2, polygons, edges }
}

const sameDirection = (ax: number, ay: number, bx: number, by: number): boolean =>
  ax * bx + ay * by > 0 && Math.abs(ax * by - ay * bx) < 1e-9 * (ax * bx + ay * by)

/** Cuts a piece at both circles: what is nearer than `near` is dropped, what is farther than `far` becomes an arc. */
function clipTo(piece: ViewPiece, near: number, far: number): ViewPiece[] {
  const { edge, ax, ay, bx, by } = piece
  if (edge === open) return Math.hypot(ax, ay) > near ? [atRadius(piece, far)] : []
  const at = (s: number): [number, number] =>
    s === 0 ? [ax, ay] : s === 1 ? [bx, by] : [ax + s * (bx - ax), ay + s * (by - ay)]
  const part = (s: number, e: number): ViewPiece => {
    const [px, py] = at(s)
    const [qx, qy] = at(e)
    return { edge, ax: px, ay: py, bx: qx, by: qy }
  }
  const inner = near > 0 ? withinCircle(ax, ay, bx, by, near) : null
  const outer = withinCircle(ax, ay, bx, by, far)
  const stops = [...new Set([0, ...(outer ?? []), ...(inner ?? []), 1])].sort((s, e) => s - e)
  const kept: ViewPiece[] = []
  for (let i = 1; i < stops.length; i++) {
    const s = stops[i - 1]!
    const e = stops[i]!
    const middle = (s + e) / 2
    if (inner && middle > inner[0] && middle < inner[1]) continue
    const within = outer !== null && middle > outer[0] && middle < outer[1]
    kept.push(within ? part(s, e) : atRadius(part(s, e), far))
  }
  return kept
}

function atRadius({ ax, ay, bx, by }: ViewPiece, radius: number): ViewPiece {
  const p = radius / Math.hypot(ax, ay)
  const q = radius / Math.hypot(bx, by)
  return { edge: open, ax: p * ax, ay: p * ay, bx: q * bx, by: q * by }
}

function polygonOf(
  run: readonly ViewPiece[],
  x: number,
  y: number,
  near: number,
  far: number,
  round: boolean,
  step: number,
): number[][] {
  const ring: number[] = []
  for (const { edge, ax, ay, bx, by } of run) {
    pushCorner(ring, x + ax, y + ay)
    if (edge === open) pushArc(ring, x, y, far, ax, ay, bx, by, step)
    pushCorner(ring, x + bx, y + by)
  }
  // Back along the near edge, clockwise.
  const back: number[] = round ? [] : ring
  if (near > 0) {
    for (const piece of [...run].reverse()) {
      const { ax, ay, bx, by } = atRadius(piece, near)
      pushCorner(back, x + bx, y + by)
      pushArc(back, x, y, near, bx, by, ax, ay, step)
      pushCorner(back, x + ax, y + ay)
    }
  } else if (!round) pushCorner(ring, x, y)
  const closed = closeRing(ring)
  return round && near > 0 ? [closed, closeRing(back)] : [closed]
}
