import type { CoverageProblem, CoverMatrix, Placement } from './problem.ts'

const raise = (best: Float64Array, cover: CoverMatrix, row: number): void => {
  for (let at = cover.starts[row]!; at < cover.starts[row + 1]!; at += 1) {
    const demand = cover.indices[at]!
    if (cover.shares[at]! > best[demand]!) best[demand] = cover.shares[at]!
  }
}

/** The share of each demand point that existing assets cover; length n. */
export function existingShares(problem: CoverageProblem): Float64Array {
  const best = new Float64Array(problem.demand.length)
  const { existing } = problem
  if (existing) for (let row = 0; row < existing.ids.length; row += 1) raise(best, existing.cover, row)
  return best
}

/** The share of each demand point that existing assets and these candidates cover; length n. */
export function coveredShares(problem: CoverageProblem, chosen: Iterable<number>): Float64Array {
  const best = existingShares(problem)
  for (const row of chosen) raise(best, problem.cover, row)
  return best
}

export function weigh(demand: Float64Array, shares: Float64Array): number {
  let sum = 0
  for (let at = 0; at < demand.length; at += 1) sum += demand[at]! * shares[at]!
  return sum
}

/** A choice counted from the problem itself, whatever found it. */
export function evaluate(problem: CoverageProblem, chosen: Iterable<number>): Placement {
  const rising = Int32Array.from(chosen).sort()
  const sum = (of: (at: number) => number): number => rising.reduce((total, at) => total + of(at), 0)
  return {
    chosen: rising,
    covered: weigh(problem.demand, coveredShares(problem, rising)),
    investment: sum((at) => problem.candidates[at]!.investment),
    yearly: sum((at) => problem.candidates[at]!.yearly),
    watched: sum((at) => problem.candidates[at]!.watched ?? 0),
  }
}
