import type { Sql } from '../database/database.ts'
import { columns } from './fragments.ts'

/** Who wrote, as history shows it. */
export const actAsImport = (sql: Sql, file: string) => sql`
  select set_config('app.actor_id', 'import', true), set_config('app.actor_name', ${`Import: ${file}`}, true)`

/**
 * Checked rows on their way in, gone at the end of the transaction. `given`: the file gave the id, so that it also says what
 * changes; a row known by its content alone is never written over what somebody has changed since.
 */
export const createRowStage = (sql: Sql) => sql`
  create temporary table staged_rows (
    nth integer primary key, id uuid not null unique, given boolean not null,
    line integer, element text, row jsonb not null, geom geometry not null
  ) on commit drop`

/** Returns how many rows went in. */
export async function stageRows(sql: Sql, json: string): Promise<number> {
  const { count } = await sql`
    insert into staged_rows
    select * from jsonb_to_recordset(${json}::text::jsonb)
      as r(nth integer, id uuid, given boolean, line integer, element text, row jsonb, geom geometry)`
  return count
}

/** The planner knows nothing of a fresh table. */
export const analyzeRowStage = (sql: Sql) => sql`analyze staged_rows (nth, id, given)`

/** Rows numbered from..to. */
export type Range = readonly [from: number, to: number]

/** Changes rows of the layer that the file gives otherwise, and inserts those it does not have. Returns how many rows that were. */
export async function writeRows(
  sql: Sql,
  layer: string,
  names: readonly string[],
  [from, to]: Range,
): Promise<number> {
  const table = sql`core.${sql(layer)}`
  const all = ['geom', ...names]
  const staged = sql`
    select s.id, s.given, s.geom, ${columns(sql, names, 'p')}
    from staged_rows s cross join lateral jsonb_populate_record(null::${table}, s.row) p
    where s.nth between ${from} and ${to}`
  const updated = await sql`
    update ${table} t set (${columns(sql, all)}) = (${columns(sql, all, 'n')})
    from (${staged}) n
    where t.id = n.id and n.given and (${columns(sql, all, 't')}) is distinct from (${columns(sql, all, 'n')})`
  const inserted = await sql`
    insert into ${table} (id, ${columns(sql, all)})
    select n.id, ${columns(sql, all, 'n')} from (${staged}) n
    where not exists (select from ${table} t where t.id = n.id)`
  return updated.count + inserted.count
}

/** How many staged rows the layer has. */
export async function countWritten(sql: Sql, layer: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from staged_rows s join core.${sql(layer)} t on t.id = s.id`
  return row!.count
}

/** Takes one row out again and tells where it stood. */
export async function unstageRow(sql: Sql, nth: number): Promise<{ line: number; element: string }> {
  const [row] = await sql<{ line: number; element: string }[]>`
    delete from staged_rows where nth = ${nth} returning line, element`
  return row!
}

export const notifyReload = (sql: Sql, layer: string) => sql`select core.notify_reload(${layer})`
