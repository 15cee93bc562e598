import { createRoute, z } from '@hono/zod-openapi'
import { parseBBox } from '@trygghetskartan/geo'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { listDrafts } from '../queries/drafts.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, problems } from '../schemas.ts'
import { drafts } from '../schemas-plans.ts'

/** GET /api/drafts: what tiles leave out, since they are the same for a whole audience. */
export function draftRoutes({ database, layers }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/drafts',
      summary: 'Ideas in the plans one is a member of, as GeoJSON',
      request: { query: z.strictObject({ bbox: z.string().optional() }) },
      responses: { 200: json(drafts, 'Drafts'), ...problems(400, 401, 403) },
    }),
    async (c) => {
      const { caller } = c.var
      const { bbox } = c.req.valid('query')
      const box = bbox === undefined ? null : parseBBox(bbox)
      if (bbox !== undefined && !box)
        throw new ProblemError('bad-request', {
          sv: 'bbox ska vara väst,syd,öst,nord i grader.',
          en: 'bbox must be west,south,east,north in degrees.',
        })
      const features = await database.read(actorOf(caller), (sql) =>
        listDrafts(sql, layersSeenBy(layers, caller), caller.audience, box),
      )
      return c.json({ type: 'FeatureCollection' as const, features } as never, 200, {
        'cache-control': 'no-store',
      })
    },
  )
}
