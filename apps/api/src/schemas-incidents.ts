import { z } from '@hono/zod-openapi'
import { precisions, timePrecisions } from '@trygghetskartan/analysis'
import { mappingSchema } from '@trygghetskartan/formats'
import { objectId } from './schemas.ts'

/** The shapes of /api/incidents; their types are in contract-incidents.ts. */

const precision = z.enum(precisions)
const timePrecision = z.enum(timePrecisions)
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const moment = z.iso.datetime({ offset: true })

export const incidentKind = z
  .object({ code: z.string(), group: z.string(), title: z.object({ sv: z.string(), en: z.string() }) })
  .openapi('IncidentKind')

const item = {
  id: objectId,
  source: z.string(),
  kind: z.string(),
  occurredFrom: z.string(),
  occurredTo: z.string(),
  timePrecision,
  position: z.tuple([z.number(), z.number()]),
  precision,
  place: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(['valid', 'corrected', 'withdrawn']).nullable(),
}
export const incidentsAnswer = z
  .object({ incidents: z.array(z.object(item)), next: z.string().nullable() })
  .openapi('Incidents')

export const incident = z
  .object({
    ...item,
    version: z.int(),
    system: z.string(),
    systemId: z.string().nullable(),
    updatedAt: z.string(),
    changes: z.array(
      z.object({
        version: z.int(),
        at: z.string(),
        by: z.string(),
        action: z.enum(['corrected', 'withdrawn', 'restored']),
        reason: z.string().nullable(),
        before: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .openapi('Incident')

export const incidentChange = z
  .strictObject({
    reason: z.string().trim().min(1).max(2000),
    kind: z.string().max(40).optional(),
    occurredFrom: moment.optional(),
    occurredTo: moment.optional(),
    timePrecision: timePrecision.optional(),
    position: position.optional(),
    precision: precision.optional(),
    place: z.string().trim().min(1).max(200).nullable().optional(),
    note: z.string().trim().min(1).max(4000).nullable().optional(),
    withdrawn: z.boolean().optional(),
  })
  .openapi('IncidentChange')

const dayOrMoment = z.union([z.iso.date(), moment])
const words = z.string().max(2000)
export const incidentQuery = z.strictObject({
  bbox: z.string().max(200).optional().openapi({ description: 'West, south, east and north in degrees' }),
  from: dayOrMoment
    .optional()
    .openapi({ description: 'Day or instant; what may have happened from then on' }),
  to: dayOrMoment.optional().openapi({ description: 'Day or instant; what may have happened before then' }),
  kinds: words.optional().openapi({ description: 'Codes of kinds with commas between' }),
  sources: words
    .optional()
    .openapi({ description: 'Where they are known from: sources of the packed table' }),
  withdrawn: z.enum(['0', '1']).optional().openapi({ description: '1: the withdrawn too' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(100).optional(),
})

/** A mapping as it is sent; packages/formats fills in what is left out. */
export const incidentMapping = z.strictObject(mappingSchema.shape).openapi('IncidentMapping')
export const incidentUpload = z
  .object({
    id: objectId,
    name: z.string(),
    bytes: z.int(),
    header: z.array(z.string()),
    sample: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
    guess: z.record(z.string(), z.unknown()),
  })
  .openapi('IncidentUpload')
export const keptIncidentMapping = z
  .object({
    name: z.string(),
    mapping: z.record(z.string(), z.unknown()),
    version: z.int(),
    updatedAt: z.string(),
    by: z.string(),
  })
  .openapi('KeptIncidentMapping')
export const incidentImportInfo = z
  .object({
    id: objectId,
    at: z.string(),
    by: z.string(),
    name: z.string(),
    read: z.number(),
    written: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    outcome: z.enum(['done', 'refused', 'failed']),
    message: z.string().nullable(),
  })
  .openapi('IncidentImportInfo')
