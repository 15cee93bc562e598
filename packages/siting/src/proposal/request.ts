import type { DensityEdition } from '../density-zones.ts'
import type { Demand } from '../ground/demand.ts'
import type { Ground, Rings } from '../ground/ground.ts'
import type { KnownCamera, KnownLight, WeekHours } from '../ground/measure.ts'
import type { LonLat } from '../local-plane.ts'
import type { RiskSettings } from '../risk/settings.ts'

export type MeansKind = 'camera' | 'lamp' | 'clearing' | 'presence'

/** What a planner asks: where, with what, for how much, and what to heed. All of it stands in the saved run. */
export interface ProposalRequest {
  /** The study area. */
  readonly area: Rings
  /** Measures that may be proposed. */
  readonly kinds: readonly MeansKind[]
  readonly risk: RiskSettings
  readonly camera: CameraTemplate
  readonly lamp: LampTemplate
  readonly clearing: ClearingTemplate
  readonly presence: PresenceTemplate
  readonly rules: ProposalRules
  /** Places the planner has drawn. Where `onlyDrawn` is set no others are generated. */
  readonly drawn: readonly DrawnCandidate[]
  readonly onlyDrawn: boolean
}

export interface Costs {
  /** SEK. */
  readonly investment: number
  readonly yearly: number
}

export interface CameraTemplate extends Costs {
  readonly camera: KnownCamera
  /** What the picture must be good enough for: a place counts as covered where the density is at least this. */
  readonly edition: DensityEdition
  readonly zone: string
  /** Directions tried at each place. */
  readonly directions: number
  readonly hours: WeekHours | null
}

export interface LampTemplate extends Costs {
  readonly light: KnownLight
  /** Metres the light of one lamp is reckoned to help. */
  readonly reach: number
}

export interface ClearingTemplate {
  /** SEK for each square metre. */
  readonly investmentPerM2: number
  readonly yearlyPerM2: number
}

/** Somebody there at certain hours: a guard's or a patrol's round. */
export interface PresenceTemplate extends Costs {
  /** Metres about the place within which they are noticed. */
  readonly reach: number
  readonly hours: WeekHours
}

export interface ProposalRules {
  readonly most?: number
  readonly mostOfKind?: Readonly<Partial<Record<MeansKind, number>>>
  readonly leastOfKind?: Readonly<Partial<Record<MeansKind, number>>>
  /** SEK. */
  readonly investment?: number
  readonly yearly?: number
  /** Homes in view of proposed cameras, at most. */
  readonly homesWatched?: number
  /** Metres between two of a kind, at least; existing ones of the kind count too. */
  readonly distances?: Readonly<Partial<Record<MeansKind, number>>>
  /** No measure is placed here. */
  readonly excluded?: readonly Rings[]
  /** No camera may see a building or ground of these uses. */
  readonly unseen?: readonly ('home' | 'school' | 'preschool' | 'care' | 'worship')[]
  /** At least this share of the risk in an area. */
  readonly minimumShares?: readonly { readonly name: string; readonly area: Rings; readonly share: number }[]
}

export interface DrawnCandidate {
  readonly id: string
  readonly kind: MeansKind
  readonly at: LonLat
  /** Of a camera: the one direction to try. */
  readonly direction?: number
}

/** Everything a proposal follows from. The same inputs give the same result. */
export interface ProposalInputs {
  readonly request: ProposalRequest
  readonly ground: Ground
  readonly demand: Demand
  /** Photometric files by id, as text. */
  readonly luminaires: Readonly<Record<string, { readonly format: 'ldt' | 'ies'; readonly text: string }>>
  /** Of the search. */
  readonly seed: number
}
