import type { AccessibilityFault, NewFault } from '../contract-around.ts'
import type { Sql } from '../database/database.ts'

/** Keeps a fault once: made, same, other or many. As the public. */
export async function keepFault(sql: Sql, id: string, { page, what, aid }: NewFault): Promise<string> {
  const [row] = await sql<{ how: string }[]>`
    select public_map.report_fault(${id}::uuid, ${page}, ${what}, ${aid ?? null}) as how`
  return row!.how
}

/** Those that wait first, newest first. As an administrator. */
export const listFaults = (sql: Sql): Promise<AccessibilityFault[]> =>
  sql<AccessibilityFault[]>`
    select id::text as id, page, what, aid, received_on::text as "receivedOn", handled_on::text as "handledOn"
    from admin.accessibility_faults order by handled_on is not null, received_on desc, id limit 500`

/** False where there is no such fault. As an administrator. */
export async function handleFault(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`
    update admin.accessibility_faults set handled_on = coalesce(handled_on, greatest(received_on, (now() at time zone 'Europe/Stockholm')::date))
    where id = ${id} returning id`
  return rows.length > 0
}
