import type { Position } from './bbox.ts'
import { side } from './segment-contact.ts'

/** Where a point lies of a closed ring (first position repeated at the end): exact, by counting crossings of a ray to the right. */
export function placeInRing([x, y]: Position, ring: readonly Position[]): 'inside' | 'outside' | 'boundary' {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!
    const b = ring[i]!
    if ((a[1] > y && b[1] > y) || (a[1] < y && b[1] < y)) continue
    if (a[0] < x && b[0] < x) continue
    if (a[1] === y && b[1] === y) {
      if (x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0])) return 'boundary'
      continue
    }
    const turn = side(a, b, [x, y])
    if (turn === 0) return 'boundary'
    // Half-open in y, so that a ray through a vertex counts once.
    if (a[1] > y !== b[1] > y && turn > 0 === b[1] > a[1]) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}
