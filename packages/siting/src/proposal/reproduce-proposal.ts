import { asSaved, type Difference, differences, isRefusal, nearly, type Refusal } from '@trygghetskartan/geo'
import { restrictTo } from '../coverage/compare.ts'
import { evaluate } from '../coverage/evaluate.ts'
import { keepsRules } from '../coverage/keeps-rules.ts'
import type { CoverageProblem } from '../coverage/problem.ts'
import { type BuiltProposal, buildProposal } from './build.ts'
import type { ProposalInputs } from './request.ts'
import type { MeansAnswer, ProposalResult } from './result.ts'
import { proposedSites } from './sites.ts'
import { type SolveOptions, solveProposal } from './solve.ts'

/** How near two proofs of the same optimum come to each other: the solver's own tolerance. */
const proofTolerance = 1e-6

/**
 * A saved proposal made again: its sites are reckoned with exactly as they are saved, and the whole is solved anew to see
 * whether proof and bound hold. Another choice that covers as much is no difference; what time cut short is only held
 * against its bounds.
 */
export async function reproduceProposal(
  inputs: ProposalInputs,
  saved: ProposalResult,
  options: Omit<SolveOptions, 'prove'>,
): Promise<{ readonly differences: Difference[]; readonly result: ProposalResult | Refusal }> {
  const built = buildProposal(inputs)
  if (isRefusal(built)) return { differences: differences(saved, asSaved(built)), result: built }
  const prove = saved.proof !== 'heuristic' || saved.means.some(({ proof }) => proof !== 'heuristic')
  const again = await solveProposal(built, { ...options, prove })
  if (isRefusal(again)) return { differences: differences(saved, asSaved(again)), result: again }
  const result = asSaved(again) as ProposalResult
  return { differences: [...reckonedAgain(built, saved), ...solvedAgain(saved, result)], result }
}

/** What follows from the saved sites alone. */
function reckonedAgain(built: BuiltProposal, saved: ProposalResult): Difference[] {
  const main = restrictTo(built.problem, built.inputs.request.kinds)
  const found: Difference[] = []
  const chosen = chosenOf(
    built,
    saved.sites.map(({ id }) => id),
    'sites',
    found,
  )
  if (!keepsRules(main, chosen)) found.push({ path: 'sites', saved: 'allowed', again: 'breaks the rules' })
  const sites = asSaved(proposedSites(built, main, chosen)) as ProposalResult['sites']
  const byId = new Map(sites.map((site) => [site.id, site]))
  saved.sites.forEach((site, at) => {
    const own = byId.get(site.id)
    if (own) found.push(...differences(site, own, `sites[${at}]`))
  })
  found.push(...placed(main, chosen, saved, ''))
  if (!nearly(saved.gap, saved.bound > 0 ? Math.max(0, (saved.bound - saved.covered) / saved.bound) : 0))
    found.push({ path: 'gap', saved: saved.gap, again: (saved.bound - saved.covered) / saved.bound })
  saved.means.forEach((means, at) => {
    if (!means.sites) return
    const path = `means[${at}]`
    const problem = restrictTo(built.problem, means.kinds)
    const own = chosenOf(built, means.sites, `${path}.sites`, found)
    found.push(...placed(problem, own, means, `${path}.`))
    if (means.refusal === null && !keepsRules(problem, own))
      found.push({ path: `${path}.sites`, saved: 'allowed', again: 'breaks the rules' })
    found.push(...differences(means.count, own.length, `${path}.count`))
    const added = evaluate(problem, own).covered - evaluate(problem, []).covered
    const cost = added > 1e-9 ? evaluate(problem, own).investment / added : null
    found.push(...differences(means.costPerPoint, cost, `${path}.costPerPoint`))
  })
  return found
}

function chosenOf(
  built: BuiltProposal,
  ids: readonly string[],
  path: string,
  found: Difference[],
): Int32Array {
  const number = new Map(built.candidates.map(({ id }, at) => [id, at]))
  const known = ids.flatMap((id, at) => {
    const candidate = number.get(id)
    if (candidate !== undefined) return [candidate]
    found.push({ path: `${path}[${at}]`, saved: id, again: null })
    return []
  })
  return Int32Array.from(known).sort()
}

function placed(
  problem: CoverageProblem,
  chosen: Int32Array,
  saved: Pick<ProposalResult, 'covered' | 'investment' | 'yearly' | 'homesWatched'>,
  path: string,
): Difference[] {
  const { covered, investment, yearly, watched } = evaluate(problem, chosen)
  return [
    ...differences(saved.covered, covered, `${path}covered`),
    ...differences(saved.investment, investment, `${path}investment`),
    ...differences(saved.yearly, yearly, `${path}yearly`),
    ...differences(saved.homesWatched, watched, `${path}homesWatched`),
  ]
}

/** What solving anew must not contradict. */
function solvedAgain(saved: ProposalResult, again: ProposalResult): Difference[] {
  return [
    ...differences(saved.existing, again.existing, 'existing'),
    ...differences(saved.all, again.all, 'all'),
    ...differences(saved.size, again.size, 'size'),
    ...differences(saved.assumptions, again.assumptions, 'assumptions'),
    ...answers(saved, again, ''),
    ...differences(
      saved.means.map(({ id }) => id),
      again.means.map(({ id }) => id),
      'means.id',
    ),
    ...saved.means.flatMap((means, at) => {
      const other = again.means[at]
      if (!other) return []
      return [
        ...differences(means.refusal, other.refusal, `means[${at}].refusal`),
        ...answers(means, other, `means[${at}].`),
      ]
    }),
  ]
}

type Proved = Pick<MeansAnswer, 'covered' | 'bound' | 'proof'>

function answers(saved: Proved, again: Proved, path: string): Difference[] {
  const alike = (a: number, b: number) => nearly(a, b, proofTolerance)
  const both = saved.proof === 'optimal' && again.proof === 'optimal'
  return [
    ...(both && !alike(saved.covered, again.covered)
      ? [{ path: `${path}covered`, saved: saved.covered, again: again.covered }]
      : []),
    ...(both && !alike(saved.bound, again.bound)
      ? [{ path: `${path}bound`, saved: saved.bound, again: again.bound }]
      : []),
    ...(saved.proof === 'optimal' && !both && !alike(saved.bound, saved.covered)
      ? [{ path: `${path}bound`, saved: saved.bound, again: saved.covered }]
      : []),
    // Whatever time cut short: nobody can cover more than a bound allows.
    ...(!both && again.covered > saved.bound && !alike(again.covered, saved.bound)
      ? [{ path: `${path}bound`, saved: saved.bound, again: again.covered }]
      : []),
    ...(!both && saved.covered > again.bound && !alike(saved.covered, again.bound)
      ? [{ path: `${path}covered`, saved: saved.covered, again: again.bound }]
      : []),
  ]
}
