/** Shares of false discoveries that are accepted, strictest last: what is drawn as 90, 95 and 99 % sure. */
export const discoveryLevels = [0.1, 0.05, 0.01] as const

/**
 * The largest p that is still a discovery where a share `alpha` of the discoveries may be false: with p ascending, the largest
 * p_(i) <= i × alpha / n (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300). -1 where none is.
 */
export function discoveryCut(p: Float64Array, alpha: number): number {
  return cutOf(p.slice().sort(), alpha)
}

function cutOf(sorted: Float64Array, alpha: number): number {
  for (let i = sorted.length; i >= 1; i--)
    if (sorted[i - 1]! <= (i * alpha) / sorted.length) return sorted[i - 1]!
  return -1
}

/**
 * Of each test q: the least share of false discoveries at which it is one, min over j >= i of p_(j) × n / j (the adjusted p of the
 * same procedure; Yekutieli and Benjamini 1999, Journal of Statistical Planning and Inference 82:171-196).
 */
export function discoveryQ(p: Float64Array): Float64Array {
  const n = p.length
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!)
  const q = new Float64Array(n)
  let least = 1
  for (let i = n; i >= 1; i--) {
    const test = order[i - 1]!
    least = Math.min(least, (p[test]! * n) / i)
    q[test] = least
  }
  return q
}

/**
 * Of each test 3 where it is a discovery at 99 %, 2 at 95 %, 1 at 90 %, else 0; negative where `direction` is. A test with
 * direction 0 is no discovery whatever its p.
 */
export function discoveryClasses(p: Float64Array, direction: Float64Array): Int8Array {
  const sorted = p.slice().sort()
  const cuts = discoveryLevels.map((alpha) => cutOf(sorted, alpha))
  return Int8Array.from(p, (value, i) => Math.sign(direction[i]!) * cuts.filter((cut) => value <= cut).length)
}
