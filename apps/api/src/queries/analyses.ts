import type { AnalysisKind, AnalysisQuestion, SavedResult } from '@trygghetskartan/analysis'
import type { AnalysisAnswer, AnalysisInfo } from '../contract-analyses.ts'
import type { Sql } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

/** The police read what their views show; the owner of the database everything. */
export type AnalysisReader = 'police' | 'owner'

export interface StoredAnalysis extends AnalysisAnswer {
  /** Names of what is kept; null where it is made of none. */
  incidents: string | null
  streets: string | null
}

const analysesOf = (sql: Sql, reader: AnalysisReader) =>
  reader === 'owner'
    ? sql`(select o.*, (select a.name from identity.accounts a where a.id = o.account_id) as author from core.analyses o)`
    : sql`police.analyses`

const info = (sql: Sql, account: string) => sql`
  a.id::text as id, a.kind, a.title, a.shared, coalesce(a.author, 'Demonstration') as "by", coalesce(a.account_id::text = ${account}, false) as mine,
  to_jsonb(a.created_at) #>> '{}' as "at", a.methods, a.n`

/** What the caller sees, newest first, at most 500. */
export const listAnalyses = (
  sql: Sql,
  account: string,
  { kind = null, id = null }: { kind?: AnalysisKind | null | undefined; id?: string | null },
): Promise<AnalysisInfo[]> => sql<AnalysisInfo[]>`
  select ${info(sql, account)} from police.analyses a
  where (${kind}::text is null or a.kind = ${kind}) and (${id}::uuid is null or a.id = ${id})
  order by a.created_at desc, a.id limit 500`

/** One with the names of what it was made of; undefined where the caller sees none. */
export async function findAnalysis(
  sql: Sql,
  reader: AnalysisReader,
  account: string,
  id: string,
): Promise<StoredAnalysis | undefined> {
  const [row] = await sql<
    (Omit<StoredAnalysis, 'question' | 'result'> & { question: string; result: string })[]
  >`
    select ${info(sql, account)}, a.incidents, a.streets, a.question::text as question, a.result::text as result
    from ${analysesOf(sql, reader)} a where a.id = ${id}`
  return (
    row && {
      ...row,
      question: JSON.parse(row.question) as AnalysisQuestion,
      result: JSON.parse(row.result) as SavedResult,
    }
  )
}

/** What analyses were made of, packed, by its name. */
export async function readAnalysisInputs(
  sql: Sql,
  reader: AnalysisReader,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await sql<{ sha256: string; content: Uint8Array }[]>`
    select sha256, content from ${sql(reader === 'owner' ? 'core' : 'police')}.analysis_inputs where sha256 in ${sql([...names])}`
  return new Map(rows.map(({ sha256, content }) => [sha256, content]))
}

/** Keeps a packed input once. */
export const keepAnalysisInput = (sql: Sql, sha256: string, content: Buffer): Promise<unknown> => sql`
  insert into police.analysis_inputs (sha256, content) values (${sha256}, ${content}) on conflict do nothing`

export interface InsertedAnalysis
  extends Pick<
    StoredAnalysis,
    'id' | 'kind' | 'title' | 'shared' | 'methods' | 'incidents' | 'streets' | 'n'
  > {
  question: AnalysisQuestion
  result: SavedResult
}

export const insertAnalysis = (sql: Sql, one: InsertedAnalysis): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into police.analyses (id, kind, title, shared, methods, question, incidents, streets, result, n)
    values (${one.id}, ${one.kind}, ${one.title}, ${one.shared}, ${one.methods}, ${JSON.stringify(one.question)}::text::json,
      ${one.incidents}, ${one.streets}, ${JSON.stringify(one.result)}::text::json, ${one.n})`,
  )

/** False where the caller sees none such; somebody else's is refused (42501). */
export async function updateAnalysis(
  sql: Sql,
  id: string,
  { title, shared }: { title?: string | undefined; shared?: boolean | undefined },
): Promise<boolean> {
  const { count } = await sql`
    update police.analyses a set title = coalesce(${title ?? null}, a.title), shared = coalesce(${shared ?? null}, a.shared)
    where a.id = ${id}`
  return count === 1
}

/** False where the caller sees none such; somebody else's is refused (42501). */
export async function deleteAnalysis(sql: Sql, id: string): Promise<boolean> {
  const { count } = await sql`delete from police.analyses a where a.id = ${id}`
  return count === 1
}
