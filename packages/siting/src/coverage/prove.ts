import type { Highs, Model } from 'highs'
import {
  type Bound,
  defaultMemory,
  fittingLevels,
  gapOf,
  lagrangianBound,
  linearBound,
  modelBytes,
} from './bound.ts'
import { evaluate } from './evaluate.ts'
import { proposePlacement, type SearchOptions, unreduce } from './heuristic.ts'
import { loadSolver, releaseSolver, type SolverSource } from './highs.ts'
import { conflictingRules } from './infeasible.ts'
import { keepsRules } from './keeps-rules.ts'
import type { Levels } from './levels.ts'
import { type ReducedProblem, reduceProblem } from './merge.ts'
import { buildModel, columnsOf, toModelData } from './model.ts'
import type { CoverageProblem, Placement, RuleRefusal } from './problem.ts'
import { checkProblem } from './validate.ts'

export interface ProofProgress {
  readonly placement: Placement | null
  /** No choice covers more than this. */
  readonly bound: number
  readonly gap: number
}

export interface ProofOptions extends Omit<SearchOptions, 'onProgress' | 'timeLimit'> {
  readonly solver?: SolverSource
  /** A choice to start from, such as the one already shown; found first where not given. */
  readonly start?: Placement
  /** Milliseconds for the solver. */
  readonly timeLimit?: number
  /** Bytes the solver may take: a model above them gets a bound only, a search that grows past them stops. */
  readonly memory?: number
  /**
   * Asked while the solver runs, which blocks its thread, so that a signal from outside cannot reach it:
   * read a flag in a SharedArrayBuffer here. What `onProgress` has posted is kept also if the worker ends.
   */
  readonly isCancelled?: () => boolean
  readonly onProgress?: (progress: ProofProgress) => void
}

export type ProofResult =
  | { readonly kind: 'refused'; readonly refusals: readonly RuleRefusal[] }
  | {
      /** 'optimal': no choice covers more. 'best-so-far': stopped. 'bound-only': too large for the solver. */
      readonly kind: 'optimal' | 'best-so-far' | 'bound-only'
      /** Null where no choice that keeps all rules was found before it stopped. */
      readonly placement: Placement | null
      readonly existing: number
      readonly bound: number
      readonly boundBy: Bound['by'] | 'branch and cut'
      readonly gap: number
    }

/**
 * The best choice with proof, or the best so far with a proven bound. Starts from the heuristic's
 * choice; a refusal names the rules that fail together. Cancelling keeps the best.
 */
export async function provePlacement(
  problem: CoverageProblem,
  options: ProofOptions = {},
): Promise<ProofResult> {
  const refusals = checkProblem(problem)
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const memory = options.memory ?? defaultMemory
  const reduced = reduceProblem(problem)
  const levels = fittingLevels(reduced, memory)
  const start = await startOf(problem, options)
  const stopped = (): boolean => options.signal?.aborted === true || options.isCancelled?.() === true
  let bound = lagrangianBound(reduced, levels, start?.covered ?? reduced.existing)
  const answer = (
    kind: 'optimal' | 'best-so-far' | 'bound-only',
    placement: Placement | null,
    by: Bound | null,
  ) => {
    const covered = placement?.covered ?? 0
    const value = by ? Math.max(by.value, covered) : covered
    return {
      kind,
      placement,
      existing: reduced.existing,
      bound: value,
      boundBy: by?.by ?? ('branch and cut' as const),
      gap: gapOf(covered, value),
    }
  }
  if (start)
    options.onProgress?.({ placement: start, bound: bound.value, gap: gapOf(start.covered, bound.value) })
  if (start && isProved(levels, reduced.existing, start.covered, bound.value))
    return answer('optimal', start, { ...bound, value: start.covered })
  if (stopped()) return answer('best-so-far', start, bound)
  if (!levels.exact || modelBytes(levels, reduced.candidates.length) > memory) {
    const linear = await linearBound(reduced, levels, { ...options, memory })
    if (linear && linear.value < bound.value) bound = linear
    return answer('bound-only', start, bound)
  }
  const highs = await loadSolver(options.solver)
  const solved = branchAndCut(problem, reduced, levels, highs, {
    ...options,
    stopped,
    start,
    bound: bound.value,
  })
  if (highs.memoryBytes > memory) releaseSolver(options.solver)
  if (solved.infeasible && !start) return { kind: 'refused', refusals: conflictingRules(problem, highs) }
  if (solved.optimal) return answer('optimal', solved.placement, null)
  if (solved.bound >= bound.value) return answer('best-so-far', solved.placement, bound)
  const value = Math.max(solved.bound, solved.placement?.covered ?? 0)
  return {
    ...answer('best-so-far', solved.placement, null),
    bound: value,
    gap: gapOf(solved.placement?.covered ?? 0, value),
  }
}

