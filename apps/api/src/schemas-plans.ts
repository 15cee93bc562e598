import { z } from '@hono/zod-openapi'
import { audience, geometry, objectId, properties } from './schemas.ts'

/** The shapes of plans, drafts and notes; each handler's types come from contract-identity.ts and contract-plans.ts. */

const person = z.object({ id: objectId, name: z.string() })
const title = z.string().trim().min(1).max(120)
const role = z.enum(['owner', 'member'])
const money = z.int().min(0).max(2_000_000_000).nullable()
const text = z.string().trim().min(1).max(4000)

export const plan = z
  .object({
    id: objectId,
    title: z.string(),
    description: z.string().nullable(),
    budgetSek: z.int().nullable(),
    yearlyBudgetSek: z.int().nullable(),
    copiedFrom: z.object({ id: objectId, title: z.string().nullable() }).nullable(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    members: z.array(z.object({ account: person, role })),
    measures: z.int(),
    investment: z.number(),
    yearly: z.number(),
  })
  .openapi('Plan')
const said = {
  description: z.string().trim().max(4000).nullable().optional(),
  budgetSek: money.optional(),
  yearlyBudgetSek: money.optional(),
}
export const newPlan = z.strictObject({ id: objectId.optional(), title, ...said }).openapi('NewPlan')
export const planChange = z.strictObject({ title: title.optional(), ...said }).openapi('PlanChange')

export const planMeasures = z
  .array(z.object({ id: objectId, layer: z.string(), version: z.int(), geometry: z.unknown(), properties }))
  .openapi('PlanMeasures')
export const planCopy = z
  .strictObject({
    id: objectId.optional(),
    title,
    measures: z.array(objectId).max(5000).optional(),
  })
  .openapi('PlanCopy')
export const planCopied = plan.extend({ leftOut: z.int() }).openapi('PlanCopied')

export const planComment = z
  .object({
    id: objectId,
    plan: objectId,
    text: z.string(),
    geometry: z.unknown().nullable(),
    measure: objectId.nullable(),
    answers: objectId.nullable(),
    by: person,
    mine: z.boolean(),
    at: z.string(),
    resolved: z.object({ by: z.string(), at: z.string() }).nullable(),
  })
  .openapi('PlanComment')
export const newPlanComment = z
  .strictObject({
    text,
    geometry: geometry.nullable().optional(),
    measure: objectId.nullable().optional(),
    answers: objectId.nullable().optional(),
  })
  .openapi('NewPlanComment')
export const commentChange = z.strictObject({ resolved: z.boolean() }).openapi('PlanCommentChange')

export const planVersion = z
  .object({
    at: z.string(),
    name: z.string().nullable(),
    by: z.string(),
    measures: z.int(),
    investment: z.number(),
  })
  .openapi('PlanVersion')
export const newPlanVersion = z.strictObject({ name: title }).openapi('NewPlanVersion')
export const planDifferences = z
  .array(
    z.object({
      id: objectId,
      layer: z.string(),
      title: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.unknown().nullable(),
      after: z.unknown().nullable(),
      fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
      by: z.string(),
      at: z.string(),
    }),
  )
  .openapi('PlanDifferences')

export const planShare = z
  .object({
    id: objectId,
    by: z.string(),
    at: z.string(),
    expiresAt: z.string(),
    withCosts: z.boolean(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi('PlanShare')
export const planShareMade = planShare.extend({ path: z.string() }).openapi('PlanShareMade')
export const newPlanShare = z
  .strictObject({ days: z.int().min(1).max(90), withCosts: z.boolean() })
  .openapi('NewPlanShare')

const bilingual = z.object({ sv: z.string(), en: z.string() })
export const sharedPlan = z
  .object({
    title: z.string(),
    description: z.string().nullable(),
    municipality: z.string(),
    expiresAt: z.string(),
    measures: z.array(
      z.object({
        id: objectId,
        layer: z.string(),
        layerTitle: bilingual,
        title: z.string(),
        status: z.string(),
        statusTitle: bilingual,
        publicText: z.string().nullable(),
        geometry: z.unknown(),
        colour: z.object({ light: z.string(), dark: z.string() }),
        icon: z.string(),
      }),
    ),
    costs: z.object({ investment: z.number(), yearly: z.number(), budget: z.number().nullable() }).nullable(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  })
  .openapi('SharedPlan')
export const memberRole = z.strictObject({ role }).openapi('MemberRole')
export const people = z.array(person.extend({ audience })).openapi('People')

export const drafts = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({ type: z.literal('Feature'), id: objectId, geometry: z.unknown(), properties }),
    ),
  })
  .openapi('Drafts')

export const note = z
  .object({ id: objectId, text: z.string(), by: z.string(), mine: z.boolean(), at: z.string() })
  .openapi('Note')
export const newNote = z.strictObject({ text }).openapi('NewNote')
