import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type PermutationRuns, permutedP, permuteNeighbours } from './conditional-permutations.ts'
import type { Neighbours } from './grids/neighbours.ts'
import { twoSidedP } from './normal.ts'
import type { RunControl } from './run-steps.ts'

export interface LocalStatistic {
  /** Standard deviations from what is expected without any pattern; 0 where it cannot be told. */
  readonly z: Float64Array
  /** Two-sided, by normal approximation; 1 where it cannot be told. */
  readonly p: Float64Array
  /** Cells without neighbours: never hot nor cold. */
  readonly alone: number
}

/**
 * Gi* of each cell (Ord and Getis 1995, Geographical Analysis 27:286-306) with weights of 1, the cell itself among its own:
 * z = (sum_j x_j - W x̄) / (s √((n W - W²) / (n - 1))), s with divisor n. A value for each cell, in any unit.
 */
export function giStar(values: Float64Array, { start, index }: Neighbours): LocalStatistic {
  const n = values.length
  const { mean, deviation } = spreadOf(values)
  return statistic(n, start, (i, degree) => {
    let sum = values[i]!
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += values[index[k]!]!
    const weight = degree + 1
    return (sum - weight * mean) / (deviation * Math.sqrt((n * weight - weight * weight) / (n - 1)))
  })
}

/** Gi: as `giStar`, but the cell itself enters neither the sum nor the mean and deviation. */
export function gi(values: Float64Array, { start, index }: Neighbours): LocalStatistic {
  const n = values.length
  let total = 0
  let squares = 0
  for (const value of values) {
    total += value
    squares += value * value
  }
  return statistic(n, start, (i, degree) => {
    let sum = 0
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += values[index[k]!]!
    const own = values[i]!
    const mean = (total - own) / (n - 1)
    const deviation = Math.sqrt(Math.max(0, (squares - own * own) / (n - 1) - mean * mean))
    return (sum - degree * mean) / (deviation * Math.sqrt(((n - 1) * degree - degree * degree) / (n - 2)))
  })
}

function statistic(
  n: number,
  start: Uint32Array,
  zOf: (cell: number, degree: number) => number,
): LocalStatistic {
  const z = new Float64Array(n)
  const p = new Float64Array(n).fill(1)
  let alone = 0
  for (let i = 0; i < n; i++) {
    const degree = start[i + 1]! - start[i]!
    if (degree === 0) {
      alone++
      continue
    }
    const value = zOf(i, degree)
    // No spread, or neighbours that are all there is: 0 / 0 or a number / 0.
    if (!Number.isFinite(value)) continue
    z[i] = value
    p[i] = twoSidedP(value)
  }
  return { z, p, alone }
}

/** Mean and standard deviation with divisor n; the deviation is 0 where all values are equal. */
export function spreadOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  let total = 0
  for (const value of values) total += value
  const mean = total / values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  const isFlat = values.every((value) => value === values[0])
  return { mean, deviation: isFlat ? 0 : Math.sqrt(squares / values.length) }
}

/** `giStar` with the two-sided p of seeded conditional permutations. Ends with a refusal where the signal does. */
export async function giStarPermuted(
  values: Float64Array,
  neighbours: Neighbours,
  permutations: PermutationRuns,
  control: RunControl = {},
): Promise<LocalStatistic | Refusal> {
  const { z, alone } = giStar(values, neighbours)
  const permuted = await permuteNeighbours(values, neighbours, permutations, control)
  if (isRefusal(permuted)) return permuted
  // A cell that cannot be told has z 0, and one that has so is nothing out of the ordinary.
  return { z, p: permutedP(permuted).map((p, i) => (z[i] === 0 ? 1 : p)), alone }
}