async function startOf(problem: CoverageProblem, options: ProofOptions): Promise<Placement | null> {
  if (options.start && keepsRules(problem, options.start.chosen))
    return evaluate(problem, options.start.chosen)
  const { seed, effort, signal } = options
  const found = await proposePlacement(problem, {
    ...(seed === undefined ? {} : { seed }),
    ...(effort === undefined ? {} : { effort }),
    ...(signal ? { signal } : {}),
  })
  return found.kind === 'placement' && found.unmet.length === 0 ? found.placement : null
}

/** Where all weights are whole, a bound less than one above a choice proves the choice. */
const isWhole = (levels: Levels): boolean => levels.exact && levels.weights.every(Number.isInteger)

function isProved(levels: Levels, existing: number, covered: number, bound: number): boolean {
  const least = isWhole(levels) ? existing + Math.floor(bound - existing + 1e-6) : bound
  return least - covered <= 1e-6 * Math.max(1, least)
}

interface Search extends Omit<ProofOptions, 'start'> {
  readonly stopped: () => boolean
  readonly start: Placement | null
  readonly bound: number
}

interface Solved {
  readonly placement: Placement | null
  readonly bound: number
  readonly optimal: boolean
  readonly infeasible: boolean
}

function branchAndCut(
  problem: CoverageProblem,
  reduced: ReducedProblem,
  levels: Levels,
  highs: Highs,
  { stopped, start, bound: known, onProgress, timeLimit = 60_000, seed = 1, memory = defaultMemory }: Search,
): Solved {
  const { callbackType, modelStatus } = highs.constants
  const step = isWhole(levels) ? 1 : 0
  const read = (columns: Float64Array): Placement => {
    const sites = [...reduced.candidates.keys()].filter((site) => columns[site]! > 0.5)
    return evaluate(problem, unreduce(reduced, sites))
  }
  let best = start
  let bound = known
  let told = 0
  const take = (placement: Placement): void => {
    if ((!best || placement.covered > best.covered) && keepsRules(problem, placement.chosen)) best = placement
  }
  const tell = (dual: number | undefined): undefined => {
    if (dual !== undefined && Number.isFinite(dual)) bound = Math.min(bound, dual + reduced.existing)
    const now = performance.now()
    if (onProgress && now - told > 100) {
      told = now
      onProgress({ placement: best, bound, gap: gapOf(best?.covered ?? 0, bound) })
    }
    return undefined
  }
  const run = (model: Model): Solved => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: step > 0 ? step - 1e-6 : 1e-7,
      time_limit: timeLimit / 1000,
      random_seed: seed,
    })
    if (start) {
      const place = new Map([...reduced.candidates].map((at, site) => [at, site]))
      const chosen = [...start.chosen].flatMap((at) => place.get(at) ?? [])
      model.setSolution({ colValue: columnsOf(levels, reduced.candidates.length, chosen) })
    }
    const { modelStatus: status } = model.run({
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution) take(read(data.mip_solution))
        return tell(data.mip_dual_bound)
      },
      [callbackType.mipInterrupt](event) {
        tell(event.data.mip_dual_bound)
        if (stopped() || highs.memoryBytes > memory) event.interrupt()
        return undefined
      },
    })
    const optimal = status === modelStatus.optimal
    const infeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
    if (optimal) take(read(model.getSolution().colValue))
    const dual = model.info.get('mip_dual_bound')
    if (!infeasible && typeof dual === 'number') tell(dual)
    if (step > 0) bound = reduced.existing + Math.floor(bound - reduced.existing + 1e-6)
    const proved = best !== null && (optimal || isProved(levels, reduced.existing, best.covered, bound))
    return { placement: best, bound, optimal: proved, infeasible }
  }
  const model = buildModel(reduced, levels)
  // Nothing is left to choose from: what is required then is out of reach.
  if (model.numCols === 0) return { placement: best, bound, optimal: false, infeasible: true }
  return highs.withModel(toModelData(model, highs, true), run)
}
