import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PlaceNamesAnswer } from '../contract-place-names.ts'
import { namesOf } from '../queries/place-names.ts'
import { json, problems } from '../schemas.ts'

/** Places that one request names: as many as hotspots are listed, and some of their cells. */
const most = 1000

const asked = z
  .strictObject({
    places: z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)])).max(most),
  })
  .openapi('AskedPlaceNames')

const answer = z
  .object({ places: z.array(z.object({ name: z.string(), by: z.string(), within: z.string() })) })
  .openapi('PlaceNames')

/** POST /api/places/names: in the body, since where somebody looks is nothing for logs. */
export function placeNameRoutes({ database }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'post',
      path: '/api/places/names',
      summary: 'What places are called: the street or square, what it is by, and the part of town',
      request: { body: { content: { 'application/json': { schema: asked } }, required: true } },
      responses: { 200: json(answer, 'Names, in the order asked'), ...problems(400, 401, 403, 413, 422) },
    }),
    async (c) => {
      const { places } = c.req.valid('json')
      const told: PlaceNamesAnswer = {
        places:
          places.length === 0
            ? []
            : await database.read(actorOf(c.var.caller), (sql) => namesOf(sql, places)),
      }
      return c.json(told, 200, { 'cache-control': 'no-store' })
    },
  )
}
