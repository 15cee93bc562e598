import { orient2d } from 'robust-predicates'
import { withinCircle } from './circle.ts'
import { diamondAngle, diamondX, diamondY } from './diamond-angle.ts'
import { blocked, type Pieces } from './envelope.ts'
import { type Isovist, open, shut } from './isovist.ts'
import type { Scene } from './scene.ts'

/** Turns the nearest lines into an outline cut at the circle of reach. */
export function outline(scene: Scene, pieces: Pieces, x: number, y: number, reach: number): Isovist {
  const { workspace: w, x0, y0, x1, y1 } = scene
  const most = 4 * pieces.length + 8
  const edge = new Int32Array(most)
  const start = new Float64Array(2 * most)
  const end = new Float64Array(2 * most)
  const direction = new Float64Array(most)
  let n = 0
  const add = (kind: number, ax: number, ay: number, bx: number, by: number, t: number) => {
    if (kind >= 0 && n > 0 && edge[n - 1] === kind && end[2 * n - 2] === ax && end[2 * n - 1] === ay) {
      end[2 * n - 2] = bx
      end[2 * n - 1] = by
      return
    }
    edge[n] = kind
    start[2 * n] = ax
    start[2 * n + 1] = ay
    end[2 * n] = bx
    end[2 * n + 1] = by
    direction[n++] = t
  }
  const arc = (ax: number, ay: number, bx: number, by: number, t: number) => {
    const p = reach / Math.hypot(ax, ay)
    const q = reach / Math.hypot(bx, by)
    add(open, x + p * ax, y + p * ay, x + q * bx, y + q * by, t)
  }
  const gap = (from: number, to: number) => {
    for (let t = from; t < to; ) {
      const quarter = Math.floor(t)
      const until = Math.min(to, quarter + 1)
      if (until - t > 1e-13)
        arc(diamondX(t, quarter), diamondY(t, quarter), diamondX(until, quarter), diamondY(until, quarter), t)
      t = until
    }
  }
  let at = 0
  for (let k = 0; k < pieces.length; k++) {
    const from = pieces.from[k]!
    const to = pieces.to[k]!
    if (from > at) gap(at, from)
    at = to
    if (to - from <= 1e-13) continue
    const line = pieces.line[k]!
    if (line === blocked) {
      add(shut, x, y, x, y, from)
      continue
    }
    const i = w.edge[line]!
    const quarter = Math.floor(from)
    const left = orient2d(x0[i]!, y0[i]!, x1[i]!, y1[i]!, x, y) < 0
    // The very corner where the piece goes to the end of its edge, else where the direction meets it.
    const meets = (t: number, own: number, cornerX: number, cornerY: number): [number, number] => {
      if (t === own || (t === 4 && own === 0)) return [cornerX, cornerY]
      const dx = diamondX(t, quarter)
      const dy = diamondY(t, quarter)
      const u = w.a[line]! * dx + w.b[line]! * dy
      return [x + dx / u, y + dy / u]
    }
    const [ax, ay] = meets(from, w.from[line]!, left ? x0[i]! : x1[i]!, left ? y0[i]! : y1[i]!)
    const [bx, by] = meets(to, w.to[line]!, left ? x1[i]! : x0[i]!, left ? y1[i]! : y0[i]!)
    const inside = withinCircle(ax - x, ay - y, bx - x, by - y, reach)
    if (inside === null) {
      arc(ax - x, ay - y, bx - x, by - y, from)
      continue
    }
    const [s, e] = inside
    const cx = s === 0 ? ax : ax + s * (bx - ax)
    const cy = s === 0 ? ay : ay + s * (by - ay)
    const ex = e === 1 ? bx : ax + e * (bx - ax)
    const ey = e === 1 ? by : ay + e * (by - ay)
    if (s > 0) arc(ax - x, ay - y, cx - x, cy - y, from)
    add(i, cx, cy, ex, ey, s > 0 ? diamondAngle(cx - x, cy - y) : from)
    if (e < 1) arc(ex - x, ey - y, bx - x, by - y, diamondAngle(ex - x, ey - y))
  }
  if (at < 4) gap(at, 4)
  return {
    x,
    y,
    reach,
    length: n,
    edge: edge.slice(0, n),
    start: start.slice(0, 2 * n),
    end: end.slice(0, 2 * n),
    direction: direction.slice(0, n),
  }
}
