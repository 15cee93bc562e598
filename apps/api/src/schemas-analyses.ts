import { z } from '@hono/zod-openapi'
import { analysisKinds, analysisMethods } from '@trygghetskartan/analysis'
import { objectId } from './schemas.ts'
import { analysisQuestion } from './schemas-questions.ts'

/** The shapes of /api/analyses; their types are in contract-analyses.ts, what a result holds in packages/analysis. */

const anything = z.record(z.string(), z.unknown())
const title = z.string().trim().min(1).max(120)
const kind = z.enum(analysisKinds)
const mostStreets = 100_000

export const newAnalysis = z
  .strictObject({
    id: objectId.optional(),
    title,
    shared: z.boolean(),
    methods: z.int().min(1).max(analysisMethods),
    question: analysisQuestion,
    incidents: z.string().min(1).max(120),
    streets: z
      .array(z.array(z.tuple([z.number(), z.number()])).min(2))
      .max(mostStreets)
      .nullable()
      .optional(),
    result: anything,
  })
  .openapi('NewAnalysis')

export const analysisChange = z
  .strictObject({ title: title.optional(), shared: z.boolean().optional() })
  .openapi('AnalysisChange')

const info = {
  id: objectId,
  kind,
  title: z.string(),
  shared: z.boolean(),
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
  methods: z.int(),
  n: z.number().nullable(),
}
export const analysisInfo = z.object(info).openapi('AnalysisInfo')
export const analysisAnswer = z.object({ ...info, question: anything, result: anything }).openapi('Analysis')
export const analysisQuery = z.strictObject({ kind: kind.optional() })
export const analysisExport = z.strictObject({ format: z.enum(['geojson', 'csv', 'json']) })
