import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { json, problems } from '../schemas.ts'

const noStore = { 'cache-control': 'no-store' }
const text = z.object({ sv: z.string(), en: z.string() })
const clock = z
  .object({
    kind: z.string(),
    title: text,
    rule: text,
    keep: z.string(),
    from: text,
    total: z.int(),
    due: z.int(),
    nextDueAt: z.string().nullable(),
  })
  .openapi('RetentionClock')
const run = z
  .object({
    id: z.uuid(),
    at: z.string(),
    by: z.string(),
    dryRun: z.boolean(),
    removed: z.array(z.object({ kind: z.string(), rows: z.int() })),
  })
  .openapi('RetentionRun')
const preview = run
  .extend({
    removed: z.array(
      z.object({
        kind: z.string(),
        rows: z.int(),
        oldest: z.string().nullable(),
        newest: z.string().nullable(),
        examples: z.array(z.string()),
      }),
    ),
  })
  .openapi('RetentionPreview')

/** /api/retention: how long things are kept, what would go, and its going. */
export function retentionRoutes({ retention, stopping }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/retention',
        summary: 'The clocks: what is kept how long, and how much of it has had its time',
        responses: { 200: json(z.array(clock), 'The clocks'), ...problems(401, 403) },
      }),
      async (c) => c.json((await retention.list()) as never, 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/retention/runs',
        summary: 'What past runs removed, newest first',
        responses: { 200: json(z.array(run), 'Runs'), ...problems(401, 403) },
      }),
      async (c) => c.json(await retention.runs(), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/retention/preview',
        summary: 'What a run would remove now; nothing is removed',
        responses: { 200: json(preview, 'What would go'), ...problems(401, 403) },
      }),
      async (c) => c.json(await retention.preview(actorOf(c.var.caller)), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/retention/runs',
        summary: 'Removes what has had its time',
        responses: { 200: json(run, 'What went'), ...problems(401, 403) },
      }),
      async (c) => c.json(await retention.run(actorOf(c.var.caller), stopping), 200, noStore),
    )
}
