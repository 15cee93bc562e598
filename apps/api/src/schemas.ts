import { z } from '@hono/zod-openapi'
import { geometrySchema } from '@trygghetskartan/geo'
import type { Geometry } from 'geojson'

/** The shapes the API document shows; each handler's types come from contract.ts. */

const text = z.object({ sv: z.string(), en: z.string() })
export const audience = z.enum(['public', 'reporter', 'planner', 'police', 'admin'])
export const geometry = geometrySchema as unknown as z.ZodType<Geometry>
export const properties = z.record(z.string(), z.unknown())
export const layerId = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
export const objectId = z.uuid()

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    retryAfter: z.number().optional(),
  })
  .openapi('Problem')

export const config = z
  .object({
    municipality: z.object({ name: z.string(), code: z.string() }),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    faultReport: z.object({ name: z.string(), url: z.string().nullable() }),
    attribution: z.array(z.string()),
    schematic: z.boolean(),
    demo: z.boolean(),
    demoAccounts: z.array(z.object({ id: z.string(), name: z.string(), audience, title: text })),
    providers: z.array(z.object({ id: z.string(), title: text })),
    version: z.string(),
  })
  .openapi('Config')

export const me = z
  .object({
    audience,
    account: z.object({ id: z.string(), name: z.string() }).nullable(),
    decides: z.boolean().optional(),
    faces: z.array(z.enum(['/', '/lagg-in', '/planera', '/lagesbild', '/admin'])),
    session: z
      .object({
        id: z.string(),
        provider: z.string(),
        authenticatedAt: z.string(),
        idleUntil: z.string(),
        absoluteUntil: z.string(),
        steppedUpUntil: z.string(),
      })
      .nullable()
      .optional(),
  })
  .openapi('Me')

export const layersAnswer = z
  .object({ audience, layers: z.array(z.record(z.string(), z.unknown())) })
  .openapi('Layers')

const item = z
  .object({ type: z.literal('Feature'), id: objectId, geometry: z.unknown(), properties })
  .openapi('Item')
export const itemsAnswer = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(item),
    numberMatched: z.int(),
    next: z.string().nullable(),
  })
  .openapi('Items')

export const measure = z
  .object({
    id: objectId,
    layer: z.string(),
    version: z.int(),
    geometry: z.unknown(),
    properties,
    nextStatuses: z.array(z.string()),
    deciderStatuses: z.array(z.string()).optional(),
  })
  .openapi('Measure')

export const newMeasure = z
  .strictObject({ id: objectId.optional(), layer: layerId, geometry, properties })
  .openapi('NewMeasure')
export const measureChange = z
  .strictObject({ geometry: geometry.optional(), properties: properties.optional() })
  .openapi('MeasureChange')
export const newDecision = z
  .strictObject({
    text: z.string().trim().min(1).max(4000),
    reference: z.string().trim().min(1).max(100).nullish(),
    body: z.string().trim().min(1).max(200).nullish(),
  })
  .openapi('NewDecision')
export const statusStep = z
  .strictObject({
    to: z.string().max(40),
    note: z.string().max(2000).optional(),
    decision: newDecision.optional(),
  })
  .openapi('StatusStep')

export const historyEntry = z
  .object({
    version: z.int(),
    at: z.string(),
    by: z.string(),
    op: z.enum(['insert', 'update', 'delete']),
    changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  })
  .openapi('HistoryEntry')

export const photo = z
  .object({
    id: objectId,
    caption: z.string().nullable(),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    by: z.string(),
    mine: z.boolean(),
    at: z.string(),
  })
  .openapi('Photo')

export const importInfo = z
  .object({
    id: objectId,
    at: z.string(),
    by: z.string(),
    format: z.string(),
    layer: z.string().nullable(),
    name: z.string(),
    read: z.int(),
    written: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    refused: z.int(),
    outcome: z.enum(['done', 'refused', 'failed']),
    message: z.string().nullable(),
  })
  .openapi('Import')

export const placesAnswer = z
  .object({
    places: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        within: z.string(),
        point: z.tuple([z.number(), z.number()]),
        bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      }),
    ),
  })
  .openapi('Places')

/** An answer of JSON, for createRoute. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The problem answers a route can give, for createRoute. */
export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: 'RFC 9457 problem', content: { 'application/problem+json': { schema: problem } } },
    ]),
  )
