import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { findObject, type StoredObject } from '../queries/measures.ts'
import { deleteNote, insertNote, listNotes } from '../queries/notes.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { newNote, note } from '../schemas-plans.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }

/** Notes beside an object, to one's own: the police read those of the police, planners those of planners. */
export function noteRoutes({ audit, database, layers }: Services) {
  async function seen(sql: Sql, caller: Caller, id: string): Promise<StoredObject> {
    const object = await findObject(sql, layersSeenBy(layers, caller), caller.audience, id)
    if (!object)
      throw new ProblemError('not-found', {
        sv: 'Objektet finns inte, eller har tagits bort.',
        en: 'The object does not exist, or has been removed.',
      })
    return object
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/measures/{id}/notes',
        summary: 'Notes of one’s own side beside an object, oldest first',
        request: { params },
        responses: { 200: json(z.array(note), 'Notes'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: object } = c.req.valid('param')
        const found = await database.read(actorOf(caller), async (sql) => {
          const { layer } = await seen(sql, caller, object)
          const notes = await listNotes(sql, caller.audience, caller.account?.id ?? '', { object })
          return { layer, notes }
        })
        await audit.witness(caller, { layer: found.layer.id, by: 'object', object })
        return c.json(found.notes, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/measures/{id}/notes',
        summary: 'Write a note to one’s own side',
        request: {
          params,
          body: { content: { 'application/json': { schema: newNote } }, required: true },
        },
        responses: { 201: json(note, 'The note'), ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: object } = c.req.valid('param')
        const { text } = c.req.valid('json')
        const id = randomUUID()
        const made = await database.write(actorOf(caller), async (sql) => {
          const { layer } = await seen(sql, caller, object)
          await insertNote(sql, caller.audience, { id, layer: layer.id, object, text })
          // What it says is for its own side; the trail is read by others.
          const detail = { layer: layer.id, object }
          await audit.append(sql, { action: 'note.added', kind: 'note', object: id, detail })
          return listNotes(sql, caller.audience, caller.account?.id ?? '', { object, id })
        })
        return c.json(made[0]!, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/notes/{id}',
        summary: 'Remove a note of one’s own',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          const detail = await deleteNote(sql, caller.audience, id)
          if (!detail)
            throw new ProblemError('not-found', {
              sv: 'Anteckningen finns inte.',
              en: 'There is no such note.',
            })
          await audit.append(sql, { action: 'note.removed', kind: 'note', object: id, detail })
        })
        return c.body(null, 204)
      },
    )
}
