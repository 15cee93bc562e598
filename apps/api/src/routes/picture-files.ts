import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { askedBy, noPicture } from '../pictures/read-picture.ts'
import { readMap } from '../queries/pictures.ts'
import { problems } from '../schemas.ts'
import { version, week } from '../schemas-pictures.ts'

const params = z.object({ week })
const query = z.strictObject({ version, r: z.string().max(20).optional() })
const noStore = { 'cache-control': 'no-store' }
const path = '/api/pictures/{week}'

/** A picture's files: its map, and the document to print. */
export function pictureFileRoutes({ audit, database }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: `${path}/map.png`,
      summary: 'The map of a picture',
      request: { params, query },
      responses: {
        200: { description: 'PNG', content: { 'image/png': { schema: z.string() } } },
        ...problems(400, 401, 403, 404),
      },
    }),
    async (c) => {
      const { caller } = c.var
      const { week: one } = c.req.valid('param')
      const asked = askedBy(caller.audience, c.req.valid('query').version)
      if (!asked.shared) audit.sensitiveRead(caller, { layer: 'pictures', by: 'items', object: one })
      const map = await database.read(actorOf(caller), (sql) => readMap(sql, asked, one))
      if (!map) throw noPicture()
      return c.body(new Uint8Array(map), 200, { ...noStore, 'content-type': 'image/png' }) as never
    },
  )
}
