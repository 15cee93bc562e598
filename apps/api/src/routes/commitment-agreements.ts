import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { readAgreementsFor } from '../commitments/read-commitments.ts'
import { createRouter, type Services } from '../context.ts'
import type { Agreement, NewAgreement } from '../contract-commitments.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { refusePersons } from '../no-persons.ts'
import { deleteAgreement, insertAgreement, updateAgreement } from '../queries/commitment-writing.ts'
import { json, objectId, problems } from '../schemas.ts'
import { agreement, agreementChange, newAgreement } from '../schemas-commitments.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const path = '/api/commitment-agreements/{id}'

/** The agreements that promises are made under; they are read with the promises. */
export function commitmentAgreementRoutes({ audit, database }: Services) {
  const answer = async (sql: Sql, caller: Caller, id: string): Promise<Agreement> => {
    const found = (await readAgreementsFor(sql, caller)).find((one) => one.id === id)
    if (!found)
      throw new ProblemError('not-found', { sv: 'Avtalet finns inte.', en: 'There is no such agreement.' })
    return found
  }
  const tag = ({ version }: Agreement) => ({ 'cache-control': 'no-store', etag: `"${version}"` })
  const refuse = ({ title, parties = [], reference }: Partial<NewAgreement>) =>
    refusePersons({ title, parties: parties.join('\n'), reference })
  const written = (action: string, object: string) => ({ action, kind: 'commitment-agreement', object })

  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/commitment-agreements',
        summary: 'Write down a cooperation agreement',
        request: body(newAgreement),
        responses: { 201: json(agreement, 'The agreement'), ...problems(401, 403, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const given = c.req.valid('json') as NewAgreement
        const id = randomUUID()
        refuse(given)
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertAgreement(sql, caller.audience, id, given)
          await audit.append(sql, written('agreement.created', id))
          return answer(sql, caller, id)
        })
        return c.json(made as never, 201, tag(made))
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path,
        summary: 'Change what is given of an agreement, if the version holds',
        request: { params, headers, ...body(agreementChange) },
        responses: { 200: json(agreement, 'The agreement'), ...problems(400, 401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const given = c.req.valid('json') as Partial<NewAgreement>
        const version = wantedVersion(c.req.header('if-match'))
        refuse(given)
        const now = await database.write(actorOf(caller), async (sql) => {
          await answer(sql, caller, id)
          if (!(await updateAgreement(sql, caller.audience, { id, version }, given)))
            throw new ProblemError('version-conflict')
          await audit.append(sql, written('agreement.changed', id))
          return answer(sql, caller, id)
        })
        return c.json(now as never, 200, tag(now))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        summary: 'Remove an agreement without promises, if the version holds',
        request: { params, headers },
        responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await answer(sql, caller, id)
          if (!(await deleteAgreement(sql, caller.audience, { id, version })))
            throw new ProblemError('version-conflict')
          await audit.append(sql, written('agreement.removed', id))
        })
        return c.body(null, 204)
      },
    )
}
