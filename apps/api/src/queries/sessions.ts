import type { Audience } from '@trygghetskartan/layers'
import type { SessionInfo } from '../contract-identity.ts'
import type { Sql } from '../database/database.ts'

/** A session that is open, with its account as it is now. */
export interface OpenSession {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly issuer: string
  /** null: no role yet. */
  readonly audience: Audience | null
  /** As core.actor_decides has it. */
  readonly decides: boolean
  readonly authenticatedAt: Date
  readonly idleUntil: Date
  readonly absoluteUntil: Date
  /** When its provider is to be asked again. */
  readonly refreshAt: Date | null
}

export interface NewSession {
  readonly accountId: string
  readonly tokenHash: Buffer
  readonly authenticatedAt: Date
  readonly idleUntil: Date
  readonly absoluteUntil: Date
  readonly address: string
  readonly userAgent: string
  readonly providerSid: string | null
  /** Sealed. */
  readonly idToken: string | null
  /** Sealed. */
  readonly refreshToken: string | null
  readonly refreshAt: Date | null
}

export type EndReason = 'sign-out' | 'self' | 'admin' | 'provider' | 'replaced' | 'expired' | 'account'

/** The open session of an enabled account that the token opens. */
export async function findSession(sql: Sql, tokenHash: Buffer): Promise<OpenSession | undefined> {
  const [row] = await sql<OpenSession[]>`
    select s.id, a.id as "accountId", a.name, a.issuer, a.audience,
      a.decides and coalesce(a.audience in ('planner', 'police'), false) as decides, s.authenticated_at as "authenticatedAt",
      s.idle_until as "idleUntil", s.absolute_until as "absoluteUntil", s.refresh_at as "refreshAt"
    from identity.sessions s join identity.accounts a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and a.enabled and a.erased_at is null
      and s.idle_until > now() and s.absolute_until > now()`
  return row
}

/** Which of these sessions are open still. */
export async function stillOpen(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select s.id from identity.sessions s join identity.accounts a on a.id = s.account_id
    where s.id = any(${[...ids]}::uuid[]) and s.ended_at is null and a.enabled and a.erased_at is null
      and s.absolute_until > now()`
  return new Set(rows.map(({ id }) => id))
}

/** Keeps a new session; its id. */
export async function insertSession(sql: Sql, session: NewSession): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into identity.sessions (account_id, token_hash, authenticated_at, idle_until, absolute_until, address, user_agent,
      provider_sid, id_token, refresh_token, refresh_at)
    values (${session.accountId}, ${session.tokenHash}, ${session.authenticatedAt}, ${session.idleUntil}, ${session.absoluteUntil},
      ${session.address || null}, ${session.userAgent.slice(0, 300) || null}, ${session.providerSid}, ${session.idToken},
      ${session.refreshToken}, ${session.refreshAt})
    returning id`
  await sql`update identity.accounts set last_seen_at = now() where id = ${session.accountId}`
  return row!.id
}

/** Ends what the token opens; the session's id, where there was one. */
export async function endSessionOf(sql: Sql, tokenHash: Buffer, why: EndReason): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    update identity.sessions set ended_at = now(), ended_why = ${why}
    where token_hash = ${tokenHash} and ended_at is null returning id`
  return row?.id
}

/** Ends one session, of this account only where one is given. False where it is not open. */
export async function endSession(
  sql: Sql,
  id: string,
  why: EndReason,
  accountId: string | null = null,
): Promise<boolean> {
  const rows = await sql`
    update identity.sessions set ended_at = now(), ended_why = ${why}
    where id = ${id} and ended_at is null and (${accountId}::uuid is null or account_id = ${accountId}) returning 1`
  return rows.length > 0
}

/** Ends an account's sessions but one. How many. */
export async function endSessions(
  sql: Sql,
  accountId: string,
  why: EndReason,
  keep: string | null = null,
): Promise<number> {
  const rows = await sql`
    update identity.sessions set ended_at = now(), ended_why = ${why}
    where account_id = ${accountId} and ended_at is null and (${keep}::uuid is null or id <> ${keep}) returning 1`
  return rows.length
}

/** An account's open sessions, the one used last first. */
export async function listSessions(
  sql: Sql,
  accountId: string,
  current: string | null,
): Promise<SessionInfo[]> {
  const rows = await sql<SessionRow[]>`
    select s.id, s.account_id as "accountId", a.name, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
      s.address, s.user_agent as "userAgent"
    from identity.sessions s join identity.accounts a on a.id = s.account_id
    where s.account_id = ${accountId} and s.ended_at is null and s.idle_until > now() and s.absolute_until > now()
    order by s.last_seen_at desc, s.id`
  return rows.map((row) => infoOf(row, current))
}

/** Open sessions of everybody, or of one account, as an administrator sees them. */
export async function listAllSessions(
  sql: Sql,
  accountId: string | null,
  current: string | null,
): Promise<SessionInfo[]> {
  const rows = await sql<SessionRow[]>`
    select id, account_id as "accountId", account_name as name, created_at as "createdAt", last_seen_at as "lastSeenAt",
      address, user_agent as "userAgent"
    from admin.sessions
    where ended_at is null and idle_until > now() and absolute_until > now()
      and (${accountId}::uuid is null or account_id = ${accountId})
    order by last_seen_at desc, id limit 1000`
  return rows.map((row) => infoOf(row, current))
}

/** Ends one session, or all of an account, as an administrator. How many. */
export async function endSessionsAsAdmin(
  sql: Sql,
  { session = null, account = null }: { session?: string | null; account?: string | null },
): Promise<number> {
  const [row] = await sql<{ ended: number }[]>`select admin.end_sessions(${session}, ${account}) as ended`
  return row!.ended
}

export interface Seen {
  readonly id: string
  readonly at: Date
  readonly idleUntil: Date
}

/** Writes down when sessions were used last. */
export async function touchSessions(sql: Sql, seen: readonly Seen[]): Promise<void> {
  const rows = JSON.stringify(seen)
  await sql`
    with seen as (
      select * from jsonb_to_recordset(${rows}::text::jsonb) as s(id uuid, at timestamptz, "idleUntil" timestamptz)
    ), touched as (
      update identity.sessions s set last_seen_at = seen.at, idle_until = greatest(s.idle_until, seen."idleUntil")
      from seen where s.id = seen.id and s.ended_at is null returning s.account_id, s.last_seen_at
    )
    update identity.accounts a set last_seen_at = t.at
    from (select account_id, max(last_seen_at) as at from touched group by account_id) t
    where a.id = t.account_id`
}

/** Takes away sessions, and sign-ins never finished, whose time is long up. How many rows. */
export async function forgetOldSessions(sql: Sql, before: Date): Promise<number> {
  const sessions = await sql`
    delete from identity.sessions
    where least(coalesce(ended_at, 'infinity'), idle_until, absolute_until) < ${before} returning 1`
  const signIns = await sql`delete from identity.sign_ins where expires_at < now() returning 1`
  return sessions.length + signIns.length
}

interface SessionRow {
  id: string
  accountId: string
  name: string
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  userAgent: string | null
}

const infoOf = (row: SessionRow, current: string | null): SessionInfo => ({
  id: row.id,
  account: { id: row.accountId, name: row.name },
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  address: row.address,
  userAgent: row.userAgent,
  current: row.id === current,
})
