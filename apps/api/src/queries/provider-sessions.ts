import type { Sql } from '../database/database.ts'

/** Which sessions a provider says are over: of one session of its own, or of a person. */
export interface ProviderLogout {
  /** Id of the provider. */
  readonly issuer: string
  readonly sid: string | null
  readonly subject: string | null
  /** Sessions opened later are not meant. */
  readonly openedBefore: Date
}

/** Ends what a provider's logout means; the ids of the sessions. */
export async function endProviderSessions(sql: Sql, logout: ProviderLogout): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update identity.sessions s set ended_at = now(), ended_why = 'provider'
    from identity.accounts a
    where a.id = s.account_id and s.ended_at is null and a.issuer = ${logout.issuer} and s.created_at <= ${logout.openedBefore}
      and (${logout.sid}::text is null or s.provider_sid = ${logout.sid})
      and (${logout.subject}::text is null or a.subject = ${logout.subject})
      and (${logout.sid}::text is not null or ${logout.subject}::text is not null)
    returning s.id`
  return rows.map(({ id }) => id)
}

/** A session whose provider is to be asked again. */
export interface DueRefresh {
  readonly id: string
  readonly accountId: string
  readonly issuer: string
  readonly subject: string
  /** As the account has them. */
  readonly name: string
  readonly email: string | null
  readonly audience: string | null
  readonly claimedAudience: string | null
  /** Sealed. */
  readonly refreshToken: string
}

/** Sessions whose time to be refreshed has come; no other server takes them before the lease is over. */
export async function takeDueRefreshes(
  sql: Sql,
  now: Date,
  lease: Date,
  limit: number,
): Promise<DueRefresh[]> {
  return await sql<DueRefresh[]>`
    update identity.sessions s set refresh_at = ${lease}
    from identity.accounts a
    where a.id = s.account_id and s.id in (
      select d.id from identity.sessions d
      where d.refresh_at <= ${now} and d.refresh_token is not null and d.ended_at is null
        and d.idle_until > ${now} and d.absolute_until > ${now}
      order by d.refresh_at limit ${limit} for update skip locked)
    returning s.id, s.account_id as "accountId", a.issuer, a.subject, a.name, a.email, a.audience,
      a.claimed_audience as "claimedAudience", s.refresh_token as "refreshToken"`
}

export interface Refreshed {
  readonly refreshToken: string
  readonly refreshAt: Date | null
  /** Sealed; null: the one there is stays. */
  readonly idToken: string | null
}

/** Keeps what a refresh gave. */
export async function keepRefreshed(sql: Sql, id: string, refreshed: Refreshed): Promise<void> {
  await sql`
    update identity.sessions set refresh_token = ${refreshed.refreshToken}, refresh_at = ${refreshed.refreshAt},
      id_token = coalesce(${refreshed.idToken}, id_token)
    where id = ${id} and ended_at is null`
}

/** The provider of a session and its sealed ID token: the hint for logout there. */
export async function logoutHintOf(
  sql: Sql,
  sessionId: string,
): Promise<{ issuer: string; idToken: string | null } | undefined> {
  const [row] = await sql<{ issuer: string; idToken: string | null }[]>`
    select a.issuer, s.id_token as "idToken"
    from identity.sessions s join identity.accounts a on a.id = s.account_id where s.id = ${sessionId}`
  return row
}
