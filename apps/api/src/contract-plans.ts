import type { Geometry } from 'geojson'
import type { Plan } from './contract-identity.ts'

/** The JSON of plans beyond their members: budget, copies, comments, versions and shares; for the client's eyes: types only. */

/** GET /api/plans/{id}/measures: every measure in the plan that the caller sees, draft or not; properties as of /api/measures. GET /api/plans/{id}/export.geojson: the same as a file. */
export interface PlanMeasure {
  id: string
  layer: string
  version: number
  geometry: Geometry
  properties: Record<string, unknown>
}

/** POST /api/plans/{id}/copy {title, id?, measures?: ids} 201 PlanCopied: the measures become new drafts; the caller owns the copy, which keeps description and budgets. */
export interface PlanCopy {
  id?: string
  title: string
  /** Those to take along; all where absent. */
  measures?: string[]
}
export interface PlanCopied extends Plan {
  /** Measures that the caller sees but may not edit, and that therefore were not copied. */
  leftOut: number
}

/**
 * GET /api/plans/{id}/comments, oldest first; POST NewPlanComment 201; PATCH /api/plan-comments/{id} {resolved} 200 PlanComment (the first
 * of a thread alone: 422 of an answer); DELETE 204 (own: 403; without answers: 409). Who does not know the measure's layer does not see the comment.
 */
export interface PlanComment {
  id: string
  plan: string
  text: string
  /** Where it is pinned; null for the plan as a whole. */
  geometry: Geometry | null
  /** The measure it is about; it keeps its pin when the measure moves or goes. */
  measure: string | null
  /** The comment that begins its thread: an answer to an answer stands in the same thread. An answer has no pin of its own. */
  answers: string | null
  by: { id: string; name: string }
  mine: boolean
  at: string
  resolved: { by: string; at: string } | null
}
export interface NewPlanComment {
  text: string
  geometry?: Geometry | null
  measure?: string | null
  answers?: string | null
}

/** GET /api/plans/{id}/versions, newest first: every stand of the plan that somebody named, and between them each day's last. POST {name} 201 PlanVersion names it as it is now. */
export interface PlanVersion {
  /** ISO time in UTC with microseconds, to be passed on as it is: what ?from= and ?to= of the diff take. */
  at: string
  name: string | null
  by: string
  measures: number
  investment: number
}

/** GET /api/plans/{id}/diff?from=&to= (ISO times; `to` absent: now). A change beyond the plan (in, out) is added or removed. By layer and title. */
export interface PlanDifference {
  id: string
  layer: string
  title: string
  change: 'added' | 'removed' | 'changed'
  before: Geometry | null
  after: Geometry | null
  /** Field -> [before, after], of the columns the caller sees; all that have a value where it is added or removed. */
  fields: Record<string, [unknown, unknown]>
  /** Who made the last of the changes between, and when. */
  by: string
  at: string
}

/** GET /api/plans/{id}/shares: the links that are open, newest first; POST {days: 1-90, withCosts} 201 PlanShareMade, DELETE /api/plans/{id}/shares/{share} 204 (owners only: 403). */
export interface PlanShare {
  id: string
  by: string
  at: string
  expiresAt: string
  withCosts: boolean
  /** To the minute. */
  lastUsedAt: string | null
}
export interface PlanShareMade extends PlanShare {
  /** Shown once: '/delad/{token}'. */
  path: string
}

/**
 * GET /api/shared/{token}: to whoever has the link, until it expires or is revoked (404, the same as for a token that never was). Public columns of layers
 * that the public knows, of drafts too; no internal text, nobody's name. Costs are of the measures shown.
 */
export interface SharedPlan {
  title: string
  description: string | null
  municipality: string
  expiresAt: string
  measures: {
    id: string
    layer: string
    layerTitle: { sv: string; en: string }
    title: string
    status: string
    statusTitle: { sv: string; en: string }
    publicText: string | null
    geometry: Geometry
    colour: { light: string; dark: string }
    icon: string
  }[]
  /** null where the link does not show costs. */
  costs: { investment: number; yearly: number; budget: number | null } | null
  bounds: [number, number, number, number] | null
}
