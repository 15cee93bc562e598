import type { Audience } from '@trygghetskartan/layers'
import type { Me } from '../contract.ts'
import type { Actor } from '../database/database.ts'

/** Who asks. The public has no account; `operator` is the command line on the server's own machine. */
export interface Caller {
  /** public for nobody, and for an account that has been given no role yet. */
  readonly audience: Audience
  /** Its id is that of identity.accounts. */
  readonly account: { readonly id: string; readonly name: string } | null
  /** The account takes decisions. */
  readonly decides: boolean
  readonly operator: boolean
  readonly via: 'nobody' | 'session' | 'token' | 'operator'
  readonly session: CallerSession | null
  readonly token: CallerToken | null
  /** The client's network address; empty where it is not known. */
  readonly address: string
}

/** Times in ms. */
export interface CallerSession {
  readonly id: string
  readonly authenticatedAt: number
  readonly idleUntil: number
  readonly absoluteUntil: number
  /** Id of the provider, or demo. */
  readonly issuer: string
}

export interface CallerToken {
  readonly id: string
  readonly name: string
  /** null: every layer of its audience. */
  readonly layers: readonly string[] | null
  readonly write: boolean
}

/** What arrives with a request that says who sends it. */
export interface Asked {
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  readonly address: string
}

/** How long a proof of who one is opens what needs a fresh one. */
export const stepUpMilliseconds = 15 * 60_000

const base = { account: null, decides: false, operator: false, session: null, token: null } as const

export const nobody = (address: string): Caller => ({ ...base, audience: 'public', via: 'nobody', address })

export const operatorOf = (address: string): Caller => ({
  ...base,
  audience: 'admin',
  operator: true,
  via: 'operator',
  address,
})

const faces: Readonly<Record<Audience, Me['faces']>> = {
  public: ['/'],
  reporter: ['/', '/lagg-in'],
  planner: ['/', '/planera'],
  police: ['/', '/lagesbild'],
  admin: ['/', '/admin'],
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** GET /auth/me */
export const meOf = ({ audience, account, decides, session }: Caller): Me => ({
  audience,
  account,
  decides,
  faces: faces[audience],
  ...(session && {
    session: {
      id: session.id,
      provider: session.issuer,
      authenticatedAt: iso(session.authenticatedAt),
      idleUntil: iso(session.idleUntil),
      absoluteUntil: iso(session.absoluteUntil),
      steppedUpUntil: iso(session.authenticatedAt + stepUpMilliseconds),
    },
  }),
})

/** As whom the database is to write a caller's acts down. */
export function actorOf({ account, token, operator, audience, address }: Caller): Actor {
  if (account) return { ...account, audience, address }
  if (token) return { id: token.id, name: token.name, audience, address }
  return operator
    ? { id: 'operator', name: 'Kommandoraden', audience, address }
    : { id: 'public', name: 'Allmänheten', audience, address }
}
