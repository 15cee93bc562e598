import type { Refusal } from '@trygghetskartan/geo'
import { defaultMemory, fittingLevels, gapOf, lagrangianBound } from '../coverage/bound.ts'
import { restrictTo } from '../coverage/compare.ts'
import { coveredShares, evaluate, weigh } from '../coverage/evaluate.ts'
import { proposePlacement, type SearchResult } from '../coverage/heuristic.ts'
import type { SolverSource } from '../coverage/highs.ts'
import { reduceProblem } from '../coverage/merge.ts'
import type { CoverageProblem, Placement, RuleRefusal } from '../coverage/problem.ts'
import { type ProofResult, provePlacement } from '../coverage/prove.ts'
import type { BuiltProposal } from './build.ts'
import { type Answer, type AskedMeans, meansAnswer, meansAsked } from './means.ts'
import type { ProposalResult, ProposedSite } from './result.ts'
import { ruleRefusal } from './rules.ts'
import { proposedSites } from './sites.ts'

export interface SolveOptions {
  /** Whether the solver is to prove or improve what the search finds. */
  readonly prove: boolean
  readonly solver?: SolverSource
  readonly signal?: AbortSignal
  /** Asked while the solver runs, which blocks its thread: see ProofOptions. */
  readonly isCancelled?: () => boolean
  /** Whole results, the search's first. */
  readonly onProgress?: (result: ProposalResult) => void
  /** Milliseconds for all proofs together; 30 s where not said. */
  readonly timeLimit?: number
}

/** Entries of the cover matrix the search may read, for the request and for each of the means beside it. */
const effort = { all: 8_000_000, each: 1_000_000 }
/** The request is searched from so many seeds: choices of several kinds lie in hollows far apart. */
const seeds = 2
/** Share of the time that the proofs of the means beside the request take together, at the most. */
const timeOfMeans = 0.5
const bounding = 120

/**
 * The sites to propose: a search at once, then the solver's proof. Means are compared first, the least intrusive first, each
 * under the same rules with its own bound. Cancelling keeps the best so far. Refused where no choice keeps the rules, with
 * the rule or the rules that fail together.
 */
export async function solveProposal(
  built: BuiltProposal,
  { prove, solver, signal, isCancelled, onProgress, timeLimit = 30_000 }: SolveOptions,
): Promise<ProposalResult | Refusal> {
  const { problem, inputs } = built
  const { seed } = inputs
  const asked = meansAsked(built)
  const answers = new Map<string, Answer>()
  const main = restrictTo(problem, inputs.request.kinds)
  const searchOf = (from: number, isMain: boolean) => ({
    seed: from,
    effort: isMain ? effort.all : effort.each,
    ...(signal ? { signal } : {}),
  })
  const stopped = () => signal?.aborted === true || isCancelled?.() === true
  for (const means of [...asked].reverse()) {
    if (means.candidates === 0) continue
    const own = restrictTo(problem, means.kinds)
    const isMain = means.id === 'all'
    const tries = isMain ? seeds : 1
    let found = await proposePlacement(own, searchOf(seed, isMain))
    for (let more = 1; more < tries && !stopped(); more++) {
      const other = await proposePlacement(own, searchOf(seed + more, isMain))
      if (isBetter(other, found)) found = other
    }
    answers.set(means.id, searched(own, found))
    if (isMain) {
      const first = answers.get('all')!
      if (first.refusals) return ruleRefusal(first.refusals)
    }
  }
  share(problem, asked, answers)
  const fixed = {
    existing: evaluate(main, []).covered,
    merged: reduceProblem(main).weights.length,
    candidates: openOf(main).length,
  }
  let explained: { chosen: string; sites: ProposedSite[] } | null = null
  const told = (): ProposalResult => {
    const { chosen } = answers.get('all')!.placement!
    // Telling why takes longer than proving, and most proofs leave the choice as it is.
    if (explained?.chosen !== chosen.join())
      explained = { chosen: chosen.join(), sites: proposedSites(built, main, chosen) }
    return resultOf(built, fixed, explained.sites, asked, answers)
  }
  // A choice that breaks a least number or share is no answer; whether any keeps them the solver tells.
  const first = answers.get('all')!
  if (first.placement) onProgress?.(told())
  for (const means of [...asked].reverse()) {
    if (stopped()) break
    const known = answers.get(means.id)
    if (!known || known.refusals) continue
    const own = restrictTo(problem, means.kinds)
    if (!prove && !known.unmet) {
      answers.set(means.id, bounded(own, known))
      continue
    }
    if (means.id === 'all' && sameAsOther(asked, means)) continue
    const limit =
      means.id === 'all' ? timeLimit * (1 - timeOfMeans) : (timeLimit * timeOfMeans) / (asked.length - 1)
    const proof = await provePlacement(own, {
      seed,
      effort: effort.each,
      timeLimit: limit,
      ...(solver ? { solver } : {}),
      ...(signal ? { signal } : {}),
      ...(isCancelled ? { isCancelled } : {}),
      ...(known.placement ? { start: known.placement } : {}),
    })
    answers.set(means.id, proved(own, proof, known))
    share(problem, asked, answers)
    const all = answers.get('all')!
    if (means.id === 'all' && all.refusals) return ruleRefusal(all.refusals)
    if (all.placement) onProgress?.(told())
  }
  const twin = sameAsOther(asked, asked.find(({ id }) => id === 'all')!)
  const same = twin && answers.get(twin.id)
  if (same) {
    if (same.refusals) return ruleRefusal(same.refusals)
    answers.set('all', same)
  }
  const last = answers.get('all')!
  if (last.refusals) return ruleRefusal(last.refusals)
  if (!last.placement) return ruleRefusal(last.unmet!)
  return told()
}

