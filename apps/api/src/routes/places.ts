import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { allPlaces, findPlaces } from '../queries/places.ts'
import { json, placesAnswer, problems } from '../schemas.ts'

/** Places that are published for search without a server: their names stay a few megabytes. */
const mostPublished = 20_000

/** GET /api/places and /api/gazetteer. */
export function placeRoutes({ database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/places',
        summary: 'Streets, squares and places by name',
        request: {
          query: z.strictObject({
            q: z.string().trim().min(1).max(100),
            limit: z.coerce.number().int().min(1).max(50).default(10),
          }),
        },
        responses: { 200: json(placesAnswer, 'Places, best first'), ...problems(400) },
      }),
      async (c) => {
        const { q, limit } = c.req.valid('query')
        return c.json(await database.read(c.var.caller.audience, (sql) => findPlaces(sql, q, limit)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/gazetteer',
        summary: 'All streets, squares and places but addresses, the more important first, at most 20,000',
        responses: { 200: json(placesAnswer, 'Places') },
      }),
      async (c) =>
        c.json(await database.read(c.var.caller.audience, (sql) => allPlaces(sql, mostPublished)), 200),
    )
}
