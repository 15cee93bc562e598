import { twoSidedP } from './normal.ts'

export interface MonotoneTrend {
  /** Pairs of periods that rise less those that fall. */
  readonly s: number
  /** Standard deviations from none, by one less in size for continuity; 0 where all are equal. */
  readonly z: number
  /** Two-sided, by normal approximation. */
  readonly p: number
}

/**
 * Mann (1945, Econometrica 13:245-259) and Kendall (1975) for a trend that only rises or only falls, with ties: variance
 * (n (n-1) (2n+5) - sum over ties of t (t-1) (2t+5)) / 18.
 */
export function mannKendall(values: ArrayLike<number>): MonotoneTrend {
  const n = values.length
  let s = 0
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) s += Math.sign(values[j]! - values[i]!)
  const sorted = Float64Array.from(values).sort()
  let variance = n * (n - 1) * (2 * n + 5)
  for (let from = 0; from < n; ) {
    let to = from + 1
    while (to < n && sorted[to] === sorted[from]) to++
    const tied = to - from
    variance -= tied * (tied - 1) * (2 * tied + 5)
    from = to
  }
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance / 18) : 0
  return { s, z, p: twoSidedP(z) }
}
