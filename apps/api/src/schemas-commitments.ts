import { z } from '@hono/zod-openapi'
import { layerId, objectId } from './schemas.ts'

/** The shapes of promises; each handler's types come from contract-commitments.ts. */

const line = (most: number) => z.string().trim().min(1).max(most)
const said = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null)
const day = z.iso.date().refine((date) => date >= '1990-01-01' && date <= '2100-12-31')
const amount = z.number().min(-1e12).max(1e12)
const twice = { params: { text: { sv: 'Samma sak står två gånger.', en: 'The same is there twice.' } } }
const halfLink = {
  params: { text: { sv: 'Ange både lager och objekt.', en: 'Give both layer and object.' } },
}

export const statuses = z.enum(['not_begun', 'on_way', 'at_risk', 'kept', 'partly_kept', 'not_kept'])
const result = z.enum(['kept', 'partly_kept', 'not_kept'])
const ground = z
  .strictObject({
    kind: z.enum(['dialogue', 'survey', 'picture', 'other']),
    title: line(200),
    text: said(2000),
    source: said(300),
    layer: layerId.nullish(),
    object: objectId.nullish(),
  })
  .refine(({ layer, object }) => (layer == null) === (object == null), halfLink)
const activity = z.strictObject({
  title: line(300),
  who: said(200),
  dueOn: day.nullish(),
  doneOn: day.nullish(),
  place: said(200),
})
const measure = z.strictObject({ layer: layerId, id: objectId })
const reading = z.strictObject({ on: day, value: amount, note: said(300) })
const needed = {
  agreement: objectId,
  year: z.int().min(1990).max(2100),
  number: z.int().min(1).max(99),
  title: line(120),
  text: line(4000),
}
const nullable = (most: number) => z.string().trim().max(most).nullable().optional()
const optional = {
  why: nullable(4000),
  owner: z.enum(['municipality', 'police', 'both']).optional(),
  indicator: nullable(200),
  unit: nullable(40),
  direction: z.enum(['up', 'down']).optional(),
  baseValue: amount.nullable().optional(),
  baseOn: day.nullable().optional(),
  targetValue: amount.nullable().optional(),
  targetOn: day.nullable().optional(),
  grounds: z.array(ground).max(30).optional(),
  activities: z.array(activity).max(50).optional(),
  measures: z
    .array(measure)
    .max(100)
    .refine((some) => new Set(some.map(({ id }) => id)).size === some.length, twice)
    .optional(),
  readings: z
    .array(reading)
    .max(200)
    .refine((some) => new Set(some.map(({ on }) => on)).size === some.length, twice)
    .optional(),
}
export const newCommitment = z
  .strictObject({ id: objectId.optional(), ...needed, ...optional })
  .openapi('NewCommitment')
export const commitmentChange = z
  .strictObject({ ...z.object(needed).partial().shape, ...optional })
  .openapi('CommitmentChange')
export const newStatusLine = z
  .strictObject({ status: statuses, text: line(1000), on: day.optional() })
  .openapi('NewStatusLine')
export const newEvaluation = z.strictObject({ text: line(8000), result }).openapi('NewEvaluation')
export const newSignature = z.strictObject({ role: line(120) }).openapi('NewSignature')

const agreementFields = {
  title: line(160),
  parties: z.array(line(200)).min(2).max(10),
  from: day,
  to: day,
  reference: nullable(300),
}
export const newAgreement = z.strictObject(agreementFields).openapi('NewAgreement')
export const agreementChange = z.strictObject(agreementFields).partial().openapi('AgreementChange')

export const agreement = z
  .looseObject({ id: objectId, title: z.string(), parties: z.array(z.string()), from: day, to: day })
  .openapi('Agreement')
export const commitment = z
  .looseObject({
    id: objectId,
    year: z.int(),
    number: z.int(),
    title: z.string(),
    text: z.string(),
    state: z.enum(['draft', 'published', 'evaluated']),
    status: statuses,
    measures: z.array(z.looseObject({ layer: z.string(), id: objectId })),
  })
  .openapi('Commitment')
export const commitmentsAnswer = z
  .looseObject({
    thisYear: z.int(),
    years: z.array(z.int()),
    agreements: z.array(agreement),
    commitments: z.array(commitment),
  })
  .openapi('Commitments')
export const served = z
  .array(z.object({ id: objectId, year: z.int(), number: z.int(), title: z.string(), status: statuses }))
  .openapi('ServedCommitments')
