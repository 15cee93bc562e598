import { burdens, fill, meetFloors } from './greedy.ts'
import type { ReducedProblem } from './merge.ts'
import { PlacementState } from './placement-state.ts'

/** Numbers in [0, 1) from a seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A choice found on the way, in the numbers of the reduced problem. */
export interface Found {
  readonly sites: readonly number[]
  readonly value: number
  /** 0 where every least number and minimum share is kept. */
  readonly missing: number
}

const better = (a: Found, b: Found): boolean =>
  a.missing < b.missing - 1e-9 || (a.missing <= b.missing + 1e-9 && a.value > b.value * (1 + 1e-12) + 1e-9)

const taken = (state: PlacementState): Found => ({
  sites: [...state.chosen],
  value: state.value,
  missing: state.shortfall(),
})

/**
 * Looks for a good choice: lazy greedy by gain and by gain per burden, then swaps, drop-one-fill-again
 * and small seeded disturbances, best kept. Yields the best so far now and then; ends once `effort`
 * entries of the matrix have been read, so the same problem and seed always give the same choice.
 * Swaps are read off best and second best cover: M. Resende and R. Werneck, A fast swap-based local
 * search procedure for location problems, Annals of Operations Research 150 (2007) 205-230.
 */
export function* search(problem: ReducedProblem, seed: number, effort: number): Generator<Found, Found> {
  const state = new PlacementState(problem)
  const random = seeded(seed)
  const plain = new Float64Array(problem.candidates.length).fill(1)
  const perBurden = burdens(problem).map((burden) => 1 / burden)
  const isEven = perBurden.every((factor) => factor === perBurden[0])
  let best: Found = { sites: [], value: 0, missing: state.shortfall() }
  for (const factors of isEven ? [plain] : [plain, perBurden]) {
    state.become([])
    meetFloors(state)
    fill(state, factors)
    if (better(taken(state), best)) best = taken(state)
    yield best
  }
  state.become(best.sites)
  let current = best
  for (let round = 0; ; round += 1) {
    yield* swapAll(state, effort)
    if (!isEven) dropAndFill(state, perBurden, effort)
    const now = taken(state)
    if (better(now, best)) best = now
    yield best
    if (state.work >= effort || state.chosen.length === 0) return best
    // A slightly worse place to go on from is accepted for a while; the best is kept apart.
    if (!better(current, now) || random() < 0.1) current = now
    state.become(current.sites)
    const drops = Math.ceil((0.05 + 0.3 * random()) * state.chosen.length)
    const dropped = new Set<number>()
    for (let drop = 0; drop < drops && state.chosen.length > 0; drop += 1) {
      const site = state.chosen[Math.floor(random() * state.chosen.length)]!
      state.remove(site)
      dropped.add(site)
    }
    meetFloors(state)
    const isElsewhere = random() < 0.5
    const base = isEven || random() < 0.5 ? plain : perBurden
    fill(
      state,
      // What was dropped does not come straight back: a swap brings it back where nothing else does as well.
      base.map((factor, site) => factor * (dropped.has(site) && isElsewhere ? 0 : 0.85 + 0.3 * random())),
    )
    // Filling reads nothing where nothing fits: a round always costs something.
    state.work += 1000
    if (round % 10 === 9) current = best
  }
}

function* swapAll(state: PlacementState, effort: number): Generator<Found> {
  const { weights, candidates } = state.problem
  const { starts, indices, shares } = state.problem.byCandidate
  const { first: owners, firstShare, secondShare } = state
  const regained = new Float64Array(candidates.length)
  const losses = new Float64Array(candidates.length)
  const readLosses = (): void => {
    for (const site of state.chosen) losses[site] = state.loss(site)
  }
  const least = 1e-9 * Math.max(1, state.value)
  readLosses()
  for (let moved = true; moved && state.work < effort; ) {
    moved = false
    for (let site = 0; site < candidates.length; site += 1) {
      if (state.isChosen[site]) continue
      let gain = 0
      for (const old of state.chosen) regained[old] = 0
      const to = starts[site + 1]!
      for (let at = starts[site]!; at < to; at += 1) {
        const point = indices[at]!
        const share = shares[at]!
        const weight = weights[point]!
        const first = firstShare[point]!
        const second = secondShare[point]!
        if (share > first) gain += weight * (share - first)
        if (first > second && share > second)
          regained[owners[point]!]! += weight * (Math.min(share, first) - second)
      }
      state.work += to - starts[site]! + state.chosen.length
      if (gain <= least) continue
      let without = -1
      if (!state.fits(site)) {
        let most = least
        for (const old of state.chosen) {
          const change = gain - losses[old]! + regained[old]!
          if (change > most && state.fits(site, old)) {
            most = change
            without = old
          }
        }
        if (without < 0) continue
      }
      const missing = state.shortfall()
      if (without >= 0) state.remove(without)
      state.add(site)
      if (state.shortfall() > missing + 1e-9) {
        state.remove(site)
        if (without >= 0) state.add(without)
        continue
      }
      readLosses()
      moved = true
    }
    yield taken(state)
  }
}

/** Takes each site out in turn and fills anew: one for two, or two for one, where costs differ. */
function dropAndFill(state: PlacementState, factors: Float64Array, effort: number): void {
  for (const site of [...state.chosen]) {
    if (state.work >= effort) return
    const before = taken(state)
    if (!state.isChosen[site]) continue
    state.remove(site)
    fill(state, factors, site)
    if (!better(taken(state), before)) state.become(before.sites)
  }
}
