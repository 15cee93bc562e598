import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { Variables } from '../context.ts'

/** What a map on another site may read, such as the municipality's own in Origo: never with our cookie, but with a key. */
const readable = /^\/api\/(?:layers|tiles|basemap|places|commitments|config)(?:\/|$)/

const open = cors({
  // Browsers send no cookie to an answer that is open to every site (Fetch standard, CORS protocol and credentials).
  origin: '*',
  allowMethods: ['GET', 'HEAD'],
  allowHeaders: ['Authorization', 'If-None-Match'],
  exposeHeaders: ['ETag', 'X-Tile-Truncated'],
  maxAge: 24 * 60 * 60,
})

/** Lets pages of other sites read layers, tiles and places as nobody or with a key, and change nothing. */
export const openReads: MiddlewareHandler<Variables> = (c, next) =>
  readable.test(c.req.path) && ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) ? open(c, next) : next()
