import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { deleteMember, listPeople, putMember } from '../queries/plans.ts'
import { json, objectId, problems } from '../schemas.ts'
import { memberRole, people, plan } from '../schemas-plans.ts'
import { ownPlan } from './plans.ts'

const params = z.object({ id: objectId, account: objectId })
const noStore = { 'cache-control': 'no-store' }

/** /api/people and /api/plans/{id}/members: who works together. That only owners change members is the database's rule. */
export function planMemberRoutes({ audit, database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/people',
        summary: 'Who can be made a member of a plan',
        responses: { 200: json(people, 'People, by name'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const found = await database.read(actorOf(caller), (sql) => listPeople(sql, caller.audience))
        return c.json(found, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/plans/{id}/members/{account}',
        summary: 'Make somebody a member or an owner (owners only)',
        request: {
          params,
          body: { content: { 'application/json': { schema: memberRole } }, required: true },
        },
        responses: { 200: json(plan, 'The plan'), ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, account } = c.req.valid('param')
        const { role } = c.req.valid('json')
        const changed = await database.write(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, id)
          await putMember(sql, caller.audience, { plan: id, account, role })
          await audit.append(sql, {
            action: 'plan.member-set',
            kind: 'plan',
            object: id,
            after: { account, role },
          })
          return ownPlan(sql, caller, layers, id)
        })
        return c.json(changed, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/plans/{id}/members/{account}',
        summary: 'Take a membership away (owners only)',
        request: { params },
        responses: { 204: { description: 'No member any more' }, ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, account } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, id)
          if (!(await deleteMember(sql, caller.audience, id, account)))
            throw new ProblemError('not-found', {
              sv: 'Kontot är inte medlem i planen.',
              en: 'The account is no member of the plan.',
            })
          await audit.append(sql, {
            action: 'plan.member-removed',
            kind: 'plan',
            object: id,
            before: { account },
          })
        })
        return c.body(null, 204)
      },
    )
}
