import { createRoute, z } from '@hono/zod-openapi'
import type { LayerDefinition } from '@trygghetskartan/layers'
import { type LayerObject, measureFrom, type SitingMeasure } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { findObject } from '../queries/measures.ts'
import { listPlanMeasures } from '../queries/plan-measures.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { demandAnswer, groundAnswer, measuresAnswer } from '../schemas-siting.ts'
import { digestOf } from '../siting/digest.ts'
import { readDemand } from '../siting/read-demand.ts'
import { readGround } from '../siting/read-ground.ts'
import { studyBox } from '../siting/study-box.ts'
import { ownPlan } from './plans.ts'

const query = z.strictObject({
  bbox: z.string().max(200).openapi({ description: 'West, south, east and north in degrees; at most 4 km²' }),
})
const mostMeasures = 100
const measuresQuery = z.strictObject({
  plan: objectId.optional(),
  ids: z
    .string()
    .max(40 * mostMeasures)
    .transform((text) => text.split(','))
    .pipe(z.array(objectId).min(1).max(mostMeasures))
    .optional()
    .openapi({ type: 'string', description: `Ids with commas between, at most ${mostMeasures}` }),
})
/** As the document has it: its shape is told by packages/siting. */
const plain = (value: object) => value as Record<string, unknown>
const noStore = { 'cache-control': 'no-store' }

/** /api/siting: what cameras, lamps and proposals are reckoned from. */
export function sitingRoutes({ audit, database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/siting/ground',
        summary:
          'What stands in a box: buildings, streets, lamps, cameras, greenery, sensitive ground, own measures',
        request: { query },
        responses: { 200: json(groundAnswer, 'The ground and its digest'), ...problems(400, 401, 403, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const box = studyBox(c.req.valid('query').bbox)
        const ground = await database.read(actorOf(caller), (sql) =>
          readGround(sql, layers, caller.audience, box),
        )
        return c.json({ ground: plain(ground), digest: digestOf(ground).digest }, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/siting/demand',
        summary: 'What has happened and been said in a box; police events as counts in fixed squares',
        request: { query },
        responses: { 200: json(demandAnswer, 'The demand and its digest'), ...problems(400, 401, 403, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const box = studyBox(c.req.valid('query').bbox)
        const demand = await database.read(actorOf(caller), (sql) => readDemand(sql, caller.audience, box))
        audit.sensitiveRead(caller, { layer: 'unsafe_reports', by: 'items' })
        return c.json({ demand: plain(demand), digest: digestOf(demand).digest }, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/siting/measures',
        summary: 'Measures as siting reckons with them: those of a plan, or by their ids',
        request: { query: measuresQuery },
        responses: { 200: json(measuresAnswer, 'Measures'), ...problems(400, 401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { plan, ids } = c.req.valid('query')
        if ((plan === undefined) === (ids === undefined)) throw oneOfThem()
        const seen = layersSeenBy(layers, caller).filter(({ siting }) => siting)
        const objects = await database.read(actorOf(caller), async (sql) => {
          if (plan !== undefined) {
            await ownPlan(sql, caller, layers, plan)
            return (await listPlanMeasures(sql, caller.audience, seen, plan)).map((one) => ({
              ...one,
              layer: seen.find(({ id }) => id === one.layer)!,
            }))
          }
          const found = []
          for (const id of new Set(ids)) found.push(await findObject(sql, seen, caller.audience, id))
          return found.filter((one) => one !== undefined)
        })
        const measures = objects.flatMap(measureOf)
        for (const layer of new Set(measures.map((one) => one.layer)))
          audit.sensitiveRead(caller, { layer, by: 'items' })
        return c.json({ measures: measures.map(plain) }, 200, noStore)
      },
    )
}

/** What siting cannot reckon with is left out. */
function measureOf(object: {
  id: string
  layer: LayerDefinition
  geometry: Geometry
  properties: Record<string, unknown>
}): SitingMeasure[] {
  const { id, layer, properties } = object
  const measure = measureFrom(layer.siting!, {
    id,
    layer: layer.id,
    title: String(properties.title ?? ''),
    geometry: object.geometry as LayerObject['geometry'],
    properties,
  })
  return measure ? [measure] : []
}

function oneOfThem() {
  const message = { sv: 'Ange antingen plan eller ids.', en: 'Give either plan or ids.' }
  return new ProblemError('bad-request', message, { errors: [{ field: 'plan', message }] })
}
