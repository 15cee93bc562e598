import type { Sql } from '../database/database.ts'

/**
 * Counts incidents in fixed squares for those who may not see them. Anew: whatever was told before; otherwise a square says something else
 * only where five or more have come or gone, or a quarter has ended. As the owner.
 */
export async function countIncidents(sql: Sql, anew = false): Promise<void> {
  await sql`select core.count_incidents(${anew})`
}
