import type { Audience } from '@trygghetskartan/layers'
import type { NewToken, TokenInfo } from '../contract-admin.ts'
import type { Sql } from '../database/database.ts'

/** A machine's token that is open. */
export interface OpenToken {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  readonly layers: readonly string[] | null
  readonly write: boolean
  readonly expiresAt: Date
}

/** The open token with this secret. */
export async function findToken(sql: Sql, secretHash: Buffer): Promise<OpenToken | undefined> {
  const [row] = await sql<OpenToken[]>`
    select id, name, audience, layers, can_write as write, expires_at as "expiresAt" from identity.tokens
    where secret_hash = ${secretHash} and revoked_at is null and expires_at > now()`
  return row
}

/** Which of these tokens are open still. */
export async function stillValid(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from identity.tokens where id = any(${[...ids]}::uuid[]) and revoked_at is null and expires_at > now()`
  return new Set(rows.map(({ id }) => id))
}

export interface TokenUse {
  readonly id: string
  readonly at: Date
  readonly address: string
}

/** Writes down when tokens were used last, and from where. */
export async function touchTokens(sql: Sql, uses: readonly TokenUse[]): Promise<void> {
  await sql`
    update identity.tokens t set last_used_at = u.at, last_used_address = nullif(u.address, '')
    from jsonb_to_recordset(${JSON.stringify(uses)}::text::jsonb) as u(id uuid, at timestamptz, address text)
    where t.id = u.id`
}

interface TokenRow
  extends Omit<TokenInfo, 'createdBy' | 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt'> {
  createdBy: string | null
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

/** Tokens as an administrator sees them: the open ones first, the newest first. */
export async function listTokens(sql: Sql, id: string | null = null): Promise<TokenInfo[]> {
  const rows = await sql<TokenRow[]>`
    select id, name, hint, audience, layers, can_write as write, created_by_name as "createdBy", created_at as "createdAt",
      expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt", last_used_address as "lastUsedAddress"
    from admin.tokens where ${id}::uuid is null or id = ${id}
    order by (revoked_at is null and expires_at > now()) desc, created_at desc, id limit 1000`
  return rows.map((row) => ({
    ...row,
    createdBy: row.createdBy ?? 'Kommandoraden',
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}

/** Keeps a new token by its SHA-256, as an administrator; its id. */
export async function makeToken(
  sql: Sql,
  { name, audience, layers, write, expiresInDays }: NewToken,
  { hash, hint }: { hash: Buffer; hint: string },
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select admin.make_token(${name}, ${hash}, ${hint}, ${audience},
      (select array_agg(l) from jsonb_array_elements_text(${layers ? JSON.stringify(layers) : null}::text::jsonb) as l),
      ${write}, now() + make_interval(days => ${expiresInDays}::int)) as id`
  return row!.id
}

/** Takes a token back, as an administrator. False where it is not open. */
export async function revokeToken(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql<{ revoked: boolean }[]>`select admin.revoke_token(${id}) as revoked`
  return row!.revoked
}
