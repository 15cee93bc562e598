import type { MiddlewareHandler } from 'hono'
import type { Auth, Caller } from '../auth.ts'
import type { Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { limitKey } from './address.ts'
import type { Limiter, Throttle } from './limiter.ts'
import type { Budget, Rates } from './rates.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const signIns = /^\/auth\/(?:demo|login|callback|step-up)(?:\/|$)/

/** Which budget a request draws on; null for what is asked by machines that watch the server, and for files of the client. */
export function budgetOf(method: string, path: string): Budget | null {
  if (!/^\/(?:api|auth|ogc|open311)\//.test(path)) return null
  if (/^\/api\/(?:tiles|basemap)\//.test(path)) return 'tiles'
  if (signIns.test(path)) return 'sign-in'
  if (safe.has(method)) return 'reads'
  if (path === '/api/imports') return 'imports'
  return /^\/api\/measures\/[^/]+\/photos$/.test(path) ? 'photos' : 'writes'
}

/** Whose budget: a token's, an account's, or an address's where nobody has signed in. Undefined: nobody counts the operator. */
const counted = (caller: Caller): string | undefined => {
  if (caller.operator) return undefined
  if (caller.token) return `token ${caller.token.id}`
  return caller.account ? `account ${caller.account.id}` : `address ${limitKey(caller.address)}`
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 429

const tooMany = (seconds: number) =>
  new ProblemError(
    'too-many-requests',
    { sv: `Försök igen om ${seconds} s.`, en: `Try again in ${seconds} s.` },
    { retryAfter: seconds },
  )

/** Holds each caller to its budgets. Sign-in is counted by address, since who asks is not known there. */
export function holdRates(limiter: Limiter, rates: Rates): MiddlewareHandler<Variables> {
  return (c, next) => {
    const budget = budgetOf(c.req.method, c.req.path)
    const { caller } = c.var
    const whose =
      budget === 'sign-in' && !caller.operator ? `address ${limitKey(caller.address)}` : counted(caller)
    const wait = budget && whose ? limiter.take(`${budget} ${whose}`, rates[budget]) : 0
    if (wait > 0) throw tooMany(wait)
    return next()
  }
}

/**
 * Makes those wait who try what opens nothing: sign-ins by address, and unknown bearer tokens by address. Comes before the caller is looked
 * up, so that a guess that has to wait costs no query; a token that is known already never waits for another's guesses.
 */
export function throttleSignIns(
  throttle: Throttle,
  auth: Pick<Auth, 'identify'>,
): MiddlewareHandler<Variables> {
  return async (c, next) => {
    const authorization = c.req.header('authorization')
    const signIn = signIns.test(c.req.path)
    if (!signIn && !authorization) return next()
    const { address } = c.var.visit.asked
    const keys = [`${signIn ? 'sign-in' : 'token'} ${limitKey(address)}`]
    const known = authorization && auth.identify({ cookie: undefined, authorization, address }) !== undefined
    const wait = known && !signIn ? 0 : throttle.wait(keys)
    if (wait > 0) throw tooMany(wait)
    await next()
    const opened = c.var.caller !== undefined
    if (signIn ? isRefusal(c.res.status) : c.res.status === 401 && !opened) throttle.failed(keys)
  }
}

/** The same for the account that a demo sign-in names, from wherever it is tried; there or not, the answer is the same. Comes after the body is bounded. */
export function throttleAccounts(throttle: Throttle): MiddlewareHandler<Variables> {
  return async (c, next) => {
    if (c.req.method !== 'POST' || c.req.path !== '/auth/demo') return next()
    const body: unknown = await c.req.json().catch(() => null)
    const account = typeof body === 'object' && body && 'account' in body ? body.account : undefined
    if (typeof account !== 'string' || account.length > 60) return next()
    const keys = [`account ${account}`]
    const wait = throttle.wait(keys)
    if (wait > 0) throw tooMany(wait)
    await next()
    if (c.res.status === 200) throttle.succeeded(keys)
    else if (isRefusal(c.res.status)) throttle.failed(keys)
  }
}
