import { createRoute } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { readActionPlan } from '../problems/read-action-plan.ts'
import { json, problems as refusals } from '../schemas.ts'
import { actionPlan } from '../schemas-problems.ts'

/** The action plan as it follows from problems, measures and operations. */
export function actionPlanRoutes({ database, layers }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/action-plan',
      summary: 'Problems against measures: what lacks what, and what is due when',
      responses: { 200: json(actionPlan, 'The action plan'), ...refusals(401, 403) },
    }),
    async (c) => {
      const { caller } = c.var
      const plan = await database.read(actorOf(caller), (sql) =>
        readActionPlan(sql, layers, caller, dayInSweden(new Date())),
      )
      return c.json(plan as never, 200, { 'cache-control': 'no-store' })
    },
  )
}
