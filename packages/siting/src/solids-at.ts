import { orient2d } from 'robust-predicates'
import { diamondAngle } from './diamond-angle.ts'
import { appendPiece, blocked, mergeInto, noPieces, type Pieces } from './envelope.ts'
import type { Scene } from './scene.ts'

/** In which directions a solid begins at the very place, as blocked pieces; null where the place is within a solid. */
export function solidsAt(scene: Scene, x: number, y: number): Pieces | null {
  const { edgesOf, boxes, next, x0, y0, x1, y1 } = scene
  let wedges = noPieces(0)
  for (let of = 0; of < edgesOf.length - 1; of++) {
    if (boxes[4 * of]! > x || boxes[4 * of + 1]! > y || boxes[4 * of + 2]! < x || boxes[4 * of + 3]! < y)
      continue
    let inside = false
    let touched = false
    for (let i = edgesOf[of]!; i < edgesOf[of + 1]!; i++) {
      const low = Math.min(y0[i]!, y1[i]!)
      const high = Math.max(y0[i]!, y1[i]!)
      if (low > y || high < y || Math.max(x0[i]!, x1[i]!) < x) continue
      const turn = -orient2d(x0[i]!, y0[i]!, x1[i]!, y1[i]!, x, y)
      if (turn === 0 && Math.min(x0[i]!, x1[i]!) <= x) {
        touched = true
        const atStart = x0[i] === x && y0[i] === y
        if (atStart) continue
        // Anticlockwise from the edge that goes on, over the solid on its left, to the edge that came.
        const on = x1[i] === x && y1[i] === y ? next[i]! : i
        const from = diamondAngle(x1[on]! - x, y1[on]! - y)
        const to = diamondAngle(x0[i]! - x, y0[i]! - y)
        const wedge = noPieces(8)
        appendPiece(wedge, from, to === 0 ? 4 : to, blocked)
        const both = noPieces(0)
        mergeInto(both, scene.workspace, wedges, 0, wedges.length, wedge, 0, wedge.length)
        wedges = both
      } else if (y0[i]! > y !== y1[i]! > y && turn > 0 === y1[i]! > y0[i]!) inside = !inside
    }
    if (inside && !touched) return null
  }
  const covered = wedges.to.subarray(0, wedges.length).reduce((sum, to, k) => sum + to - wedges.from[k]!, 0)
  return covered > 4 - 1e-12 ? null : wedges
}
