import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { composeSheet } from '../patrol/shift-sheet.ts'
import { shiftSheetPdf } from '../patrol/shift-sheet-pdf.ts'
import { insertPresence, listPresence, withdrawPresence } from '../queries/presence.ts'
import { readSettings } from '../queries/settings.ts'
import { json, objectId, problems } from '../schemas.ts'
import { newPresence, presence, presenceQuery, sheetQuery, withdrawal } from '../schemas-patrol.ts'

const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const noStore = { 'cache-control': 'no-store' }

/** /api/patrol: when the police were in their zones, where what was wrong is withdrawn and stays; and what a shift takes along. */
export function patrolRoutes({ audit, database, env }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/patrol/presence',
        summary: 'When the police were in patrol zones, newest first, at most 2000 entries',
        request: { query: presenceQuery },
        responses: { 200: json(z.array(presence), 'Entries'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const filter = c.req.valid('query')
        const entries = await database.read(actorOf(caller), (sql) =>
          listPresence(sql, caller.account?.id ?? '', filter),
        )
        audit.sensitiveRead(caller, { layer: 'patrol_zones', by: 'items' })
        return c.json(entries, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/patrol/presence',
        summary: 'Log presence in a patrol zone; the same id again changes nothing',
        request: body(newPresence),
        responses: {
          200: json(presence, 'Logged before'),
          201: json(presence, 'Logged'),
          ...problems(400, 401, 403, 409, 422),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const entry = c.req.valid('json')
        refusePersons({ note: entry.note })
        const account = caller.account?.id ?? ''
        const { known, made } = await database.write(actorOf(caller), async (sql) => {
          const [known] = await listPresence(sql, account, { id: entry.id })
          if (known) return { known, made: undefined }
          await insertPresence(sql, entry)
          const { zone, from, to, presence: kind } = entry
          // What the note says is for the police; the trail is read by others.
          const detail = { zone, from, to, presence: kind }
          await audit.append(sql, { action: 'presence.logged', kind: 'presence', object: entry.id, detail })
          const [made] = await listPresence(sql, account, { id: entry.id })
          return { known, made }
        })
        if (known && !known.mine) throw new ProblemError('conflict')
        return known ? c.json(known, 200, noStore) : c.json(made!, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/patrol/presence/{id}/withdraw',
        summary: 'Withdraw an entry: it stays, and counts no longer',
        request: { params: z.object({ id: objectId }), ...body(withdrawal) },
        responses: { 200: json(presence, 'Withdrawn'), ...problems(400, 401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { why } = c.req.valid('json')
        refusePersons({ why })
        const entry = await database.write(actorOf(caller), async (sql) => {
          if (!(await withdrawPresence(sql, id, why)))
            throw new ProblemError('not-found', {
              sv: 'Anteckningen om närvaro finns inte.',
              en: 'There is no such entry.',
            })
          await audit.append(sql, {
            action: 'presence.withdrawn',
            kind: 'presence',
            object: id,
            detail: null,
          })
          const [entry] = await listPresence(sql, caller.account?.id ?? '', { id })
          return entry!
        })
        return c.json(entry, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/patrol/shift-sheet.pdf',
        summary: 'The zones of a shift to print: map, hours, why, and lines to write presence on',
        request: { query: sheetQuery },
        responses: {
          200: { description: 'A4', content: { 'application/pdf': { schema: z.string() } } },
          ...problems(400, 401, 403),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { date, shift } = c.req.valid('query')
        const sheet = await composeSheet({
          ...{ database, reader: actorOf(caller), date, shift, now: new Date() },
          readSettings: async (sql) => {
            const { municipality } = await readSettings(sql, caller.audience)
            return { municipality: env.MUNICIPALITY_NAME ?? municipality.name }
          },
        })
        const bytes = await shiftSheetPdf(sheet)
        await audit.record(caller, {
          ...{ action: 'shift-sheet.exported', kind: 'patrol_zones', object: null },
          detail: { date, shift, zones: sheet.zones.length },
        })
        return c.body(new Uint8Array(bytes), 200, {
          ...noStore,
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="passblad-${date}-${shift}.pdf"`,
        }) as never
      },
    )
}
