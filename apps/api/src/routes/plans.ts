import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Plan, PlanChange } from '../contract-identity.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { deletePlan, insertPlan, listPlans, updatePlan } from '../queries/plans.ts'
import { json, objectId, problems } from '../schemas.ts'
import { newPlan, plan, planChange } from '../schemas-plans.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const noStore = { 'cache-control': 'no-store' }
const foreignKey = '23503'

const noPlan = () => new ProblemError('not-found', { sv: 'Planen finns inte.', en: 'There is no such plan.' })

/** The plan if the caller is a member of it; a 404 otherwise. */
export async function ownPlan(
  sql: Sql,
  caller: Caller,
  layers: Services['layers'],
  id: string,
): Promise<Plan> {
  const [found] = await listPlans(sql, caller.audience, layers, id)
  if (!found) throw noPlan()
  return found
}

/** What is given alone, so that what is left out stays as it is. */
const asGiven = (change: { [Name in keyof PlanChange]: PlanChange[Name] | undefined }): PlanChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/** /api/plans: what people work on together. */
export function planRoutes({ audit, database, layers }: Services) {
  const etag = ({ version }: Plan) => ({ ...noStore, etag: `"${version}"` })
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans',
        summary: 'The plans one is a member of',
        responses: { 200: json(z.array(plan), 'Plans, by title'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const plans = await database.read(actorOf(caller), (sql) => listPlans(sql, caller.audience, layers))
        return c.json(plans, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/plans',
        summary: 'Make a plan and own it',
        request: { body: { content: { 'application/json': { schema: newPlan } }, required: true } },
        responses: { 201: json(plan, 'The plan'), ...problems(401, 403, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id = randomUUID(), ...given } = c.req.valid('json')
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertPlan(sql, caller.audience, { id, ...asGiven(given), title: given.title })
          await audit.append(sql, { action: 'plan.created', kind: 'plan', object: id, after: given })
          return ownPlan(sql, caller, layers, id)
        })
        return c.json(made, 201, { ...etag(made), location: `/api/plans/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}',
        summary: 'A plan one is a member of',
        request: { params },
        responses: { 200: json(plan, 'The plan'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) => ownPlan(sql, caller, layers, id))
        return c.json(found, 200, etag(found))
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/plans/{id}',
        summary: 'Change a plan’s title, description or budgets, if the version holds',
        request: {
          params,
          headers,
          body: { content: { 'application/json': { schema: planChange } }, required: true },
        },
        responses: { 200: json(plan, 'The plan'), ...problems(401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const change = asGiven(c.req.valid('json'))
        const version = wantedVersion(c.req.header('if-match'))
        const changed = await database.write(actorOf(caller), async (sql) => {
          const before = await ownPlan(sql, caller, layers, id)
          const { title, description, budgetSek, yearlyBudgetSek } = before
          const was = { title, description, budgetSek, yearlyBudgetSek }
          if (!(await updatePlan(sql, caller.audience, { ...was, ...change, id, version })))
            throw new ProblemError('version-conflict')
          await audit.append(sql, {
            action: 'plan.changed',
            kind: 'plan',
            object: id,
            before: Object.fromEntries(Object.entries(was).filter(([name]) => name in change)),
            after: change,
          })
          return ownPlan(sql, caller, layers, id)
        })
        return c.json(changed, 200, etag(changed))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/plans/{id}',
        summary: 'Remove a plan that nothing is in',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 409) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const removed = database.write(actorOf(caller), async (sql) => {
          const before = await ownPlan(sql, caller, layers, id)
          await deletePlan(sql, caller.audience, id)
          await audit.append(sql, {
            action: 'plan.removed',
            kind: 'plan',
            object: id,
            before: { title: before.title },
          })
        })
        await removed.catch((error: unknown) => {
          if (!(error instanceof Error && 'code' in error && error.code === foreignKey)) throw error
          throw new ProblemError('conflict', {
            sv: 'Det finns åtgärder i planen. Flytta eller ta bort dem först.',
            en: 'There are measures in the plan. Move or remove them first.',
          })
        })
        return c.body(null, 204)
      },
    )
}
