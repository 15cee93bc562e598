import type { DemandAnswer, GroundAnswer } from '@trygghetskartan/api/contract-siting'
import type { ProposalInputs, ProposalRequest, ProposalResult, Refusal } from '@trygghetskartan/siting'

export type ProposalAsked = ProposalInputs

/** What the worker says. */
export type ProposalTold =
  | { readonly type: 'progress' | 'done'; readonly result: ProposalResult }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'failed'; readonly message: string }

/** A question with the digests of what it was asked about: what a run is saved on. */
export interface Question {
  readonly request: ProposalRequest
  readonly seed: number
  readonly ground: GroundAnswer
  readonly demand: DemandAnswer
  readonly luminaires: ProposalInputs['luminaires']
}

export type Stage = 'idle' | 'searching' | 'proving' | 'done' | 'stopped' | 'cancelled' | 'refused' | 'failed'

export interface DeskView {
  readonly stage: Stage
  readonly question: Question | null
  readonly result: ProposalResult | null
  readonly refusal: Refusal | null
  /** Id of the run it is saved as. */
  readonly savedAs: string | null
  /** Site -> the draft it has become. */
  readonly drafts: Readonly<Record<string, { readonly id: string; readonly layer: string }>>
}

/** Somebody who reckons beside the page. */
interface Reckoner {
  readonly ask: (inputs: ProposalAsked) => void
  readonly end: () => void
}

const atRest: DeskView = {
  stage: 'idle',
  question: null,
  result: null,
  refusal: null,
  savedAs: null,
  drafts: {},
}

/**
 * Where proposals are asked for: one question at a time, each answer better than the one before. The solver blocks the
 * worker it runs in, and memory cannot be shared with it here: cancelling ends the worker, and what it told last stays.
 */
export function createProposalDesk(hire: (hear: (told: ProposalTold) => void) => Reckoner) {
  let view = atRest
  let reckoner: Reckoner | null = null
  const listeners = new Set<() => void>()
  const tell = (change: Partial<DeskView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const rest = () => {
    reckoner?.end()
    reckoner = null
  }

  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ask(question: Question): void {
      rest()
      const hired = hire((told) => {
        // What one who was sent home had still under way is not listened to.
        if (reckoner !== hired) return
        if (told.type === 'progress') return tell({ stage: 'proving', result: told.result })
        rest()
        if (told.type === 'done') tell({ stage: 'done', result: told.result })
        else if (told.type === 'refused') tell({ stage: 'refused', refusal: told.refusal, result: null })
        else tell({ stage: view.result ? 'stopped' : 'failed' })
      })
      reckoner = hired
      tell({ ...atRest, stage: 'searching', question })
      const { request, seed, luminaires } = question
      hired.ask({ request, seed, luminaires, ground: question.ground.ground, demand: question.demand.demand })
    },
    cancel(): void {
      if (!reckoner) return
      rest()
      tell({ stage: view.result ? 'stopped' : 'cancelled' })
    },
    saved: (id: string): void => tell({ savedAs: id }),
    drafted: (site: string, draft: { readonly id: string; readonly layer: string }): void =>
      tell({ drafts: { ...view.drafts, [site]: draft } }),
    undrafted(sites: readonly string[]): void {
      tell({
        drafts: Object.fromEntries(Object.entries(view.drafts).filter(([site]) => !sites.includes(site))),
      })
    },
  }
}

export type ProposalDesk = ReturnType<typeof createProposalDesk>
