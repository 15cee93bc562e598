import { conflictPairs } from './conflicts.ts'
import { evaluate } from './evaluate.ts'
import { unmetRules } from './heuristic.ts'
import type { CoverageProblem } from './problem.ts'

/** Pairs are asked for again and again of the same problem: of each other site a next best is looked for. */
const known = new WeakMap<CoverageProblem, Int32Array>()

function pairsOf(problem: CoverageProblem): Int32Array {
  const there = known.get(problem)
  if (there) return there
  const pairs = conflictPairs(problem)
  known.set(problem, pairs)
  return pairs
}

/** Whether a choice keeps every rule, read from the problem itself whatever found the choice. */
export function keepsRules(problem: CoverageProblem, chosen: Int32Array): boolean {
  const { candidates, rules } = problem
  const within = (value: number, most = Infinity): boolean => value <= most + 1e-9 * Math.max(1, most)
  const sum = (of: 'investment' | 'yearly' | 'watched'): number =>
    chosen.reduce((total, at) => total + (candidates[at]![of] ?? 0), 0)
  const sites = new Set(chosen)
  const keepsSums =
    sites.size === chosen.length &&
    within(sites.size, rules.most) &&
    within(sum('investment'), rules.investment) &&
    within(sum('yearly'), rules.yearly) &&
    within(sum('watched'), rules.watched) &&
    !rules.excluded?.some((at) => sites.has(at)) &&
    Object.entries(rules.mostOfKind ?? {}).every(([kind, most]) =>
      within(chosen.filter((at) => candidates[at]!.kind === kind).length, most),
    )
  if (!keepsSums) return false
  const pairs = pairsOf(problem)
  for (let at = 0; at < pairs.length; at += 2)
    if (sites.has(pairs[at]!) && sites.has(pairs[at + 1]!)) return false
  const { leastOfKind = {}, minimumShares = [] } = rules
  if (Object.keys(leastOfKind).length + minimumShares.length === 0) return true
  return unmetRules(problem, evaluate(problem, chosen)).length === 0
}
