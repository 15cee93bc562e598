import type { Placement, RuleRefusal } from '../coverage/problem.ts'
import type { BuiltProposal } from './build.ts'
import type { MeansKind } from './request.ts'
import type { MeansAnswer, ProposalResult } from './result.ts'
import { ruleRefusal } from './rules.ts'

/** What is known of one way to meet the risk. */
export interface Answer {
  readonly placement: Placement | null
  readonly bound: number
  readonly boundBy: string
  readonly proof: ProposalResult['proof']
  /** Why there can be no placement. */
  readonly refusals?: readonly RuleRefusal[]
  /** Least numbers and shares that no choice found so far keeps. */
  readonly unmet?: readonly RuleRefusal[]
}

export interface AskedMeans {
  readonly id: MeansAnswer['id']
  readonly kinds: readonly MeansKind[]
  /** How many places there are for it. */
  readonly candidates: number
}

/** The least intrusive first; `all` is what the planner asked for. */
export function meansAsked({ candidates, inputs }: BuiltProposal): AskedMeans[] {
  const of = (id: MeansAnswer['id'], kinds: readonly MeansKind[]): AskedMeans => ({
    id,
    kinds,
    candidates: candidates.filter(({ kind }) => kinds.includes(kind)).length,
  })
  return [
    of('presence', ['presence']),
    of('lighting', ['lamp']),
    of('clearing', ['clearing']),
    of('unwatched', ['presence', 'lamp', 'clearing']),
    of('cameras', ['camera']),
    of('all', inputs.request.kinds),
  ]
}

const nowhere = {
  sv: 'Det finns ingen plats i området där det både får göras och täcker någon risk.',
  en: 'There is no place in the area where it both may be done and covers any risk.',
}

export function meansAnswer(
  { id, kinds }: AskedMeans,
  answer: Answer | undefined,
  existing: number,
  ids: readonly string[],
): MeansAnswer {
  const refused = answer?.refusals ?? (answer?.placement ? undefined : answer?.unmet)
  if (!answer?.placement)
    return {
      id,
      kinds,
      covered: existing,
      bound: existing,
      proof: answer?.proof ?? 'optimal',
      investment: 0,
      yearly: 0,
      homesWatched: 0,
      count: 0,
      costPerPoint: null,
      refusal: refused ? ruleRefusal(refused).text : nowhere,
    }
  const { covered, investment, yearly, watched, chosen } = answer.placement
  const added = covered - existing
  return {
    id,
    kinds,
    covered,
    bound: Math.max(answer.bound, covered),
    proof: answer.proof,
    investment,
    yearly,
    homesWatched: watched,
    count: chosen.length,
    sites: Array.from(chosen, (at) => ids[at]!),
    costPerPoint: added > 1e-9 ? investment / added : null,
    refusal: null,
  }
}
