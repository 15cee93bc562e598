import type { Neighbours } from './grids/neighbours.ts'
import { poissonAtLeast, poissonAtMost } from './poisson.ts'

/**
 * The normal approximation calls a lone incident among thousands of empty cells hot: where hardly anything is expected, one is
 * far. So p is at least what it would be had every incident fallen anywhere (two-sided: twice the smaller Poisson tail of the
 * count of a cell and its neighbours). `ground` is how much of the whole each cell is, such as metres of street; null for
 * cells that are alike. Where there is more clustering than that the p given is the larger already.
 */
export function withoutSmallNumbers(
  p: Float64Array,
  counts: Float64Array,
  ground: Float64Array | null,
  { start, index }: Neighbours,
): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const whole = ground ? ground.reduce((sum, one) => sum + one, 0) : counts.length
  return p.map((given, i) => {
    if (given === 1) return 1
    let count = counts[i]!
    let own = ground ? ground[i]! : 1
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      count += counts[index[k]!]!
      own += ground ? ground[index[k]!]! : 1
    }
    const mean = (total * own) / whole
    const tail = count > mean ? poissonAtLeast(count, mean) : poissonAtMost(count, mean)
    return Math.max(given, Math.min(1, 2 * tail))
  })
}
