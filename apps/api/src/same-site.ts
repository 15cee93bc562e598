import type { MiddlewareHandler } from 'hono'
import type { Variables } from './context.ts'
import { ProblemError } from './errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site's page sends with our cookie (fetch metadata, W3C; Origin where the browser is older). Every browser
 * tells one of the two with what can change something: a cookie without either comes from none, and is refused too.
 */
export const sameSiteOnly: MiddlewareHandler<Variables> = async (c, next) => {
  if (!safe.has(c.req.method) && !c.req.header('authorization')) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const foreign =
      site !== undefined
        ? site !== 'same-origin' && site !== 'none'
        : origin !== undefined
          ? hostOf(origin) !== c.req.header('host')
          : c.req.header('cookie') !== undefined
    if (foreign)
      throw new ProblemError('forbidden', {
        sv: 'Anropet kommer från en annan webbplats.',
        en: 'The request comes from another site.',
      })
  }
  await next()
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')
