import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, z } from '@hono/zod-openapi'
import {
  FormatError,
  guessMapping,
  mappingSchema,
  openTable,
  type TableRecord,
} from '@trygghetskartan/formats'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { actorOf } from '../auth.ts'
import { createRouter, type Services, type Variables } from '../context.ts'
import type { IncidentUpload } from '../contract-incidents.ts'
import { ProblemError } from '../errors.ts'
import { keepIncidentImport } from '../incidents/keep-incident-import.ts'
import { createUploads, type Upload } from '../incidents/uploads.ts'
import { findMapping } from '../queries/incident-mappings.ts'
import { json, objectId, problems } from '../schemas.ts'
import { incidentMapping, incidentUpload } from '../schemas-incidents.ts'
import { problemOfImport } from './imports.ts'

const params = z.object({ id: objectId })
const lines = {
  200: {
    description: 'Progress lines, then the summary',
    content: { 'application/x-ndjson': { schema: z.string() } },
  },
  ...problems(401, 403, 404, 422, 429),
}
/** Rows that a mapping is guessed from, and rows that are shown. */
const looked = 500
const shown = 8

/** /api/incidents/uploads: a file of incidents is sent once, mapped, looked at as often as wanted, and taken in. */
export function incidentUploadRoutes({ database, log, stopping }: Services) {
  const uploads = createUploads(stopping)

  const uploaded = (c: Context<Variables>, id: string): Upload => {
    const upload = uploads.find(actorOf(c.var.caller).id, id)
    if (upload) return upload
    throw new ProblemError('not-found', {
      sv: 'Filen finns inte kvar på servern. Välj den igen.',
      en: 'The file is no longer on the server. Choose it again.',
    })
  }

  /** Runs and tells line by line; who goes away cancels. */
  function run(c: Context<Variables>, upload: Upload, given: unknown, preview: boolean) {
    const { caller, language } = c.var
    const mapping = mappingSchema.parse(given)
    c.header('content-type', 'application/x-ndjson')
    return stream(c, async (out) => {
      const cancel = new AbortController()
      out.onAbort(() => cancel.abort())
      const line = (value: unknown) => out.write(`${JSON.stringify(value)}\n`)
      try {
        const { id, summary } = await keepIncidentImport({
          actor: actorOf(caller),
          ...{ database, mapping, preview, name: upload.name, reopen: upload.reopen },
          onProgress: (progress) => void line({ progress }),
          onReject: (reject) => void (preview || line({ reject })),
          signal: cancel.signal,
        })
        await line({ summary, id })
        if (!preview) await uploads.remove(actorOf(caller).id, upload.id)
      } catch (error) {
        log.warn({ err: error, name: upload.name }, 'import of incidents refused')
        await line({ problem: problemOfImport(error, language) })
      }
    })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/incidents/uploads',
        summary: 'Send a CSV table or an Excel workbook of incidents; it is kept for an hour',
        request: { query: z.strictObject({ name: z.string().trim().min(1).max(300).default('import') }) },
        responses: {
          201: json(incidentUpload, 'What it seems to hold'),
          ...problems(400, 401, 403, 413, 415, 422, 429),
        },
      }),
      async (c) => {
        const body = c.req.raw.body
        if (!body) throw new ProblemError('bad-request', { sv: 'Filen är tom.', en: 'The file is empty.' })
        const owner = actorOf(c.var.caller).id
        const input = Readable.fromWeb(body as ReadableStream<Uint8Array>)
        const upload = await uploads.keep(owner, c.req.valid('query').name, input)
        try {
          return c.json((await lookAt(upload)) as never, 201, { 'cache-control': 'no-store' })
        } catch (error) {
          await uploads.remove(owner, upload.id)
          throw error instanceof FormatError ? new ProblemError('invalid', error.text) : error
        }
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/incidents/uploads/{id}/preview',
        summary: 'What would come of a file with a mapping; nothing is written',
        request: {
          params,
          body: { content: { 'application/json': { schema: incidentMapping } }, required: true },
        },
        responses: lines,
      }),
      (c) => run(c, uploaded(c, c.req.valid('param').id), c.req.valid('json'), true) as never,
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/incidents/uploads/{id}/import',
        summary: 'Take a file in with a mapping: all that holds, or nothing',
        request: {
          params,
          body: { content: { 'application/json': { schema: incidentMapping } }, required: true },
        },
        responses: lines,
      }),
      (c) => run(c, uploaded(c, c.req.valid('param').id), c.req.valid('json'), false) as never,
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/incidents/uploads/{id}',
        summary: 'Let go of a file',
        request: { params },
        responses: { 204: { description: 'Gone' }, ...problems(401, 403) },
      }),
      async (c) => {
        await uploads.remove(actorOf(c.var.caller).id, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/mappings/{name}',
        summary: 'A mapping that is kept',
        request: { params: z.object({ name: z.string().max(80) }) },
        responses: { 200: json(incidentMapping, 'The mapping'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { name } = c.req.valid('param')
        // The command line reads it too, which has no view of the police's.
        const mapping = await database.owner((sql) => findMapping(sql, name))
        if (!mapping)
          throw new ProblemError('not-found', {
            sv: `Det finns ingen mappning som heter ${name}.`,
            en: `There is no mapping called ${name}.`,
          })
        return c.json(mapping as never, 200, { 'cache-control': 'no-store' })
      },
    )
}

async function lookAt({ id, name, bytes, reopen }: Upload): Promise<IncidentUpload> {
  const { header, rows } = await openTable(reopen)
  const first: TableRecord[] = []
  for await (const row of rows) if (first.push(row) === looked) break
  const sample = first
    .slice(0, shown)
    .map(({ line, cells }) => ({ line, cells: header.map((_, at) => (cells[at] ?? '').slice(0, 200)) }))
  return { id, name, bytes, header: [...header], sample, guess: guessMapping(header, first) }
}
