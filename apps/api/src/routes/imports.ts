import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { createRouter, type Services } from '../context.ts'
import { ProblemError, toProblem } from '../errors.ts'
import { importFormats, runImport } from '../imports/run-import.ts'
import { layerId, problems } from '../schemas.ts'

const query = z.strictObject({
  format: z.enum(importFormats),
  layer: layerId.optional(),
  name: z.string().max(300).default('import'),
  srid: z.coerce.number().int().optional(),
  ignoreUnknown: z.enum(['0', '1']).optional(),
})

/** POST /api/imports: a file as the body; progress and the summary as one JSON object a line. */
export function importRoutes({ database, layers, log }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'post',
      path: '/api/imports',
      summary: 'Import a file: osm, geojson, csv or polisen',
      request: { query },
      responses: {
        200: {
          description: 'Progress lines, then the summary',
          content: { 'application/x-ndjson': { schema: z.string() } },
        },
        ...problems(400, 401, 403, 413, 422),
      },
    }),
    async (c) => {
      const { language } = c.var
      const { format, layer, name, srid, ignoreUnknown } = c.req.valid('query')
      const body = c.req.raw.body
      if (!body) throw new ProblemError('bad-request', { sv: 'Filen är tom.', en: 'The file is empty.' })
      c.header('content-type', 'application/x-ndjson')
      // A stream is no typed answer to zod-openapi: the document says what its lines are.
      return stream(c, async (out) => {
        const cancel = new AbortController()
        out.onAbort(() => cancel.abort())
        const line = (value: unknown) => out.write(`${JSON.stringify(value)}\n`)
        try {
          const summary = await runImport({
            database,
            layers,
            format,
            ...(layer && { layerId: layer }),
            input: Readable.fromWeb(body as ReadableStream<Uint8Array>),
            name,
            options: { ...(srid && { srid }), ignoreUnknown: ignoreUnknown === '1' },
            onProgress: (progress) => void line({ progress }),
            onReject: (reject) => void line({ reject }),
            signal: cancel.signal,
          })
          await line({ summary })
        } catch (error) {
          log.warn({ err: error, name, format }, 'import refused')
          await line({ problem: problemOfImport(error, language) })
        }
      }) as never
    },
  )
}

function problemOfImport(error: unknown, language: 'sv' | 'en') {
  if (error instanceof Error && 'text' in error && typeof error.text === 'object') {
    const text = error.text as { sv: string; en: string }
    return toProblem(new ProblemError('invalid', text), language)
  }
  return toProblem(error instanceof ProblemError ? error : new ProblemError('internal'), language)
}
