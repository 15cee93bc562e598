import { loadSolver, type SolverSource } from './highs.ts'
import { type Levels, levelEntries, toLevels } from './levels.ts'
import { type ReducedProblem, reduceProblem } from './merge.ts'
import { buildModel, estimateBytes, toModelData } from './model.ts'
import type { CoverageProblem } from './problem.ts'

export interface Bound {
  /** No choice covers more, existing assets included. */
  readonly value: number
  readonly by: 'linear relaxation' | 'Lagrangian relaxation'
}

/** (bound - value) / bound: 0 where the value is proved best. */
export const gapOf = (value: number, bound: number): number =>
  bound > 0 ? Math.max(0, (bound - value) / bound) : 0

/** WebAssembly addresses 4 GB with 32 bits; a quarter of it leaves the browser its own. */
export const defaultMemory = 1e9
const roughSteps = 20

/** Exact levels where their entries fit, else shares rounded up: an upper bound still. */
export function fittingLevels(reduced: ReducedProblem, memory: number): Levels {
  const entries = levelEntries(reduced)
  return estimateBytes(entries, entries / 4) <= memory ? toLevels(reduced) : toLevels(reduced, roughSteps)
}

export const modelBytes = (levels: Levels, sites: number): number =>
  estimateBytes(levels.sites.length + levels.weights.length, 2 * levels.weights.length + sites)

/**
 * The lower of both bounds of a sound problem: no choice covers more. `reached`: what a known choice
 * covers, existing assets included.
 */
export async function boundPlacement(
  problem: CoverageProblem,
  reached: number,
  options: { readonly solver?: SolverSource; readonly memory?: number; readonly timeLimit?: number } = {},
): Promise<Bound> {
  const reduced = reduceProblem(problem)
  const levels = fittingLevels(reduced, options.memory ?? defaultMemory)
  const priced = lagrangianBound(reduced, levels, reached)
  const linear = await linearBound(reduced, levels, options)
  return linear && linear.value < priced.value ? linear : priced
}

/** The linear relaxation by HiGHS; null where it does not fit or is not solved within the time. */
export async function linearBound(
  reduced: ReducedProblem,
  levels: Levels,
  options: { readonly solver?: SolverSource; readonly memory?: number; readonly timeLimit?: number } = {},
): Promise<Bound | null> {
  if (modelBytes(levels, reduced.candidates.length) > (options.memory ?? defaultMemory)) return null
  if (levels.weights.length === 0) return { value: reduced.existing, by: 'linear relaxation' }
  const highs = await loadSolver(options.solver)
  return highs.withModel(toModelData(buildModel(reduced, levels), highs, false), (model): Bound | null => {
    model.options.set({ output_flag: false, time_limit: (options.timeLimit ?? 30_000) / 1000 })
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return null
    const value = model.getObjectiveValue()
    return { value: reduced.existing + value + 1e-7 * Math.max(1, value), by: 'linear relaxation' }
  })
}

/**
 * A bound without a solver: cover is priced, p_k in 0..w_k, so that sites and levels fall apart,
 * L(p) = sum_k (w_k - p_k) + max over x of sum_i x_i sum of p_k over the levels of site i,
 * and the prices follow the subgradient (M. Fisher, Management Science 27 (1981) 1-18). Rules that
 * limit a sum are taken one at a time, whole or in part, and the least answer holds; rules left out
 * only make the bound higher. Valid after any number of rounds. `reached`: value of a known choice,
 * existing assets included.
 */
export function lagrangianBound(
  reduced: ReducedProblem,
  levels: Levels,
  reached: number,
  rounds = 300,
): Bound {
  const { weights, starts, sites } = levels
  const prices = weights.slice()
  const direction = new Float64Array(weights.length)
  const earned = new Float64Array(reduced.candidates.length)
  const target = reached - reduced.existing
  let best = weights.reduce((sum, weight) => sum + weight, 0)
  let bestPrices = prices.slice()
  let pace = 1
  let since = 0
  for (let round = 0; round < rounds && best > target * (1 + 1e-9); round += 1) {
    earned.fill(0)
    let value = 0
    for (let level = 0; level < weights.length; level += 1) {
      value += weights[level]! - prices[level]!
      for (let at = starts[level]!; at < starts[level + 1]!; at += 1) earned[sites[at]!]! += prices[level]!
    }
    const { most, taken } = richest(reduced, earned)
    value += most
    if (value < best - 1e-4 * Math.max(1, best)) since = 0
    else since += 1
    if (value < best) {
      best = value
      bestPrices = prices.slice()
    }
    if (since >= 15) {
      pace /= 2
      since = 0
      prices.set(bestPrices)
      direction.fill(0)
      if (pace < 1e-3) break
    }
    let length = 0
    for (let level = 0; level < weights.length; level += 1) {
      let slope = prices[level]! < weights[level]! ? -1 : 0
      for (let at = starts[level]!; at < starts[level + 1]!; at += 1) slope += taken[sites[at]!]!
      direction[level] = 0.7 * slope + 0.3 * direction[level]!
      length += direction[level]! ** 2
    }
    if (length === 0) break
    const step = (pace * Math.max(value - target, 1e-6 * value)) / length
    for (let level = 0; level < weights.length; level += 1)
      prices[level] = Math.min(weights[level]!, Math.max(0, prices[level]! - step * direction[level]!))
  }
  return { value: reduced.existing + best * (1 + 1e-12), by: 'Lagrangian relaxation' }
}

/** The most that sites can earn under the hardest single rule, parts of a site allowed, and those sites. */
function richest(reduced: ReducedProblem, earned: Float64Array): { most: number; taken: Float64Array } {
  let least = earned.reduce((sum, worth) => sum + worth, 0)
  let best = new Float64Array(earned.length).fill(1)
  for (const { weights, most } of reduced.knapsacks) {
    const order = Uint32Array.from(earned, (_, site) => site).sort(
      (a, b) => earned[b]! * weights[a]! - earned[a]! * weights[b]! || a - b,
    )
    const taken = new Float64Array(earned.length)
    let room = most
    let sum = 0
    for (const site of order) {
      const part = weights[site]! > room ? room / weights[site]! : 1
      taken[site] = part
      sum += part * earned[site]!
      room -= part * weights[site]!
    }
    if (sum < least) {
      least = sum
      best = taken
    }
  }
  return { most: least, taken: best }
}
