import { createRoute, z } from '@hono/zod-openapi'
import { type AnalysisTable, geojsonOf, rowsToName, withNames } from '@trygghetskartan/analysis'
import { isRefusal, placeWords } from '@trygghetskartan/geo'
import { checkedTable, tableCsv } from '../analyses/table.ts'
import { readWholeAnalysis } from '../analyses/whole-analysis.ts'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { WholeAnalysis } from '../contract-analyses.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import type { Language } from '../language.ts'
import { namesOf } from '../queries/place-names.ts'
import { objectId, problems } from '../schemas.ts'
import { analysisExport } from '../schemas-analyses.ts'

/** Rows that get the name of their place. */
const mostNamed = 1000

/** GET /api/analyses/{id}/export: as a map, as a table, or whole so that every figure can be made again. */
export function analysisExportRoutes({ audit, database }: Services) {
  const read = (caller: Caller, id: string): Promise<WholeAnalysis | undefined> =>
    caller.operator
      ? database.owner((sql) => readWholeAnalysis(sql, 'owner', '', id))
      : database.read(actorOf(caller), (sql) =>
          readWholeAnalysis(sql, 'police', caller.account?.id ?? '', id),
        )

  /** The table with what its places are called. */
  async function named(caller: Caller, table: AnalysisTable, srid: number, language: Language) {
    const rows = rowsToName(table, srid, mostNamed)
    const places = rows.map(({ at }) => at)
    const work = (sql: Sql) => namesOf(sql, places)
    const names = caller.operator ? await database.owner(work) : await database.read(actorOf(caller), work)
    return withNames(table, new Map(names.map((name, i) => [rows[i]!.row, placeWords(name)[language]])))
  }

  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/analyses/{id}/export',
      summary: 'A saved analysis as GeoJSON, CSV, or whole: `npm run analysis -- reproduce` makes it again',
      request: { params: z.object({ id: objectId }), query: analysisExport },
      responses: {
        200: {
          description: 'The file',
          content: {
            'application/geo+json': { schema: z.unknown() },
            'text/csv': { schema: z.string() },
            'application/json': { schema: z.unknown() },
          },
        },
        ...problems(400, 401, 403, 404, 422),
      },
    }),
    async (c) => {
      const { caller, language } = c.var
      const { id } = c.req.valid('param')
      const { format } = c.req.valid('query')
      const whole = await read(caller, id)
      if (!whole)
        throw new ProblemError('not-found', { sv: 'Analysen finns inte.', en: 'There is no such analysis.' })
      await audit.witness(caller, { layer: 'incidents', by: 'export', object: id })
      const headers = {
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${whole.kind}-${id.slice(0, 8)}.${format}"`,
      }
      if (format === 'json') return c.json(whole, 200, headers) as never
      const made = checkedTable(whole.question, whole.result, whole.streets)
      const table = await named(caller, made, Number(whole.result.srid), language)
      if (format === 'csv')
        return c.body(tableCsv(table, language), 200, {
          ...headers,
          'content-type': 'text/csv; charset=utf-8',
        }) as never
      const map = geojsonOf(table, Number(whole.result.srid), aboutOf(whole))
      if (isRefusal(map)) throw new ProblemError('invalid', map.text)
      return c.body(JSON.stringify(map), 200, { ...headers, 'content-type': 'application/geo+json' }) as never
    },
  )
}

/** What a figure needs beside it to be defended: what was asked, of how many, what was left out and why, and when. */
function aboutOf({ id, kind, title, by, at, methods, question, result }: WholeAnalysis) {
  const { n, leftOut, outside, remarks, srid, seed } = result
  return { id, kind, title, by, at, methods, n, leftOut, outside, remarks, srid, seed, question }
}
