import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { decide } from './decide.ts'
import type { Right } from './right.ts'
import { rights as all } from './rights.ts'

/** Hono's way of writing an address of the OpenAPI document. */
const routed = (path: string): string => path.replaceAll(/\{(.+?)\}/g, ':$1')
const keyOf = (method: string, path: string): string => `${method.toUpperCase()} ${routed(path)}`

/** The built client: files without a secret, the same for all. */
const ofClient = (path: string): boolean => /^\/?\*$|^\/assets\/|^\/:file\{/.test(path)

interface Route {
  readonly method: string
  readonly path: string
}

/**
 * Sees to it that every address has a row and every row is of its own address.
 * @throws Error that names what has none, or has two.
 */
export function checkRights(routes: readonly Route[], rights: readonly Right[] = all): void {
  const rows = new Set<string>()
  for (const { method, path } of rights) {
    const key = keyOf(method, path)
    if (rows.has(key)) throw new Error(`The table of rights has two rows for ${key}`)
    rows.add(key)
  }
  // ALL is middleware, and the answer to what does not exist.
  for (const { method, path } of routes.filter((route) => route.method !== 'ALL'))
    if (!ofClient(path) && !rows.has(keyOf(method, path)))
      throw new Error(`The table of rights (apps/api/src/rights) has no row for ${method} ${path}`)
}

/** Refuses what the table does not allow, before any handler: 401 to nobody, 403 to the others. */
export function holdRights(rights: readonly Right[] = all): MiddlewareHandler<Variables> {
  const rows = new Map(rights.map((right) => [keyOf(right.method, right.path), right]))
  return async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
    const right = route && rows.get(keyOf(route.method, route.path))
    if (right) {
      const decision = decide(right, c.var.caller, Date.now())
      if ('refusal' in decision) throw new ProblemError(decision.refusal)
    } else if (route && !ofClient(route.path)) throw new ProblemError('forbidden')
    await next()
  }
}
