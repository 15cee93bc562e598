import type { Sql } from '../database/database.ts'

/** Objects of a layer and when the newest of them changed, ISO. As the owner. */
export async function readLayerHealth(
  sql: Sql,
  layer: string,
): Promise<{ objects: number; changedAt: string | null }> {
  const [row] = await sql<{ objects: number; changedAt: string | null }[]>`
    select count(*)::float8 as objects, to_jsonb(max(t.updated_at)) #>> '{}' as "changedAt" from core.${sql(layer)} t`
  return row!
}
