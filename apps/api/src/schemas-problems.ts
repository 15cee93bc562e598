import { z } from '@hono/zod-openapi'
import { evidenceKinds, problemKinds } from './problems/kinds.ts'
import { geometry, layerId, objectId } from './schemas.ts'

/** The shapes of problems, operations and the action plan; each handler's types come from contract-problems.ts. */

const words = z.object({ sv: z.string(), en: z.string() })
const line = (most: number) => z.string().trim().min(1).max(most)
const said = (most: number) => z.string().trim().max(most).nullable().optional()
const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .optional()
const amount = z.number().min(-1e12).max(1e12)
export const day = z.iso.date().refine((date) => date >= '1990-01-01' && date <= '2100-12-31')
const values = (choices: readonly { value: string }[]) =>
  z.enum(choices.map(({ value }) => value) as [string, ...string[]])
const noTwice = { params: { text: { sv: 'Samma dag står två gånger.', en: 'The same day is there twice.' } } }

const fields = {
  description: said(8000),
  geometry: geometry.nullable().optional(),
  place: said(200),
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, noTwice)
    .nullable()
    .optional(),
  hoursFrom: hour,
  hoursTo: hour,
  affected: said(2000),
  causes: z.array(line(500)).max(20).optional(),
  goal: said(2000),
  indicator: said(300),
  unit: said(40),
  baseValue: amount.nullable().optional(),
  baseOn: day.nullable().optional(),
  targetValue: amount.nullable().optional(),
  targetOn: day.nullable().optional(),
  responsible: said(200),
}
const kind = values(problemKinds)
export const newProblem = z
  .strictObject({ id: objectId.optional(), title: line(120), kind, ...fields })
  .openapi('NewProblem')
export const problemChange = z
  .strictObject({ title: line(120).optional(), kind: kind.optional(), ...fields, reviewedOn: day.optional() })
  .openapi('ProblemChange')
export const problemStep = z
  .strictObject({
    to: z.string().max(40),
    on: day.optional(),
    by: line(200).optional(),
    outcome: line(4000).optional(),
  })
  .openapi('ProblemStep')
export const newReading = z.strictObject({ value: amount, note: said(1000) }).openapi('NewReading')
export const newLink = z.strictObject({ layer: layerId, expectedEffect: said(1000) }).openapi('NewLink')
export const newEvidence = z
  .strictObject({
    id: objectId.optional(),
    kind: values(evidenceKinds),
    title: line(200),
    text: said(4000),
    source: said(300),
    layer: layerId.nullable().optional(),
    object: objectId.nullable().optional(),
    n: z.int().min(0).max(100_000_000).nullable().optional(),
    figures: z
      .array(z.strictObject({ label: line(120), value: line(120) }))
      .max(20)
      .optional(),
    from: day.nullable().optional(),
    to: day.nullable().optional(),
    policeOnly: z.boolean().optional(),
  })
  .openapi('NewEvidence')

const operationFields = {
  problems: z.array(objectId).max(20).optional(),
  geometry: geometry.nullable().optional(),
  place: said(200),
  outcome: said(4000),
  cancelled: z.boolean().optional(),
}
const instant = z.iso.datetime({ offset: true })
const operationNeeds = {
  title: line(120),
  startsAt: instant,
  endsAt: instant,
  authorities: z.array(line(200)).min(1).max(20),
  owner: line(200),
  purpose: line(2000),
}
export const newOperation = z
  .strictObject({ id: objectId.optional(), ...operationNeeds, ...operationFields })
  .openapi('NewOperation')
export const operationChange = z
  .strictObject({ ...z.object(operationNeeds).partial().shape, ...operationFields })
  .openapi('OperationChange')

export const operation = z
  .looseObject({
    id: objectId,
    title: z.string(),
    version: z.int(),
    startsAt: z.string(),
    endsAt: z.string(),
  })
  .openapi('Operation')
const gap = z.object({ code: z.string(), serious: z.boolean(), text: words })
const planned = z.looseObject({ id: objectId, layer: z.string(), title: z.string(), status: z.string() })
export const problem = z
  .looseObject({
    id: objectId,
    title: z.string(),
    kind: z.string(),
    state: z.string(),
    version: z.int(),
    progress: z.number().nullable(),
    measures: z.array(planned),
    operations: z.array(operation),
    gaps: z.array(gap),
    reviewBy: z.string().nullable(),
  })
  .openapi('LocalProblem')
const choices = z.array(z.object({ value: z.string(), title: words }))
export const problemsAnswer = z
  .object({ problems: z.array(problem), kinds: choices, states: choices, evidenceKinds: choices })
  .openapi('LocalProblems')
export const problemHistory = z
  .array(
    z.object({
      part: z.string(),
      op: z.string(),
      at: z.string(),
      by: z.string(),
      title: z.string(),
      changed: z.array(z.string()),
    }),
  )
  .openapi('LocalProblemHistory')
export const actionPlan = z
  .object({
    problems: z.array(problem),
    measuresWithoutProblem: z.array(planned),
    operationsWithoutProblem: z.array(operation),
    due: z.array(z.looseObject({ on: z.string(), what: z.string(), title: z.string(), late: z.boolean() })),
    updatedOn: z.string().nullable(),
    updateBy: z.string().nullable(),
    warnings: z.array(gap),
  })
  .openapi('ActionPlan')
