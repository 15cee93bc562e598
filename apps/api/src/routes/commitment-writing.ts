import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { readCommitment } from '../commitments/read-commitments.ts'
import { refusePersonsIn } from '../commitments/refuse-persons.ts'
import { createRouter, type Services } from '../context.ts'
import type {
  Commitment,
  CommitmentChange,
  NewCommitment,
  NewEvaluation,
  NewSignature,
} from '../contract-commitments.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import {
  claimCommitment,
  deleteCommitment,
  insertCommitment,
  insertSignature,
  insertStatus,
  publishCommitment,
  replaceLists,
  updateCommitment,
  writeEvaluation,
} from '../queries/commitment-writing.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  commitment,
  commitmentChange,
  newCommitment,
  newEvaluation,
  newSignature,
  newStatusLine,
} from '../schemas-commitments.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const path = '/api/commitments/{id}'
const changed = { 200: json(commitment, 'The promise'), ...problems(400, 401, 403, 404, 409, 412, 422, 428) }

/** What is done with promises, by those who make them; the police say how theirs go, and sign. */
export function commitmentWritingRoutes({ audit, database, layers }: Services) {
  const read = (sql: Sql, caller: Caller, id: string) =>
    readCommitment(sql, layers, caller, dayInSweden(new Date()), id)
  const answer = (told: Commitment) =>
    [told as never, { 'cache-control': 'no-store', etag: `"${told.version}"` }] as const

  /** Does it to a promise whose version holds, in one transaction; answers with what it is then. */
  const change = async (
    caller: Caller,
    id: string,
    ifMatch: string | undefined,
    action: string,
    work: (sql: Sql) => Promise<unknown>,
    detail?: Record<string, unknown>,
  ) => {
    const version = wantedVersion(ifMatch)
    return database.write(actorOf(caller), async (sql) => {
      await claim(sql, caller, id, version)
      await work(sql)
      await audit.append(sql, { action, kind: 'commitment', object: id, ...(detail && { detail }) })
      return read(sql, caller, id)
    })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/commitments',
        summary: 'Write down a promise, as a draft',
        request: body(newCommitment),
        responses: { 201: json(commitment, 'The promise'), ...problems(401, 403, 409, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id = randomUUID(), ...given } = c.req.valid('json') as NewCommitment
        refusePersonsIn(given)
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertCommitment(sql, caller.audience, id, given)
          await replaceLists(sql, caller.audience, id, given)
          const { year, number } = given
          const detail = { year, number }
          await audit.append(sql, { action: 'commitment.created', kind: 'commitment', object: id, detail })
          return read(sql, caller, id)
        })
        const [told, more] = answer(made)
        return c.json(told, 201, { ...more, location: `/api/commitments/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path,
        summary: 'Change what is given, if the version holds; what a published promise said before is kept',
        request: { params, headers, ...body(commitmentChange) },
        responses: changed,
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const given = c.req.valid('json') as CommitmentChange
        refusePersonsIn(given)
        const told = await change(
          caller,
          id,
          c.req.header('if-match'),
          'commitment.changed',
          async (sql) => {
            await updateCommitment(sql, caller.audience, id, given)
            await replaceLists(sql, caller.audience, id, given)
          },
          { changed: Object.keys(given) },
        )
        return c.json(...at(200, answer(told)))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        summary: 'Remove a draft, if the version holds; what was published stays',
        request: { params, headers },
        responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 409, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await claim(sql, caller, id, version)
          await deleteCommitment(sql, caller.audience, id)
          await audit.append(sql, { action: 'commitment.removed', kind: 'commitment', object: id })
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/publish`,
        summary: 'Let everybody see a draft, if the version holds',
        request: { params, headers },
        responses: changed,
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const told = await change(caller, id, c.req.header('if-match'), 'commitment.published', (sql) =>
          publishCommitment(sql, caller.audience, id),
        )
        return c.json(...at(200, answer(told)))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/status`,
        summary: 'Say how it goes, with why, if the version holds',
        request: { params, headers, ...body(newStatusLine) },
        responses: changed,
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const today = dayInSweden(new Date())
        const { status, text, on = today } = c.req.valid('json')
        refusePersonsIn({ text })
        if (on > today) throw inFuture()
        const told = await change(
          caller,
          id,
          c.req.header('if-match'),
          'commitment.status-said',
          (sql) => insertStatus(sql, caller.audience, id, { status, text, on }),
          { to: status, on },
        )
        return c.json(...at(200, answer(told)))
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${path}/evaluation`,
        summary:
          'Write what came of it, if the version holds; what was signed of an earlier text is signed again',
        request: { params, headers, ...body(newEvaluation) },
        responses: changed,
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const given = c.req.valid('json') as NewEvaluation
        refusePersonsIn({ evaluation: given.text })
        const told = await change(
          caller,
          id,
          c.req.header('if-match'),
          'commitment.evaluated',
          (sql) => writeEvaluation(sql, caller.audience, id, given),
          { result: given.result },
        )
        return c.json(...at(200, answer(told)))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/signature`,
        summary: 'Sign the evaluation for one’s own party, if the version holds; with both it is closed',
        request: { params, headers, ...body(newSignature) },
        responses: changed,
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { role } = c.req.valid('json') as NewSignature
        refusePersonsIn({ role })
        const told = await change(
          caller,
          id,
          c.req.header('if-match'),
          'commitment.signed',
          (sql) => insertSignature(sql, caller.audience, id, role),
          { role },
        )
        return c.json(...at(200, answer(told)))
      },
    )
}

const at = <const S extends number, H>(status: S, [told, more]: readonly [never, H]) =>
  [told, status, more] as const

/** Holds the promise for a change; throws a 404, 409 or 412 where that cannot be. */
async function claim(sql: Sql, caller: Caller, id: string, version: number): Promise<void> {
  const answer = await claimCommitment(sql, caller.audience, id, version)
  if (answer === 'none')
    throw new ProblemError('not-found', { sv: 'Löftet finns inte.', en: 'There is no such promise.' })
  if (answer === 'closed')
    throw new ProblemError('conflict', {
      sv: 'Löftet är utvärderat och signerat. Det ändras inte mer.',
      en: 'The promise is evaluated and signed. It does not change any more.',
    })
  if (answer === 'stale') throw new ProblemError('version-conflict')
}

const inFuture = () =>
  new ProblemError('invalid', undefined, {
    errors: [
      {
        field: 'on',
        message: { sv: 'Dagen har inte varit än.', en: 'That day has not been yet.' },
      },
    ],
  })
