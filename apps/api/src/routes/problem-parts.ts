import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { NewEvidence } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { readDetail } from '../problems/read-detail.ts'
import { refusePersonsIn } from '../problems/refuse-persons-in.ts'
import { suggestEvidence } from '../problems/suggest-evidence.ts'
import { findObject } from '../queries/measures.ts'
import { deleteLink, deleteReading, putLink, putReading } from '../queries/problem-parts.ts'
import { deleteEvidence, insertEvidence } from '../queries/problems.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems as refusals } from '../schemas.ts'
import { day, newEvidence, newLink, newReading, problem } from '../schemas-problems.ts'

const params = z.object({ id: objectId })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const noStore = { 'cache-control': 'no-store' }
const readings = '/api/problems/{id}/readings/{day}'
const measures = '/api/problems/{id}/measures/{measure}'

/** What hangs on a problem: readings of its indicator, the measures that answer to it, and what it rests on. */
export function problemPartRoutes({ audit, database, layers }: Services) {
  /** Does it in a transaction that writes; answers with what the problem is then. */
  const changed = (
    caller: Caller,
    id: string,
    action: string,
    detail: Record<string, unknown>,
    work: (sql: Sql) => Promise<unknown>,
  ) =>
    database.write(actorOf(caller), async (sql) => {
      const read = () => readDetail(sql, layers, caller, dayInSweden(new Date()), id)
      await read()
      await work(sql)
      await audit.append(sql, { action, kind: 'problem', object: id, detail })
      return read()
    })

  return createRouter()
    .openapi(
      createRoute({
        method: 'put',
        path: readings,
        summary: 'Write a reading of the indicator on a day',
        request: { params: params.extend({ day }), ...body(newReading) },
        responses: { 200: json(problem, 'The problem'), ...refusals(400, 401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, day: on } = c.req.valid('param')
        const { value, note = null } = c.req.valid('json')
        refusePersonsIn({ note })
        const told = await changed(caller, id, 'problem.read-off', { on }, (sql) =>
          putReading(sql, caller.audience, { problem: id, on, value, note }),
        )
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: readings,
        summary: 'Remove a reading',
        request: { params: params.extend({ day }) },
        responses: { 200: json(problem, 'The problem'), ...refusals(400, 401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, day: on } = c.req.valid('param')
        const told = await changed(caller, id, 'problem.reading-removed', { on }, async (sql) => {
          if (!(await deleteReading(sql, caller.audience, id, on))) throw new ProblemError('not-found')
        })
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: measures,
        summary: 'Say that a measure answers to the problem, and what it is expected to do',
        request: { params: params.extend({ measure: objectId }), ...body(newLink) },
        responses: { 200: json(problem, 'The problem'), ...refusals(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, measure } = c.req.valid('param')
        const { layer, expectedEffect = null } = c.req.valid('json')
        refusePersonsIn({ expectedEffect })
        const told = await changed(caller, id, 'problem.linked', { layer, measure }, async (sql) => {
          const seen = layersSeenBy(layers, caller).filter((one) => one.id === layer)
          if (!(await findObject(sql, seen, caller.audience, measure))) throw noMeasure()
          await putLink(sql, caller.audience, { problem: id, layer, measure, expectedEffect })
        })
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: measures,
        summary: 'Say that a measure does not answer to the problem any more',
        request: { params: params.extend({ measure: objectId }) },
        responses: { 200: json(problem, 'The problem'), ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, measure } = c.req.valid('param')
        const told = await changed(caller, id, 'problem.unlinked', { measure }, async (sql) => {
          if (!(await deleteLink(sql, caller.audience, id, measure))) throw noMeasure()
        })
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/problems/{id}/evidence',
        summary: 'Add something that the problem rests on',
        request: { params, ...body(newEvidence) },
        responses: { 201: json(problem, 'The problem'), ...refusals(401, 403, 404, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const given = c.req.valid('json')
        refusePersonsIn(given)
        const evidence = { ...given, id: given.id ?? randomUUID() } as NewEvidence & { id: string }
        const detail = {
          evidence: evidence.id,
          kind: evidence.kind,
          policeOnly: evidence.policeOnly ?? false,
        }
        const told = await changed(caller, id, 'problem.evidence-added', detail, (sql) =>
          insertEvidence(sql, caller.audience, id, evidence),
        )
        return c.json(told as never, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/problems/{id}/suggestions',
        summary: 'What the map says of the problem’s ground, as evidence to take or leave',
        request: { params },
        responses: { 200: json(z.array(newEvidence), 'Suggestions'), ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const today = dayInSweden(new Date())
        const found = await database.read(actorOf(caller), async (sql) => {
          const { evidenceList } = await readDetail(sql, layers, caller, today, id)
          return suggestEvidence(sql, caller, id, evidenceList, today)
        })
        await audit.record(caller, { action: 'evidence.sought', kind: 'problem', object: id })
        return c.json(found as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/problem-evidence/{id}',
        summary: 'Take away something that a problem rested on',
        request: { params },
        responses: { 204: { description: 'Taken away' }, ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          const was = await deleteEvidence(sql, caller.audience, id)
          if (!was)
            throw new ProblemError('not-found', {
              sv: 'Underlaget finns inte.',
              en: 'There is no such evidence.',
            })
          const detail = { evidence: id, kind: was.kind }
          await audit.append(sql, {
            action: 'problem.evidence-removed',
            kind: 'problem',
            object: was.problem,
            detail,
          })
        })
        return c.body(null, 204)
      },
    )
}

const noMeasure = () =>
  new ProblemError('not-found', { sv: 'Åtgärden finns inte.', en: 'There is no such measure.' })
