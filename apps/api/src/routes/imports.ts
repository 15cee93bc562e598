import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { harmless, quoted } from '../csv.ts'
import { ProblemError, toProblem } from '../errors.ts'
import { keepImport } from '../imports/keep-import.ts'
import { importFormats } from '../imports/run-import.ts'
import { type RejectRow, readImports, readRejects } from '../queries/imports.ts'
import { importInfo, json, layerId, objectId, problems } from '../schemas.ts'

const flag = z.enum(['0', '1']).optional()
const query = z.strictObject({
  format: z.enum(importFormats),
  layer: layerId.optional(),
  name: z.string().max(300).default('import'),
  srid: z.coerce.number().int().optional(),
  ignoreUnknown: flag,
  preview: flag,
})
/** A list to look through, not an archive to page in. */
const shown = 500

/** /api/imports: take a file in, or only see what would come of it; what has been taken in, and what was refused of it. */
export function importRoutes({ database, layers, log }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/imports',
        summary: 'Import a file: osm, geojson, csv, polisen or survey; with preview=1 nothing is written',
        request: { query },
        responses: {
          200: {
            description: 'Progress lines, then the summary',
            content: { 'application/x-ndjson': { schema: z.string() } },
          },
          ...problems(400, 401, 403, 413, 415, 429),
        },
      }),
      async (c) => {
        const { caller, language } = c.var
        const { format, layer, name, srid, ignoreUnknown, preview } = c.req.valid('query')
        const body = c.req.raw.body
        if (!body) throw new ProblemError('bad-request', { sv: 'Filen är tom.', en: 'The file is empty.' })
        c.header('content-type', 'application/x-ndjson')
        // A stream is no typed answer to zod-openapi: the document says what its lines are.
        return stream(c, async (out) => {
          const cancel = new AbortController()
          out.onAbort(() => cancel.abort())
          const line = (value: unknown) => out.write(`${JSON.stringify(value)}\n`)
          try {
            const { id, summary } = await keepImport({
              actor: actorOf(caller),
              database,
              layers,
              format,
              ...(layer && { layerId: layer }),
              input: Readable.fromWeb(body as ReadableStream<Uint8Array>),
              name,
              preview: preview === '1',
              options: { ...(srid && { srid }), ignoreUnknown: ignoreUnknown === '1' },
              onProgress: (progress) => void line({ progress }),
              onReject: (reject) => void line({ reject }),
              signal: cancel.signal,
            })
            await line({ summary, id })
          } catch (error) {
            log.warn({ err: error, name, format }, 'import refused')
            await line({ problem: problemOfImport(error, language) })
          }
        }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/imports',
        summary: 'What has been imported, newest first',
        responses: { 200: json(z.array(importInfo), 'Imports'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller, language } = c.var
        const rows = await database.read(actorOf(caller), (sql) => readImports(sql, shown))
        return c.json(
          rows.map((row) => ({ ...row, message: row.message?.[language] ?? null })),
          200,
          { 'cache-control': 'no-store' },
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/imports/{id}/rejects.csv',
        summary: 'What an import refused, with line and reason; the first ten thousand',
        request: { params: z.object({ id: objectId }) },
        responses: {
          200: { description: 'line;id;reason;text', content: { 'text/csv': { schema: z.string() } } },
          ...problems(401, 403, 404),
        },
      }),
      async (c) => {
        const { caller, language } = c.var
        const { id } = c.req.valid('param')
        const rows = await database.read(actorOf(caller), (sql) => readRejects(sql, id))
        if (!rows) throw new ProblemError('not-found')
        return c.body(rejectsCsv(rows, language), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${id}-rejects.csv"`,
          'cache-control': 'no-store',
        }) as never
      },
    )
}

const header = { sv: 'rad;objekt;kod;orsak', en: 'line;object;code;reason' }

/** As Swedish spreadsheets expect it: semicolons, a byte order mark. What a file calls its objects must not run as a formula. */
export function rejectsCsv(rows: readonly RejectRow[], language: 'sv' | 'en'): string {
  const lines = rows.map(({ line, element, code, message }) =>
    [line ?? '', element ?? '', code, message[language]]
      .map((cell) => quoted(harmless(String(cell))))
      .join(';'),
  )
  return `\ufeff${[header[language], ...lines].join('\r\n')}\r\n`
}

export function problemOfImport(error: unknown, language: 'sv' | 'en') {
  if (error instanceof Error && 'text' in error && typeof error.text === 'object') {
    const text = error.text as { sv: string; en: string }
    return toProblem(new ProblemError('invalid', text), language)
  }
  return toProblem(error instanceof ProblemError ? error : new ProblemError('internal'), language)
}
