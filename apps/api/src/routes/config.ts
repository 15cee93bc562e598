import { createRoute } from '@hono/zod-openapi'
import manifest from '../../package.json' with { type: 'json' }
import { createRouter, type Services } from '../context.ts'
import { faultReportOf } from '../municipality.ts'
import { readAttribution, readSettings } from '../queries/settings.ts'
import { config, json } from '../schemas.ts'

/** GET /api/config: what a client needs before it draws anything. */
export function configRoutes({ database, auth, signIn, env }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/config',
      summary: 'The municipality and what the map opens on',
      responses: { 200: json(config, 'Configuration') },
    }),
    async (c) => {
      const { settings, attribution } = await database.read(c.var.caller.audience, async (sql) => ({
        settings: await readSettings(sql, c.var.caller.audience),
        attribution: await readAttribution(sql),
      }))
      const { bounds, schematic, demo } = settings
      const { name, code } = settings.municipality
      const municipality = { name: env.MUNICIPALITY_NAME ?? name, code: env.MUNICIPALITY_CODE ?? code }
      const demoAccounts = auth.accounts.map((account) => ({ ...account }))
      return c.json(
        {
          municipality,
          bounds,
          faultReport: faultReportOf(env, settings),
          attribution,
          schematic,
          demo,
          demoAccounts,
          providers: [...signIn.list],
          version: manifest.version,
        },
        200,
        {
          'cache-control': 'no-cache',
        },
      )
    },
  )
}
