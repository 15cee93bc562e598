import { createRoute, z } from '@hono/zod-openapi'
import { describeLayer } from '@trygghetskartan/layers'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { RegisterAnswer } from '../contract-decisions.ts'
import { ProblemError } from '../errors.ts'
import { readSettings } from '../queries/settings.ts'
import { registerEntries } from '../register/entries.ts'
import { registerCsv } from '../register/register-csv.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, problems } from '../schemas.ts'
import { registerAnswer } from '../schemas-decisions.ts'

/** /api/camera-register: every surveillance decided, in operation, or ended less than five years ago. */
export function registerRoutes({ audit, database, env, layers }: Services) {
  const cameras = (caller: Caller) => {
    const layer = layersSeenBy(layers, caller).find((one) => one.siting?.kind === 'camera')
    if (!layer) throw new ProblemError('not-found')
    return layer
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/camera-register',
        summary: 'The register of camera surveillance, in the columns that are the caller’s',
        request: { query: z.strictObject({}) },
        responses: { 200: json(registerAnswer, 'The register'), ...problems(400, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const layer = cameras(caller)
        const answer = await database.read(actorOf(caller), async (sql): Promise<RegisterAnswer> => {
          const { municipality } = await readSettings(sql, caller.audience)
          return {
            municipality: env.MUNICIPALITY_NAME ?? municipality.name,
            entries: await registerEntries(sql, caller.audience, layer.id),
          }
        })
        return c.json(answer as never, 200, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/camera-register.csv',
        summary: 'The same as a table for a spreadsheet',
        request: { query: z.strictObject({}) },
        responses: {
          200: {
            description: 'Semicolon-separated, UTF-8 with byte order mark',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...problems(400, 404),
        },
      }),
      async (c) => {
        const { caller, language } = c.var
        const layer = cameras(caller)
        const asStaff = caller.audience === 'planner' || caller.audience === 'police'
        const entries = await database.read(actorOf(caller), (sql) =>
          registerEntries(sql, caller.audience, layer.id),
        )
        if (asStaff)
          await audit.record(caller, { action: 'register.exported', kind: 'dossier', object: null })
        const file = language === 'sv' ? 'kameraforteckning.csv' : 'camera-register.csv'
        return c.body(registerCsv(entries, describeLayer(layer, caller.audience), asStaff, language), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${file}"`,
          'cache-control': 'no-store',
          vary: 'Accept-Language',
        })
      },
    )
}
