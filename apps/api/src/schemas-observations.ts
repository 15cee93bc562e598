import { z } from '@hono/zod-openapi'
import { objectId } from './schemas.ts'

/** The shapes of observations; each handler's types come from contract-observations.ts. */

const text = z.object({ sv: z.string(), en: z.string() })
const time = z.iso.datetime({ offset: true })
export const worksAs = z.enum(['field_worker', 'guard', 'housing_host'])
const people = z.enum(['few', 'group', 'many']).nullable()
const precision = z.enum(['exact', 'street'])
const kind = z.string().regex(/^[a-z][a-z_]{0,40}$/)
const point = z.strictObject({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
})

export const observationKind = z
  .object({ kind: z.string(), title: text, countsPeople: z.boolean() })
  .openapi('ObservationKind')

export const newObservation = z
  .strictObject({
    geometry: point,
    accuracy: z.number().min(0).max(20_000).nullable(),
    precision,
    kind,
    observedFrom: time,
    observedTo: time,
    people,
    words: z.string().trim().max(500).nullable(),
    sentAt: time,
  })
  .openapi('NewObservation')

const common = {
  id: objectId,
  accuracy: z.number().nullable(),
  precision,
  kind: z.string(),
  observedFrom: z.string(),
  observedTo: z.string(),
  people,
  words: z.string().nullable(),
  receivedAt: z.string(),
}

export const ownObservation = z
  .object({
    ...common,
    geometry: point.nullable(),
    clockOffset: z.int(),
    withdrawnAt: z.string().nullable(),
  })
  .openapi('OwnObservation')

export const ownObservationsAnswer = z
  .object({ week: z.string(), observations: z.array(ownObservation) })
  .openapi('OwnObservations')

export const observationsAnswer = z
  .object({
    observations: z.array(
      z.object({
        ...common,
        geometry: point,
        worksAs: worksAs.nullable(),
        by: z.string().nullable().optional(),
      }),
    ),
    numberMatched: z.int(),
  })
  .openapi('Observations')
