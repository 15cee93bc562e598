import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { listDecisions } from '../queries/decisions.ts'
import { findObject } from '../queries/measures.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { decision } from '../schemas-decisions.ts'

/** What was decided about a measure. Decisions are written with the step they are about: POST /api/measures/{id}/status. */
export function decisionRoutes({ audit, database, layers }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/measures/{id}/decisions',
      summary: 'What was decided about a measure, newest first',
      request: { params: z.object({ id: objectId }) },
      responses: { 200: json(z.array(decision), 'Decisions'), ...problems(401, 403, 404) },
    }),
    async (c) => {
      const { caller } = c.var
      const { id } = c.req.valid('param')
      const { decisions, layer } = await database.read(actorOf(caller), async (sql) => {
        const object = await findObject(sql, layersSeenBy(layers, caller), caller.audience, id)
        if (!object)
          throw new ProblemError('not-found', {
            sv: 'Objektet finns inte, eller har tagits bort.',
            en: 'The object does not exist, or has been removed.',
          })
        return { decisions: await listDecisions(sql, caller.audience, id), layer: object.layer.id }
      })
      await audit.witness(caller, { layer, by: 'object', object: id })
      return c.json(decisions, 200, { 'cache-control': 'no-store' })
    },
  )
}
