import type { Sql } from '../database/database.ts'

/** A sign-in under way at a provider. */
export interface SignInUnderWay {
  /** Id of the provider it was sent to. */
  readonly provider: string
  readonly purpose: 'sign-in' | 'step-up'
  /** Whose step-up. */
  readonly accountId: string | null
  readonly sealed: string
  readonly browserHash: Buffer
  readonly returnTo: string
  readonly expiresAt: Date
}

/** Keeps a sign-in until the browser comes back, and forgets those that never did. */
export async function insertSignIn(sql: Sql, stateHash: Buffer, signIn: SignInUnderWay): Promise<void> {
  await sql`delete from identity.sign_ins where expires_at < now()`
  await sql`
    insert into identity.sign_ins (state_hash, provider, purpose, account_id, sealed, browser_hash, return_to, expires_at)
    values (${stateHash}, ${signIn.provider}, ${signIn.purpose}, ${signIn.accountId}, ${signIn.sealed}, ${signIn.browserHash},
      ${signIn.returnTo}, ${signIn.expiresAt})`
}

/** Takes a sign-in out: who asks second gets nothing. */
export async function takeSignIn(sql: Sql, stateHash: Buffer): Promise<SignInUnderWay | undefined> {
  const [row] = await sql<SignInUnderWay[]>`
    delete from identity.sign_ins where state_hash = ${stateHash} and expires_at > now()
    returning provider, purpose, account_id as "accountId", sealed, browser_hash as "browserHash", return_to as "returnTo",
      expires_at as "expiresAt"`
  return row
}
