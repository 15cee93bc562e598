import type { ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { callerKey } from './hold-rates.ts'

/** Answers that stay open at the same time: an open map has one. */
export interface OpenStreams {
  readonly ofAccount: number
  /** Where nobody has signed in: a school's or a library's readers share an address. */
  readonly ofAddress: number
}

const secondsToWait = 30

const isStream = (path: string): boolean =>
  path === '/api/changes' || /^\/api\/pictures\/[^/]+\/live$/.test(path)

const connectionOf = (c: Context): ServerResponse | undefined =>
  (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing

/** Holds each caller to so many open change streams; one that closes makes room for another. */
export function holdStreams(
  most: OpenStreams = { ofAccount: 50, ofAddress: 500 },
): MiddlewareHandler<Variables> {
  const open = new Map<string, number>()
  return async (c, next) => {
    const whose = isStream(c.req.path) ? callerKey(c.var.caller) : undefined
    const connection = connectionOf(c)
    if (whose === undefined || !connection) return next()
    const count = open.get(whose) ?? 0
    const { via } = c.var.caller
    if (count >= (via === 'nobody' ? most.ofAddress : most.ofAccount))
      throw new ProblemError(
        'too-many-requests',
        {
          sv: 'Kartan är öppen på för många ställen samtidigt.',
          en: 'The map is open in too many places at once.',
        },
        { retryAfter: secondsToWait },
      )
    open.set(whose, count + 1)
    connection.once('close', () => {
      const left = (open.get(whose) ?? 1) - 1
      if (left > 0) open.set(whose, left)
      else open.delete(whose)
    })
    return next()
  }
}
