import type { Database } from '../database/database.ts'
import { findSession, stillOpen, touchSessions } from '../queries/sessions.ts'
import { findToken, stillValid, touchTokens } from '../queries/tokens.ts'
import type { Caller, CallerSession } from './caller.ts'
import { createKnown, type Known, type KnownEntry } from './known.ts'
import { hashOf } from './secret.ts'

export interface DirectoryOptions {
  readonly database: Database
  /** A session that nothing is asked with for so long is over. */
  readonly idleMilliseconds: number
  readonly onError: (error: unknown) => void
}

/** Callers by what opens the door. null: it opens nothing; undefined: not in memory. */
export interface Directory {
  get(kind: 'session' | 'token', secret: string, address: string): Caller | null | undefined
  find(kind: 'session' | 'token', secret: string, address: string): Promise<Caller | null>
  watch(caller: Caller, onEnd: () => void): () => void
  onRefreshDue(listener: (sessionId: string) => void): void
  /** Writes down what was used last, and stops. */
  close(): Promise<void>
}

interface Guest {
  caller: Caller
  /** ms; null for a token. */
  session: { -readonly [K in keyof CallerSession]: CallerSession[K] } | null
  readonly until: number
  refreshAt: number
  usedAt: number
  /** Used since it was last written down. */
  unwritten: boolean
}

/** On PostgreSQL another server may end a session, and its word may be lost: what is in use is asked for this often. */
const pollMilliseconds = 1000
const trustedMilliseconds = 1900
const writeMilliseconds = 20_000
const watchMilliseconds = 5000
const refreshMilliseconds = 15_000

