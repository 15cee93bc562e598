import { z } from '@hono/zod-openapi'
import { isThird, isWeek } from '@trygghetskartan/analysis'
import { objectId } from './schemas.ts'

/** The shapes of the weekly pictures; each handler's types come from contract-pictures.ts. */

export const week = z
  .string()
  .refine(isWeek, 'an ISO 8601 week: 2026-48')
  .openapi({ description: 'ISO 8601 week', example: '2026-48' })
export const third = z
  .string()
  .refine(isThird, 'a third of a year: 2026-3')
  .openapi({ description: 'Four months: 2026-3 is September to December', example: '2026-3' })
export const version = z
  .enum(['internal', 'shared'])
  .optional()
  .openapi({ description: 'Planners get the shared version alone' })

const signature = z.object({
  side: z.enum(['police', 'municipality']),
  by: z.string(),
  title: z.string(),
  at: z.string(),
  sha256: z.string(),
})
const summary = z.object({
  week: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['draft', 'frozen', 'signed']),
  compiledAt: z.string().nullable(),
  signatures: z.array(signature),
  openTasks: z.int(),
})
export const picturesAnswer = z
  .object({ current: z.string(), next: z.string().nullable(), pictures: z.array(summary) })
  .openapi('Pictures')

export const sectionKind = z.enum([
  'summary',
  'changes',
  'times',
  'reports',
  'measures',
  'operations',
  'assessment',
  'ahead',
])
const versioned = { id: objectId, version: z.int() }
const attendanceFields = {
  organisation: z.string().trim().min(1).max(120),
  function: z.string().trim().min(1).max(120),
  present: z.boolean(),
}
const decisionFields = {
  text: z.string().trim().min(1).max(2000),
  responsible: z.string().trim().min(1).max(120).nullable(),
  internal: z.boolean(),
}
const taskFields = {
  text: z.string().trim().min(1).max(1000),
  owner: z.string().trim().min(1).max(120),
  dueOn: z.iso.date().nullable(),
  state: z.enum(['open', 'doing', 'done', 'dropped']),
  internal: z.boolean(),
}
export const attendanceRow = z.object({ ...versioned, ...attendanceFields }).openapi('PictureAttendance')
export const decisionRow = z.object({ ...versioned, ...decisionFields }).openapi('PictureDecision')
export const taskRow = z.object({ ...versioned, ...taskFields, since: z.string() }).openapi('PictureTask')

/** A new row may leave out what has a default; a change says what changes. */
const made = { id: objectId.optional() }
export const newAttendance = z
  .strictObject({ ...made, ...attendanceFields, present: attendanceFields.present.default(true) })
  .openapi('NewPictureAttendance')
export const newDecision = z
  .strictObject({
    ...made,
    ...decisionFields,
    responsible: decisionFields.responsible.default(null),
    internal: decisionFields.internal.default(false),
  })
  .openapi('NewPictureDecision')
export const newTask = z
  .strictObject({
    ...made,
    ...taskFields,
    dueOn: taskFields.dueOn.default(null),
    state: taskFields.state.default('open'),
    internal: taskFields.internal.default(false),
  })
  .openapi('NewPictureTask')
export const attendanceChange = z.strictObject(attendanceFields).partial().openapi('PictureAttendanceChange')
export const decisionChange = z.strictObject(decisionFields).partial().openapi('PictureDecisionChange')
export const taskChange = z.strictObject(taskFields).partial().openapi('PictureTaskChange')

export const picture = summary
  .extend({
    version: z.enum(['internal', 'shared']),
    municipality: z.string(),
    revision: z.int(),
    edits: z.int(),
    frozen: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
    sha256: z.string().nullable(),
    previous: z.object({ week: z.string(), sha256: z.string() }).nullable(),
    intact: z.boolean().nullable(),
    hasMap: z.boolean(),
    sections: z.array(
      z.object({
        kind: sectionKind,
        title: z.string(),
        internal: z.boolean(),
        text: z.string(),
        document: z.string().nullable(),
        data: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    attendance: z.array(attendanceRow),
    decisions: z.array(decisionRow),
    tasks: z.array(taskRow),
  })
  .openapi('Picture')

export const newUpdate = z
  .strictObject({ id: objectId, section: sectionKind, update: z.base64().min(2).max(87_384) })
  .openapi('NewPictureUpdate')
export const newPresence = z
  .strictObject({ client: z.uuid(), section: sectionKind.nullable() })
  .openapi('PicturePresence')
export const pictureSignature = z
  .strictObject({ title: z.string().trim().min(1).max(200) })
  .openapi('PictureSignature')

const atLeast = z.object({ atLeast: z.int(), withheld: z.int() })
export const rollup = z
  .looseObject({
    third: z.string(),
    from: z.string(),
    to: z.string(),
    version: z.enum(['internal', 'shared']),
    municipality: z.string(),
    areas: z.array(z.string()),
    kinds: z.array(z.string()),
    cells: z.array(z.array(atLeast)),
    byKind: z.array(atLeast),
    byArea: z.array(atLeast),
    total: atLeast,
  })
  .openapi('PictureRollup')
