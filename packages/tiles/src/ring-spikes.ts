/**
 * Takes out of a ring (whole units, not closed, in place) what holds no area: repeated vertices, vertices on a straight
 * side, and spikes that go out and come back the same way. Rounding makes all three.
 * @returns how many vertices are left; fewer than three where nothing has area.
 */
export function withoutSpikes(ring: Int32Array, count: number): number {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const x = ring[i * 2]!
    const y = ring[i * 2 + 1]!
    while (kept > 0 && isNeedless(ring, kept - 2, kept - 1, x, y)) kept--
    ring[kept * 2] = x
    ring[kept * 2 + 1] = y
    kept++
  }
  // The ends meet: what is needless there is only seen now.
  let start = 0
  for (;;) {
    const x = ring[start * 2]!
    const y = ring[start * 2 + 1]!
    if (kept - start < 3) break
    if (isNeedless(ring, kept - 2, kept - 1, x, y)) kept--
    else if (isNeedless(ring, kept - 1, start, ring[start * 2 + 2]!, ring[start * 2 + 3]!)) start++
    else break
  }
  if (start > 0) ring.copyWithin(0, start * 2, kept * 2)
  return kept - start
}

/** Whether `middle` repeats the point that follows it or lies on one line with it and the vertex before. */
function isNeedless(ring: Int32Array, before: number, middle: number, x: number, y: number): boolean {
  const dx = x - ring[middle * 2]!
  const dy = y - ring[middle * 2 + 1]!
  if (dx === 0 && dy === 0) return true
  if (before < 0) return false
  const ex = ring[middle * 2]! - ring[before * 2]!
  const ey = ring[middle * 2 + 1]! - ring[before * 2 + 1]!
  return ex * dy === ey * dx
}
