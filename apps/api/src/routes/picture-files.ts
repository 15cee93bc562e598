import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { attachment } from '../attachment.ts'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { pdfOf } from '../documents/pdf.ts'
import type { PrintedDocument } from '../documents/printed.ts'
import { readMunicipality } from '../municipality.ts'
import { printedPicture } from '../pictures/print/printed-picture.ts'
import { printedRollup } from '../pictures/print/printed-rollup.ts'
import { askedBy, noPicture, readPicture } from '../pictures/read-picture.ts'
import { readPictureRollup } from '../pictures/rollup.ts'
import { today } from '../pictures/today.ts'
import { type Asked, readMap } from '../queries/pictures.ts'
import { problems } from '../schemas.ts'
import { third, version, week } from '../schemas-pictures.ts'

const params = z.object({ week })
const noStore = { 'cache-control': 'no-store' }
const path = '/api/pictures/{week}'
const file = (type: string) => ({
  200: { description: 'The file', content: { [type]: { schema: z.string() } } },
  ...problems(400, 401, 403, 404),
})

/** A picture's files: its map, and the document to print. */
export function pictureFileRoutes({ audit, database, env }: Services) {
  const told = (caller: Caller, one: string, wanted?: 'internal' | 'shared') => {
    const asked = askedBy(caller.audience, wanted)
    if (!asked.shared) audit.sensitiveRead(caller, { layer: 'pictures', by: 'items', object: one })
    return asked
  }
  /** The document as PDF, and in the trail that it was taken out. */
  async function sent(c: Context, caller: Caller, one: string, asked: Asked, document: PrintedDocument) {
    const bytes = await pdfOf(document)
    const detail = { version: asked.shared ? 'shared' : 'internal', format: 'pdf' }
    await audit.record(caller, { action: 'picture.exported', kind: 'picture', object: one, detail })
    return c.body(new Uint8Array(bytes), 200, {
      ...noStore,
      'content-type': 'application/pdf',
      'content-disposition': attachment(`${document.fileName}.pdf`),
    })
  }
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/map.png`,
        summary: 'The map of a picture',
        // r: the revision, so that a browser fetches it anew.
        request: { params, query: z.strictObject({ version, r: z.string().max(20).optional() }) },
        responses: file('image/png'),
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const asked = told(caller, one, c.req.valid('query').version)
        const map = await database.read(actorOf(caller), (sql) => readMap(sql, asked, one))
        if (!map) throw noPicture()
        return c.body(new Uint8Array(map), 200, { ...noStore, 'content-type': 'image/png' }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/picture.pdf`,
        summary: 'A picture to print, with its signatures and digest',
        request: { params, query: z.strictObject({ version }) },
        responses: file('application/pdf'),
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const asked = told(caller, one, c.req.valid('query').version)
        const document = await database.read(actorOf(caller), async (sql) => {
          const picture = await readPicture(
            sql,
            asked,
            one,
            await readMunicipality(sql, env, caller.audience),
          )
          return printedPicture(picture, await readMap(sql, asked, one))
        })
        return sent(c, caller, one, asked, document) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/picture-rollups/{third}/rollup.pdf',
        summary: 'Four months of signed pictures to print',
        request: { params: z.object({ third }), query: z.strictObject({ version }) },
        responses: file('application/pdf'),
      }),
      async (c) => {
        const { caller } = c.var
        const { third: one } = c.req.valid('param')
        const asked = told(caller, one, c.req.valid('query').version)
        const document = await database.read(actorOf(caller), async (sql) =>
          printedRollup(
            await readPictureRollup(sql, asked, one, {
              municipality: await readMunicipality(sql, env, caller.audience),
              today: today(new Date()),
            }),
          ),
        )
        return sent(c, caller, one, asked, document) as never
      },
    )
}
