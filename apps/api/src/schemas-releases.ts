import { z } from '@hono/zod-openapi'

/** The shapes of the safety map's releases; each handler's types come from contract-releases.ts. */

const level = z.enum(['none_or_few', 'some', 'many'])
const about = z.array(z.enum(['light', 'sight', 'deserted', 'traffic', 'decay']))
const summary = {
  month: z.string().openapi({ example: '2026-10' }),
  town: level,
  sha256: z.string(),
  before: z.string().nullable(),
}

export const releaseMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ param: { name: 'month', in: 'path' }, example: '2026-10' })

export const releasesAnswer = z.object({ releases: z.array(z.object(summary)) }).openapi('Releases')

export const releaseAnswer = z
  .object({
    ...summary,
    rules: z.looseObject({ version: z.int() }),
    areas: z.array(
      z.object({
        name: z.string(),
        level,
        about,
        squares: z.object({ some: z.int(), many: z.int(), all: z.int() }),
        done: z.int(),
        coming: z.int(),
        survey: z.object({
          year: z.int(),
          share: z.number(),
          low: z.number(),
          high: z.number(),
          respondents: z.int(),
          responseRate: z.number().nullable(),
          source: z.string().nullable(),
        }),
      }),
    ),
    squares: z.array(
      z.object({ square: z.string(), area: z.string(), level, about, done: z.int(), coming: z.int() }),
    ),
  })
  .openapi('Release')
