import type { CoverageProblem } from './problem.ts'
import type { ProofOptions, ProofResult } from './prove.ts'
import { provePlacement } from './prove.ts'

/** One way to meet the same risk. */
export interface Means {
  readonly id: string
  /** Kinds of measure allowed. */
  readonly kinds: readonly string[]
}

export interface MeansResult {
  readonly means: Means
  readonly result: ProofResult
  /** Share of the demand weight covered, existing assets included; 0..1. Null without a placement. */
  readonly share: number | null
  /** SEK of investment per weight covered beyond existing assets; null where nothing is added. */
  readonly costPerAdded: number | null
}

/**
 * The same problem with only some kinds of measure, side by side, so that lighting, clearing and
 * presence are weighed before cameras. Rules about kinds that are not allowed fall away with them; every
 * other rule holds. Each answer has its own proof. In the order given.
 */
export async function compareMeans(
  problem: CoverageProblem,
  means: readonly Means[],
  options: Omit<ProofOptions, 'start'> = {},
): Promise<MeansResult[]> {
  const all = problem.demand.reduce((sum, weight) => sum + weight, 0)
  const results: MeansResult[] = []
  for (const each of means) {
    const result = await provePlacement(restrictTo(problem, each.kinds), options)
    const placement = result.kind === 'refused' ? null : result.placement
    const added = placement && result.kind !== 'refused' ? placement.covered - result.existing : 0
    results.push({
      means: each,
      result,
      share: placement && all > 0 ? placement.covered / all : null,
      costPerAdded: placement && added > 0 ? placement.investment / added : null,
    })
  }
  return results
}

/** The problem with every candidate of another kind excluded; indices stay the same. */
export function restrictTo(problem: CoverageProblem, kinds: readonly string[]): CoverageProblem {
  const { rules, candidates } = problem
  const allowed = new Set(kinds)
  const others = [...candidates.keys()].filter((at) => !allowed.has(candidates[at]!.kind))
  const { leastOfKind, ...rest } = rules
  const least = Object.entries(leastOfKind ?? {}).filter(([kind]) => allowed.has(kind))
  return {
    ...problem,
    rules: {
      ...rest,
      ...(least.length > 0 ? { leastOfKind: Object.fromEntries(least) } : {}),
      excluded: [...new Set([...(rules.excluded ?? []), ...others])],
    },
  }
}
