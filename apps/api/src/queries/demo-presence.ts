import type { Sql } from '../database/database.ts'

/** An entry of the log of presence, as its table has it. */
export interface DemoPresence {
  readonly id: string
  readonly zone_id: string
  readonly from_at: string
  readonly to_at: string
  readonly presence: 'visible' | 'targeted'
  readonly officers: number
  readonly note: string | null
  readonly account: string
  readonly by_name: string
  readonly at: string
}

/** @throws Error when fewer rows arrive than were sent */
export async function insertDemoPresence(sql: Sql, rows: readonly DemoPresence[]): Promise<void> {
  const { count } = await sql`
    insert into core.presence_log (id, zone_id, from_at, to_at, presence, officers, note, account, by_name, at, demo)
    select id, zone_id, from_at, to_at, presence, officers, note, account, by_name, at, true
    from jsonb_populate_recordset(null::core.presence_log, ${sql.json(rows as never)})`
  if (count !== rows.length) throw new Error(`${rows.length - count} entries of presence were not stored`)
}
