import type { AnalysisKind, AnalysisQuestion, SavedResult } from '@trygghetskartan/analysis'

/** The JSON of /api/analyses, for the client's eyes: types only. To the police alone. */

/**
 * POST /api/analyses saves a result with all it follows from: the server keeps the incidents of the question. 409 where they are
 * no longer those of `incidents` (reckon again), 422 where result and question do not belong together.
 */
export interface NewAnalysis {
  id?: string
  title: string
  /** With all of the police; else one's own. */
  shared: boolean
  /** `analysisMethods` of packages/analysis. */
  methods: number
  question: AnalysisQuestion
  /** The ETag of the GET /api/incidents/columns it was reckoned from. */
  incidents: string
  /** Lines of streets in metres, where the question asks of streets. */
  streets?: readonly (readonly (readonly [number, number])[])[] | null
  /** `forSaving` of packages/analysis. */
  result: SavedResult
}

/** GET /api/analyses?kind=, newest first. PATCH {title?, shared?} and DELETE /api/analyses/{id}: who saved it. */
export interface AnalysisInfo {
  id: string
  kind: AnalysisKind
  title: string
  shared: boolean
  by: string
  mine: boolean
  at: string
  methods: number
  /** How many incidents entered; null of an effect. */
  n: number | null
}

/** GET /api/analyses/{id} */
export interface AnalysisAnswer extends AnalysisInfo {
  question: AnalysisQuestion
  result: SavedResult
}

/**
 * GET /api/analyses/{id}/export?format=geojson|csv|json. json is whole: `npm run analysis -- reproduce FILE` makes every figure of it
 * again. `incidents` is base64 of gzip of what packages/analysis packs.
 */
export interface WholeAnalysis extends AnalysisAnswer {
  incidents: string | null
  streets: readonly (readonly [number, number])[][] | null
}
