import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Photo } from '../contract-identity.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { findObject } from '../queries/measures.ts'
import { deletePhoto, findPhoto, insertPhoto, type PhotoRow, photosOf, pictureOf } from '../queries/photos.ts'
import { layersEditedBy, layersSeenBy } from '../rights/layers.ts'
import { json, objectId, photo, problems } from '../schemas.ts'
import { cleanPicture } from '../uploads/clean-picture.ts'
import { createQueue } from '../uploads/queue.ts'

const params = z.object({ id: objectId })
const caption = z
  .string()
  .trim()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)
const secondsToWait = 5

/** The same whether it never was or is somebody else's. */
const notThere = () =>
  new ProblemError('not-found', {
    sv: 'Det finns inte, eller har tagits bort.',
    en: 'It does not exist, or has been removed.',
  })

const photoOf = (row: PhotoRow, caller: Caller): Photo => ({
  id: row.id,
  caption: row.caption,
  width: row.width,
  height: row.height,
  bytes: row.bytes,
  by: row.by_name,
  mine: row.account === actorOf(caller).id,
  at: row.at,
})

/** Photographs of a measure: who sees it sees them, who may change it adds and removes them. */
export function photoRoutes({ database, layers, audit }: Services) {
  const queue = createQueue({ atOnce: 2, waiting: 8 })

  async function seen(sql: Sql, caller: Caller, id: string) {
    const object = await findObject(sql, layersSeenBy(layers, caller), caller.audience, id)
    if (!object) throw notThere()
    return object
  }

  async function changeable(sql: Sql, caller: Caller, id: string) {
    const object = await seen(sql, caller, id)
    if (!layersEditedBy(layers, caller).includes(object.layer)) throw new ProblemError('forbidden')
    return object
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/measures/{id}/photos',
        summary: 'Photographs of a measure, in the order they came',
        request: { params },
        responses: { 200: json(z.array(photo), 'Photographs'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { rows, layer } = await database.read(actorOf(caller), async (sql) => {
          const object = await seen(sql, caller, id)
          return { rows: await photosOf(sql, caller.audience, id), layer: object.layer.id }
        })
        await audit.witness(caller, { layer, by: 'object', object: id })
        return c.json(
          rows.map((row) => photoOf(row, caller)),
          200,
          { 'cache-control': 'no-store' },
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/measures/{id}/photos',
        summary: 'Add a photograph: JPEG, PNG or WebP as the body, at most 15 MB and 20 a measure',
        request: { params, query: z.strictObject({ caption: caption.optional() }) },
        responses: { 201: json(photo, 'Added'), ...problems(401, 403, 404, 413, 415, 422, 503) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: object } = c.req.valid('param')
        const words = c.req.valid('query').caption || null
        // Before a file is taken in: whether there is anything to add it to.
        await database.read(actorOf(caller), (sql) => changeable(sql, caller, object))
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        const clean = await (queue.run(() => cleanPicture(bytes)) ?? Promise.reject(busy()))
        if ('refusal' in clean) throw new ProblemError('unsupported-media-type', clean.refusal)
        const id = randomUUID()
        const added = await database.write(actorOf(caller), async (sql) => {
          const { layer } = await changeable(sql, caller, object)
          await insertPhoto(sql, caller.audience, { ...clean, id, layer: layer.id, object, caption: words })
          const row = await findPhoto(sql, caller.audience, id)
          if (!row) throw notThere()
          const { caption, width, height, bytes } = row
          await audit.append(sql, {
            action: 'photo.added',
            kind: layer.id,
            object,
            after: { photo: id, caption, width, height, bytes },
          })
          return row
        })
        return c.json(photoOf(added, caller), 201, {
          location: `/api/photos/${id}`,
          'cache-control': 'no-store',
        })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/photos/{id}',
        summary: 'A photograph, whole or small',
        request: { params, query: z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') }) },
        responses: {
          200: { description: 'JPEG', content: { 'image/jpeg': { schema: z.string() } } },
          ...problems(401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { size } = c.req.valid('query')
        const found = await database.read(actorOf(caller), (sql) => pictureOf(sql, caller.audience, id, size))
        if (!found || !layersSeenBy(layers, caller).some((layer) => layer.id === found.layer))
          throw notThere()
        if (size === 'full')
          await audit.witness(caller, { layer: found.layer, by: 'object', object: found.object_id })
        return c.body(found.picture as Uint8Array<ArrayBuffer>, 200, {
          'content-type': 'image/jpeg',
          'content-disposition': `inline; filename="${id}${size === 'full' ? '' : '-small'}.jpg"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/photos/{id}',
        summary: 'Remove a photograph',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          const row = await findPhoto(sql, caller.audience, id)
          if (!row) throw notThere()
          await changeable(sql, caller, row.object_id)
          await deletePhoto(sql, caller.audience, id)
          const { layer, object_id, caption } = row
          await audit.append(sql, {
            action: 'photo.removed',
            kind: layer,
            object: object_id,
            before: { photo: id, caption },
          })
        })
        return c.body(null, 204)
      },
    )
}

const busy = () =>
  new ProblemError(
    'busy',
    { sv: 'Många bilder tas emot just nu.', en: 'Many pictures are being taken in right now.' },
    { retryAfter: secondsToWait },
  )
