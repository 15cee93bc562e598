import { createRoute, z } from '@hono/zod-openapi'
import { isTileAddress } from '@trygghetskartan/geo'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { problems } from '../schemas.ts'
import { sendTile } from '../tiles/send-tile.ts'
import { mostTiles, tileSetResponse } from '../tiles/tile-set.ts'
import { visibleLayer } from './layers.ts'

/** The last part is the row with its ending, as in 5133.mvt. */
const address = z.object({ z: z.string(), x: z.string(), tile: z.string() })
/** One layer, or several with commas between, of which the ground may be one. */
const layerIds = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}(?:,[a-z][a-z0-9_]{0,62})*$/)
  .refine((text) => text.split(',').length <= mostTiles)
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
        description:
          'Several layers with commas between, “basemap” among them for the ground, are answered together as application/octet-stream: for each in turn the length of its gzip in bytes (32 bits, little-endian; 0 where nothing is there), and the gzip.',
        request: { params: address.extend({ layer: layerIds }) },
        responses: answers,
      }),
      async (c) => {
        const params = c.req.valid('param')
        const { caller } = c.var
        const at = parseAddress(params)
        const cut = (id: string) => {
          const layer = visibleLayer(layers, caller, id)
          audit.sensitiveRead(caller, { layer: layer.id, by: 'tiles' })
          return tiles.tile(layer.id, caller.audience, ...at)
        }
        const ids = params.layer.split(',')
        if (ids.length === 1) return sendTile(c, await cut(params.layer), caller.audience)
        const made = await Promise.all(ids.map((id) => (id === 'basemap' ? tiles.basemap(...at) : cut(id))))
        const known = made.flatMap((answer) => (answer.kind === 'tile' ? [answer.tile] : []))
        if (known.length < made.length) return c.body(null, 404)
        return tileSetResponse(known, c.req.header('if-none-match'), caller.audience)
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
