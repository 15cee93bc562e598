import { z } from 'zod'
import { dateForms } from './dates.ts'

/** What a column can say of an incident. */
export const columnRoles = [
  'kind',
  'from',
  'fromTime',
  'to',
  'toTime',
  'x',
  'y',
  'precision',
  'place',
  'note',
  'id',
  'withdrawn',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** As packages/analysis has them: packages know of each other only geo. */
export const incidentPrecisions = ['exact', 'street', 'locality', 'municipality', 'county'] as const
export type IncidentPrecision = (typeof incidentPrecisions)[number]

const title = z.string().min(1).max(200)
const code = z.string().min(1).max(40)
const precision = z.enum(incidentPrecisions)

/** How a table of incidents is read: what is kept by name and used for the next file of its kind. */
export const mappingSchema = z.strictObject({
  /** Titles of columns, as the header has them. */
  columns: z.partialRecord(z.enum(columnRoles), title),
  /** EPSG code of x and y; null: told by their size. */
  srid: z.int().nullable().default(null),
  /** Null: told by the file as a whole. */
  dateForm: z.enum(dateForms).nullable().default(null),
  /** Code of the kind by what the file calls it, capitals or not. */
  kinds: z.record(z.string().max(200), code).default({}),
  /** Kind of what is not among them; null: such rows are refused. */
  otherKind: code.nullable().default(null),
  precisions: z.record(z.string().max(200), precision).default({}),
  /** Of rows that do not say. */
  defaultPrecision: precision.default('exact'),
  /** Places that are the middle of something, in the file's own coordinates. */
  centres: z
    .array(z.strictObject({ x: z.number(), y: z.number(), precision }))
    .max(200)
    .default([]),
  /** Rows without an id of their own that are alike in all: read once, or each an incident. */
  repeats: z.enum(['once', 'each']).default('once'),
  /** The system it comes from: numbers are its own. */
  source: z.string().trim().min(1).max(60).default('import'),
  /** Every row takes back the incident of its number. */
  withdraws: z.boolean().default(false),
})
export type IncidentMapping = z.output<typeof mappingSchema>
