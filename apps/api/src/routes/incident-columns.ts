import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { packedIncidents } from '../incidents/shared-packed.ts'
import { problems } from '../schemas.ts'
import { accepts, matches } from '../tiles/tile-response.ts'

const unzip = promisify(gunzip)

/** GET /api/incidents/columns: every incident that counts, as packages/analysis packs them, metres in EPSG:3006. */
export function incidentColumnRoutes({ audit, database }: Services) {
  const packed = packedIncidents(database)
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/incidents/columns',
      summary: 'The table of incidents, packed; police events are in it',
      responses: {
        200: {
          description: 'What unpackIncidents of packages/analysis reads',
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
        },
        304: { description: 'As the ETag says' },
        ...problems(401, 403),
      },
    }),
    async (c) => {
      const { caller } = c.var
      const reader = actorOf(caller)
      const state = await packed.state(reader)
      const zip = accepts(c.req.header('accept-encoding'), 'gzip')
      const headersOf = (tag: string) => ({
        etag: `"${tag}${zip ? '-g' : ''}"`,
        // Kept by the browser of who may see it, and asked for each time whether it still holds.
        'cache-control': 'private, no-cache',
        vary: 'Accept-Encoding, Cookie',
      })
      audit.sensitiveRead(caller, { layer: 'incidents', by: 'items' })
      if (matches(c.req.header('if-none-match'), headersOf(state.tag).etag))
        return c.body(null, 304, headersOf(state.tag)) as never
      const { tag, gzip } = await packed.of(reader, state)
      return c.body(zip ? gzip : new Uint8Array(await unzip(gzip)), 200, {
        ...headersOf(tag),
        'content-type': 'application/octet-stream',
        ...(zip && { 'content-encoding': 'gzip' }),
      }) as never
    },
  )
}
