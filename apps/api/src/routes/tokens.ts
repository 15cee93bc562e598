import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { MadeToken } from '../contract-admin.ts'
import { ProblemError } from '../errors.ts'
import { tokenPrefix } from '../identity/credentials.ts'
import { hashOf, newSecret } from '../identity/secret.ts'
import { listTokens, makeToken, revokeToken } from '../queries/tokens.ts'
import { json, objectId, problems } from '../schemas.ts'
import { madeToken, newToken, tokenInfo } from '../schemas-identity.ts'

const noStore = { 'cache-control': 'no-store' }
const hintLength = 6

/** /api/tokens: keys of programs. The secret is in the answer that makes it, and nowhere after. */
export function tokenRoutes({ audit, database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/tokens',
        summary: 'Keys of programs, with their last use',
        responses: { 200: json(z.array(tokenInfo), 'Tokens'), ...problems(401, 403) },
      }),
      async (c) => c.json(await database.read('admin', (sql) => listTokens(sql)), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/tokens',
        summary: 'Make a key for a program',
        request: { body: { content: { 'application/json': { schema: newToken } }, required: true } },
        responses: {
          201: json(madeToken, 'The key; its secret is never shown again'),
          ...problems(401, 403, 422),
        },
      }),
      async (c) => {
        const given = c.req.valid('json')
        const seen = new Set(layers.filter((one) => one.audiences[given.audience]).map(({ id }) => id))
        const unknown = given.layers?.filter((id) => !seen.has(id)) ?? []
        if (unknown.length > 0) {
          const text = {
            sv: `Den målgruppen ser inte lagret ${unknown.join(', ')}.`,
            en: `That audience does not see the layer ${unknown.join(', ')}.`,
          }
          throw new ProblemError('invalid', text, { errors: [{ field: 'layers', message: text }] })
        }
        const secret = newSecret()
        const shown = `${tokenPrefix}${secret}`
        const hint = shown.slice(0, tokenPrefix.length + hintLength)
        const token = await database.write(actorOf(c.var.caller), async (sql) => {
          const id = await makeToken(sql, given, { hash: hashOf(secret), hint })
          await audit.append(sql, { action: 'token.made', kind: 'token', object: id, after: given })
          const [made] = await listTokens(sql, id)
          return made
        })
        if (!token) throw new ProblemError('internal')
        const made: MadeToken = { token, secret: shown }
        return c.json(made, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/tokens/{id}',
        summary: 'Take a key back',
        request: { params: z.object({ id: objectId }) },
        responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await database.write(actorOf(c.var.caller), async (sql) => {
          if (!(await revokeToken(sql, id)))
            throw new ProblemError('not-found', {
              sv: 'Nyckeln finns inte, eller är redan återkallad.',
              en: 'There is no such token, or it is revoked already.',
            })
          await audit.append(sql, { action: 'token.revoked', kind: 'token', object: id })
        })
        return c.body(null, 204)
      },
    )
}
