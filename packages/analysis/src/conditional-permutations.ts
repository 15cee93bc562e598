import type { Refusal } from '@trygghetskartan/geo'
import type { Neighbours } from './grids/neighbours.ts'
import { seeded } from './random.ts'
import { type RunControl, runSteps } from './run-steps.ts'

export interface PermutationRuns {
  readonly runs: number
  readonly seed: number
}

export const defaultRuns = 999

export interface PermutedSums {
  /** In how many runs the neighbours' sum was at least, and at most, what it is. */
  readonly atLeast: Uint32Array
  readonly atMost: Uint32Array
  readonly runs: number
}

/**
 * Conditional permutations (Anselin 1995, Geographical Analysis 27:93-115): each cell keeps its value while its neighbours
 * draw theirs from all others, without putting back. A run draws once for all cells, as is usual; so cells of one run
 * are not independent of each other, which the p of each does not ask for. Ends with a refusal where the signal does.
 */
export async function permuteNeighbours(
  values: Float64Array,
  { start, index }: Neighbours,
  { runs, seed }: PermutationRuns,
  control: RunControl = {},
): Promise<PermutedSums | Refusal> {
  const n = values.length
  const degrees = Uint32Array.from({ length: n }, (_, i) => start[i + 1]! - start[i]!)
  const most = Math.min(
    n - 1,
    degrees.reduce((a, b) => Math.max(a, b), 0),
  )
  const observed = new Float64Array(n)
  for (let i = 0; i < n; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) observed[i]! += values[index[k]!]!
  const random = seeded(seed)
  // Places among the n - 1 others of a cell: the first `most` are drawn anew each run.
  const places = Uint32Array.from({ length: n - 1 }, (_, i) => i)
  const sums = new Float64Array(most + 1)
  const atLeast = new Uint32Array(n)
  const atMost = new Uint32Array(n)
  const run = (): void => {
    for (let k = 0; k < most; k++) {
      const other = k + random.below(n - 1 - k)
      const place = places[k]!
      places[k] = places[other]!
      places[other] = place
    }
    // The others of cell i are the cells before it and those after it: place j is cell j where j < i, else j + 1. So the
    // sums over the first drawn change only where i passes a drawn place, and between those all cells share them.
    const turns = places.slice(0, most).sort()
    let from = 0
    for (let turn = 0; turn <= most; turn++) {
      const to = turn < most ? turns[turn]! + 1 : n
      for (let k = 0; k < most; k++) {
        const place = places[k]!
        sums[k + 1] = sums[k]! + values[place < from ? place : place + 1]!
      }
      for (let i = from; i < to; i++) {
        const sum = sums[degrees[i]!]!
        if (sum >= observed[i]!) atLeast[i]!++
        if (sum <= observed[i]!) atMost[i]!++
      }
      from = to
    }
  }
  const ended = await runSteps(runs, run, control)
  return ended ?? { atLeast, atMost, runs }
}

/** Two-sided pseudo p of each cell: twice the smaller of (1 + runs at least, or at most, as far) / (runs + 1), at most 1. */
export const permutedP = ({ atLeast, atMost, runs }: PermutedSums): Float64Array =>
  Float64Array.from(atLeast, (count, i) => Math.min(1, (2 * (1 + Math.min(count, atMost[i]!))) / (runs + 1)))
