import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { auditCsv } from '../audit/audit-csv.ts'
import { type Head, headSchema, headsFile, readHeads } from '../audit/heads.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { AuditAnswer, AuditVerification } from '../contract-admin.ts'
import { listAudit } from '../queries/audit-search.ts'
import { json, problems } from '../schemas.ts'

const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
const word = z.string().min(1).max(200)
const filter = z.strictObject({
  from: time.optional(),
  to: time.optional(),
  actor: word.optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z-]{0,40}(\.[a-z][a-z-]{0,40})?$/)
    .optional(),
  kind: word.optional(),
  object: word.optional(),
  q: word.optional(),
})
const query = filter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})

const entry = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.object({ id: z.string(), name: z.string(), audience: z.string() }),
  address: z.string().nullable(),
  action: z.string(),
  kind: z.string(),
  object: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  detail: z.unknown(),
  hash: z.string(),
})
const auditAnswer = z.object({ entries: z.array(entry), next: z.int().nullable() }).openapi('Audit')
const verification = z
  .object({
    ok: z.boolean(),
    checked: z.int(),
    from: z.int(),
    head: z.object({ seq: z.int(), hash: z.string(), at: z.string() }).nullable(),
    heads: z.int(),
    problems: z.array(
      z.object({
        seq: z.int().nullable(),
        kind: z.string(),
        text: z.object({ sv: z.string(), en: z.string() }),
      }),
    ),
  })
  .openapi('AuditVerification')

/** /api/audit: search, export and verification of the audit trail. */
export function auditRoutes({ database, audit, env }: Services) {
  async function* allHeads(given: readonly Head[]): AsyncIterable<Head | null> {
    yield* readHeads(headsFile(env.DATA_FOLDER))
    yield* given
  }
  const verify = async (caller: Caller, given: readonly Head[]): Promise<AuditVerification> => {
    const found = await verifyAudit(database, () => allHeads(given))
    const { ok, checked, heads } = found
    await audit.record(caller, {
      action: 'audit.verified',
      kind: 'audit',
      object: null,
      detail: { ok, checked, heads },
    })
    return found
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/audit',
        summary: 'Who did what, newest first',
        request: { query },
        responses: { 200: json(auditAnswer, 'A page of entries'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { limit, before, ...wanted } = c.req.valid('query')
        const entries = await database.read('admin', (sql) =>
          listAudit(sql, wanted, { before: before ?? null, limit: limit + 1 }),
        )
        const shown = entries.slice(0, limit)
        const answer: AuditAnswer = {
          entries: shown,
          next: entries.length > limit ? shown.at(-1)!.seq : null,
        }
        return c.json(answer as never, 200, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/audit.csv',
        summary: 'The same entries as a table for a spreadsheet; the export is itself recorded',
        request: { query: filter },
        responses: {
          200: {
            description: 'Semicolon-separated, UTF-8 with byte order mark',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...problems(400, 401, 403),
        },
      }),
      async (c) => {
        const wanted = c.req.valid('query')
        await audit.record(c.var.caller, {
          action: 'audit.exported',
          kind: 'audit',
          object: null,
          detail: wanted,
        })
        const lines = auditCsv(database, wanted, c.var.language)
        const body = Readable.toWeb(Readable.from(lines).map((text: string) => Buffer.from(text)))
        return c.body(body as ReadableStream<Uint8Array>, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="audit.csv"',
          'cache-control': 'no-store',
        })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/audit/verification',
        summary: 'Recomputes the chain and compares it with the exported heads',
        responses: { 200: json(verification, 'What was found'), ...problems(401, 403) },
      }),
      async (c) => c.json((await verify(c.var.caller, [])) as never, 200, { 'cache-control': 'no-store' }),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/audit/verification',
        summary: 'The same, compared with heads that were kept elsewhere too',
        request: {
          body: {
            content: {
              'application/json': { schema: z.strictObject({ heads: z.array(headSchema).max(5000) }) },
            },
            required: true,
          },
        },
        responses: { 200: json(verification, 'What was found'), ...problems(401, 403, 413, 422) },
      }),
      async (c) =>
        c.json((await verify(c.var.caller, c.req.valid('json').heads)) as never, 200, {
          'cache-control': 'no-store',
        }),
    )
}
