import type { Audit } from '../../audit/audit.ts'
import type { Auth, Visit } from '../../auth.ts'
import type { Database } from '../../database/database.ts'
import type { Env } from '../../env.ts'
import { upsertAccount } from '../../queries/accounts.ts'
import type { Finished } from './finish-sign-in.ts'
import { sealedTokens } from './kept-tokens.ts'
import type { Provider } from './provider.ts'
import type { Refusal } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

export interface AdmitServices {
  readonly database: Database
  readonly auth: Auth
  readonly audit: Audit
  readonly signIn: Pick<SignIn, 'secure'>
  readonly env: Env
}

/** Keeps the account of a person the provider has vouched for and opens a session; the browser's earlier one ends. */
export async function admit(
  { database, auth, audit, signIn, env }: AdmitServices,
  visit: Visit,
  { settings }: Provider,
  finished: Finished,
): Promise<{ setCookie: string; returnTo: string } | Refusal> {
  const { subject, name, email, audience, authenticatedAt, returnTo, stepUpOf } = finished
  const opened = await database.door(async (sql) => {
    const account = await upsertAccount(sql, { issuer: settings.id, subject, name, email, audience })
    if (!account.enabled) return { refused: 'disabled', reason: 'the account is disabled', returnTo } as const
    if (stepUpOf && stepUpOf !== account.id)
      return { refused: 'other-account', reason: 'step-up as somebody else', returnTo } as const
    return auth.openSession(sql, {
      accountId: account.id,
      ...visit,
      secure: visit.secure || signIn.secure,
      authenticatedAt,
      provider: sealedTokens(env.SESSION_SECRET, finished.tokens, finished.sid),
    })
  })
  if ('refused' in opened) return opened
  const caller = await auth.resolve({ ...visit.asked, authorization: undefined, cookie: opened.cookie })
  await audit.record(caller, {
    action: stepUpOf ? 'session.stepped-up' : 'session.opened',
    kind: 'session',
    object: opened.id,
    detail: { provider: settings.id },
  })
  return { setCookie: opened.setCookie, returnTo }
}
