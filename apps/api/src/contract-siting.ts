import type { Demand, Ground, SitingMeasure, SitingRunKind } from '@trygghetskartan/siting'

/** The JSON of /api/siting, /api/luminaires and /api/facts, for the client's eyes: types only. */

/**
 * GET /api/siting/ground?bbox=west,south,east,north: planner and police. At most 4 km² and 20,000 buildings: 422 beyond.
 * `digest` (SHA-256, hex) names exactly this ground; a run is saved on it.
 */
export interface GroundAnswer {
  ground: Ground
  digest: string
}

/** GET /api/siting/demand?bbox=: the same bounds. Police events come as counts in fixed squares, to the police too. */
export interface DemandAnswer {
  demand: Demand
  digest: string
}

/** GET /api/siting/measures?plan={id} (a member's) or ?ids=a,b: measures as siting reckons with them; other layers are left out. */
export interface SitingMeasuresAnswer {
  measures: SitingMeasure[]
}

/**
 * POST /api/siting/runs saves a result with all it follows from: the server reads ground and demand again and keeps them.
 * 409 where they are no longer what the digests say (reckon again), 422 where the plan is not the caller's.
 * In a plan it is its members' to see, without one its maker's.
 */
export interface NewSitingRun {
  id?: string
  kind: SitingRunKind
  title: string
  plan: string | null
  bbox: [number, number, number, number]
  /** `methodsVersion` of packages/siting. */
  methods: number
  /** The inputs without `ground`, `demand` and `luminaires`; at most 256 KiB. */
  request: unknown
  /** Ids of photometric files it used. */
  luminaires: string[]
  groundDigest: string
  demandDigest: string
  result: unknown
}

/** GET /api/siting/runs?plan=&kind=, newest first. DELETE /api/siting/runs/{id}: the maker. */
export interface SitingRunInfo {
  id: string
  kind: SitingRunKind
  title: string
  plan: string | null
  by: string
  mine: boolean
  at: string
  methods: number
}

/** GET /api/siting/runs/{id}. `inputs` is whole: `npm run siting -- reproduce {id}` makes the result of it again. */
export interface SitingRunAnswer extends SitingRunInfo {
  inputs: unknown
  result: unknown
}

/** GET /api/luminaires, by name. POST {name, text} 201: parsed first; what is no photometry is refused with the reason (422). DELETE: 409 where in use. */
export interface LuminaireInfo {
  id: string
  name: string
  format: 'ldt' | 'ies'
  manufacturer: string | null
  /** Out of the luminaire. */
  lumens: number
  /** Lumen integral over declared lumens, 0 to 1; null for absolute files. */
  efficiency: number | null
  watts: number | null
  by: string
  at: string
}
/** GET /api/luminaires/{id} */
export interface LuminaireAnswer extends LuminaireInfo {
  text: string
}

/** GET /api/facts?at=lon,lat: what has happened, is and is planned at a place. Planner and police; the police get their events one by one. */
export interface FactsAnswer {
  /** Nearest name: street and number, building, square; '' where there is none. */
  place: string
  /** Within 50 m, nearest first, at most 50 each. */
  reports: {
    id: string
    metres: number
    reasons: string[]
    state: string
    receivedOn: string
    words: string | null
  }[]
  incidents:
    | {
        as: 'events'
        events: { id: string; metres: number; kind: string; at: string | null; precision: string }[]
      }
    | { as: 'squares'; n: number; kinds: Record<string, number>; months: number; suppressed: boolean }
  surveys: { id: string; title: string; year: number; shareUnsafe: number; respondents: number }[]
  /** What stands and what is planned, of every layer the caller sees. */
  measures: { id: string; layer: string; title: string; status: string; metres: number; planned: boolean }[]
  walks: { id: string; title: string; walkedOn: string | null; metres: number }[]
  /** What the ground is: streets, buildings, places of interest. */
  ground: { theme: string; kind: string; name: string | null; metres: number }[]
}
