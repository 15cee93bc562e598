import { createRoute, z } from '@hono/zod-openapi'
import { meOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { endSession, endSessions, listSessions } from '../queries/sessions.ts'
import { json, me, objectId, problems } from '../schemas.ts'
import { sessionInfo } from '../schemas-identity.ts'

const noStore = { 'cache-control': 'no-store' }
const notMine = () =>
  new ProblemError('not-found', {
    sv: 'Sessionen finns inte, eller är redan avslutad.',
    en: 'There is no such session, or it is over already.',
  })

/** /auth/me, /auth/demo and one's own sessions. */
export function accountRoutes({ auth, audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/me',
        summary: 'Who the caller is',
        responses: { 200: json(me, 'The caller') },
      }),
      (c) => c.json(meOf(c.var.caller), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/auth/demo',
        summary: 'Sign in with a demo account (only where DEMO=1)',
        request: {
          body: {
            content: { 'application/json': { schema: z.strictObject({ account: z.string().max(60) }) } },
            required: true,
          },
        },
        responses: { 200: json(me, 'Signed in'), ...problems(403, 404, 422) },
      }),
      async (c) => {
        const opened = await auth.signInDemo(c.req.valid('json').account, c.var.visit)
        if (!opened)
          throw new ProblemError('not-found', {
            sv: 'Demokontot finns inte.',
            en: 'There is no such demo account.',
          })
        const caller = await auth.resolve({ ...c.var.visit.asked, cookie: opened.cookie })
        await audit.record(caller, { action: 'session.opened', kind: 'session', object: opened.id })
        c.header('set-cookie', opened.setCookie)
        return c.json(meOf(caller), 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/sessions',
        summary: 'One’s own open sessions',
        responses: { 200: json(z.array(sessionInfo), 'Sessions'), ...problems(401) },
      }),
      async (c) => {
        const { account, session } = c.var.caller
        if (!account || !session) throw new ProblemError('unauthorized')
        const sessions = await database.door((sql) => listSessions(sql, account.id, session.id))
        return c.json(sessions, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/auth/sessions/{id}',
        summary: 'End one of one’s own sessions',
        request: { params: z.object({ id: objectId }) },
        responses: { 204: { description: 'Ended' }, ...problems(401, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        if (!caller.account || !caller.session) throw new ProblemError('unauthorized')
        const { account } = caller
        const ended = await database.door((sql) => endSession(sql, id, 'self', account.id))
        if (!ended) throw notMine()
        await audit.record(caller, { action: 'session.ended', kind: 'session', object: id })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/auth/sessions',
        summary: 'End all of one’s own sessions but this',
        responses: { 204: { description: 'Ended' }, ...problems(401) },
      }),
      async (c) => {
        const { caller } = c.var
        const { account, session } = caller
        if (!account || !session) throw new ProblemError('unauthorized')
        const ended = await database.door((sql) => endSessions(sql, account.id, 'self', session.id))
        if (ended > 0)
          await audit.record(caller, {
            action: 'session.ended',
            kind: 'account',
            object: account.id,
            detail: { ended },
          })
        return c.body(null, 204)
      },
    )
}
