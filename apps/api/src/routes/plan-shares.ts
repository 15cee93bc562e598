import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Plan } from '../contract-identity.ts'
import { ProblemError } from '../errors.ts'
import { hashOf, newSecret } from '../identity/secret.ts'
import { listShares, makeShare, revokeShare } from '../queries/plan-shares.ts'
import { json, objectId, problems } from '../schemas.ts'
import { newPlanShare, planShare, planShareMade } from '../schemas-plans.ts'
import { ownPlan } from './plans.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }

/** Throws a 403 where the caller is no owner; the database sees to it too. */
function checkOwner(plan: Plan, caller: Caller): void {
  const own = plan.members.find(({ account }) => account.id === caller.account?.id)
  if (own?.role !== 'owner')
    throw new ProblemError('forbidden', {
      sv: 'Bara planens ägare delar den utanför gruppen.',
      en: 'Only the plan’s owners share it outside the group.',
    })
}

/** Links to a plan. The token is in the answer that makes it, and nowhere after. */
export function planShareRoutes({ audit, database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/shares',
        summary: 'The links to a plan that are open, with their last use',
        request: { params },
        responses: { 200: json(z.array(planShare), 'Links, newest first'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const shares = await database.read(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, id)
          return listShares(sql, caller.audience, id)
        })
        return c.json(shares, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/plans/{id}/shares',
        summary: 'Make a link to a plan for those outside (owners only)',
        request: {
          params,
          body: { content: { 'application/json': { schema: newPlanShare } }, required: true },
        },
        responses: {
          201: json(planShareMade, 'The link; its address is never shown again'),
          ...problems(401, 403, 404, 422),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: plan } = c.req.valid('param')
        const { days, withCosts } = c.req.valid('json')
        const id = randomUUID()
        const secret = newSecret()
        const share = await database.write(actorOf(caller), async (sql) => {
          checkOwner(await ownPlan(sql, caller, layers, plan), caller)
          await makeShare(sql, caller.audience, { id, plan, hash: hashOf(secret), withCosts, days })
          const detail = { share: id, days, withCosts }
          await audit.append(sql, { action: 'plan.shared', kind: 'plan', object: plan, detail })
          const [made] = await listShares(sql, caller.audience, plan, id)
          return made!
        })
        return c.json({ ...share, path: `/delad/${secret}` }, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/plans/{id}/shares/{share}',
        summary: 'Take a link back (owners only)',
        request: { params: params.extend({ share: objectId }) },
        responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: plan, share } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          checkOwner(await ownPlan(sql, caller, layers, plan), caller)
          const [open] = await listShares(sql, caller.audience, plan, share)
          if (!open)
            throw new ProblemError('not-found', {
              sv: 'Länken finns inte, eller gäller inte längre.',
              en: 'There is no such link, or it is open no more.',
            })
          await revokeShare(sql, caller.audience, share)
          await audit.append(sql, {
            action: 'plan.share-revoked',
            kind: 'plan',
            object: plan,
            detail: { share },
          })
        })
        return c.body(null, 204)
      },
    )
}
