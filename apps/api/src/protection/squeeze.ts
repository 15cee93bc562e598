import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { Variables } from '../context.ts'

/** What a client asks for before it draws anything, and is large as text: a phone waits for each byte of it. */
const large = /^\/api\/(?:layers|near|config)(?:\/|$)/
const gzip = compress()

/** Sends those answers compressed, to who takes them so. */
export const squeeze: MiddlewareHandler<Variables> = (c, next) =>
  large.test(c.req.path) ? gzip(c, next) : next()
