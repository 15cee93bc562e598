import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { changeAccountRecorded } from '../identity/change-account.ts'
import { findAccount, listAccounts } from '../queries/accounts.ts'
import { endSessionsAsAdmin, listAllSessions } from '../queries/sessions.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  accountChange,
  accountInfo,
  accountsAnswer,
  sessionInfo,
  staffAudience,
} from '../schemas-identity.ts'

const noStore = { 'cache-control': 'no-store' }
const params = z.object({ id: objectId })
const gone = () =>
  new ProblemError('not-found', { sv: 'Kontot finns inte.', en: 'There is no such account.' })

const query = z.strictObject({
  q: z.string().max(200).optional(),
  audience: z.enum([...staffAudience.options, 'waiting']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
/** /api/accounts and /api/sessions: people, what they may do, and where they are signed in. */
export function accountAdminRoutes({ audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/accounts',
        summary: 'People who have signed in',
        request: { query },
        responses: { 200: json(accountsAnswer, 'Accounts'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { q, audience, limit, offset } = c.req.valid('query')
        const filter = { q: q?.trim() || undefined, audience, limit, offset }
        return c.json(await database.read('admin', (sql) => listAccounts(sql, filter)), 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/accounts/{id}',
        summary: 'One account',
        request: { params },
        responses: { 200: json(accountInfo, 'The account'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const account = await database.read('admin', (sql) => findAccount(sql, c.req.valid('param').id))
        if (!account) throw gone()
        return c.json(account, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/accounts/{id}',
        summary: 'Give or take a role, enable or disable',
        request: {
          params,
          body: { content: { 'application/json': { schema: accountChange } }, required: true },
        },
        responses: { 200: json(accountInfo, 'Changed'), ...problems(401, 403, 404, 409, 422) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const given = c.req.valid('json')
        const account = await database.write(actorOf(c.var.caller), (sql) =>
          changeAccountRecorded(sql, id, given),
        )
        if (!account) throw gone()
        return c.json(account, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/accounts/{id}/sessions',
        summary: 'Where a person is signed in',
        request: { params },
        responses: { 200: json(z.array(sessionInfo), 'Sessions'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const current = c.var.caller.session?.id ?? null
        const sessions = await database.read('admin', async (sql) => {
          if (!(await findAccount(sql, id))) throw gone()
          return listAllSessions(sql, id, current)
        })
        return c.json(sessions, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/accounts/{id}/sessions',
        summary: 'Sign a person out everywhere',
        request: { params },
        responses: { 204: { description: 'Ended' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await database.write(actorOf(c.var.caller), async (sql) => {
          if (!(await findAccount(sql, id))) throw gone()
          const ended = await endSessionsAsAdmin(sql, { account: id })
          await audit.append(sql, { action: 'session.ended', kind: 'account', object: id, detail: { ended } })
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/sessions',
        summary: 'Everybody’s open sessions',
        responses: { 200: json(z.array(sessionInfo), 'Sessions'), ...problems(401, 403) },
      }),
      async (c) => {
        const current = c.var.caller.session?.id ?? null
        return c.json(
          await database.read('admin', (sql) => listAllSessions(sql, null, current)),
          200,
          noStore,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/sessions/{id}',
        summary: 'End a session',
        request: { params },
        responses: { 204: { description: 'Ended' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await database.write(actorOf(c.var.caller), async (sql) => {
          if ((await endSessionsAsAdmin(sql, { session: id })) === 0)
            throw new ProblemError('not-found', {
              sv: 'Sessionen finns inte, eller är redan avslutad.',
              en: 'There is no such session, or it is over already.',
            })
          await audit.append(sql, { action: 'session.ended', kind: 'session', object: id })
        })
        return c.body(null, 204)
      },
    )
}
