import { createRoute, z } from '@hono/zod-openapi'
import { coarsenTime } from '@trygghetskartan/privacy'
import { createRouter, type Services } from '../context.ts'
import type { ReleaseAnswer, ReleaseSummary, ReleasesAnswer } from '../contract-releases.ts'
import { ProblemError } from '../errors.ts'
import { type ReleaseRow, readReleaseSquares, readReleases } from '../queries/releases.ts'
import { json, problems } from '../schemas.ts'
import { releaseAnswer, releaseMonth, releasesAnswer } from '../schemas-releases.ts'

const summaryOf = ({ month, town, sha256, before }: ReleaseRow): ReleaseSummary => ({
  month: coarsenTime(month),
  town,
  sha256,
  before,
})

/** /api/releases: every release of the safety map. What was published once is the same for ever. */
export function releaseRoutes({ database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/releases',
        summary: 'Releases of the safety map, the newest first',
        request: { query: z.strictObject({}) },
        responses: { 200: json(releasesAnswer, 'Releases'), ...problems(400) },
      }),
      async (c) => {
        const { audience } = c.var.caller
        const releases = await database.read(audience, (sql) => readReleases(sql, audience))
        const answer: ReleasesAnswer = { releases: releases.map(summaryOf) }
        return c.json(answer as never, 200, { 'cache-control': 'no-cache' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/releases/{month}',
        summary: 'All that is told of one month, with the rules it was made by',
        request: { params: z.object({ month: releaseMonth }), query: z.strictObject({}) },
        responses: { 200: json(releaseAnswer, 'The release'), ...problems(400, 404) },
      }),
      async (c) => {
        const { audience } = c.var.caller
        const { month } = c.req.valid('param')
        const answer = await database.read(audience, async (sql): Promise<ReleaseAnswer> => {
          const found = (await readReleases(sql, audience)).find((one) => coarsenTime(one.month) === month)
          if (!found)
            throw new ProblemError('not-found', {
              sv: `Det finns ingen trygghetskarta för ${month}.`,
              en: `There is no safety map of ${month}.`,
            })
          const squares = await readReleaseSquares(sql, audience, found.month)
          return { ...summaryOf(found), rules: found.rules, areas: [...found.areas], squares }
        })
        return c.json(answer as never, 200, { 'cache-control': 'no-cache' })
      },
    )
}
