import type { MiddlewareHandler } from 'hono'
import type { Auth, Caller } from '../auth.ts'
import type { Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { hashOf } from '../identity/secret.ts'
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
  if (/^\/api\/(?:imports|incidents\/uploads)(?:\/|$)/.test(path)) return 'imports'
  return /^\/api\/(?:measures\/[^/]+\/photos|reports\/[^/]+\/photo)$/.test(path) ? 'photos' : 'writes'
}

/** Whose budget: a token's, an account's, or an address's where nobody has signed in. Undefined: nobody counts the operator. */
export const callerKey = (caller: Caller): string | undefined => {
  if (caller.operator) return undefined
  if (caller.token) return `token ${caller.token.id}`
  return caller.account ? `account ${caller.account.id}` : `address ${limitKey(caller.address)}`
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 429

/** Refuses for so many seconds, where there are any. */
function hold(seconds: number): void {
  if (seconds > 0)
    throw new ProblemError(
      'too-many-requests',
      { sv: `Försök igen om ${seconds} s.`, en: `Try again in ${seconds} s.` },
      { retryAfter: seconds },
    )
}

/** Holds each caller to its budgets. Sign-in is counted by address, since who asks is not known there. */
export function holdRates(limiter: Limiter, rates: Rates): MiddlewareHandler<Variables> {
  return async (c, next) => {
    const budget = budgetOf(c.req.method, c.req.path)
    const { caller } = c.var
    const whose =
      budget === 'sign-in' && !caller.operator ? `address ${limitKey(caller.address)}` : callerKey(caller)
    if (budget && whose) hold(limiter.take(`${budget} ${whose}`, rates[budget]))
    return next()
  }
}

/**
 * Makes those wait who try what opens nothing: demo sign-ins by address, and a key that is refused by itself, so that one program with an old
 * key keeps nobody else of its office out. Unknown keys of one address have a budget together, whichever they are. Comes before the caller
 * is looked up, so that a guess that has to wait costs no query; a key that is known already never waits for another's guesses.
 */
export function throttleSignIns(
  throttle: Throttle,
  limiter: Limiter,
  rates: Rates,
  auth: Pick<Auth, 'identify'>,
): MiddlewareHandler<Variables> {
  return async (c, next) => {
    const { address } = c.var.visit.asked
    const whose = limitKey(address)
    const authorization = c.req.header('authorization')
    if (c.req.method === 'POST' && c.req.path === '/auth/demo') {
      const keys = [`sign-in ${whose}`]
      hold(throttle.wait(keys))
      await next()
      if (isRefusal(c.res.status)) throttle.failed(keys)
      return
    }
    if (!authorization || auth.identify({ cookie: undefined, authorization, address })) return next()
    const keys = [`key ${whose} ${hashOf(authorization).toString('base64')}`]
    hold(throttle.wait(keys))
    hold(limiter.take(`unknown keys ${whose}`, rates['sign-in']))
    await next()
    if (c.res.status === 401 && c.var.caller === undefined) throttle.failed(keys)
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
    hold(throttle.wait(keys))
    await next()
    if (c.res.status === 200) throttle.succeeded(keys)
    else if (isRefusal(c.res.status)) throttle.failed(keys)
  }
}
