import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { SurveyAnswer } from '../contract-dialogues.ts'
import { readResults } from '../queries/surveys.ts'
import { json, problems } from '../schemas.ts'
import { surveyAnswer } from '../schemas-dialogues.ts'
import { seriesOf } from '../surveys/series.ts'

/** What others than planners are not told, as core.survey_least and core.survey_few say. */
const least = 30
const few = 5

/** /api/surveys: what residents of an area said in each survey, with intervals; small numbers for planners alone. */
export function surveyRoutes({ database }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/surveys',
      summary: 'Survey results of an area by question and year, with intervals and changes',
      request: { query: z.strictObject({ area: z.string().min(1).max(120) }) },
      responses: { 200: json(surveyAnswer, 'Results'), ...problems(400, 401, 403) },
    }),
    async (c) => {
      const { caller } = c.var
      const { area } = c.req.valid('query')
      const results = await database.read(actorOf(caller), (sql) => readResults(sql, caller.audience, area))
      const told: SurveyAnswer = { area, least, few, questions: seriesOf(results) }
      return c.json(told as never, 200, { 'cache-control': 'no-store' })
    },
  )
}
