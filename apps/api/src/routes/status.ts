import { getConnInfo } from '@hono/node-server/conninfo'
import { createRoute, z } from '@hono/zod-openapi'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { json, problems } from '../schemas.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
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
      const address = getConnInfo(c).remote.address ?? ''
      const allowed = env.METRICS_TOKEN
        ? c.req.header('authorization') === `Bearer ${env.METRICS_TOKEN}`
        : loopback.has(address)
      if (!allowed) throw new ProblemError('not-found')
      return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
    })
}