/** What is kept of sessions and tokens in use: told of changes by the database, and on PostgreSQL checked each second as well. */
export function createDirectory({ database, idleMilliseconds, onError }: DirectoryOptions): Directory {
  const trusted = database.engine === 'embedded' ? Number.POSITIVE_INFINITY : trustedMilliseconds
  const sessions = createKnown<Guest>((secret) => readSession(database, secret), trusted)
  const tokens = createKnown<Guest>((secret) => readToken(database, secret), trusted)
  const kinds = { session: sessions, token: tokens }
  const watchers = new Set<{ caller: Caller; onEnd: () => void }>()
  let refreshDue: (sessionId: string) => void = () => {}

  /** The caller, now in use; null where its time is up. */
  function use({ value: guest }: KnownEntry<Guest>, address: string): Caller | null {
    const now = Date.now()
    if (now >= guest.until || (guest.session && now >= guest.session.idleUntil)) return null
    guest.usedAt = now
    guest.unwritten = true
    if (guest.session) {
      guest.session.idleUntil = Math.min(now + idleMilliseconds, guest.until)
      if (now >= guest.refreshAt) {
        // Who is told looks the time up anew; until it has been renewed it is told again now and then.
        guest.refreshAt = now + refreshMilliseconds
        refreshDue(guest.session.id)
      }
    }
    if (guest.caller.address !== address) guest.caller = { ...guest.caller, address }
    return guest.caller
  }

  function end(of: (caller: Caller) => boolean): void {
    for (const watcher of [...watchers])
      if (of(watcher.caller)) {
        watchers.delete(watcher)
        watcher.onEnd()
      }
  }

  function forget(id: string): void {
    sessions.forget(id)
    tokens.forget(id)
    end(({ session, token, account }) => session?.id === id || token?.id === id || account?.id === id)
  }

  const stopListening = database.onChange(({ layer, id }) => {
    if (layer !== 'identity') return
    if (id) return forget(id)
    sessions.forgetAll()
    tokens.forgetAll()
    end(({ session, token }) => session !== null || token !== null)
  })

  async function check<T>(
    known: Known<Guest>,
    ask: (ids: string[]) => Promise<Set<string>>,
    idOf: (caller: Caller) => T,
  ) {
    const since = Date.now() - 2 * trustedMilliseconds
    const entries = [...known.entries()].filter(({ value }) => value.usedAt > since)
    const watched = [...watchers].map(({ caller }) => idOf(caller)).filter((id) => id !== undefined)
    const ids = new Set([...entries.map(({ value }) => idOf(value.caller)), ...watched] as string[])
    if (ids.size === 0) return
    const asked = Date.now()
    const open = await ask([...ids])
    for (const id of ids) if (!open.has(id)) forget(id)
    for (const entry of entries) entry.verifiedAt = asked
  }

  let polling = false
  const poll = async (): Promise<void> => {
    if (polling) return
    polling = true
    try {
      await check(
        sessions,
        (ids) => database.door((sql) => stillOpen(sql, ids)),
        ({ session }) => session?.id,
      )
      await check(
        tokens,
        (ids) => database.door((sql) => stillValid(sql, ids)),
        ({ token }) => token?.id,
      )
    } catch (error) {
      onError(error)
    } finally {
      polling = false
    }
  }

  async function write(): Promise<void> {
    const used = (known: Known<Guest>) =>
      [...known.entries()].map(({ value }) => value).filter((guest) => guest.unwritten)
    const [ofSessions, ofTokens] = [used(sessions), used(tokens)]
    if (ofSessions.length + ofTokens.length === 0) return
    for (const guest of [...ofSessions, ...ofTokens]) guest.unwritten = false
    await database.door(async (sql) => {
      await touchSessions(
        sql,
        ofSessions.map(({ session, usedAt }) => ({
          id: session!.id,
          at: new Date(usedAt),
          idleUntil: new Date(session!.idleUntil),
        })),
      )
      await touchTokens(
        sql,
        ofTokens.map(({ caller, usedAt }) => ({
          id: caller.token!.id,
          at: new Date(usedAt),
          address: caller.address,
        })),
      )
    })
  }

  const timers = [
    setInterval(() => write().catch(onError), writeMilliseconds),
    setInterval(() => {
      const now = Date.now()
      end(({ session }) => session !== null && (now >= session.idleUntil || now >= session.absoluteUntil))
    }, watchMilliseconds),
    ...(trusted === Number.POSITIVE_INFINITY ? [] : [setInterval(() => void poll(), pollMilliseconds)]),
  ]
  for (const timer of timers) timer.unref()

  return {
    get(kind, secret, address) {
      const entry = kinds[kind].get(secret)
      if (!entry) return entry
      // Another server may have seen it used meanwhile.
      return use(entry, address) ?? undefined
    },
    async find(kind, secret, address) {
      const entry = await kinds[kind].find(secret)
      return entry && use(entry, address)
    },
    watch(caller, onEnd) {
      const watcher = { caller, onEnd }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    onRefreshDue(listener) {
      refreshDue = listener
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      stopListening()
      await write().catch(onError)
    },
  }
}

async function readSession(database: Database, secret: string) {
  const row = await database.door((sql) => findSession(sql, hashOf(secret)))
  if (!row) return undefined
  const session = {
    id: row.id,
    authenticatedAt: row.authenticatedAt.getTime(),
    idleUntil: row.idleUntil.getTime(),
    absoluteUntil: row.absoluteUntil.getTime(),
    issuer: row.issuer,
  }
  const value: Guest = {
    caller: {
      audience: row.audience ?? 'public',
      account: { id: row.accountId, name: row.name },
      decides: row.decides,
      operator: false,
      via: 'session',
      session,
      token: null,
      address: '',
    },
    session,
    until: session.absoluteUntil,
    refreshAt: row.refreshAt?.getTime() ?? Number.POSITIVE_INFINITY,
    usedAt: Date.now(),
    unwritten: false,
  }
  return { value, ids: [row.id, row.accountId] }
}

async function readToken(database: Database, secret: string) {
  const row = await database.door((sql) => findToken(sql, hashOf(secret)))
  if (!row) return undefined
  const value: Guest = {
    caller: {
      audience: row.audience,
      account: null,
      decides: false,
      operator: false,
      via: 'token',
      session: null,
      token: { id: row.id, name: row.name, layers: row.layers, write: row.write },
      address: '',
    },
    session: null,
    until: row.expiresAt.getTime(),
    refreshAt: Number.POSITIVE_INFINITY,
    usedAt: Date.now(),
    unwritten: false,
  }
  return { value, ids: [row.id] }
}
