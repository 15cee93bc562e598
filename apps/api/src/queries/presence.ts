import type { NewPresence, Presence } from '../contract-patrol.ts'
import type { Sql } from '../database/database.ts'

export interface PresenceFilter {
  readonly id?: string | undefined
  readonly zone?: string | undefined
  /** Instants. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Entries told at once, the newest. */
const most = 2000

/** When the police were in the zones they see, newest first; what is withdrawn among it. */
export const listPresence = (
  sql: Sql,
  account: string,
  { id, zone, from, to }: PresenceFilter,
): Promise<Presence[]> => sql<Presence[]>`
  select id, zone_id as zone, to_jsonb(from_at) #>> '{}' as from, to_jsonb(to_at) #>> '{}' as to, presence, officers, note,
    by_name as by, account = ${account} as mine, to_jsonb(at) #>> '{}' as at,
    case when withdrawn_at is not null
      then jsonb_build_object('at', withdrawn_at, 'by', withdrawn_by_name, 'why', withdrawn_why) end as withdrawn
  from police.presence_log
  where true ${id ? sql`and id = ${id}` : sql``} ${zone ? sql`and zone_id = ${zone}` : sql``}
    ${from ? sql`and to_at > ${from}` : sql``} ${to ? sql`and from_at < ${to}` : sql``}
  order by from_at desc, id limit ${most}`

/** A taken id is a unique violation (23505); a zone that is not there a foreign key's (23503). */
export async function insertPresence(sql: Sql, entry: NewPresence): Promise<void> {
  const { id, zone, from, to, presence, officers = null, note = null } = entry
  await sql`
    insert into police.presence_log (id, zone_id, from_at, to_at, presence, officers, note)
    values (${id}, ${zone}, ${from}, ${to}, ${presence}, ${officers}, ${note})`
}

/** False where there is no such entry. Somebody else's is refused (42501). */
export async function withdrawPresence(sql: Sql, id: string, why: string): Promise<boolean> {
  const { count } = await sql`update police.presence_log set withdrawn_why = ${why} where id = ${id}`
  return count === 1
}
