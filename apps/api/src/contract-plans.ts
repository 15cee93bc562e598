import type { Geometry } from 'geojson'

/** The JSON of plans beyond their members: budget, copies, comments, versions and shares; for the client's eyes: types only. */

/** GET /api/plans/{id}/measures: every measure in the plan that the caller sees, draft or not; properties as of /api/measures. */
export interface PlanMeasure {
  id: string
  layer: string
  version: number
  geometry: Geometry
  properties: Record<string, unknown>
}

/** POST /api/plans/{id}/copy {title, id?, measures?: ids} 201 Plan: the measures become new drafts; the caller owns the copy. */
export interface PlanCopy {
  id?: string
  title: string
  /** Those to take along; all where absent. */
  measures?: string[]
}

/** GET /api/plans/{id}/comments, oldest first; POST NewPlanComment 201; PATCH /api/plan-comments/{id} {resolved}; DELETE (own, without answers). */
export interface PlanComment {
  id: string
  plan: string
  text: string
  /** Where it is pinned; null for the plan as a whole. */
  geometry: Geometry | null
  /** The measure it is about; it keeps its pin when the measure moves or goes. */
  measure: string | null
  /** The comment it answers. */
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

/** GET /api/plans/{id}/versions, newest first: every stand of the plan that somebody named, and between them each day's last. POST {name} 201 names it as it is now. */
export interface PlanVersion {
  /** ISO time: what ?from= and ?to= of the diff take. */
  at: string
  name: string | null
  by: string
  measures: number
  investment: number
}

/** GET /api/plans/{id}/diff?from=&to= (ISO times; `to` absent: now). A change beyond the plan (in, out) is added or removed. */
export interface PlanDifference {
  id: string
  layer: string
  title: string
  change: 'added' | 'removed' | 'changed'
  before: Geometry | null
  after: Geometry | null
  /** Field -> [before, after]. */
  fields: Record<string, [unknown, unknown]>
  by: string
  at: string
}

/** GET /api/plans/{id}/shares; POST {days, withCosts} 201 PlanShareMade (owners); DELETE /api/plans/{id}/shares/{share}. */
export interface PlanShare {
  id: string
  by: string
  at: string
  expiresAt: string
  withCosts: boolean
  lastUsedAt: string | null
}
export interface PlanShareMade extends PlanShare {
  /** Shown once: '/delad/{token}'. */
  path: string
}

/** GET /api/shared/{token}: to whoever has the link, until it expires or is revoked (404). No internal text, nobody's name. */
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
