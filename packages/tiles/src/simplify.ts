let stack = new Uint32Array(256)
let keep = new Uint8Array(256)

/**
 * Douglas and Peucker, in place; splits go on regardless of the tolerance until `least` vertices are kept.
 * @returns how many x, y pairs are left.
 */
export function simplify(points: Float64Array, count: number, tolerance: number, least: number): number {
  if (count < 3 || count <= least) return count
  if (keep.length < count) {
    keep = new Uint8Array(count * 2)
    stack = new Uint32Array(count * 2)
  }
  keep.fill(0, 0, count)
  keep[0] = keep[count - 1] = 1
  const limit = tolerance * tolerance
  let kept = 2
  let depth = 0
  let first = 0
  let last = count - 1
  for (;;) {
    const split = farthest(points, first, last, kept >= least ? limit : -1)
    if (split !== first) {
      keep[split] = 1
      kept++
      stack[depth++] = last
      last = split
      continue
    }
    if (depth === 0) break
    first = last
    last = stack[--depth]!
  }
  if (kept === count) return count
  let at = 0
  for (let i = 0; i < count; i++) {
    if (keep[i] === 0) continue
    points[at++] = points[i * 2]!
    points[at++] = points[i * 2 + 1]!
  }
  return kept
}

/** The vertex between two that lies farthest from their segment, if farther than the limit (squared); else `first`. */
function farthest(points: Float64Array, first: number, last: number, limit: number): number {
  let found = first
  if (first + 1 >= last) return found
  const ax = points[first * 2]!
  const ay = points[first * 2 + 1]!
  const dx = points[last * 2]! - ax
  const dy = points[last * 2 + 1]! - ay
  const length = dx * dx + dy * dy
  let most = limit
  for (let i = first + 1; i < last; i++) {
    let px = points[i * 2]! - ax
    let py = points[i * 2 + 1]! - ay
    if (length > 0) {
      const along = px * dx + py * dy
      if (along >= length) {
        px -= dx
        py -= dy
      } else if (along > 0) {
        px -= (along / length) * dx
        py -= (along / length) * dy
      }
    }
    const distance = px * px + py * py
    if (distance > most) {
      most = distance
      found = i
    }
  }
  return found
}
