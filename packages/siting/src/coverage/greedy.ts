import { evaluate } from './evaluate.ts'
import { type ReducedProblem, reduceProblem } from './merge.ts'
import { PlacementState } from './placement-state.ts'
import type { CoverageProblem, Placement } from './problem.ts'

/** What a site takes of everything the rules limit, each as a part of its limit; at least a trifle. */
export function burdens({ knapsacks, candidates }: ReducedProblem): Float64Array {
  return Float64Array.from(candidates, (_, at) =>
    Math.max(
      1e-9,
      knapsacks.reduce((sum, { weights, most }) => sum + (most > 0 ? weights[at]! / most : 0), 0),
    ),
  )
}

/**
 * Adds the site of the highest factor * gain that fits until none does. Lazy: gains only fall, so a
 * stale gain is a bound (M. Minoux, Accelerated greedy algorithms, 1978).
 */
export function fill(state: PlacementState, factors: Float64Array, banned = -1): void {
  const sites: number[] = []
  const keys = new Float64Array(factors.length)
  for (let site = 0; site < factors.length; site += 1) {
    if (site === banned || !state.fits(site)) continue
    keys[site] = state.gain(site) * factors[site]!
    if (keys[site]! > 0) sites.push(site)
  }
  const above = (a: number, b: number): boolean => keys[a]! > keys[b]! || (keys[a] === keys[b] && a < b)
  const sink = (from: number): void => {
    const site = sites[from]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= sites.length) break
      if (child + 1 < sites.length && above(sites[child + 1]!, sites[child]!)) child += 1
      if (!above(sites[child]!, site)) break
      sites[at] = sites[child]!
      at = child
    }
    sites[at] = site
  }
  for (let at = sites.length >> 1; at >= 0; at -= 1) if (at < sites.length) sink(at)
  while (sites.length > 0) {
    const site = sites[0]!
    const key = state.fits(site) ? state.gain(site) * factors[site]! : 0
    const second = sites.length > 1 ? Math.max(keys[sites[1]!]!, keys[sites[2] ?? sites[1]!]!) : 0
    if (key > 0 && key >= second) state.add(site)
    if (key > 0 && key < second) keys[site] = key
    else {
      const last = sites.pop()!
      if (sites.length === 0) break
      sites[0] = last
    }
    sink(0)
  }
}

/** Adds sites that bring the least numbers and minimum shares nearest, until they are kept or none helps. */
export function meetFloors(state: PlacementState): void {
  let missing = state.shortfall()
  while (missing > 0) {
    let best = -1
    let least = missing
    let most = -1
    for (let site = 0; site < state.isChosen.length; site += 1) {
      if (!state.fits(site)) continue
      const gain = state.gain(site)
      state.add(site)
      const left = state.shortfall()
      state.remove(site)
      if (left < least - 1e-12 || (best >= 0 && left <= least + 1e-12 && gain > most)) {
        best = site
        least = left
        most = gain
      }
    }
    if (best < 0) return
    state.add(best)
    missing = state.shortfall()
  }
}

/**
 * Plain greedy: the site that adds most, or adds most for what it takes of the limits, again and again.
 * What the search is compared with.
 */
export function greedyPlacement(
  problem: CoverageProblem,
  by: 'gain' | 'gain per burden' = 'gain',
): Placement {
  const reduced = reduceProblem(problem)
  const state = new PlacementState(reduced)
  const taken = burdens(reduced)
  meetFloors(state)
  fill(
    state,
    taken.map((burden) => (by === 'gain' ? 1 : 1 / burden)),
  )
  return evaluate(
    problem,
    state.chosen.map((site) => reduced.candidates[site]!),
  )
}
