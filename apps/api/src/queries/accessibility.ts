import type { AccessibilityFault } from '../contract-around.ts'
import type { Sql } from '../database/database.ts'
import type { SpentProof } from '../reports/proof.ts'

/** Keeps a fault once, as the public. A proof that is spent is refused by 23514 (proof_spent). */
export async function keepFault(
  sql: Sql,
  id: string,
  { page, what, aid }: { page: string; what: string; aid?: string | undefined },
  proof: SpentProof | null,
): Promise<'made' | 'same' | 'other' | 'many' | 'unproved'> {
  const [row] = await sql<{ how: 'made' }[]>`
    select public_map.report_fault(${id}::uuid, ${page}, ${what}, ${aid ?? null},
      ${proof?.sha256 ?? null}, ${proof?.expiresAt ?? null}) as how`
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
