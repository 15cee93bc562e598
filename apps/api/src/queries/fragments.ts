import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../database/database.ts'

export type Fragment = PendingQuery<Row[]>

/** Fragments one after another with commas between; the list must not be empty. */
export const listed = (sql: Sql, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, part) => sql`${all}, ${part}`)

/** Column names with commas between, quoted, each after `prefix.` where one is given. */
export const columns = (sql: Sql, names: readonly string[], prefix?: string): Fragment =>
  listed(
    sql,
    names.map((name) => sql`${sql(prefix ? `${prefix}.${name}` : name)}`),
  )
