import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Audience, Text } from '@trygghetskartan/layers'
import type { Me } from './contract.ts'
import type { Actor } from './database/database.ts'

/** Who asks. The public has no account; `operator` is the command line on the server's own machine. */
export interface Caller {
  readonly audience: Audience
  readonly account: { readonly id: string; readonly name: string } | null
  readonly operator: boolean
}

export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  readonly title: Text
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    id: 'demo-planner',
    name: 'Petra Lindgren',
    audience: 'planner',
    title: { sv: 'Trygghetssamordnare i kommunen', en: 'Safety planner at the municipality' },
  },
  {
    id: 'demo-planner-2',
    name: 'Johan Ek',
    audience: 'planner',
    title: { sv: 'Gatuingenjör i kommunen', en: 'Street engineer at the municipality' },
  },
  {
    id: 'demo-police',
    name: 'Amira Holm',
    audience: 'police',
    title: { sv: 'Områdespolis', en: 'Community police officer' },
  },
  {
    id: 'demo-reporter',
    name: 'Elias Berg',
    audience: 'reporter',
    title: { sv: 'Fältare', en: 'Field worker' },
  },
  {
    id: 'demo-admin',
    name: 'Karin Sjö',
    audience: 'admin',
    title: { sv: 'Systemförvaltare', en: 'Administrator' },
  },
]

const nobody: Caller = { audience: 'public', account: null, operator: false }
const cookieName = 'tk_session'
const dayInSeconds = 24 * 60 * 60
const maximumKnown = 10_000

const faces: Readonly<Record<Audience, Me['faces']>> = {
  public: ['/'],
  reporter: ['/'],
  planner: ['/', '/planera'],
  police: ['/', '/lagesbild'],
  admin: ['/', '/admin'],
}

export const meOf = (caller: Caller): Me => ({
  audience: caller.audience,
  account: caller.account,
  faces: faces[caller.audience],
})

export const actorOf = (caller: Caller): Actor => ({
  id: caller.account?.id ?? (caller.operator ? 'operator' : 'public'),
  name: caller.account?.name ?? (caller.operator ? 'Kommandoraden' : 'Allmänheten'),
  audience: caller.audience,
})

const same = (a: string, b: string): boolean => {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

export interface Auth {
  /** The only place that decides who a request comes from. Synchronous and cheap: tiles ask it on each request. */
  identify(cookie: string | undefined, authorization: string | undefined): Caller
  /** A Set-Cookie value for a demo account; undefined where there is no such account or demo sign-in is closed. */
  signIn(accountId: string, secure: boolean): string | undefined
  signOut(secure: boolean): string
  readonly accounts: readonly DemoAccount[]
}

/** The door. `operatorToken` is known only to who can read the data folder. */
export function createAuth(options: { secret: string; demo: boolean; operatorToken: string }): Auth {
  const accounts = options.demo ? demoAccounts : []
  const known = new Map<string, { caller: Caller; until: number }>()
  const sign = (payload: string) => createHmac('sha256', options.secret).update(payload).digest('base64url')
  const setCookie = (value: string, age: number, secure: boolean) =>
    `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`

  function verify(token: string): { caller: Caller; until: number } | undefined {
    const [id, expires, signature, ...rest] = token.split('.')
    if (!id || !expires || !signature || rest.length > 0 || !same(sign(`${id}.${expires}`), signature))
      return undefined
    const account = accounts.find((a) => a.id === id)
    return (
      account && {
        caller: { audience: account.audience, account: { id, name: account.name }, operator: false },
        until: Number(expires) * 1000,
      }
    )
  }

  function ofCookie(cookie: string): Caller {
    const token = cookie
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1)
    if (!token) return nobody
    let entry = known.get(token)
    if (!entry) {
      entry = verify(token)
      if (!entry) return nobody
      if (known.size >= maximumKnown) known.clear()
      known.set(token, entry)
    }
    return entry.until > Date.now() ? entry.caller : nobody
  }

  return {
    accounts,
    identify(cookie, authorization) {
      if (authorization?.startsWith('Bearer ') && same(authorization.slice(7), options.operatorToken))
        return { audience: 'admin', account: null, operator: true }
      return cookie ? ofCookie(cookie) : nobody
    },
    signIn(accountId, secure) {
      if (!accounts.some((a) => a.id === accountId)) return undefined
      const payload = `${accountId}.${Math.floor(Date.now() / 1000) + dayInSeconds}`
      return setCookie(`${payload}.${sign(payload)}`, dayInSeconds, secure)
    },
    signOut: (secure) => setCookie('', 0, secure),
  }
}
