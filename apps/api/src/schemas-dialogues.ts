import { z } from '@hono/zod-openapi'

/** The shapes of survey results; each handler's types come from contract-dialogues.ts. */

const figure = z.number().nullable()
const change = z.object({
  from: z.int(),
  to: z.int(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  byChance: z.boolean(),
})

export const surveyAnswer = z
  .object({
    area: z.string(),
    least: z.int(),
    few: z.int(),
    questions: z.array(
      z.object({
        question: z.string(),
        years: z.array(
          z.object({
            year: z.int(),
            share: figure,
            low: figure,
            high: figure,
            n: figure,
            responseRate: figure,
            source: z.string().nullable(),
            suppressed: z.boolean(),
          }),
        ),
        changes: z.array(change),
        whole: change.nullable(),
      }),
    ),
  })
  .openapi('Survey')
