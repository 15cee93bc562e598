import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PlanVersion } from '../contract-plans.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { differencesOf } from '../plans/diff.ts'
import { standsOf } from '../plans/stands.ts'
import { insertStand, listStands, listSteps, measuresBetween } from '../queries/plan-history.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { newPlanVersion, planDifferences, planVersion } from '../schemas-plans.ts'
import { ownPlan } from './plans.ts'

const params = z.object({ id: objectId })
const instant = z.iso.datetime({ offset: true }).openapi({ description: 'ISO 8601' })
const noStore = { 'cache-control': 'no-store' }

/** What a plan was: its stands, and what is different between two of them. Both are read from the history of its measures. */
export function planVersionRoutes({ audit, database, layers }: Services) {
  async function versionsOf(sql: Sql, caller: Caller, id: string): Promise<PlanVersion[]> {
    const plan = await ownPlan(sql, caller, layers, id)
    const steps = await listSteps(sql, caller.audience, layers, id)
    return standsOf(steps, await listStands(sql, caller.audience, id), plan)
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/versions',
        summary: 'The stands of a plan that were named, and each day’s last',
        request: { params },
        responses: { 200: json(z.array(planVersion), 'Versions, newest first'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const versions = await database.read(actorOf(caller), (sql) => versionsOf(sql, caller, id))
        return c.json(versions, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/plans/{id}/versions',
        summary: 'Give the plan as it is now a name',
        request: {
          params,
          body: { content: { 'application/json': { schema: newPlanVersion } }, required: true },
        },
        responses: { 201: json(planVersion, 'The version'), ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { name } = c.req.valid('json')
        const made = await database.write(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, id)
          await insertStand(sql, caller.audience, id, name)
          await audit.append(sql, { action: 'plan.version-named', kind: 'plan', object: id, after: { name } })
          const versions = await versionsOf(sql, caller, id)
          return versions.find((version) => version.name !== null)!
        })
        return c.json(made, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/diff',
        summary: 'What is different in a plan between two instants',
        request: { params, query: z.strictObject({ from: instant, to: instant.optional() }) },
        responses: {
          200: json(planDifferences, 'Differences, by layer and title'),
          ...problems(400, 401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { from, to = null } = c.req.valid('query')
        if (to && Date.parse(to) < Date.parse(from))
          throw new ProblemError('bad-request', {
            sv: 'from ska vara före to.',
            en: 'from must be before to.',
          })
        const measures = await database.read(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, id)
          return measuresBetween(sql, caller.audience, { plan: id, from, to })
        })
        const differences = differencesOf(measures, layersSeenBy(layers, caller), caller.audience)
        for (const layer of new Set(differences.map((one) => one.layer)))
          audit.sensitiveRead(caller, { layer, by: 'history', object: id })
        return c.json(differences, 200, noStore)
      },
    )
}
