import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { ProblemDetail, ProblemsAnswer } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { evidenceKinds, problemKinds, problemStates } from '../problems/kinds.ts'
import { readDetail } from '../problems/read-detail.ts'
import { readWholeProblems } from '../problems/read-problems.ts'
import { refusePersonsIn } from '../problems/refuse-persons-in.ts'
import {
  deleteProblem,
  insertProblem,
  readProblemHistory,
  updateProblem,
  type WrittenProblem,
} from '../queries/problems.ts'
import { json, objectId, problems as refusals } from '../schemas.ts'
import {
  newProblem,
  problem,
  problemChange,
  problemHistory,
  problemStep,
  problemsAnswer,
} from '../schemas-problems.ts'
import { checkShape } from '../validation.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const noStore = { 'cache-control': 'no-store' }
const path = '/api/problems/{id}'

/** What a problem's or an operation's place may be drawn as. */
export const placeShapes = ['Point', 'LineString', 'Polygon', 'MultiPolygon'] as const

/** /api/problems: what police and municipality work on together. */
export function problemRoutes({ audit, database, layers }: Services) {
  const detail = (sql: Sql, caller: Caller, id: string) =>
    readDetail(sql, layers, caller, dayInSweden(new Date()), id)
  const answer = (found: ProblemDetail) =>
    [found as never, { ...noStore, etag: `"${found.version}"` }] as const

  /** Writes if the version holds, and answers with what the problem is then. */
  const change = (caller: Caller, id: string, version: number, action: string, written: WrittenProblem) =>
    database.write(actorOf(caller), async (sql) => {
      const before = await detail(sql, caller, id)
      if (!(await updateProblem(sql, caller.audience, { id, version }, written)))
        throw new ProblemError('version-conflict')
      const names = Object.keys(written)
      await audit.append(sql, {
        action,
        kind: 'problem',
        object: id,
        // What is written is for planners and the police; the trail is read by others.
        detail: { changed: names, ...(written.state && { from: before.state, to: written.state }) },
      })
      return detail(sql, caller, id)
    })

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/problems',
        summary: 'Problems with their measures, operations and what they lack',
        responses: { 200: json(problemsAnswer, 'Problems'), ...refusals(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const problems = await database.read(actorOf(caller), (sql) =>
          readWholeProblems(sql, layers, caller, dayInSweden(new Date())),
        )
        const told: ProblemsAnswer = {
          problems,
          kinds: [...problemKinds],
          states: [...problemStates],
          evidenceKinds: [...evidenceKinds],
        }
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/problems',
        summary: 'Write down a problem, as a draft',
        request: body(newProblem),
        responses: { 201: json(problem, 'The problem'), ...refusals(401, 403, 409, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id = randomUUID(), ...given } = c.req.valid('json')
        refusePersonsIn(given)
        if (given.geometry) checkShape(placeShapes, given.geometry)
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertProblem(sql, caller.audience, id, given as WrittenProblem)
          await audit.append(sql, { action: 'problem.created', kind: 'problem', object: id })
          return detail(sql, caller, id)
        })
        const [told, headers] = answer(made)
        return c.json(told, 201, { ...headers, location: `/api/problems/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'A problem with what it rests on',
        request: { params },
        responses: { 200: json(problem, 'The problem'), ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) => detail(sql, caller, id))
        if (found.evidenceList.some(({ policeOnly }) => policeOnly))
          await audit.record(caller, { action: 'evidence.read', kind: 'problem', object: id })
        const [told, headers] = answer(found)
        return c.json(told, 200, headers)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path,
        summary: 'Change what is given, if the version holds',
        request: { params, headers, ...body(problemChange) },
        responses: { 200: json(problem, 'The problem'), ...refusals(401, 403, 404, 412, 413, 422, 428) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const given = c.req.valid('json')
        refusePersonsIn(given)
        const version = wantedVersion(c.req.header('if-match'))
        if (given.geometry) checkShape(placeShapes, given.geometry)
        const [told, headers] = answer(
          await change(c.var.caller, id, version, 'problem.changed', given as WrittenProblem),
        )
        return c.json(told, 200, headers)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        summary: 'Remove a draft, if the version holds; what was adopted is closed instead',
        request: { params, headers },
        responses: { 204: { description: 'Removed' }, ...refusals(401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await detail(sql, caller, id)
          if (!(await deleteProblem(sql, caller.audience, { id, version })))
            throw new ProblemError('version-conflict')
          await audit.append(sql, { action: 'problem.removed', kind: 'problem', object: id })
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/state`,
        summary: 'Adopt, follow up, close or take up again, if the version holds',
        request: { params, headers, ...body(problemStep) },
        responses: { 200: json(problem, 'The problem'), ...refusals(401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { to, on, by, outcome } = c.req.valid('json')
        refusePersonsIn({ by, outcome })
        const version = wantedVersion(c.req.header('if-match'))
        if (to === 'adopted' && !caller.decides) throw notDecider()
        const [told, headers] = answer(
          await change(caller, id, version, 'problem.moved', {
            state: to,
            ...(on && { adoptedOn: on }),
            ...(by && { adoptedBy: by }),
            ...(outcome && { outcome }),
            ...(to === 'followed_up' && { reviewedOn: dayInSweden(new Date()) }),
          }),
        )
        return c.json(told, 200, headers)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/history`,
        summary: 'Who changed what, newest first',
        request: { params },
        responses: { 200: json(problemHistory, 'History'), ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const entries = await database.read(actorOf(caller), async (sql) => {
          await detail(sql, caller, id)
          return readProblemHistory(sql, caller.audience, id)
        })
        return c.json(entries as never, 200, noStore)
      },
    )
}

const notDecider = () =>
  new ProblemError('forbidden', {
    sv: 'Problemet beslutas av den som beslutar. En administratör ger den rätten.',
    en: 'The problem is adopted by who decides. An administrator gives that right.',
  })
