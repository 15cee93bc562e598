import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'
import { listed } from './fragments.ts'

/** Tables of a picture whose rows are written one by one. */
export const pictureTables = {
  attendance: 'picture_attendance',
  decisions: 'picture_decisions',
  tasks: 'picture_tasks',
} as const
export type PictureRows = keyof typeof pictureTables

/** Columns by what the wire calls them. */
const columnOf: Readonly<Record<string, string>> = { dueOn: 'due_on' }
const cast: Readonly<Record<string, string>> = { dueOn: 'date', present: 'boolean', internal: 'boolean' }

type Values = Readonly<Record<string, string | boolean | null>>

const columnsOf = (values: Values) => Object.keys(values).map((key) => columnOf[key] ?? key)
const shown = (sql: Sql, key: string, value: Values[string]) =>
  cast[key] === 'date' ? sql`${value}::date` : sql`${value}`

/** Adds a row. */
export async function insertRow(
  sql: Sql,
  audience: Audience,
  rows: PictureRows,
  values: Values & { readonly id: string; readonly week: string },
): Promise<void> {
  await sql`
    insert into ${sql(schemaOf[audience])}.${sql(pictureTables[rows])} (${listed(
      sql,
      columnsOf(values).map((column) => sql`${sql(column)}`),
    )})
    values (${listed(
      sql,
      Object.entries(values).map(([key, value]) => shown(sql, key, value)),
    )})`
}

/** Changes a row; false where its version is another or it is gone. */
export async function updateRow(
  sql: Sql,
  audience: Audience,
  rows: PictureRows,
  { week, id, version }: { week: string; id: string; version: number },
  values: Values,
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.${sql(pictureTables[rows])}
    set ${listed(
      sql,
      Object.entries(values).map(
        ([key, value]) => sql`${sql(columnOf[key] ?? key)} = ${shown(sql, key, value)}`,
      ),
    )}
    where week = ${week} and id = ${id} and version = ${version}`
  return count === 1
}

/** Removes a row; false where its version is another or it is gone. */
export async function deleteRow(
  sql: Sql,
  audience: Audience,
  rows: PictureRows,
  { week, id, version }: { week: string; id: string; version: number },
): Promise<boolean> {
  const { count } = await sql`
    delete from ${sql(schemaOf[audience])}.${sql(pictureTables[rows])} where week = ${week} and id = ${id} and version = ${version}`
  return count === 1
}
