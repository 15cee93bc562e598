import { z } from '@hono/zod-openapi'
import { methodsVersion } from '@trygghetskartan/siting'
import { objectId } from './schemas.ts'

/** The shapes of siting; what ground, demand, inputs and results hold is told by the types of packages/siting. */

const anything = z.record(z.string(), z.unknown())
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const kind = z.enum(['proposal', 'camera', 'light', 'clearance', 'plan'])

export const groundAnswer = z.object({ ground: anything, digest }).openapi('Ground')
export const demandAnswer = z.object({ demand: anything, digest }).openapi('Demand')
export const measuresAnswer = z.object({ measures: z.array(anything) }).openapi('SitingMeasures')

/** Characters of a run's own inputs as JSON, and photometric files it may name. */
export const mostRequest = 256 * 1024
const mostFiles = 50

export const newSitingRun = z
  .strictObject({
    id: objectId.optional(),
    kind,
    title: z.string().trim().min(1).max(120),
    plan: objectId.nullable(),
    bbox: z.tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ]),
    methods: z.int().min(1).max(methodsVersion),
    request: anything,
    luminaires: z.array(objectId).max(mostFiles),
    groundDigest: digest,
    demandDigest: digest,
    result: anything,
  })
  .openapi('NewSitingRun')

const runInfo = {
  id: objectId,
  kind,
  title: z.string(),
  plan: objectId.nullable(),
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
  methods: z.int(),
}
export const sitingRunInfo = z.object(runInfo).openapi('SitingRunInfo')
export const sitingRun = z.object({ ...runInfo, inputs: anything, result: anything }).openapi('SitingRun')
export const sitingRunQuery = z.strictObject({ plan: objectId.optional(), kind: kind.optional() })

const luminaireInfo = {
  id: objectId,
  name: z.string(),
  format: z.enum(['ldt', 'ies']),
  manufacturer: z.string().nullable(),
  lumens: z.number(),
  efficiency: z.number().nullable(),
  watts: z.number().nullable(),
  by: z.string(),
  at: z.string(),
}
export const luminaire = z.object(luminaireInfo).openapi('LuminaireInfo')
export const luminaireWhole = z.object({ ...luminaireInfo, text: z.string() }).openapi('Luminaire')
export const newLuminaire = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    text: z
      .string()
      .min(1)
      .max(1024 * 1024),
  })
  .openapi('NewLuminaire')

export const factsAnswer = z
  .object({
    place: z.string(),
    reports: z.array(
      z.object({
        id: objectId,
        metres: z.number(),
        reasons: z.array(z.string()),
        state: z.string(),
        receivedOn: z.string(),
        words: z.string().nullable(),
      }),
    ),
    incidents: z.union([
      z.object({
        as: z.literal('events'),
        events: z.array(
          z.object({
            id: objectId,
            metres: z.number(),
            kind: z.string(),
            at: z.string().nullable(),
            precision: z.string(),
          }),
        ),
      }),
      z.object({
        as: z.literal('squares'),
        n: z.int(),
        kinds: z.record(z.string(), z.int()),
        months: z.int(),
        suppressed: z.boolean(),
      }),
    ]),
    surveys: z.array(
      z.object({
        id: objectId,
        title: z.string(),
        year: z.int(),
        shareUnsafe: z.number(),
        respondents: z.int(),
      }),
    ),
    measures: z.array(
      z.object({
        id: objectId,
        layer: z.string(),
        title: z.string(),
        status: z.string(),
        metres: z.number(),
        planned: z.boolean(),
      }),
    ),
    walks: z.array(
      z.object({ id: objectId, title: z.string(), walkedOn: z.string().nullable(), metres: z.number() }),
    ),
    ground: z.array(
      z.object({ theme: z.string(), kind: z.string(), name: z.string().nullable(), metres: z.number() }),
    ),
  })
  .openapi('Facts')

export const atQuery = z.strictObject({
  at: z
    .string()
    .max(60)
    .transform((text, context): [number, number] => {
      const [lon = Number.NaN, lat = Number.NaN, ...rest] = text.split(',').map((part) => Number(part || 'x'))
      if (rest.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat]
      const said = {
        sv: 'at ska vara longitud,latitud i grader.',
        en: 'at must be longitude,latitude in degrees.',
      }
      context.addIssue({ code: 'custom', message: said.en, params: { text: said } })
      return z.NEVER
    })
    .openapi({ type: 'string', description: 'Longitude and latitude in degrees: 14.157,56.029' }),
})
