import type { IncidentMapping } from '@trygghetskartan/formats'
import type { IncidentImportInfo, KeptIncidentMapping } from '../contract-incidents.ts'
import type { Sql } from '../database/database.ts'
import type { RejectRow } from './imports.ts'

export const listMappings = (sql: Sql): Promise<KeptIncidentMapping[]> => sql<KeptIncidentMapping[]>`
  select name, mapping, version, to_jsonb(updated_at) #>> '{}' as "updatedAt", updated_by_name as by from police.incident_mappings order by name`

/** As the owner: for the command line. Undefined where there is none of that name. */
export async function findMapping(sql: Sql, name: string): Promise<unknown> {
  const [row] = await sql<
    { mapping: unknown }[]
  >`select mapping from core.incident_mappings where name = ${name}`
  return row?.mapping
}

/** Keeps a mapping under a name, whatever was kept under it before. */
export async function keepMapping(sql: Sql, name: string, mapping: IncidentMapping): Promise<void> {
  const json = JSON.stringify(mapping)
  const { count } =
    await sql`update police.incident_mappings set mapping = ${json}::text::jsonb where name = ${name}`
  if (count === 0)
    await sql`insert into police.incident_mappings (name, mapping) values (${name}, ${json}::text::jsonb)`
}

/** Whether there was one. */
export async function removeMapping(sql: Sql, name: string): Promise<boolean> {
  const { count } = await sql`delete from police.incident_mappings where name = ${name}`
  return count === 1
}

type ImportRow = Omit<IncidentImportInfo, 'message'> & { message: { sv: string; en: string } | null }

/** The newest first. */
export const listIncidentImports = (sql: Sql, limit: number): Promise<ImportRow[]> => sql<ImportRow[]>`
  select id::text as id, to_jsonb(at) #>> '{}' as at, actor_name as by, name, read::float8 as read, written::float8 as written,
    unchanged::float8 as unchanged, refused::float8 as refused, outcome, message
  from police.incident_imports order by at desc, id limit ${limit}`

/** What an import of incidents refused, in the order of the file; undefined where there is no such import. */
export async function readIncidentRejects(sql: Sql, id: string): Promise<RejectRow[] | undefined> {
  const [known] = await sql`select 1 from police.incident_imports where id = ${id}`
  if (!known) return undefined
  return sql<RejectRow[]>`
    select line, element, code, message from police.incident_import_rejects where import_id = ${id} order by nth`
}
