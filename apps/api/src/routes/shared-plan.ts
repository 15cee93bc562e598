import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { hashOf } from '../identity/secret.ts'
import { sharedPlanOf } from '../plans/shared.ts'
import { openShare } from '../queries/plan-shares.ts'
import { readSettings } from '../queries/settings.ts'
import { json, problems } from '../schemas.ts'
import { sharedPlan } from '../schemas-plans.ts'

/** 256 bits of base64url. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** The same for a token that never was, has expired or was taken back. */
const noLink = () =>
  new ProblemError('not-found', {
    sv: 'Länken gäller inte: den är fel, har gått ut eller har återkallats.',
    en: 'The link is not valid: it is wrong, has expired or was revoked.',
  })

/** GET /api/shared/{token}: a plan, to whoever has the link. Read as the public, whoever asks. */
export function sharedPlanRoutes({ audit, database, env, layers }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/shared/{token}',
      summary: 'A plan, to whoever has a link to it',
      description:
        'The link is made by an owner of the plan, expires, and can be revoked: then the answer is 404, as for any token that never was. ' +
        'It shows every measure of the plan whatever its status, drafts too, which is what it is for: title, status, text for the public and geometry, ' +
        'of layers that the public knows. Costs and budget where the link was made so. Never internal texts, never who wrote what.',
      request: { params: z.object({ token: z.string() }) },
      responses: { 200: json(sharedPlan, 'The plan'), ...problems(404, 429) },
    }),
    async (c) => {
      const { token } = c.req.valid('param')
      if (!tokenForm.test(token)) throw noLink()
      const actor = { ...actorOf(c.var.caller), audience: 'public' } as const
      const { open, municipality } = await database.write(actor, async (sql) => {
        const open = await openShare(sql, hashOf(token))
        if (!open) throw noLink()
        if (open.tell)
          await audit.append(sql, {
            action: 'plan.share-used',
            kind: 'plan',
            object: open.plan,
            detail: { share: open.share },
          })
        const { municipality } = await readSettings(sql, 'public')
        return { open, municipality }
      })
      const shown = sharedPlanOf(open, layers, env.MUNICIPALITY_NAME ?? municipality.name)
      return c.json(shown, 200, { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    },
  )
}
