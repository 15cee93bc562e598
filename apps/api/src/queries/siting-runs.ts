import type { Audience } from '@trygghetskartan/layers'
import type { LuminaireFiles, SitingRunKind } from '@trygghetskartan/siting'
import type { SitingRunInfo } from '../contract-siting.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

export interface StoredRun extends SitingRunInfo {
  request: Record<string, unknown>
  luminaires: LuminaireFiles
  ground: string
  demand: string
  result: Record<string, unknown>
}

/** An audience reads what its views show; the owner of the database everything. */
export type Reader = Audience | 'owner'

const runsOf = (sql: Sql, reader: Reader) =>
  reader === 'owner'
    ? sql`(select o.*, (select a.name from identity.accounts a where a.id = o.account_id) as author from core.siting_runs o)`
    : sql`${sql(schemaOf[reader])}.siting_runs`

const info = (sql: Sql, account: string) => sql`
  r.id::text as id, r.kind, r.title, r.plan_id::text as plan, coalesce(r.author, 'Demonstration') as "by",
  coalesce(r.account_id::text = ${account}, false) as mine, to_jsonb(r.created_at) #>> '{}' as "at", r.methods`

/** Runs the caller sees, newest first, at most 500. */
export const listRuns = (
  sql: Sql,
  audience: Audience,
  account: string,
  { plan = null, kind = null }: { plan?: string | null | undefined; kind?: SitingRunKind | null | undefined },
): Promise<SitingRunInfo[]> => sql<SitingRunInfo[]>`
  select ${info(sql, account)} from ${sql(schemaOf[audience])}.siting_runs r
  where (${plan}::uuid is null or r.plan_id = ${plan}) and (${kind}::text is null or r.kind = ${kind})
  order by r.created_at desc, r.id limit 500`

/** A run with the names of what it was made of; undefined where the caller sees none. */
export async function findRun(
  sql: Sql,
  reader: Reader,
  account: string,
  id: string,
): Promise<StoredRun | undefined> {
  const [run] = await sql<(Omit<StoredRun, 'request' | 'luminaires' | 'result'> & Record<Texts, string>)[]>`
    select ${info(sql, account)}, r.ground, r.demand, r.request::text as request, r.luminaires::text as luminaires, r.result::text as result
    from ${runsOf(sql, reader)} r where r.id = ${id}`
  if (!run) return undefined
  return {
    ...run,
    request: JSON.parse(run.request) as Record<string, unknown>,
    luminaires: JSON.parse(run.luminaires) as LuminaireFiles,
    result: JSON.parse(run.result) as Record<string, unknown>,
  }
}
type Texts = 'request' | 'luminaires' | 'result'

/** What runs were made of, packed, by its name. */
export async function readInputs(
  sql: Sql,
  reader: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await sql<{ sha256: string; content: Uint8Array }[]>`
    select sha256, content from ${sql(reader === 'owner' ? 'core' : schemaOf[reader])}.siting_inputs where sha256 in ${sql([...names])}`
  return new Map(rows.map(({ sha256, content }) => [sha256, content]))
}

/** Keeps a packed input once. */
export const keepInput = (
  sql: Sql,
  audience: Audience,
  sha256: string,
  content: Buffer,
): Promise<unknown> => sql`
  insert into ${sql(schemaOf[audience])}.siting_inputs (sha256, content) values (${sha256}, ${content}) on conflict do nothing`

export interface NewRun
  extends Pick<StoredRun, 'id' | 'kind' | 'title' | 'plan' | 'methods' | 'ground' | 'demand'> {
  request: unknown
  luminaires: LuminaireFiles
  result: unknown
}

export const insertRun = (sql: Sql, audience: Audience, run: NewRun): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${sql(schemaOf[audience])}.siting_runs (id, kind, title, plan_id, methods, request, luminaires, ground, demand, result)
    values (${run.id}, ${run.kind}, ${run.title}, ${run.plan}, ${run.methods}, ${JSON.stringify(run.request)}::text::json,
      ${JSON.stringify(run.luminaires)}::text::json, ${run.ground}, ${run.demand}, ${JSON.stringify(run.result)}::text::json)`,
  )

/** False where the caller sees no such run; somebody else's is refused (42501). */
export async function deleteRun(sql: Sql, audience: Audience, id: string): Promise<boolean> {
  const { count } = await sql`delete from ${sql(schemaOf[audience])}.siting_runs r where r.id = ${id}`
  return count === 1
}
