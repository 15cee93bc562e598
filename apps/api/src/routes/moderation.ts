import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PlaceDraft, QueueAnswer, ReportStep } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { previewOf } from '../moderation/public-preview.ts'
import { noReport, readBuiltPlaces, readModerated } from '../moderation/read-moderated.ts'
import { takeStep } from '../moderation/steps.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { countQueue, readPhoto, readPlanners, readQueue } from '../queries/moderation.ts'
import { takeReport } from '../queries/moderation-steps.ts'
import { json, objectId, problems as refusals } from '../schemas.ts'
import { moderatedReport, placeDraft, publicPreview, queueAnswer, reportStep } from '../schemas-moderation.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const noStore = { 'cache-control': 'no-store' }
const path = '/api/moderation/reports/{id}'

/** /api/moderation/reports: reports as planners go through them. */
export function moderationRoutes({ audit, database, layers }: Services) {
  const today = () => dayInSweden(new Date())
  const detail = (sql: Sql, caller: Caller, id: string) => readModerated(sql, layers, caller, today(), id)

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/moderation/reports',
        summary: 'The queue of reports: open, quiet or closed',
        request: {
          query: z.object({ show: z.enum(['open', 'quiet', 'closed']).default('open') }),
        },
        responses: { 200: json(queueAnswer, 'The queue'), ...refusals(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const { show } = c.req.valid('query')
        const told = await database.read(
          actorOf(caller),
          async (sql): Promise<QueueAnswer> => ({
            today: today(),
            reports: await readQueue(sql, show, today()),
            counts: await countQueue(sql),
            built: await readBuiltPlaces(sql, layers, caller),
            people: await readPlanners(sql),
          }),
        )
        audit.sensitiveRead(caller, { layer: 'unsafe_reports', by: 'items' })
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'A report with its talk, its neighbours and what it led to',
        request: { params },
        responses: { 200: json(moderatedReport, 'The report'), ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) => detail(sql, caller, id))
        await audit.witness(caller, { layer: 'unsafe_reports', by: 'object', object: id })
        return c.json(found as never, 200, { ...noStore, etag: `"${found.version}"` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/photo`,
        summary: 'The photograph that came with a report',
        request: { params },
        responses: {
          200: { description: 'JPEG', content: { 'image/jpeg': { schema: z.string() } } },
          ...refusals(401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const picture = await database.read(actorOf(caller), (sql) => readPhoto(sql, id))
        if (!picture) throw new ProblemError('not-found')
        await audit.witness(caller, { layer: 'unsafe_reports', by: 'object', object: id })
        return c.body(picture, 200, {
          'content-type': 'image/jpeg',
          'cache-control': 'private, max-age=3600',
        }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/preview`,
        summary: 'Just what anybody would see of it, published like this; nothing is written',
        request: { params, ...body(placeDraft) },
        responses: { 200: json(publicPreview, 'What becomes public'), ...refusals(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const draft = c.req.valid('json') as PlaceDraft
        const shown = await database.read(actorOf(caller), async (sql) =>
          previewOf(sql, await detail(sql, caller, id), draft),
        )
        return c.json(shown as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/steps`,
        summary: 'Take a step with a report, if the version holds',
        request: { params, headers, ...body(reportStep) },
        responses: {
          200: json(moderatedReport, 'The report as it is then'),
          ...refusals(401, 403, 404, 409, 412, 413, 422, 428),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const step = c.req.valid('json') as ReportStep
        const version = wantedVersion(c.req.header('if-match'))
        const told = await database.write(actorOf(caller), async (sql) => {
          const reached = await takeReport(sql, id)
          if (reached === undefined) throw noReport()
          if (reached !== version) throw new ProblemError('version-conflict')
          const report = await detail(sql, caller, id)
          const more = await takeStep({ sql, layers, caller, report }, step)
          await audit.append(sql, {
            action: `report.${step.step}`,
            kind: 'unsafe_reports',
            object: id,
            ...(more && { detail: more }),
          })
          return detail(sql, caller, id)
        })
        return c.json(told as never, 200, { ...noStore, etag: `"${told.version}"` })
      },
    )
}