const sameAsOther = (asked: readonly AskedMeans[], means: AskedMeans): AskedMeans | undefined =>
  asked.find(
    ({ id, kinds }) => id !== means.id && [...kinds].sort().join() === [...means.kinds].sort().join(),
  )

const isBetter = (a: SearchResult, b: SearchResult): boolean =>
  a.kind === 'placement' &&
  b.kind === 'placement' &&
  (a.unmet.length < b.unmet.length ||
    (a.unmet.length === b.unmet.length && a.placement.covered > b.placement.covered))

function searched(problem: CoverageProblem, found: SearchResult): Answer {
  if (found.kind === 'refused')
    return { placement: null, bound: 0, boundBy: '', proof: 'heuristic', refusals: found.refusals }
  const everything = weigh(problem.demand, coveredShares(problem, openOf(problem)))
  return {
    placement: found.unmet.length > 0 ? null : found.placement,
    bound: everything,
    boundBy: 'all candidates',
    proof: 'heuristic',
    ...(found.unmet.length > 0 ? { unmet: found.unmet } : {}),
  }
}

function openOf({ candidates, rules }: CoverageProblem): number[] {
  const excluded = new Set(rules.excluded ?? [])
  return [...candidates.keys()].filter((at) => !excluded.has(at))
}

/** A search's answer with a bound that needs no solver. */
function bounded(problem: CoverageProblem, known: Answer): Answer {
  const reduced = reduceProblem(problem)
  const reached = known.placement!.covered
  const { value, by } = lagrangianBound(reduced, fittingLevels(reduced, defaultMemory), reached, bounding)
  return value < known.bound ? { ...known, bound: Math.max(value, reached), boundBy: by } : known
}

function proved(problem: CoverageProblem, proof: ProofResult, known: Answer): Answer {
  if (proof.kind === 'refused') return { ...known, placement: null, refusals: proof.refusals }
  const placement = proof.placement ?? known.placement
  return {
    placement: placement && evaluate(problem, placement.chosen),
    bound: proof.bound,
    boundBy: proof.boundBy,
    proof: proof.kind,
    ...(placement ? {} : { unmet: known.unmet ?? noChoiceYet }),
  }
}

const noChoiceYet: RuleRefusal[] = [
  {
    rule: 'minimumShares',
    sv: 'Inget val som håller alla regler hittades innan sökningen avbröts.',
    en: 'No choice that keeps all rules was found before the search was stopped.',
  },
]

/** A choice of fewer kinds is one of more kinds too: what covers most is taken over, as far as its kinds are allowed. */
function share(problem: CoverageProblem, asked: readonly AskedMeans[], answers: Map<string, Answer>): void {
  for (const wider of asked)
    for (const narrower of asked) {
      const to = answers.get(wider.id)
      const from = answers.get(narrower.id)?.placement
      if (
        wider === narrower ||
        !to ||
        to.refusals ||
        !from ||
        !narrower.kinds.every((kind) => wider.kinds.includes(kind))
      )
        continue
      if (to.placement && from.covered <= to.placement.covered * (1 + 1e-9)) continue
      if (Object.keys(problem.rules.leastOfKind ?? {}).length > 0) continue
      const { unmet: _, ...rest } = to
      answers.set(wider.id, {
        ...rest,
        placement: from as Placement,
        proof: to.proof === 'optimal' ? 'best-so-far' : to.proof,
      })
    }
}

function resultOf(
  built: BuiltProposal,
  { existing, merged, candidates }: { existing: number; merged: number; candidates: number },
  sites: readonly ProposedSite[],
  asked: readonly AskedMeans[],
  answers: ReadonlyMap<string, Answer>,
): ProposalResult {
  const { placement, bound, boundBy, proof } = answers.get('all')!
  const { covered, investment, yearly, watched } = placement!
  const most = Math.max(bound, covered)
  const ids = built.candidates.map(({ id }) => id)
  return {
    sites,
    covered,
    existing,
    all: built.rows.weight.reduce((sum, weight) => sum + weight, 0),
    investment,
    yearly,
    homesWatched: watched,
    bound: most,
    gap: gapOf(covered, most),
    proof,
    boundBy,
    means: asked.map((means) => meansAnswer(means, answers.get(means.id), existing, ids)),
    size: {
      demand: built.rows.weight.length,
      merged,
      candidates,
    },
    assumptions: built.assumptions,
  }
}
