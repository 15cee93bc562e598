import { createRoute, z } from '@hono/zod-openapi'
import { describeLayer, type LayerDefinition } from '@trygghetskartan/layers'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { ItemsAnswer, LayersAnswer } from '../contract.ts'
import { csvOf } from '../csv.ts'
import { ProblemError } from '../errors.ts'
import { readItemFilter } from '../item-filter.ts'
import { countItems, type ItemRow, listItems } from '../queries/items.ts'
import { layersSeenBy, seesLayer } from '../rights/layers.ts'
import { itemsAnswer, json, layerId, layersAnswer, problems } from '../schemas.ts'

const csvPage = 5000
const maximumCsvRows = 200_000

/** The layer if the caller may see it; a 404 otherwise, the same as for a layer that does not exist. */
export function visibleLayer(
  layers: readonly LayerDefinition[],
  caller: Caller,
  id: string,
): LayerDefinition {
  const layer = layers.find((one) => one.id === id && seesLayer(one, caller))
  if (!layer)
    throw new ProblemError('not-found', { sv: `Lagret ${id} finns inte.`, en: `There is no layer ${id}.` })
  return layer
}

/** GET /api/layers and the objects of a layer as GeoJSON or CSV. */
export function layerRoutes({ database, tiles, layers, audit }: Services) {
  const described = new Map<string, ReturnType<typeof describeLayer>>()
  const describe = (layer: LayerDefinition, caller: Caller) => {
    const key = `${layer.id} ${caller.audience}`
    if (!described.has(key)) described.set(key, describeLayer(layer, caller.audience))
    return described.get(key)!
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/layers',
        summary: 'Layers the caller may see',
        responses: { 200: json(layersAnswer, 'Layers, bottom first') },
      }),
      async (c) => {
        const { caller } = c.var
        const visible = layersSeenBy(layers, caller)
        const answer: LayersAnswer = {
          audience: caller.audience,
          layers: await Promise.all(
            visible.map(async (layer) => ({
              ...describe(layer, caller),
              count: await tiles.count(layer.id, caller.audience),
              version: await tiles.version(layer.id, caller.audience),
              tiles: `/api/tiles/${layer.id}/{z}/{x}/{y}.mvt`,
            })),
          ),
        }
        return c.json(answer as never, 200, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/layers/{layer}/items',
        summary: 'Objects of a layer as GeoJSON, filtered, sorted and paged',
        request: {
          params: z.object({ layer: layerId }),
          query: z.looseObject({
            bbox: z.string().optional(),
            q: z.string().optional(),
            sort: z.string().optional(),
            order: z.string().optional(),
            limit: z.string().optional(),
            cursor: z.string().optional(),
          }),
        },
        responses: { 200: json(itemsAnswer, 'A page of objects'), ...problems(400, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const layer = visibleLayer(layers, caller, c.req.valid('param').layer)
        const filter = readItemFilter(layer, caller.audience, c.req.query())
        audit.sensitiveRead(caller, { layer: layer.id, by: 'items' })
        const answer = await database.read(actorOf(caller), async (sql): Promise<ItemsAnswer> => {
          const numberMatched = await countItems(sql, layer, caller.audience, filter)
          const rows = await listItems(sql, layer, caller.audience, filter)
          const end = filter.offset + rows.length
          return {
            type: 'FeatureCollection',
            features: rows.map((row) => ({ type: 'Feature', ...row })),
            numberMatched,
            next: end < numberMatched && rows.length > 0 ? String(end) : null,
          }
        })
        return c.json(answer as never, 200, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/layers/{layer}/items.csv',
        summary: 'The same objects as a table for a spreadsheet',
        request: { params: z.object({ layer: layerId }), query: z.looseObject({}) },
        responses: {
          200: {
            description: 'Semicolon-separated, UTF-8 with byte order mark',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...problems(400, 404, 413),
        },
      }),
      async (c) => {
        const { caller, language } = c.var
        const layer = visibleLayer(layers, caller, c.req.valid('param').layer)
        const filter = { ...readItemFilter(layer, caller.audience, c.req.query()), limit: csvPage, offset: 0 }
        await audit.witness(caller, { layer: layer.id, by: 'export' })
        const rows = await database.read(actorOf(caller), async (sql) => {
          const all: ItemRow[] = []
          for (;;) {
            const page = await listItems(sql, layer, caller.audience, { ...filter, offset: all.length })
            all.push(...page)
            if (all.length > maximumCsvRows)
              throw new ProblemError('too-large', {
                sv: `Fler än ${maximumCsvRows} rader: filtrera först.`,
                en: `More than ${maximumCsvRows} rows: filter first.`,
              })
            if (page.length < csvPage) return all
          }
        })
        return c.body(csvOf(describe(layer, caller), rows, language), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${layer.id}.csv"`,
          'cache-control': 'no-store',
        })
      },
    )
}
