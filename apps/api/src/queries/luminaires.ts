import type { Audience } from '@trygghetskartan/layers'
import type { LuminaireFiles } from '@trygghetskartan/siting'
import type { LuminaireAnswer, LuminaireInfo } from '../contract-siting.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

const info = (sql: Sql) => sql`
  l.id::text as id, l.name, l.format, l.manufacturer, l.lumens, l.efficiency, l.watts, coalesce(l.author, 'Demonstration') as "by",
  to_jsonb(l.created_at) #>> '{}' as "at"`

/** Photometric files, by name. */
export const listLuminaires = (sql: Sql, audience: Audience): Promise<LuminaireInfo[]> => sql<
  LuminaireInfo[]
>`
  select ${info(sql)} from ${sql(schemaOf[audience])}.luminaires l order by l.name, l.id`

/** A file with its text; undefined where there is none. */
export async function findLuminaire(
  sql: Sql,
  audience: Audience,
  id: string,
): Promise<LuminaireAnswer | undefined> {
  const [row] = await sql<LuminaireAnswer[]>`
    select ${info(sql)}, l.text from ${sql(schemaOf[audience])}.luminaires l where l.id = ${id}`
  return row
}

/** The texts of files by their ids; what is not there is not in the answer. */
export async function readLuminaires(
  sql: Sql,
  audience: Audience,
  ids: readonly string[],
): Promise<LuminaireFiles> {
  if (ids.length === 0) return {}
  const rows = await sql<{ id: string; format: 'ldt' | 'ies'; text: string }[]>`
    select l.id::text as id, l.format, l.text from ${sql(schemaOf[audience])}.luminaires l where l.id in ${sql([...ids])} order by l.id`
  return Object.fromEntries(rows.map(({ id, format, text }) => [id, { format, text }]))
}

export const insertLuminaire = (
  sql: Sql,
  audience: Audience,
  one: Omit<LuminaireAnswer, 'by' | 'at'>,
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${sql(schemaOf[audience])}.luminaires (id, name, format, text, manufacturer, lumens, efficiency, watts)
    values (${one.id}, ${one.name}, ${one.format}, ${one.text}, ${one.manufacturer}, ${one.lumens}, ${one.efficiency}, ${one.watts})`,
  )

/** False where there is none; one that lamps use is a foreign key's refusal (23503). */
export async function deleteLuminaire(sql: Sql, audience: Audience, id: string): Promise<boolean> {
  const { count } = await sql`delete from ${sql(schemaOf[audience])}.luminaires l where l.id = ${id}`
  return count === 1
}
