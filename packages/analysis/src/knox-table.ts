import type { Refusal } from '@trygghetskartan/geo'
import type { ClosePairs } from './close-pairs.ts'
import { seeded } from './random.ts'
import { type RunControl, runSteps } from './run-steps.ts'

export interface KnoxCell {
  /** Pairs of incidents that are this far apart in space and in time. */
  readonly observed: number
  /** Mean over all orders of the times, exactly: pairs in the distance x pairs in the time / all pairs. */
  readonly expected: number
  /** Mean over the simulations. */
  readonly simulated: number
  /** Observed / simulated; null where no simulation had such a pair. */
  readonly ratio: number | null
  /** (1 + simulations with at least as many) / (runs + 1): one-sided, for more than by chance. */
  readonly p: number
}

/**
 * The table of pairs and what permuting the times makes of it. `day` has the order of the pairs' points.
 */
export async function simulateKnox(
  pairs: ClosePairs,
  day: Int32Array,
  edges: readonly number[],
  { runs, seed }: { runs: number; seed: number },
  control: RunControl,
): Promise<KnoxCell[][] | Refusal> {
  const random = seeded(seed)
  const columns = edges.length
  const rows = pairs.bands + 1
  const columnOf = Uint8Array.from({ length: edges.at(-1)! }, (_, apart) => {
    let column = 0
    while (apart >= edges[column + 1]!) column++
    return column
  })
  const inTime = pairsInTime(day, edges)
  const observed = countPairs(pairs, day, columnOf, inTime)
  const sums = new Float64Array(rows * columns)
  const reached = new Uint32Array(rows * columns)
  const shuffled = day.slice()
  const ended = await runSteps(
    runs,
    () => {
      random.shuffle(shuffled)
      const counts = countPairs(pairs, shuffled, columnOf, inTime)
      for (let at = 0; at < counts.length; at++) {
        sums[at]! += counts[at]!
        if (counts[at]! >= observed[at]!) reached[at]!++
      }
    },
    control,
  )
  if (ended) return ended
  const all = (pairs.n * (pairs.n - 1)) / 2
  return Array.from({ length: rows }, (_, row) => {
    const ofRow = observed.subarray(row * columns, (row + 1) * columns)
    const inDistance = ofRow.reduce((sum, count) => sum + count, 0)
    return Array.from(ofRow, (count, column): KnoxCell => {
      const at = row * columns + column
      const mean = sums[at]! / runs
      return {
        observed: count,
        expected: (inDistance * inTime[column]!) / all,
        simulated: mean,
        ratio: mean > 0 ? count / mean : null,
        p: (1 + reached[at]!) / (runs + 1),
      }
    })
  })
}

/** Pairs by band of distance and of time, row by row; the open bands are what is left of their sums. */
function countPairs(
  { n, bands, start, partner }: ClosePairs,
  day: Int32Array,
  columnOf: Uint8Array,
  inTime: Float64Array,
): Float64Array {
  const columns = inTime.length
  const counts = new Float64Array((bands + 1) * columns)
  const last = columnOf.length
  counts.set(inTime, bands * columns)
  const found = new Int32Array(columns)
  for (let band = 0; band < bands; band++) {
    found.fill(0)
    let p = start[band * n]!
    const all = start[(band + 1) * n]! - p
    for (let i = 0; i < n; i++) {
      const to = start[band * n + i + 1]!
      const own = day[i]!
      for (; p < to; p++) {
        const apart = Math.abs(day[partner[p]!]! - own)
        if (apart < last) found[columnOf[apart]!]!++
      }
    }
    let rest = all
    for (let column = 0; column < columns - 1; column++) rest -= found[column]!
    found[columns - 1] = rest
    for (let column = 0; column < columns; column++) {
      counts[band * columns + column] = found[column]!
      counts[bands * columns + column]! -= found[column]!
    }
  }
  return counts
}

/** All pairs by band of time: no permutation changes them. */
function pairsInTime(day: Int32Array, edges: readonly number[]): Float64Array {
  const sorted = day.toSorted()
  const n = sorted.length
  const nearer = edges.slice(1).map((edge) => {
    let pairs = 0
    let behind = 0
    for (let i = 0; i < n; i++) {
      while (sorted[i]! - sorted[behind]! >= edge) behind++
      pairs += i - behind
    }
    return pairs
  })
  nearer.push((n * (n - 1)) / 2)
  return Float64Array.from(nearer, (pairs, at) => pairs - (nearer[at - 1] ?? 0))
}
