import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf } from '../auth.ts'
import { worksOnCommitments } from '../commitments/acts.ts'
import { readAgreementsFor, readCommitment, readWholeCommitments } from '../commitments/read-commitments.ts'
import { createRouter, type Services, type Variables } from '../context.ts'
import type { CommitmentsAnswer } from '../contract-commitments.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { readServed, readYears } from '../queries/commitments.ts'
import { json, layerId, objectId, problems } from '../schemas.ts'
import { commitment, commitmentsAnswer, served } from '../schemas-commitments.ts'

const year = z.union([
  z.literal('newest'),
  z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
])

/** Answers with a tag of what is told, and with nothing where the asker has it already. */
function tagged(c: Context<Variables>, told: unknown, tag?: string): Response {
  const body = JSON.stringify(told)
  const etag = `"${tag ?? createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const open = c.var.caller.audience === 'public'
  const headers = {
    etag,
    'cache-control': open ? 'public, no-cache' : 'private, no-cache',
    vary: 'Cookie, Authorization',
  }
  const held = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? []
  if (held.some((one) => one.replace(/^W\//, '') === etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
}

/** /api/commitments: what was promised to residents, how it goes and what came of it. */
export function commitmentRoutes({ database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/commitments',
        summary:
          'Promises of a year, the newest or all, with their agreements; drafts for those who work on them',
        request: { query: z.strictObject({ year: year.optional() }) },
        responses: { 200: json(commitmentsAnswer, 'Promises'), ...problems(400) },
      }),
      async (c) => {
        const { caller } = c.var
        const asked = c.req.valid('query').year
        const today = dayInSweden(new Date())
        const thisYear = Number(today.slice(0, 4))
        const told = await database.read(actorOf(caller), async (sql): Promise<CommitmentsAnswer> => {
          const years = await readYears(sql, caller.audience)
          // What is prepared for a year to come is not what holds now.
          const newest = years.find((one) => one <= thisYear) ?? years[0] ?? thisYear
          const which = asked === undefined ? {} : { year: asked === 'newest' ? newest : asked }
          const commitments = await readWholeCommitments(sql, layers, caller, today, which)
          const staff = worksOnCommitments(caller.audience)
          const agreements = await readAgreementsFor(sql, caller)
          return {
            thisYear,
            years,
            agreements: staff
              ? agreements
              : agreements.filter(({ id }) => commitments.some(({ agreement }) => agreement === id)),
            commitments,
            ...(staff && {
              linkable: layers.filter(({ audiences }) => audiences.public).map(({ id }) => id),
            }),
          }
        })
        return tagged(c, told) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/commitments/serving',
        summary: 'Promises that an object on the map serves',
        request: { query: z.strictObject({ layer: layerId, id: objectId }) },
        responses: { 200: json(served, 'Promises, the newest first'), ...problems(400) },
      }),
      async (c) => {
        const { caller } = c.var
        const object = c.req.valid('query')
        const told = await database.read(actorOf(caller), (sql) => readServed(sql, caller.audience, object))
        return tagged(c, told) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/commitments/{id}',
        summary: 'A promise with all that hangs on it',
        request: { params: z.object({ id: objectId }) },
        responses: { 200: json(commitment, 'The promise'), ...problems(400, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const told = await database.read(actorOf(caller), (sql) =>
          readCommitment(sql, layers, caller, dayInSweden(new Date()), id),
        )
        // Those who write hold its version; for the others it is told by what it says.
        return tagged(c, told, told.version?.toString()) as never
      },
    )
}
