import type { Sql } from '../database/database.ts'

/**
 * Counts incidents in fixed squares for those who may not see them. Anew: whatever was told before; otherwise a square says something else
 * only where five or more have come or gone, or a quarter has ended. As the owner.
 */
export async function countIncidents(sql: Sql, anew = false): Promise<void> {
  await sql`select core.count_incidents(${anew})`
}

/** Counts them where that has not been done since the last quarter ended. As the owner. True where it was. */
export async function countIncidentsOfQuarter(sql: Sql): Promise<boolean> {
  const rows = await sql`
    select core.count_incidents() where not exists (
      select from core.incident_counting t where t.until = date_trunc('quarter', now() at time zone 'Europe/Stockholm'))`
  return rows.length > 0
}
