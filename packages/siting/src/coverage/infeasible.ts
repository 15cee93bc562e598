import type { Highs } from 'highs'
import { toLevels } from './levels.ts'
import { reduceProblem } from './merge.ts'
import { buildModel, toModelData } from './model.ts'
import type { CoverageProblem, PlacementRules, RuleName, RuleRefusal } from './problem.ts'

interface Rule {
  readonly rule: RuleName
  readonly of?: string
}

const single = ['most', 'investment', 'yearly', 'watched', 'distances', 'conflicts', 'excluded'] as const

/**
 * Of rules that no choice keeps together, a smallest set of which each is needed for the conflict: rules
 * are left out one by one and stay out where the rest still fails (deletion filter, J. Chinneck 2008).
 */
export function conflictingRules(problem: CoverageProblem, highs: Highs): RuleRefusal[] {
  let rules = rulesOf(problem)
  const fails = (held: readonly Rule[]): boolean => {
    const reduced = reduceProblem(holdOnly(problem, held))
    const model = buildModel(reduced, toLevels(reduced))
    if (model.numCols === 0) return model.rowLower.some((least) => least > 0)
    const data = toModelData({ ...model, cost: new Float64Array(model.numCols) }, highs, true)
    return highs.withModel(data, (solver) => {
      solver.options.set({ output_flag: false, time_limit: 10 })
      const { modelStatus } = solver.run()
      return modelStatus === highs.constants.modelStatus.infeasible
    })
  }
  for (const rule of rules) {
    const rest = rules.filter((each) => each !== rule)
    if (fails(rest)) rules = rest
  }
  const sv = rules.map((rule) => named(problem, rule).sv).join(', ')
  const en = rules.map((rule) => named(problem, rule).en).join(', ')
  return rules.map((rule) => ({
    ...rule,
    sv: `Reglerna går inte att uppfylla tillsammans: ${sv}.`,
    en: `The rules cannot be kept together: ${en}.`,
  }))
}

function rulesOf({ rules, candidates }: CoverageProblem): Rule[] {
  const grouped = candidates.some(({ group }) => group !== undefined)
  return [
    ...single
      .filter((rule) => rules[rule] !== undefined || (rule === 'conflicts' && grouped))
      .map((rule) => ({ rule })),
    ...Object.keys(rules.mostOfKind ?? {}).map((of) => ({ rule: 'mostOfKind' as const, of })),
    ...Object.keys(rules.leastOfKind ?? {}).map((of) => ({ rule: 'leastOfKind' as const, of })),
    ...(rules.minimumShares ?? []).map(({ name }) => ({ rule: 'minimumShares' as const, of: name })),
  ]
}

/** The problem with these rules only. */
function holdOnly(problem: CoverageProblem, held: readonly Rule[]): CoverageProblem {
  const { rules } = problem
  const holds = (rule: RuleName, of?: string): boolean =>
    held.some((each) => each.rule === rule && each.of === of)
  const ofKind = (rule: 'mostOfKind' | 'leastOfKind') =>
    Object.fromEntries(Object.entries(rules[rule] ?? {}).filter(([kind]) => holds(rule, kind)))
  const kept: PlacementRules = {
    ...Object.fromEntries(single.filter((rule) => holds(rule)).map((rule) => [rule, rules[rule]])),
    mostOfKind: ofKind('mostOfKind'),
    leastOfKind: ofKind('leastOfKind'),
    minimumShares: (rules.minimumShares ?? []).filter(({ name }) => holds('minimumShares', name)),
  }
  const candidates = holds('conflicts')
    ? problem.candidates
    : problem.candidates.map(({ group: _, ...site }) => site)
  return { ...problem, candidates, rules: kept }
}

function named({ rules }: CoverageProblem, { rule, of }: Rule): { sv: string; en: string } {
  switch (rule) {
    case 'most':
      return { sv: `högst ${rules.most} platser`, en: `at most ${rules.most} sites` }
    case 'mostOfKind':
      return {
        sv: `högst ${rules.mostOfKind?.[of!]} av ${of}`,
        en: `at most ${rules.mostOfKind?.[of!]} of ${of}`,
      }
    case 'leastOfKind':
      return {
        sv: `minst ${rules.leastOfKind?.[of!]} av ${of}`,
        en: `at least ${rules.leastOfKind?.[of!]} of ${of}`,
      }
    case 'investment':
      return {
        sv: `investering högst ${rules.investment} kr`,
        en: `investment at most SEK ${rules.investment}`,
      }
    case 'yearly':
      return { sv: `drift högst ${rules.yearly} kr/år`, en: `yearly cost at most SEK ${rules.yearly}` }
    case 'watched':
      return { sv: `högst ${rules.watched} bevakade`, en: `at most ${rules.watched} watched` }
    case 'minimumShares': {
      const percent = 100 * (rules.minimumShares?.find(({ name }) => name === of)?.share ?? 0)
      return { sv: `minst ${percent} % av ${of}`, en: `at least ${percent} % of ${of}` }
    }
    default:
      return {
        sv: 'avstånd och platser som utesluter varandra',
        en: 'distances and sites that exclude each other',
      }
  }
}
