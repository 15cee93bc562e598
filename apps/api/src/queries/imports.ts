import type { Refusal, Text } from '@trygghetskartan/formats'
import type { ImportInfo } from '../contract-admin.ts'
import type { Actor, Sql } from '../database/database.ts'
import type { ImportSummary } from '../imports/summary.ts'

type Counts = Pick<
  ImportSummary,
  'bytes' | 'read' | 'written' | 'unchanged' | 'removed' | 'refused' | 'seconds' | 'reasons'
>

export interface KeptImport {
  readonly id: string
  readonly actor: Actor
  readonly format: string
  readonly layer: string | null
  readonly name: string
  /** null where it came to nothing. */
  readonly summary: Counts | null
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly message: Text | null
}

const nothing = {
  bytes: 0,
  read: 0,
  written: 0,
  unchanged: 0,
  removed: 0,
  refused: 0,
  seconds: 0,
  reasons: {},
}

export async function insertImport(sql: Sql, kept: KeptImport): Promise<void> {
  const { id, actor, format, layer, name, outcome, message } = kept
  const counts = kept.summary ?? nothing
  await sql`
    insert into core.imports (id, actor_id, actor_name, format, layer, name, bytes, read, written, unchanged, removed, refused, reasons,
      seconds, outcome, message)
    values (${id}, ${actor.id}, ${actor.name}, ${format}, ${layer}, ${name}, ${counts.bytes}, ${counts.read}, ${counts.written},
      ${counts.unchanged}, ${counts.removed}, ${counts.refused}, ${JSON.stringify(counts.reasons)}::text::jsonb, ${counts.seconds},
      ${outcome}, ${message && JSON.stringify(message)}::text::jsonb)`
}

const rowsAtOnce = 2000

export async function insertRejects(sql: Sql, id: string, rejects: readonly Refusal[]): Promise<void> {
  for (let from = 0; from < rejects.length; from += rowsAtOnce) {
    const rows = rejects
      .slice(from, from + rowsAtOnce)
      .map(({ line, element, code, message }, at) => ({ nth: from + at, line, element, code, message }))
    await sql`
      insert into core.import_rejects (import_id, nth, line, element, code, message)
      select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r(nth integer, line integer, element text, code text, message jsonb)`
  }
}

export type ImportRow = Omit<ImportInfo, 'message'> & { message: Text | null }

/** The newest first, as an administrator sees them. */
export const readImports = (sql: Sql, limit: number) => sql<ImportRow[]>`
  select id::text as id, to_jsonb(at) #>> '{}' as at, actor_name as by, format, layer, name, read::float8 as read,
    written::float8 as written, unchanged::float8 as unchanged, removed::float8 as removed, refused::float8 as refused, outcome, message
  from admin.imports order by at desc, id limit ${limit}`

export interface RejectRow {
  line: number | null
  element: string | null
  code: string
  message: Text
}

/** What an import refused, in the order of the file; undefined where there is no such import. Of incidents the police alone. */
export async function readRejects(sql: Sql, id: string): Promise<RejectRow[] | undefined> {
  const [known] = await sql`select 1 from admin.imports where id = ${id} and format <> 'incidents'`
  if (!known) return undefined
  return sql<RejectRow[]>`
    select line, element, code, message from admin.import_rejects where import_id = ${id} order by nth`
}
