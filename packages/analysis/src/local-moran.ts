import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type PermutationRuns, permutedP, permuteNeighbours } from './conditional-permutations.ts'
import { discoveryClasses } from './false-discovery-rate.ts'
import { spreadOf } from './gi-star.ts'
import type { Neighbours } from './grids/neighbours.ts'
import type { RunControl } from './run-steps.ts'

/** High among high, low among low, high among low, low among high. */
export const moranQuadrants = ['none', 'high-high', 'low-low', 'high-low', 'low-high'] as const

export interface LocalMoran {
  /** I of each cell; 0 where it cannot be told. */
  readonly i: Float64Array
  /** Two-sided, by conditional permutations. */
  readonly p: Float64Array
  /** Index into `moranQuadrants`, whether or not it is a discovery; 0 for a cell without neighbours or spread. */
  readonly quadrant: Uint8Array
  /** 3, 2, 1 where it is a discovery at 99, 95, 90 %, else 0. */
  readonly level: Int8Array
  readonly alone: number
}

/**
 * Local Moran's I (Anselin 1995, Geographical Analysis 27:93-115): I_i = z_i × mean of the neighbours' z, z in standard
 * deviations (divisor n); p by seeded conditional permutations, classes by false discovery rate. Ends with a refusal where the
 * signal does.
 */
export async function localMoran(
  values: Float64Array,
  neighbours: Neighbours,
  permutations: PermutationRuns,
  control: RunControl = {},
): Promise<LocalMoran | Refusal> {
  const n = values.length
  const { start, index } = neighbours
  const { mean, deviation } = spreadOf(values)
  const i = new Float64Array(n)
  const quadrant = new Uint8Array(n)
  const direction = new Float64Array(n)
  let alone = 0
  for (let cell = 0; cell < n; cell++) {
    const degree = start[cell + 1]! - start[cell]!
    if (degree === 0) alone++
    if (degree === 0 || deviation === 0) continue
    let sum = 0
    for (let k = start[cell]!; k < start[cell + 1]!; k++) sum += values[index[k]!]!
    const own = (values[cell]! - mean) / deviation
    const around = (sum / degree - mean) / deviation
    i[cell] = own * around
    quadrant[cell] = own > 0 ? (around > 0 ? 1 : 3) : around > 0 ? 4 : 2
    direction[cell] = 1
  }
  const permuted = await permuteNeighbours(values, neighbours, permutations, control)
  if (isRefusal(permuted)) return permuted
  const p = permutedP(permuted)
  for (let cell = 0; cell < n; cell++) if (direction[cell] === 0) p[cell] = 1
  return { i, p, quadrant, level: discoveryClasses(p, direction), alone }
}
