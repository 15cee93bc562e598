import { createRoute, z } from '@hono/zod-openapi'
import { isTileAddress } from '@trygghetskartan/geo'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { layerId, problems } from '../schemas.ts'
import { sendTile } from '../tiles/send-tile.ts'
import { visibleLayer } from './layers.ts'

/** The last part is the row with its ending, as in 5133.mvt. */
const address = z.object({ z: z.string(), x: z.string(), tile: z.string() })
const answers = {
  200: {
    description: 'Mapbox vector tile 2.1',
    content: { 'application/vnd.mapbox-vector-tile': { schema: z.string().openapi({ format: 'binary' }) } },
  },
  204: { description: 'Nothing there' },
  304: { description: 'As the ETag says' },
  ...problems(400, 404),
}

function parseAddress(given: z.infer<typeof address>): [number, number, number] {
  const parts = [given.z, given.x, given.tile.endsWith('.mvt') ? given.tile.slice(0, -4) : ''].map((text) =>
    /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN,
  ) as [number, number, number]
  if (!isTileAddress(...parts))
    throw new ProblemError('bad-request', {
      sv: 'Adressen pekar inte på en kartruta.',
      en: 'The address is not that of a tile.',
    })
  return parts
}

/** GET /api/tiles/{layer}/{z}/{x}/{y}.mvt and /api/basemap/{z}/{x}/{y}.mvt. */
export function tileRoutes({ tiles, layers, audit }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/tiles/{layer}/{z}/{x}/{tile}',
        summary: 'A vector tile of a layer',
        request: { params: address.extend({ layer: layerId }) },
        responses: answers,
      }),
      async (c) => {
        const params = c.req.valid('param')
        const layer = visibleLayer(layers, c.var.caller, params.layer)
        audit.sensitiveRead(c.var.caller, { layer: layer.id, by: 'tiles' })
        return sendTile(
          c,
          await tiles.tile(layer.id, c.var.caller.audience, ...parseAddress(params)),
          c.var.caller.audience,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/basemap/{z}/{x}/{tile}',
        summary: 'A vector tile of the ground',
        request: { params: address },
        responses: answers,
      }),
      async (c) => sendTile(c, await tiles.basemap(...parseAddress(c.req.valid('param'))), 'public'),
    )
}
