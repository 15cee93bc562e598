import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services, type Variables } from '../context.ts'
import type { Measure } from '../contract.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { historyEntryOf, removedObject } from '../history.ts'
import { wantedVersion } from '../if-match.ts'
import { isDecided, measureOf } from '../measure.ts'
import { refusePersonsInDialogue } from '../no-persons.ts'
import { insertDecision } from '../queries/decisions.ts'
import {
  deleteObject,
  findObject,
  insertObject,
  readHistory,
  type StoredObject,
  updateObject,
} from '../queries/measures.ts'
import { layersEditedBy, layersSeenBy } from '../rights/layers.ts'
import {
  historyEntry,
  json,
  measure,
  measureChange,
  newMeasure,
  objectId,
  problems,
  statusStep,
} from '../schemas.ts'
import { checkGeometry, checkProperties } from '../validation.ts'
import { visibleLayer } from './layers.ts'

const params = z.object({ id: objectId })
const headers = z.object({
  'if-match': z.string().optional().openapi({ description: 'The version in quotes, as the ETag gave it' }),
})
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const gone = () =>
  new ProblemError('not-found', {
    sv: 'Objektet finns inte, eller har tagits bort.',
    en: 'The object does not exist, or has been removed.',
  })

/** /api/measures: create, read, change, remove, status steps and history of what staff plan and keep. */
export function measureRoutes({ database, layers, audit }: Services) {
  const seenBy = (caller: Caller) => layersSeenBy(layers, caller)
  const editableBy = (caller: Caller) => layersEditedBy(layers, caller)

  const answer = (c: Context<Variables>, object: StoredObject): [Measure, 200, Record<string, string>] => [
    measureOf(object, c.var.caller),
    200,
    { etag: `"${object.version}"`, 'cache-control': 'no-store' },
  ]

  async function existing(sql: Sql, caller: Caller, id: string): Promise<StoredObject> {
    const object = await findObject(sql, seenBy(caller), caller.audience, id)
    if (!object) throw gone()
    return object
  }

  /** The object if the caller may change it and knows its version; else 403 or 412 with what it looks like now. */
  async function changeable(sql: Sql, caller: Caller, id: string, version: number): Promise<StoredObject> {
    const object = await existing(sql, caller, id)
    if (!editableBy(caller).includes(object.layer)) throw new ProblemError('forbidden')
    if (object.version !== version)
      throw new ProblemError('version-conflict', undefined, { current: measureOf(object, caller) })
    return object
  }

  /** Another write came between our reading and ours: say what it left. */
  async function overtaken(sql: Sql, caller: Caller, id: string): Promise<never> {
    throw new ProblemError('version-conflict', undefined, {
      current: measureOf(await existing(sql, caller, id), caller),
    })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/measures',
        summary: 'Create',
        request: body(newMeasure),
        responses: { 201: json(measure, 'Created'), ...problems(403, 404, 409, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const given = c.req.valid('json')
        const layer = visibleLayer(layers, caller, given.layer)
        if (!editableBy(caller).includes(layer)) throw new ProblemError('forbidden')
        checkGeometry(layer, given.geometry)
        const properties = checkProperties(layer, caller.audience, given.properties)
        refusePersonsInDialogue(layer, caller.audience, properties)
        const id = given.id ?? randomUUID()
        const stored = await database.write(actorOf(caller), async (sql) => {
          await insertObject(sql, layer, caller.audience, { id, geometry: given.geometry, properties })
          return existing(sql, caller, id)
        })
        const [json, , headers] = answer(c, stored)
        return c.json(json as never, 201, { ...headers, location: `/api/measures/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/measures/{id}',
        summary: 'Read',
        request: { params },
        responses: { 200: json(measure, 'The object'), ...problems(404) },
      }),
      async (c) => {
        const { caller } = c.var
        const object = await database.read(actorOf(caller), (sql) =>
          existing(sql, caller, c.req.valid('param').id),
        )
        await audit.witness(caller, { layer: object.layer.id, by: 'object', object: object.id })
        return c.json(...(answer(c, object) as [never, 200, Record<string, string>]))
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/measures/{id}',
        summary: 'Change what is given, if the version holds',
        request: { params, headers, ...body(measureChange) },
        responses: { 200: json(measure, 'Changed'), ...problems(403, 404, 412, 413, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        const version = wantedVersion(c.req.header('if-match'))
        const object = await database.write(actorOf(caller), async (sql) => {
          const current = await changeable(sql, caller, id, version)
          if (change.geometry) checkGeometry(current.layer, change.geometry)
          const properties = change.properties
            ? checkProperties(current.layer, caller.audience, change.properties, current.properties)
            : {}
          refusePersonsInDialogue(current.layer, caller.audience, properties, current.properties)
          const changed = await updateObject(sql, current.layer, caller.audience, {
            id,
            version,
            properties,
            ...(change.geometry && { geometry: change.geometry }),
          })
          return changed ? existing(sql, caller, id) : overtaken(sql, caller, id)
        })
        return c.json(...(answer(c, object) as [never, 200, Record<string, string>]))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/measures/{id}',
        summary: 'Remove, if the version holds; its history stays',
        request: { params, headers },
        responses: { 204: { description: 'Removed' }, ...problems(403, 404, 412, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          const current = await changeable(sql, caller, id, version)
          if (!(await deleteObject(sql, current.layer, caller.audience, id, version)))
            await overtaken(sql, caller, id)
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/measures/{id}/status',
        summary: 'Take the next step from idea to evaluated',
        request: { params, headers, ...body(statusStep) },
        responses: { 200: json(measure, 'Moved'), ...problems(403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { to, note, decision } = c.req.valid('json')
        const version = wantedVersion(c.req.header('if-match'))
        const object = await database.write(actorOf(caller), async (sql) => {
          const current = await changeable(sql, caller, id, version)
          const { nextStatuses, deciderStatuses = [] } = measureOf(current, caller)
          if (deciderStatuses.includes(to)) throw notDecider()
          if (!nextStatuses.includes(to)) throw notThere(current, to)
          if (isDecided(to) !== (decision !== undefined)) throw decisionMissing(decision === undefined)
          if (decision) {
            const decided = { layer: current.layer.id, object: id, to, ...decision }
            const made = await insertDecision(sql, caller.audience, decided)
            // What it says is for planners and the police; the trail is read by others.
            const detail = { layer: current.layer.id, object: id, from: current.properties.status, to }
            await audit.append(sql, { action: 'decision.made', kind: 'decision', object: made, detail })
          }
          if (note) await sql`select set_config('app.note', ${note}, true)`
          const changed = await updateObject(sql, current.layer, caller.audience, {
            id,
            version,
            properties: { status: to },
          })
          return changed ? existing(sql, caller, id) : overtaken(sql, caller, id)
        })
        return c.json(...(answer(c, object) as [never, 200, Record<string, string>]))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/measures/{id}/restore',
        summary: 'Bring back a removed object as it was',
        request: { params },
        responses: { 200: json(measure, 'Back again'), ...problems(403, 404, 409) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const object = await database.write(actorOf(caller), async (sql) => {
          const [last] = await readHistory(sql, caller.audience, id)
          const layer = last && seenBy(caller).find((one) => one.id === last.layer)
          if (!layer) throw gone()
          if (!editableBy(caller).includes(layer)) throw new ProblemError('forbidden')
          if (last.op !== 'delete' || !last.before) throw new ProblemError('conflict')
          const { geometry, properties } = removedObject(last.before, layer, caller.audience)
          await insertObject(sql, layer, caller.audience, { id, geometry, properties })
          return existing(sql, caller, id)
        })
        return c.json(...(answer(c, object) as [never, 200, Record<string, string>]))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/measures/{id}/history',
        summary: 'Who changed what, newest first',
        request: { params },
        responses: { 200: json(z.array(historyEntry), 'History'), ...problems(403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const seen = new Set(seenBy(caller).map((layer) => layer.id))
        const { rows, layer } = await database.read(actorOf(caller), async (sql) => {
          const rows = (await readHistory(sql, caller.audience, id)).filter((row) => seen.has(row.layer))
          // What it was as a draft is hidden from others, so that an object can be seen whose past cannot.
          return { rows, layer: rows[0]?.layer ?? (await existing(sql, caller, id)).layer.id }
        })
        await audit.witness(caller, { layer, by: 'history', object: id })
        return c.json(rows.map((row) => historyEntryOf(row, layers, caller.audience)) as never, 200, {
          'cache-control': 'no-store',
        })
      },
    )
}

const notDecider = () =>
  new ProblemError('forbidden', {
    sv: 'Det steget tas av den som beslutar. En administratör ger den rätten.',
    en: 'That step is taken by who decides. An administrator gives that right.',
  })

function decisionMissing(missing: boolean): ProblemError {
  const text = missing
    ? {
        sv: 'Skriv vad som beslutas och varför.',
        en: 'Write what is decided, and why.',
      }
    : {
        sv: 'Ett beslut hör bara till steget till beslutad eller avslagen.',
        en: 'A decision belongs to the step to decided or declined alone.',
      }
  return new ProblemError('invalid', text, { errors: [{ field: 'decision', message: text }] })
}

const notThere = (current: StoredObject, to: string): ProblemError => {
  const from = String(current.properties.status ?? '')
  const text = {
    sv: `Det går inte att gå från ${from} till ${to}.`,
    en: `It cannot go from ${from} to ${to}.`,
  }
  return new ProblemError('invalid', text, { errors: [{ field: 'to', message: text }] })
}
