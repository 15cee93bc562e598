import type { MiddlewareHandler } from 'hono'
import { ProblemError } from './errors.ts'

/** Refuses an address that holds the character NUL: no text of the database can. */
export const noNul: MiddlewareHandler = (c, next) => {
  if (c.req.url.includes('%00'))
    throw new ProblemError('bad-request', {
      sv: 'Adressen innehåller tecknet NUL.',
      en: 'The address contains the character NUL.',
    })
  return next()
}
