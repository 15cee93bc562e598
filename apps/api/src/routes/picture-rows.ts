import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PictureAttendance, PictureDecision, PictureTask } from '../contract-pictures.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { notOpen } from '../pictures/compile.ts'
import { askedBy, noPicture } from '../pictures/read-picture.ts'
import { deleteRow, insertRow, type PictureRows, updateRow } from '../queries/picture-rows.ts'
import { readAttendance, readPictureDecisions, readPictures, readTasks } from '../queries/pictures.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  attendanceChange,
  attendanceRow,
  decisionChange,
  decisionRow,
  newAttendance,
  newDecision,
  newTask,
  taskChange,
  taskRow,
  week,
} from '../schemas-pictures.ts'

type Row = PictureAttendance | PictureDecision | PictureTask
type Values = Record<string, string | boolean | null>

/** By kind of row: what it is called, its schemas, how all of a week are read. */
const kinds = {
  attendance: {
    summary: 'who took part',
    ...{ row: attendanceRow, fresh: newAttendance, change: attendanceChange, read: readAttendance },
  },
  decisions: {
    summary: 'what was agreed on',
    ...{ row: decisionRow, fresh: newDecision, change: decisionChange, read: readPictureDecisions },
  },
  tasks: {
    summary: 'a task',
    ...{ row: taskRow, fresh: newTask, change: taskChange, read: readTasks },
  },
} as const

const headers = z.object({
  'if-match': z.string().optional().openapi({ description: 'The version in quotes' }),
})
const noStore = { 'cache-control': 'no-store' }

/** /api/pictures/{week}/attendance, decisions and tasks: rows of a draft, each with its version. */
export function pictureRowRoutes({ database }: Services) {
  const router = createRouter()

  async function draft(sql: Sql, caller: Caller, one: string): Promise<void> {
    const [picture] = await readPictures(sql, askedBy(caller.audience), one)
    if (!picture) throw noPicture()
    if (picture.state !== 'draft') throw notOpen(picture.state === 'signed')
  }
  async function seen(sql: Sql, caller: Caller, rows: PictureRows, one: string, id: string): Promise<Row> {
    const all: Row[] = await kinds[rows].read(sql, askedBy(caller.audience), one)
    const row = all.find((candidate) => candidate.id === id)
    if (!row) throw new ProblemError('not-found', { sv: 'Raden finns inte.', en: 'There is no such row.' })
    return row
  }
  /** Planners have no say in what is internal, and no column for it. */
  const allowed = (caller: Caller, { internal, ...values }: Values): Values => {
    if (caller.audience === 'police') return internal === undefined ? values : { ...values, internal }
    if (internal) throw new ProblemError('forbidden')
    return values
  }

  for (const rows of ['attendance', 'decisions', 'tasks'] as const) {
    const { summary, row, fresh, change } = kinds[rows]
    const path = `/api/pictures/{week}/${rows}`
    router.openapi(
      createRoute({
        method: 'post',
        path,
        summary: `Add ${summary}`,
        request: {
          params: z.object({ week }),
          body: { content: { 'application/json': { schema: fresh } }, required: true },
        },
        responses: { 201: json(row, 'Added'), ...problems(400, 401, 403, 404, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const { id = randomUUID(), ...values } = c.req.valid('json')
        const made = await database.write(actorOf(caller), async (sql) => {
          await draft(sql, caller, one)
          const since = rows === 'tasks' ? { since: one } : {}
          await insertRow(sql, caller.audience, rows, {
            ...allowed(caller, values as Values),
            ...since,
            id,
            week: one,
          })
          return seen(sql, caller, rows, one, id)
        })
        return c.json(made as never, 201, { ...noStore, etag: `"${made.version}"` })
      },
    )
    router.openapi(
      createRoute({
        method: 'patch',
        path: `${path}/{id}`,
        summary: `Change ${summary}, if its version holds`,
        request: {
          params: z.object({ week, id: objectId }),
          headers,
          body: { content: { 'application/json': { schema: change } }, required: true },
        },
        responses: { 200: json(row, 'Changed'), ...problems(400, 401, 403, 404, 409, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one, id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        const values = allowed(caller, c.req.valid('json') as Values)
        const changed = await database.write(actorOf(caller), async (sql) => {
          await draft(sql, caller, one)
          await seen(sql, caller, rows, one, id)
          if (
            Object.keys(values).length > 0 &&
            !(await updateRow(sql, caller.audience, rows, { week: one, id, version }, values))
          )
            throw overtaken()
          return seen(sql, caller, rows, one, id)
        })
        return c.json(changed as never, 200, { ...noStore, etag: `"${changed.version}"` })
      },
    )
    router.openapi(
      createRoute({
        method: 'delete',
        path: `${path}/{id}`,
        summary: `Remove ${summary}, if its version holds`,
        request: { params: z.object({ week, id: objectId }), headers },
        responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 409, 412, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one, id } = c.req.valid('param')
        const version = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await draft(sql, caller, one)
          await seen(sql, caller, rows, one, id)
          if (!(await deleteRow(sql, caller.audience, rows, { week: one, id, version }))) throw overtaken()
        })
        return c.body(null, 204)
      },
    )
  }
  return router
}

const overtaken = () =>
  new ProblemError('version-conflict', {
    sv: 'Raden har ändrats av någon annan. Läs in den på nytt.',
    en: 'The row has been changed by somebody else. Read it again.',
  })
