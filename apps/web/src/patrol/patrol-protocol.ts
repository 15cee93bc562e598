import type { FieldCover, LeftOut, PresenceEffect, ShareWithInterval } from '@trygghetskartan/analysis'
import type { Refusal } from '@trygghetskartan/geo'
import type { Position } from 'geojson'
import type { AreaInDegrees, Streets } from '../hotspots/hotspot-protocol.ts'

/** A polygon's rings, degrees. */
export type Rings = readonly (readonly Position[])[]

/** Which incidents are reckoned with. */
export interface Choice {
  /** Days, both in. */
  readonly from: string
  readonly to: string
  /** Codes; null for all. */
  readonly kinds: readonly string[] | null
  /** The study area; null is the ground that incidents are known from. */
  readonly area: AreaInDegrees | null
}

/** ISO weekdays, none are all; "HH:MM", none is around the clock. */
export interface Hours {
  readonly weekdays: readonly number[]
  readonly from: string | null
  readonly to: string | null
}

export interface AskedZone extends Hours {
  readonly id: string
  readonly rings: Rings
}

/** km² of ground, or metres of street. */
export interface AskedBudget {
  readonly total: number
  readonly zones: number
  readonly least: number
  readonly most: number
}

export type PatrolWork =
  | { readonly kind: 'shares'; readonly choice: Choice; readonly zones: readonly AskedZone[] }
  | {
      readonly kind: 'effect'
      readonly choice: Choice
      readonly zone: AskedZone
      /** Minute on the wall of the first presence. */
      readonly began: number
      readonly drawnBefore: boolean | null
    }
  | { readonly kind: 'cover'; readonly choice: Choice; readonly presences: readonly AskedZone[] }
  | {
      readonly kind: 'propose'
      readonly choice: Choice
      readonly hours: Hours
      readonly budget: AskedBudget
      /** Where the budget is of street. */
      readonly streets: Streets | null
    }

/** What a zone holds. */
export interface ZoneFigures {
  readonly n: number
  readonly of: number
  readonly held: ShareWithInterval
  readonly heldOfAllHours: number
  readonly pai: ShareWithInterval
  /** km². */
  readonly area: number
  readonly studyArea: number
  readonly leftOut: readonly LeftOut[]
}

export interface Proposed extends ZoneFigures {
  readonly rings: Rings
}

export interface Proposal {
  readonly zones: readonly Proposed[]
  readonly share: number
  /** No zones within the budget, whole or in pieces, hold more: 0 to 1. */
  readonly bound: number
  /** Of the budget: km² of the zones, or metres of street. */
  readonly size: number
  readonly of: 'ground' | 'street'
  readonly leftOut: readonly LeftOut[]
  /** Zones proposed from the first part of the period alone, on the rest of it; null where that has too few. */
  readonly tried: {
    readonly from: string
    readonly held: ShareWithInterval
    readonly n: number
    readonly of: number
  } | null
}

export type PatrolReport =
  | { readonly kind: 'shares'; readonly zones: Readonly<Record<string, ZoneFigures | Refusal>> }
  | { readonly kind: 'effect'; readonly effect: PresenceEffect | Refusal }
  | { readonly kind: 'cover'; readonly cover: FieldCover | Refusal }
  | { readonly kind: 'propose'; readonly proposal: Proposal | Refusal }
