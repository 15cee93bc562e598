import { createRoute, z } from '@hono/zod-openapi'
import type { Audience } from '@trygghetskartan/layers'
import { createRouter, type Services } from '../context.ts'
import type { LayerHealth } from '../contract-admin.ts'
import { ProblemError } from '../errors.ts'
import { readLayerHealth } from '../queries/layer-health.ts'
import { audience, json, problems } from '../schemas.ts'

const noStore = { 'cache-control': 'no-store' }
const text = z.object({ sv: z.string(), en: z.string() })
const time = z.string().nullable()
const job = z
  .object({
    id: z.string(),
    title: text,
    everySeconds: z.int(),
    lastStartedAt: time,
    lastEndedAt: time,
    lastOutcome: z.enum(['ok', 'failed']).nullable(),
    lastMessage: z.string().nullable(),
    nextAt: time,
    running: z.boolean(),
  })
  .openapi('Job')
const health = z
  .object({
    layer: z.string(),
    title: text,
    objects: z.int(),
    changedAt: time,
    audiences: z.array(audience),
  })
  .openapi('LayerHealth')

/** A job that takes longer is answered for while it runs. */
const patience = 2000

/** /api/jobs and /api/health: what the server does by itself, and how the layers are. */
export function jobRoutes({ jobs, database, layers, audit, log }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/jobs',
        summary: 'What the server does by itself, and how it went',
        responses: { 200: json(z.array(job), 'Jobs'), ...problems(401, 403) },
      }),
      async (c) => c.json(await jobs.list(), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/jobs/{id}/runs',
        summary: 'Runs a job now',
        request: { params: z.object({ id: z.string().regex(/^[a-z][a-z-]{0,60}$/) }) },
        responses: { 200: json(job, 'Started, and perhaps ended already'), ...problems(401, 403, 404, 409) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const known = (await jobs.list()).find((one) => one.id === id)
        if (!known) throw new ProblemError('not-found')
        await audit.record(c.var.caller, { action: 'job.started', kind: 'job', object: id })
        const ended = jobs.run(id).catch((error: unknown) => {
          log.error({ err: error, job: id }, 'a job could not be run')
          return 'failed' as const
        })
        const first = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))])
        if (first === 'busy')
          throw new ProblemError('conflict', { sv: 'Jobbet körs redan.', en: 'The job is running already.' })
        const now = (await jobs.list()).find((one) => one.id === id)
        return c.json(now ?? known, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/health',
        summary: 'The layers as they are now',
        responses: { 200: json(z.array(health), 'Layers, bottom first'), ...problems(401, 403) },
      }),
      async (c) => {
        const answer = await database.owner(async (sql) => {
          const all: LayerHealth[] = []
          for (const layer of layers)
            all.push({
              layer: layer.id,
              title: layer.title,
              ...(await readLayerHealth(sql, layer.id)),
              audiences: Object.keys(layer.audiences) as Audience[],
            })
          return all
        })
        return c.json(answer, 200, noStore)
      },
    )
}
