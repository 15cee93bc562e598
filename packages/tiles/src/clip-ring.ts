/**
 * Clips a ring of whole-number vertices (not closed) to the square [low, high]² (Sutherland and Hodgman, one side after
 * the other). Cut points are truncated to whole numbers, as ST_AsMVTGeom does. A ring that leaves and enters again stays one ring with edges along the side: its area is right.
 * @param a holds the ring and is overwritten; b is room for as much again. Both must hold `count * 2 + 16` pairs.
 * @returns how many pairs are left, and in which of the two buffers: always `a`.
 */
export function clipRing(a: Int32Array, count: number, low: number, high: number, b: Int32Array): number {
  let left = clipSide(a, count, 0, low, 1, b)
  left = clipSide(b, left, 0, high, -1, a)
  left = clipSide(a, left, 1, low, 1, b)
  return clipSide(b, left, 1, high, -1, a)
}

/** Keeps what is on one side of `edge` on an axis: sign 1 keeps values >= edge, -1 keeps values <= edge. */
function clipSide(
  from: Int32Array,
  count: number,
  axis: number,
  edge: number,
  sign: number,
  to: Int32Array,
): number {
  if (count === 0) return 0
  const other = 1 - axis
  let length = 0
  let previous = (from[(count - 1) * 2 + axis]! - edge) * sign
  let previousOther = from[(count - 1) * 2 + other]!
  for (let i = 0; i < count; i++) {
    const here = (from[i * 2 + axis]! - edge) * sign
    const hereOther = from[i * 2 + other]!
    if (here >= 0 !== previous >= 0) {
      const share = previous / (previous - here)
      to[length * 2 + axis] = edge
      to[length * 2 + other] = Math.trunc(previousOther + share * (hereOther - previousOther))
      length++
    }
    if (here >= 0) {
      to[length * 2 + axis] = from[i * 2 + axis]!
      to[length * 2 + other] = hereOther
      length++
    }
    previous = here
    previousOther = hereOther
  }
  return length
}
