import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { eraseAccount, extractAccount } from '../retention/account-data.ts'
import { json, objectId, problems } from '../schemas.ts'

const params = z.object({ id: objectId })
const extract = z.record(z.string(), z.unknown()).openapi('AccountExtract')
const headers = {
  'cache-control': 'no-store',
  'content-disposition': 'attachment; filename="konto.json"',
}
const gone = () =>
  new ProblemError('not-found', { sv: 'Kontot finns inte.', en: 'There is no such account.' })

/** What is kept about an account: its extract, for oneself and for administrators, and its erasure. */
export function accountDataRoutes({ database, audit }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/extract',
        summary: 'Everything kept about one’s own account',
        responses: { 200: json(extract, 'JSON to save'), ...problems(401) },
      }),
      async (c) => {
        const { caller } = c.var
        if (!caller.account) throw new ProblemError('unauthorized')
        const { id } = caller.account
        await audit.record(caller, { action: 'account.extracted', kind: 'account', object: id })
        const data = await extractAccount(database, id, { words: true })
        if (!data) throw gone()
        return c.json(data, 200, headers)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/accounts/{id}/extract',
        summary: 'Everything kept about an account but its own words',
        request: { params },
        responses: { 200: json(extract, 'JSON to save'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const data = await extractAccount(database, id, { words: false })
        if (!data) throw gone()
        await audit.record(c.var.caller, { action: 'account.extracted', kind: 'account', object: id })
        return c.json(data, 200, headers)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/accounts/{id}/erase',
        summary: 'Erases the person of an account; what it decided stays under a pseudonym',
        request: { params },
        responses: { 204: { description: 'Erased' }, ...problems(401, 403, 404, 409) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        // Who erases stands in the trail by name, so it is never the one who is erased.
        if (caller.account?.id === id)
          throw new ProblemError('conflict', {
            sv: 'Ditt eget konto raderas av en annan administratör.',
            en: 'Your own account is erased by another administrator.',
          })
        const erased = await eraseAccount(database, id, actorOf(caller))
        if (!erased) throw gone()
        return c.body(null, 204)
      },
    )
}
