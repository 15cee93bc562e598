/** Points that stand on exactly one position (and day, where days are given), gathered. */
export interface DistinctPositions {
  readonly count: number
  /** Number of each point's position. */
  readonly of: Uint32Array
  /** The first point at each. */
  readonly first: Uint32Array
  /** How many points stand at each. */
  readonly points: Uint32Array
}

/** By hashing, a million in a fraction of a second. Coordinates are finite. */
export function distinctPositions(x: Float64Array, y: Float64Array, day?: Int32Array): DistinctPositions {
  const n = x.length
  const mask = 2 ** Math.max(4, Math.ceil(Math.log2(n * 2 + 1))) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const of = new Uint32Array(n)
  const first = new Uint32Array(n)
  const points = new Uint32Array(n)
  const values = new Float64Array(2)
  const bits = new Int32Array(values.buffer)
  let count = 0
  for (let i = 0; i < n; i++) {
    // Zero has two signs and is one place.
    values[0] = x[i]! + 0
    values[1] = y[i]! + 0
    let h = day ? Math.imul(day[i]!, 0x27d4eb2f) : 0
    for (let at = 0; at < 4; at++) {
      h = Math.imul(h ^ bits[at]!, 0x9e3779b1)
      h ^= h >>> 15
    }
    let slot = h & mask
    for (;;) {
      const known = slots[slot]!
      if (known === -1) {
        slots[slot] = count
        first[count] = i
        of[i] = count++
        break
      }
      const there = first[known]!
      if (x[there] === x[i] && y[there] === y[i] && (!day || day[there] === day[i])) {
        of[i] = known
        break
      }
      slot = (slot + 1) & mask
    }
    points[of[i]!]!++
  }
  return { count, of, first: first.subarray(0, count), points: points.subarray(0, count) }
}
