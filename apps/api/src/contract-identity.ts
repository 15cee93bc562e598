import type { Audience, Text } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'

/** The JSON of sign-in, sessions, plans, notes and photos, for the client's eyes: types only. */

/** Where one can sign in: GET /api/config `providers`. GET /auth/login?provider={id}&return_to={path} goes there. */
export interface SignInProvider {
  id: string
  title: Text
}

/** Part of GET /auth/me for a signed-in account. */
export interface OwnSession {
  id: string
  /** Id of the provider one signed in at, or 'demo'. */
  provider: string
  /** ISO times. */
  authenticatedAt: string
  idleUntil: string
  absoluteUntil: string
  /** Until when what needs a fresh sign-in may be done; past it, GET /auth/step-up?return_to= (or POST /auth/demo again). */
  steppedUpUntil: string
}

/** GET /auth/sessions (own), GET /api/sessions and GET /api/accounts/{id}/sessions (admin). DELETE /auth/sessions/{id}, DELETE /api/sessions/{id}; DELETE /auth/sessions ends all one's others. */
export interface SessionInfo {
  id: string
  account: { id: string; name: string }
  createdAt: string
  lastSeenAt: string
  address: string | null
  userAgent: string | null
  /** The one that asks. */
  current: boolean
}

/** POST /auth/logout. The browser goes to `endSessionUrl` where there is one: single logout at the provider. */
export interface SignedOut {
  endSessionUrl: string | null
}

/**
 * GET /api/plans answers Plan[]: those one is a member of. POST /api/plans NewPlan 201; GET|PATCH PlanChange|DELETE /api/plans/{id};
 * PATCH with If-Match: "version". A plan with measures in it cannot be removed: 409. /api/changes tells of a plan, its members,
 * drafts, comments, named stands and links as { layer: 'plans', op: 'update', id: the plan's }, to its members alone.
 */
export interface Plan {
  id: string
  title: string
  /** What it is for; whoever has a link to the plan reads it too. */
  description: string | null
  /** What its measures may cost together: investments, and each year. SEK. */
  budgetSek: number | null
  yearlyBudgetSek: number | null
  /** The plan it was copied from, as long as that is there; its title where the caller is a member of it. */
  copiedFrom: { id: string; title: string | null } | null
  version: number
  createdAt: string
  updatedAt: string
  members: PlanMember[]
  /** Measures in it that the caller sees, and what they cost together. SEK. */
  measures: number
  investment: number
  yearly: number
}

/** Any of them; null empties. */
export interface PlanChange {
  title?: string
  description?: string | null
  budgetSek?: number | null
  yearlyBudgetSek?: number | null
}
export interface NewPlan extends PlanChange {
  id?: string
  title: string
}

/** PUT /api/plans/{id}/members/{account} {role} answers the Plan, DELETE the same 204 (owners only: 403). A plan keeps at least one owner: 422. */
export interface PlanMember {
  account: { id: string; name: string }
  role: 'owner' | 'member'
}

/**
 * GET /api/drafts?bbox= (bbox may be left out): ideas in the caller's plans, of every layer. Tiles never hold them. Properties as in
 * tiles: `id`, `layer` and the layer's columns, so that the layer's own style draws them. The column that holds the plan's id is the
 * field whose control is 'plan'; a list of a layer can be filtered by it.
 */
export interface DraftsAnswer {
  type: 'FeatureCollection'
  features: { type: 'Feature'; id: string; geometry: Geometry; properties: Record<string, unknown> }[]
}

/** GET /api/people answers Person[]: accounts that can be made members (enabled planners and police). */
export interface Person {
  id: string
  name: string
  audience: Audience
}

/** GET /api/measures/{id}/notes answers Note[], oldest first; POST {text} 201 Note; DELETE /api/notes/{id} (own). Seen by the author's audience alone. */
export interface Note {
  id: string
  text: string
  by: string
  mine: boolean
  at: string
}

/** GET /api/measures/{id}/photos; POST the file's bytes as the body (?caption=); GET /api/photos/{id} (?size=thumbnail); DELETE /api/photos/{id}. */
export interface Photo {
  id: string
  caption: string | null
  width: number
  height: number
  bytes: number
  by: string
  mine: boolean
  at: string
}
