import { conflictPairs } from './conflicts.ts'
import { evaluate } from './evaluate.ts'
import { unmetRules } from './heuristic.ts'
import type { CoverageProblem } from './problem.ts'

/** Whether a choice keeps every rule, read from the problem itself whatever found the choice. */
export function keepsRules(problem: CoverageProblem, chosen: Int32Array): boolean {
  const { candidates, rules } = problem
  const placement = evaluate(problem, chosen)
  const within = (value: number, most = Infinity): boolean => value <= most + 1e-9 * Math.max(1, most)
  const sites = new Set(chosen)
  const pairs = conflictPairs(problem)
  for (let at = 0; at < pairs.length; at += 2)
    if (sites.has(pairs[at]!) && sites.has(pairs[at + 1]!)) return false
  return (
    sites.size === chosen.length &&
    within(sites.size, rules.most) &&
    within(placement.investment, rules.investment) &&
    within(placement.yearly, rules.yearly) &&
    within(placement.watched, rules.watched) &&
    !rules.excluded?.some((at) => sites.has(at)) &&
    Object.entries(rules.mostOfKind ?? {}).every(([kind, most]) =>
      within(chosen.filter((at) => candidates[at]!.kind === kind).length, most),
    ) &&
    unmetRules(problem, placement).length === 0
  )
}
