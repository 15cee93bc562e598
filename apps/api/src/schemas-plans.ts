import { z } from '@hono/zod-openapi'
import { audience, objectId, properties } from './schemas.ts'

/** The shapes of plans, drafts and notes; each handler's types come from contract-identity.ts. */

const person = z.object({ id: objectId, name: z.string() })
const title = z.string().trim().min(1).max(120)
const role = z.enum(['owner', 'member'])

export const plan = z
  .object({
    id: objectId,
    title: z.string(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    members: z.array(z.object({ account: person, role })),
    measures: z.int(),
  })
  .openapi('Plan')
export const newPlan = z.strictObject({ id: objectId.optional(), title }).openapi('NewPlan')
export const planChange = z.strictObject({ title }).openapi('PlanChange')
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
export const newNote = z.strictObject({ text: z.string().trim().min(1).max(4000) }).openapi('NewNote')
