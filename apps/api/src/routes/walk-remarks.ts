import { createRoute, z } from '@hono/zod-openapi'
import type { LayerDefinition } from '@trygghetskartan/layers'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { NewWalkRemark } from '../contract-walk-remarks.ts'
import { ProblemError } from '../errors.ts'
import { measureOf } from '../measure.ts'
import { refusePersons } from '../no-persons.ts'
import { findObject, type HistoryRow, insertObject, readHistory } from '../queries/measures.ts'
import { json, measure, objectId, problems } from '../schemas.ts'
import { checkGeometry, checkProperties } from '../validation.ts'
import { visibleLayer } from './layers.ts'

const params = z.object({ id: objectId })
const newRemark = z
  .strictObject({
    walk: objectId,
    kind: z.string().max(40),
    geometry: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
    words: z.string().trim().max(1000).nullable(),
  })
  .openapi('NewWalkRemark')

/** PUT /api/walk-remarks/{id}: what is seen on a walk, also noted without a connection and sent later. */
export function walkRemarkRoutes({ database, layers }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'put',
      path: '/api/walk-remarks/{id}',
      summary: 'Note what is seen on a walk; sent again, it is answered as before',
      request: {
        params,
        body: { content: { 'application/json': { schema: newRemark } }, required: true },
      },
      responses: {
        200: json(measure, 'It was there already'),
        201: json(measure, 'Noted'),
        ...problems(401, 403, 409, 410, 413, 422),
      },
    }),
    async (c) => {
      const { caller } = c.var
      const { id } = c.req.valid('param')
      const given: NewWalkRemark = c.req.valid('json')
      const layer: LayerDefinition = visibleLayer(layers, caller, 'walk_remarks')
      const { walk, kind, geometry, words } = given
      refusePersons({ words })
      checkGeometry(layer, geometry)
      const properties = checkProperties(layer, caller.audience, {
        ...{ kind, walk_id: walk },
        ...(words && { words }),
      })
      const answer = await database.write(actorOf(caller), async (sql) => {
        const past = await readHistory(sql, caller.audience, id)
        const first = past.at(-1)
        if (!first) await insertObject(sql, layer, caller.audience, { id, geometry, properties })
        else if (!isSame(first, given)) throw otherContent()
        const found = await findObject(sql, [layer], caller.audience, id)
        if (!found) throw gone()
        return { found, made: !first }
      })
      return c.json(measureOf(answer.found, caller) as never, answer.made ? 201 : 200, {
        'cache-control': 'no-store',
        etag: `"${answer.found.version}"`,
      })
    },
  )
}

/** Whether an object began as what is sent, whatever has become of it since. */
function isSame({ layer, op, after }: HistoryRow, { walk, kind, geometry, words }: NewWalkRemark): boolean {
  if (layer !== 'walk_remarks' || op !== 'insert' || !after) return false
  const { coordinates } = after.geom as NewWalkRemark['geometry']
  const near = coordinates.every((one, i) => Math.abs(one - geometry.coordinates[i]!) < 1e-7)
  return near && after.walk_id === walk && after.kind === kind && (after.words ?? null) === (words || null)
}

const otherContent = () =>
  new ProblemError('conflict', {
    sv: 'Det finns redan något annat med samma id.',
    en: 'There is something else with the same id.',
  })
const gone = () =>
  new ProblemError('gone', { sv: 'Anmärkningen har tagits bort.', en: 'The remark has been removed.' })
