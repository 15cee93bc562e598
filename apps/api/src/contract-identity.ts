import type { Audience, Text } from '@trygghetskartan/layers'

/** The JSON of sign-in, sessions, plans, notes and photos, for the client's eyes: types only. */

/** Where one can sign in: GET /api/config `providers`. GET /auth/login?provider={id}&return_to={path} goes there. */
export interface SignInProvider {
  id: string
  title: Text
}

/** Part of GET /auth/me for a signed-in account. */
export interface OwnSession {
  id: string
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

/** GET /api/plans, POST /api/plans {title}, GET|PATCH|DELETE /api/plans/{id}. */
export interface Plan {
  id: string
  title: string
  version: number
  createdAt: string
  updatedAt: string
  members: PlanMember[]
  /** Measures in it that the caller sees. */
  measures: number
}

/** PUT /api/plans/{id}/members/{account} {role}, DELETE the same. A plan keeps at least one owner. */
export interface PlanMember {
  account: { id: string; name: string }
  role: 'owner' | 'member'
}

/** GET /api/people: accounts that can be made members (enabled planners and police). */
export interface Person {
  id: string
  name: string
  audience: Audience
}

/** GET /api/measures/{id}/notes, POST {text}; DELETE /api/notes/{id} (own). Seen by the author's audience alone. */
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
