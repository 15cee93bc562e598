/**
 * Maximal covering location: choose sites so that the demand weight within reach is as large as
 * possible. R. Church and C. ReVelle, The maximal covering location problem, Papers of the Regional
 * Science Association 32 (1974) 101-118. A share between 0 and 1 is gradual cover: O. Berman and
 * D. Krass, The generalized maximal covering location problem, Computers & Operations Research 29
 * (2002) 563-581. A demand point counts by the best of the sites that reach it, not by their sum.
 */
export interface CoverageProblem {
  /** Weight of each demand point, at least 0; length n. */
  readonly demand: Float64Array
  readonly candidates: readonly CandidateSite[]
  /** One row per candidate, one column per demand point. */
  readonly cover: CoverMatrix
  /** What already stands: fixed in, costs nothing, counts against no rule. */
  readonly existing?: ExistingAssets
  readonly rules: PlacementRules
}

/** A sparse matrix by rows: row i holds indices[starts[i]..starts[i + 1]), each with a share in (0, 1]. */
export interface CoverMatrix {
  /** Length rows + 1, from 0, never falling. */
  readonly starts: Int32Array
  /** Demand points, none twice in a row of the matrix. */
  readonly indices: Int32Array
  readonly shares: Float64Array
}

export interface CandidateSite {
  readonly id: string
  /** Kind of measure: 'camera', 'lamp', 'clearing', 'presence', ... */
  readonly kind: string
  /** Metres in the local plane; needed where a rule of distance holds for the kind. */
  readonly x?: number
  readonly y?: number
  /** SEK once. */
  readonly investment: number
  /** SEK a year. */
  readonly yearly: number
  /** People or homes watched from here. Sites add up, so two that see the same home count it twice. */
  readonly watched?: number
  /** At most one site of a group is chosen, such as a lamp or a camera on the same pole. */
  readonly group?: string
}

export interface ExistingAssets {
  readonly ids: readonly string[]
  readonly cover: CoverMatrix
}

/** All rules hold together. At least one of most, mostOfKind, investment and yearly is given. */
export interface PlacementRules {
  /** Sites in all, at most. */
  readonly most?: number
  readonly mostOfKind?: Readonly<Record<string, number>>
  readonly leastOfKind?: Readonly<Record<string, number>>
  /** SEK, at most. */
  readonly investment?: number
  /** SEK a year, at most. */
  readonly yearly?: number
  /** People or homes watched by the chosen sites, at most. */
  readonly watched?: number
  /** Chosen sites of the kind stand at least this many metres apart. */
  readonly distances?: readonly { readonly kind: string; readonly metres: number }[]
  /** Pairs of candidates that exclude each other: a0, b0, a1, b1, ... */
  readonly conflicts?: Int32Array
  /** Candidates that may not be chosen. */
  readonly excluded?: readonly number[]
  readonly minimumShares?: readonly MinimumShare[]
}

/** At least this share of the weight of these demand points is covered, existing assets included. */
export interface MinimumShare {
  readonly name: string
  readonly demand: Int32Array
  /** 0 to 1. */
  readonly share: number
}

export type RuleName =
  | 'limit'
  | 'most'
  | 'mostOfKind'
  | 'leastOfKind'
  | 'investment'
  | 'yearly'
  | 'watched'
  | 'distances'
  | 'conflicts'
  | 'excluded'
  | 'minimumShares'
  | 'demand'
  | 'candidates'

/** Why a problem has no answer, and which rule is the cause. */
export interface RuleRefusal {
  readonly rule: RuleName
  /** The kind, or the name of the minimum share. */
  readonly of?: string
  readonly sv: string
  readonly en: string
}

/** A choice of sites with what it gives and costs. */
export interface Placement {
  /** Candidates chosen, rising. */
  readonly chosen: Int32Array
  /** Demand weight covered, existing assets included. */
  readonly covered: number
  readonly investment: number
  readonly yearly: number
  readonly watched: number
}
