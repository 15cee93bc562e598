import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Operation, OperationFields } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { refusePersonsIn } from '../problems/refuse-persons-in.ts'
import {
  deleteOperation,
  insertOperation,
  readOperations,
  updateOperation,
} from '../queries/problem-parts.ts'
import { json, objectId, problems as refusals } from '../schemas.ts'
import { newOperation, operation, operationChange } from '../schemas-problems.ts'
import { checkShape } from '../validation.ts'
import { placeShapes } from './problems.ts'

const params = z.object({ id: objectId })
const headers = z.object({ 'if-match': z.string().optional() })
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const noStore = { 'cache-control': 'no-store' }
const path = '/api/operations/{id}'

/** /api/operations: several authorities act together at a place and time. */
export function operationRoutes({ audit, database }: Services) {
  async function one(sql: Sql, caller: Caller, id: string): Promise<Operation> {
    const [found] = await readOperations(sql, caller.audience, { id })
    if (!found)
      throw new ProblemError('not-found', { sv: 'Insatsen finns inte.', en: 'There is no such operation.' })
    return found
  }
  const etag = ({ version }: Operation) => ({ ...noStore, etag: `"${version}"` })

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/operations',
        summary: 'Joint operations, the newest first',
        responses: { 200: json(z.array(operation), 'Operations'), ...refusals(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const told = await database.read(actorOf(caller), (sql) => readOperations(sql, caller.audience))
        return c.json(told as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/operations',
        summary: 'Plan a joint operation',
        request: body(newOperation),
        responses: { 201: json(operation, 'The operation'), ...refusals(401, 403, 409, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id = randomUUID(), ...given } = c.req.valid('json')
        refusePersonsIn(given)
        if (given.geometry) checkShape(placeShapes, given.geometry)
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertOperation(sql, caller.audience, id, given as Partial<OperationFields>)
          await audit.append(sql, { action: 'operation.created', kind: 'operation', object: id })
          return one(sql, caller, id)
        })
        return c.json(made as never, 201, { ...etag(made), location: `/api/operations/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path,
        summary: 'Change what is given, if the version holds',
        request: { params, headers, ...body(operationChange) },
        responses: { 200: json(operation, 'The operation'), ...refusals(401, 403, 404, 412, 413, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const given = c.req.valid('json')
        refusePersonsIn(given)
        const version = wantedVersion(c.req.header('if-match'))
        if (given.geometry) checkShape(placeShapes, given.geometry)
        const changed = await database.write(actorOf(caller), async (sql) => {
          await one(sql, caller, id)
          if (
            !(await updateOperation(sql, caller.audience, { id, version }, given as Partial<OperationFields>))
          )
            throw new ProblemError('version-conflict')
          const detail = { changed: Object.keys(given) }
          await audit.append(sql, { action: 'operation.changed', kind: 'operation', object: id, detail })
          return one(sql, caller, id)
        })
        return c.json(changed as never, 200, etag(changed))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        summary: 'Remove, if the version holds',
        request: { params, headers },
        responses: { 204: { description: 'Removed' }, ...refusals(401, 403, 404, 412, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          const { title } = await one(sql, caller, id)
          if (!(await deleteOperation(sql, caller.audience, { id, version })))
            throw new ProblemError('version-conflict')
          await audit.append(sql, {
            action: 'operation.removed',
            kind: 'operation',
            object: id,
            before: { title },
          })
        })
        return c.body(null, 204)
      },
    )
}
