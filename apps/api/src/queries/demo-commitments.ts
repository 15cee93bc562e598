import type { Sql } from '../database/database.ts'
import { pauseTriggers } from './demo.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Rows of the tables of promises, by what the tables are called; links name what they are to by its title, under `object`. */
export interface DemoCommitments {
  readonly agreements: Rows
  readonly commitments: Rows
  readonly texts: Rows
  readonly grounds: Rows
  readonly activities: Rows
  readonly measures: Rows
  readonly readings: Rows
  readonly statuses: Rows
  readonly signatures: Rows
}

const tableOf = (part: string) => (part === 'commitments' ? part : `commitment_${part}`)

/** Stores the demonstration's promises after its layers, as if they had been written on their days. */
export async function insertDemoCommitments(sql: Sql, demo: DemoCommitments): Promise<void> {
  for (const [part, rows] of Object.entries(demo) as [string, Rows][]) {
    await pauseTriggers(sql, tableOf(part), true)
    const linked: Record<string, unknown>[] = []
    for (const { object, ...row } of rows)
      linked.push(
        object === undefined ? row : { ...row, object_id: await findByTitle(sql, row.layer, object) },
      )
    const columns = Object.keys(linked[0] ?? {})
    const { count } = await sql`
      insert into core.${sql(tableOf(part))} (${sql(columns)})
      select ${sql(columns)} from jsonb_populate_recordset(null::core.${sql(tableOf(part))}, ${sql.json(linked as never)})`
    if (count !== rows.length)
      throw new Error(`${rows.length - count} rows of ${tableOf(part)} were not stored`)
    await pauseTriggers(sql, tableOf(part), false)
  }
}

/** The newest demonstration object of a layer that is called so; null where no layer is given. */
async function findByTitle(sql: Sql, layer: unknown, title: unknown): Promise<string | null> {
  if (layer === null) return null
  const [found] = await sql<{ id: string }[]>`
    select id from core.${sql(String(layer))} where demo and title = ${String(title)} order by created_at desc, id limit 1`
  if (!found) throw new Error(`the demonstration has no ${String(layer)} called ${String(title)}`)
  return found.id
}

/** Removes demonstration promises, and the agreements that no other promise is made under. */
export async function deleteDemoCommitments(sql: Sql): Promise<void> {
  await sql`delete from core.commitments where demo`
  await sql`
    delete from core.commitment_agreements a where a.demo and not exists (select from core.commitments c where c.agreement = a.id)`
}
