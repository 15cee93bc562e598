import { coveredShares, evaluate } from './evaluate.ts'
import { type Found, search } from './local-search.ts'
import { type ReducedProblem, reduceProblem } from './merge.ts'
import type { CoverageProblem, Placement, RuleRefusal } from './problem.ts'
import { checkProblem } from './validate.ts'

export interface SearchOptions {
  /** The same seed and effort give the same choice. */
  readonly seed?: number
  /** Entries of the cover matrix to read before stopping. */
  readonly effort?: number
  /** Milliseconds; where it stops the search first, the choice depends on the machine. */
  readonly timeLimit?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (best: Placement) => void
}

export type SearchResult =
  | { readonly kind: 'refused'; readonly refusals: readonly RuleRefusal[] }
  | {
      readonly kind: 'placement'
      readonly placement: Placement
      /** Weight that existing assets cover by themselves. */
      readonly existing: number
      /** Weight of all demand. */
      readonly demand: number
      /** Least numbers and shares that this choice does not keep; `prove` tells whether any choice can. */
      readonly unmet: readonly RuleRefusal[]
      /** Stopped by the signal or the time limit. */
      readonly stopped: boolean
    }

export const defaultEffort = 15_000_000
const turn = 40

/** Found sites in the numbers of the problem. */
export const unreduce = (reduced: ReducedProblem, sites: readonly number[]): number[] =>
  sites.map((site) => reduced.candidates[site]!)

/**
 * A good choice at once, without proof. Gives the event loop a turn every 40 ms, so the signal works
 * from outside; a stopped search answers with the best so far.
 */
export async function proposePlacement(
  problem: CoverageProblem,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const refusals = checkProblem(problem)
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const { seed = 1, effort = defaultEffort, timeLimit = Infinity, signal, onProgress } = options
  const started = performance.now()
  const reduced = reduceProblem(problem)
  const steps = search(reduced, seed, effort)
  let best: Found | null = null
  let shown: Found | null = null
  let stopped = false
  let turned = started
  for (;;) {
    const step = steps.next()
    if (
      !best ||
      step.value.missing < best.missing ||
      (step.value.missing === best.missing && step.value.value > best.value)
    )
      best = step.value
    if (step.done) break
    if (onProgress && best !== shown) {
      shown = best
      onProgress(evaluate(problem, unreduce(reduced, best.sites)))
    }
    const now = performance.now()
    stopped = signal?.aborted === true || now - started > timeLimit
    if (stopped) break
    if (now - turned > turn) {
      await new Promise((resolve) => setTimeout(resolve))
      turned = performance.now()
    }
  }
  const placement = evaluate(problem, unreduce(reduced, best.sites))
  return {
    kind: 'placement',
    placement,
    existing: reduced.existing,
    demand: problem.demand.reduce((sum, weight) => sum + weight, 0),
    unmet: unmetRules(problem, placement),
    stopped,
  }
}

/** The least numbers and minimum shares that a choice does not keep. */
export function unmetRules(problem: CoverageProblem, placement: Placement): RuleRefusal[] {
  const unmet: RuleRefusal[] = []
  for (const [kind, least] of Object.entries(problem.rules.leastOfKind ?? {})) {
    const there = placement.chosen.filter((at) => problem.candidates[at]!.kind === kind).length
    if (there < least)
      unmet.push({
        rule: 'leastOfKind',
        of: kind,
        sv: `Minst ${least} av ${kind} krävs, ${there} fick plats.`,
        en: `At least ${least} of ${kind} are required, ${there} found room.`,
      })
  }
  const shares = problem.rules.minimumShares?.length ? coveredShares(problem, placement.chosen) : null
  for (const { name, demand, share } of problem.rules.minimumShares ?? []) {
    let all = 0
    let within = 0
    for (const point of demand) {
      all += problem.demand[point]!
      within += problem.demand[point]! * shares![point]!
    }
    if (within < (share - 1e-9) * all) {
      const percent = Math.floor((within / all) * 1000) / 10
      unmet.push({
        rule: 'minimumShares',
        of: name,
        sv: `${name}: ${share * 100} % krävs, ${percent} % nås.`,
        en: `${name}: ${share * 100} % is required, ${percent} % is reached.`,
      })
    }
  }
  return unmet
}
