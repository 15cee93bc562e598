import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PlanMeasure } from '../contract-plans.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { copyMeasure, listPlanMeasures } from '../queries/plan-measures.ts'
import { insertPlan } from '../queries/plans.ts'
import { layersEditedBy, layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { planCopied, planCopy, planMeasures } from '../schemas-plans.ts'
import { writableColumns } from '../validation.ts'
import { ownPlan } from './plans.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }

const notInPlan = (ids: readonly string[]) => {
  const text = {
    sv: `Åtgärden finns inte i planen: ${ids.slice(0, 3).join(', ')}.`,
    en: `The measure is not in the plan: ${ids.slice(0, 3).join(', ')}.`,
  }
  return new ProblemError('invalid', text, { errors: [{ field: 'measures', message: text }] })
}

/** Those asked for, or all; a 422 where some are not in the plan. */
function chosen(all: readonly PlanMeasure[], ids: readonly string[] | undefined): readonly PlanMeasure[] {
  if (!ids) return all
  const wanted = new Set(ids)
  const found = all.filter(({ id }) => wanted.delete(id))
  if (wanted.size > 0) throw notInPlan([...wanted])
  return found
}

/** What is in a plan: read, saved as a file, copied into a plan of one's own. */
export function planMeasureRoutes({ audit, database, layers }: Services) {
  const inPlan = async (sql: Sql, caller: Caller, id: string) => {
    const plan = await ownPlan(sql, caller, layers, id)
    const measures = await listPlanMeasures(sql, caller.audience, layersSeenBy(layers, caller), id)
    return { plan, measures }
  }
  const layersOf = (measures: readonly PlanMeasure[]) => new Set(measures.map(({ layer }) => layer))

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/measures',
        summary: 'What is in a plan, draft or not',
        request: { params },
        responses: { 200: json(planMeasures, 'Measures, by layer and title'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { measures } = await database.read(actorOf(caller), (sql) => inPlan(sql, caller, id))
        for (const layer of layersOf(measures)) audit.sensitiveRead(caller, { layer, by: 'items' })
        return c.json(measures, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/export.geojson',
        summary: 'What is in a plan, as a file for other maps',
        request: { params },
        responses: {
          200: {
            description: 'GeoJSON (RFC 7946), as a file',
            content: { 'application/geo+json': { schema: z.string() } },
          },
          ...problems(401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { plan, measures } = await database.read(actorOf(caller), (sql) => inPlan(sql, caller, id))
        for (const layer of layersOf(measures)) await audit.witness(caller, { layer, by: 'export' })
        const features = measures.map(({ id, layer, geometry, properties }) => ({
          type: 'Feature',
          id,
          geometry,
          properties: { layer, ...properties },
        }))
        const name = encodeURIComponent(`${plan.title}.geojson`)
        return c.body(JSON.stringify({ type: 'FeatureCollection', features }), 200, {
          'content-type': 'application/geo+json; charset=utf-8',
          'content-disposition': `attachment; filename="plan.geojson"; filename*=UTF-8''${name}`,
          ...noStore,
        }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/plans/{id}/copy',
        summary: 'Make a plan of one’s own of it: its measures become new drafts',
        request: {
          params,
          body: { content: { 'application/json': { schema: planCopy } }, required: true },
        },
        responses: { 201: json(planCopied, 'The copy'), ...problems(401, 403, 404, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: from } = c.req.valid('param')
        const { id = randomUUID(), title, measures: ids } = c.req.valid('json')
        const editable = new Map(layersEditedBy(layers, caller).map((layer) => [layer.id, layer]))
        const made = await database.write(actorOf(caller), async (sql) => {
          const { plan, measures } = await inPlan(sql, caller, from)
          const { description, budgetSek, yearlyBudgetSek } = plan
          const wanted = chosen(measures, ids)
          const taken = wanted.filter(({ layer }) => editable.has(layer))
          const leftOut = wanted.length - taken.length
          const said = { title, description, budgetSek, yearlyBudgetSek, copiedFrom: from }
          await insertPlan(sql, caller.audience, { id, ...said })
          for (const measure of taken) {
            const layer = editable.get(measure.layer)!
            const copied = await copyMeasure(sql, caller.audience, {
              layer,
              from: measure.id,
              id: randomUUID(),
              plan: id,
              columns: writableColumns(layer, caller.audience).filter(
                (name) => name !== 'status' && name !== 'plan_id',
              ),
              note: `Kopia av åtgärd ${measure.id} i plan ${from}.`,
            })
            if (!copied)
              throw new ProblemError('conflict', {
                sv: 'Planen ändrades under tiden. Inget kopierades: försök igen.',
                en: 'The plan changed meanwhile. Nothing was copied: try again.',
              })
          }
          await audit.append(sql, {
            action: 'plan.copied',
            kind: 'plan',
            object: id,
            after: said,
            detail: { from, measures: taken.length, leftOut },
          })
          return { ...(await ownPlan(sql, caller, layers, id)), leftOut }
        })
        return c.json(made, 201, {
          ...noStore,
          etag: `"${made.version}"`,
          location: `/api/plans/${id}`,
        })
      },
    )
}
