import type { Database, Sql } from './database/database.ts'
import { ProblemError } from './errors.ts'
import { type Asked, type Caller, nobody, operatorOf } from './identity/caller.ts'
import { type Credential, credentialOf, noSessionCookie, sessionCookie } from './identity/credentials.ts'
import { type DemoAccount, demoAccounts, demoIssuer } from './identity/demo-accounts.ts'
import { createDirectory, type Directory } from './identity/directory.ts'
import { hashOf, newSecret, same } from './identity/secret.ts'
import { upsertAccount } from './queries/accounts.ts'
import { endSessionOf, insertSession } from './queries/sessions.ts'

export { actorOf, type Caller, meOf } from './identity/caller.ts'

/** What a new session is opened with. */
export interface Opening {
  readonly accountId: string
  readonly asked: Asked
  readonly userAgent: string
  /** The client came over TLS. */
  readonly secure: boolean
  readonly authenticatedAt?: Date
  readonly provider?: {
    readonly sid: string | null
    /** Sealed. */
    readonly idToken: string | null
    /** Sealed. */
    readonly refreshToken: string | null
    readonly refreshAt: Date | null
  }
}

export interface OpenedSession {
  readonly id: string
  readonly accountId: string
  /** Set-Cookie value. */
  readonly setCookie: string
  /** Name and value, as the browser sends it back. */
  readonly cookie: string
}

export interface Visit {
  readonly asked: Asked
  readonly userAgent: string
  readonly secure: boolean
}

/** The door: the only place that decides who a request comes from. */
export interface Auth {
  /** From memory, cheap: tiles ask it on each request. undefined: the database has to be asked. */
  identify(asked: Asked): Caller | undefined
  /** Throws `unauthorized` for an Authorization header that opens nothing; a cookie that opens nothing is nobody's. */
  resolve(asked: Asked): Promise<Caller>
  /** Opens a session in the door's transaction and ends the one the browser had. */
  openSession(sql: Sql, opening: Opening): Promise<OpenedSession>
  /** undefined where there is no such demo account, or demo sign-in is closed. */
  signInDemo(accountId: string, visit: Visit): Promise<OpenedSession | undefined>
  /** A Set-Cookie value that empties the browser's cookie. */
  signOut(secure: boolean): string
  /** Tells once when a caller's session or token is not what it was. Returns the way to stop. */
  watch(caller: Caller, onEnd: () => void): () => void
  /** Tells of sessions in use whose provider is to be asked again. */
  onRefreshDue(listener: (sessionId: string) => void): void
  readonly accounts: readonly DemoAccount[]
  /** Writes down what was used last. */
  close(): Promise<void>
}

export interface AuthOptions {
  readonly database: Database
  readonly demo: boolean
  /** Known only to who can read the data folder. */
  readonly operatorToken: string
  readonly idleMinutes: number
  readonly absoluteHours: number
  readonly onError: (error: unknown) => void
}

/** Sessions and tokens of the database behind a memory that forgets what changes. */
export function createAuth(options: AuthOptions): Auth {
  const { database, operatorToken, idleMinutes, absoluteHours } = options
  const accounts = options.demo ? demoAccounts : []
  const idleMilliseconds = idleMinutes * 60_000
  const directory = createDirectory({ database, idleMilliseconds, onError: options.onError })

  const openSession: Auth['openSession'] = async (sql, opening) => {
    const { accountId, asked, userAgent, secure, provider } = opening
    const before = credentialOf(asked)
    if (before?.kind === 'session') await endSessionOf(sql, hashOf(before.secret), 'replaced')
    const secret = newSecret()
    const now = Date.now()
    const seconds = absoluteHours * 3600
    const id = await insertSession(sql, {
      accountId,
      tokenHash: hashOf(secret),
      authenticatedAt: opening.authenticatedAt ?? new Date(now),
      idleUntil: new Date(now + idleMilliseconds),
      absoluteUntil: new Date(now + seconds * 1000),
      address: asked.address,
      userAgent,
      providerSid: provider?.sid ?? null,
      idToken: provider?.idToken ?? null,
      refreshToken: provider?.refreshToken ?? null,
      refreshAt: provider?.refreshAt ?? null,
    })
    const setCookie = sessionCookie(secret, seconds, secure)
    return { id, accountId, setCookie, cookie: setCookie.slice(0, setCookie.indexOf(';')) }
  }

  return {
    accounts,
    identify(asked) {
      const credential = credentialOf(asked)
      return credential ? known(directory, operatorToken, credential, asked.address) : nobody(asked.address)
    },
    async resolve(asked) {
      const credential = credentialOf(asked)
      if (!credential) return nobody(asked.address)
      const caller = known(directory, operatorToken, credential, asked.address)
      if (caller) return caller
      const found =
        credential.kind === 'session' || credential.kind === 'token'
          ? await directory.find(credential.kind, credential.secret, asked.address)
          : null
      if (found) return found
      if (credential.kind === 'session') return nobody(asked.address)
      throw new ProblemError('unauthorized', {
        sv: 'Nyckeln gäller inte: den är fel, har gått ut eller har återkallats.',
        en: 'The token is not valid: it is wrong, has expired or was revoked.',
      })
    },
    openSession,
    async signInDemo(accountId, visit) {
      const demo = accounts.find((one) => one.id === accountId)
      if (!demo) return undefined
      return database.door(async (sql) => {
        const { name, audience, decides = false, worksAs } = demo
        const person = {
          issuer: demoIssuer,
          subject: demo.id,
          name,
          email: null,
          audience,
          decides,
          ...(worksAs && { worksAs }),
        }
        const account = await upsertAccount(sql, person)
        if (!account.enabled)
          throw new ProblemError('forbidden', {
            sv: 'Kontot är avstängt.',
            en: 'The account is disabled.',
          })
        return openSession(sql, { accountId: account.id, ...visit })
      })
    },
    signOut: noSessionCookie,
    watch: directory.watch,
    onRefreshDue: directory.onRefreshDue,
    close: directory.close,
  }
}

/** undefined: not in memory. */
function known(
  directory: Directory,
  operatorToken: string,
  credential: Credential,
  address: string,
): Caller | undefined {
  if (credential.kind === 'operator')
    return same(credential.secret, operatorToken) ? operatorOf(address) : undefined
  if (credential.kind === 'unreadable') return undefined
  const caller = directory.get(credential.kind, credential.secret, address)
  // A cookie that opens nothing is nobody's; a token that opens nothing is refused aloud.
  return caller === null ? (credential.kind === 'session' ? nobody(address) : undefined) : caller
}
