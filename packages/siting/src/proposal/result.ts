import type { Rings } from '../ground/ground.ts'
import type { LonLat } from '../local-plane.ts'
import type { RiskPart } from '../risk/settings.ts'
import type { MeansKind } from './request.ts'

/** Why a place is a candidate at all. */
export type Constraint = 'facade' | 'pole' | 'lamp' | 'street' | 'shrubs' | 'square' | 'drawn'

/** The answer to a ProposalRequest, as it is shown and saved. Risk is in points of the study area's 100. */
export interface ProposalResult {
  readonly sites: readonly ProposedSite[]
  /** Risk covered, existing measures included; by existing measures alone; and of all. */
  readonly covered: number
  readonly existing: number
  readonly all: number
  readonly investment: number
  readonly yearly: number
  readonly homesWatched: number
  /** No choice covers more than this. */
  readonly bound: number
  /** (bound - covered) / bound. */
  readonly gap: number
  /** 'heuristic' until the solver has said anything; 'optimal' where it is proved. */
  readonly proof: 'heuristic' | 'optimal' | 'best-so-far' | 'bound-only'
  readonly boundBy: string
  /** The same risk by other means, the least intrusive first. */
  readonly means: readonly MeansAnswer[]
  /** How the problem was made. */
  readonly size: { readonly demand: number; readonly merged: number; readonly candidates: number }
  readonly assumptions: readonly { readonly sv: string; readonly en: string }[]
}

export interface ProposedSite {
  readonly id: string
  readonly kind: MeansKind
  readonly at: LonLat
  /** Of a camera. */
  readonly direction?: number
  readonly constraint: Constraint
  /** What the constraint is about: the wall of which building, which street. '' where it has no name. */
  readonly place: string
  /** Ground it covers: a camera's view, a lamp's light, shrubs to clear. */
  readonly area: readonly Rings[]
  readonly investment: number
  readonly yearly: number
  readonly homesWatched: number
  /** Risk within its reach; of it what existing measures cover, what the others proposed cover, and what it adds. */
  readonly reached: number
  readonly byExisting: number
  readonly byOthers: number
  readonly added: number
  readonly addedByPart: Readonly<Partial<Record<RiskPart, number>>>
  /** Risk added by hour of the week, Monday 00 first: 168 numbers. */
  readonly addedByHour: readonly number[]
  /** Best other choice for its place in the plan, null where there is none. */
  readonly nextBest: {
    readonly id: string
    readonly kind: MeansKind
    readonly at: LonLat
    readonly place: string
    readonly added: number
  } | null
}

export interface MeansAnswer {
  readonly id: 'presence' | 'lighting' | 'clearing' | 'unwatched' | 'cameras' | 'all'
  readonly kinds: readonly MeansKind[]
  readonly covered: number
  readonly bound: number
  readonly proof: ProposalResult['proof']
  readonly investment: number
  readonly yearly: number
  readonly homesWatched: number
  readonly count: number
  /** Ids of the candidates it chooses. */
  readonly sites?: readonly string[]
  /** SEK of investment for each risk point beyond existing measures; null where nothing is added. */
  readonly costPerPoint: number | null
  /** Why there is no answer, where there is none. */
  readonly refusal: { readonly sv: string; readonly en: string } | null
}
