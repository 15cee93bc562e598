import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createRouter, type Services, type Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { same } from '../identity/secret.ts'
import { json, problems } from '../schemas.ts'

const loopback = new Set(['127.0.0.1', '::1'])

/** From this machine itself, and not through a proxy on it that nobody has configured. */
const fromHere = (c: Context<Variables>): boolean =>
  loopback.has(c.var.visit.asked.address) && !c.req.header('x-forwarded-for') && !c.req.header('forwarded')

const ok = z.object({ status: z.literal('ok') })

/** GET /healthz, /readyz, /metrics. */
export function statusRoutes({ database, env, tiles, layers }: Services) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'trygghetskartan_layer_version',
    help: 'Visible changes of a layer since its start, as the planner sees it',
    labelNames: ['layer'],
    registers: [registry],
    collect() {
      for (const layer of layers.filter((one) => one.audiences.planner))
        this.set({ layer: layer.id }, tiles.version(layer.id, 'planner'))
    },
  })

  new Gauge({
    name: 'trygghetskartan_tiles',
    help: 'Finished tiles: kept, their bytes, and cut since the start',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, value] of Object.entries(tiles.statistics())) this.set({ what }, value)
    },
  })
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/healthz',
        summary: 'Alive',
        responses: { 200: json(ok, 'Alive') },
      }),
      (c) => c.json({ status: 'ok' as const }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/readyz',
        summary: 'Database reachable and migrated',
        responses: { 200: json(ok, 'Ready'), ...problems(503) },
      }),
      async (c) => {
        await database.read('public', (sql) => sql`select key from public_map.settings limit 1`)
        return c.json({ status: 'ok' as const }, 200)
      },
    )
    .get('/metrics', async (c) => {
      const allowed = env.METRICS_TOKEN
        ? same(c.req.header('authorization') ?? '', `Bearer ${env.METRICS_TOKEN}`)
        : fromHere(c)
      if (!allowed) throw new ProblemError('not-found')
      return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
    })
}
