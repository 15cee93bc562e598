import type { Logger } from 'pino'
import type { Audit } from '../../audit/audit.ts'
import type { Actor, Database } from '../../database/database.ts'
import { upsertAccount } from '../../queries/accounts.ts'
import { type DueRefresh, keepRefreshed, takeDueRefreshes } from '../../queries/provider-sessions.ts'
import { endSession } from '../../queries/sessions.ts'
import { seal } from '../seal.ts'
import { type KeptRefresh, refreshTime, sealRefresh, unsealRefresh } from './kept-tokens.ts'
import type { Provider } from './provider.ts'
import { type RefreshOutcome, refreshAt } from './refresh-session.ts'

export interface RefresherOptions {
  readonly database: Database
  readonly secret: string
  readonly audit: Audit
  readonly log: Pick<Logger, 'warn' | 'error'>
  readonly find: (id: string) => Provider | undefined
}

export interface Refresher {
  /** Asks the providers of all sessions whose time has come by `now`; how many sessions. */
  run(now?: Date): Promise<number>
  /** The same soon, in the background. */
  soon(): void
  close(): Promise<void>
}

const everyMilliseconds = 15_000
const soonMilliseconds = 1000
/** No other server takes a session up before this is over; also the wait until a provider that is down is asked again. */
const leaseMilliseconds = 60_000
const atOnce = 20

/** Keeps sessions in step with their providers: roles follow the groups, and what a provider has ended ends here. */
export function createRefresher(options: RefresherOptions): Refresher {
  const { database, log } = options
  let running: Promise<number> = Promise.resolve(0)
  let waiting: NodeJS.Timeout | undefined

  async function sweep(now: Date): Promise<number> {
    const lease = new Date(now.getTime() + leaseMilliseconds)
    const due = await database.door((sql) => takeDueRefreshes(sql, now, lease, atOnce))
    await Promise.all(
      due.map((session) =>
        refreshOne(options, session, now).catch((error) =>
          log.error({ err: error, session: session.id }, 'a session could not be refreshed'),
        ),
      ),
    )
    return due.length === atOnce ? due.length + (await sweep(now)) : due.length
  }

  const run = (now = new Date()): Promise<number> => {
    const next = () => sweep(now)
    running = running.then(next, next)
    return running
  }
  const inBackground = () => {
    waiting = undefined
    run().catch((error) => log.error({ err: error }, 'the sessions to be refreshed could not be read'))
  }
  const timer = setInterval(inBackground, everyMilliseconds)
  timer.unref()

  return {
    run,
    soon: () => {
      waiting ??= setTimeout(inBackground, soonMilliseconds).unref()
    },
    close: async () => {
      clearInterval(timer)
      clearTimeout(waiting)
      await running.catch(() => 0)
    },
  }
}

async function refreshOne(options: RefresherOptions, due: DueRefresh, now: Date): Promise<void> {
  const { secret, find, log } = options
  const provider = find(due.issuer)
  const kept = unsealRefresh(secret, due.refreshToken)
  if (!provider || !kept) {
    await end(options, due, provider ? 'sealed with another secret' : 'the provider is no longer configured')
    return
  }
  const outcome = await refreshAt(provider, kept.token, due.subject)
  if (outcome.kind === 'refused') {
    await end(options, due, outcome.reason)
    return
  }
  if (outcome.kind === 'refreshed') {
    await keep(options, provider, due, kept, outcome)
    return
  }
  const failingSince = kept.failingSince ?? now.getTime()
  log.warn(
    { provider: due.issuer, reason: outcome.reason },
    'a provider does not answer; its sessions go on for now',
  )
  if (now.getTime() - failingSince >= provider.settings.refreshGrace * 1000) {
    await end(options, due, 'the provider has not answered for too long')
    return
  }
  const refreshToken = sealRefresh(secret, { token: kept.token, failingSince })
  const again = new Date(now.getTime() + Math.min(leaseMilliseconds, provider.settings.refreshGrace * 1000))
  await options.database.door((sql) =>
    keepRefreshed(sql, due.id, { refreshToken, refreshAt: again, idToken: null }),
  )
}

const actorOf = (id: string, name: string): Actor => ({ id: `provider:${id}`, name, audience: 'public' })

async function keep(
  { database, secret, audit }: RefresherOptions,
  { settings }: Provider,
  due: DueRefresh,
  kept: KeptRefresh,
  { tokens, vouched }: Extract<RefreshOutcome, { kind: 'refreshed' }>,
): Promise<void> {
  await database.door(
    async (sql) => {
      await keepRefreshed(sql, due.id, {
        refreshToken: sealRefresh(secret, { token: tokens.refresh_token ?? kept.token, failingSince: null }),
        refreshAt: refreshTime(tokens),
        idToken: tokens.id_token ? seal(secret, tokens.id_token) : null,
      })
      if (!vouched || unchanged(due, vouched)) return
      const account = await upsertAccount(sql, { issuer: settings.id, ...vouched })
      if (account.audience !== due.audience)
        await audit.append(sql, {
          action: 'account.changed',
          kind: 'account',
          object: account.id,
          before: { audience: due.audience },
          after: { audience: account.audience },
        })
    },
    actorOf(settings.id, settings.title.sv),
  )
}

/** A write to the account would make every server look its sessions up anew. */
const unchanged = (
  due: DueRefresh,
  vouched: { name: string; email: string | null; audience: string | null },
) => due.name === vouched.name && due.email === vouched.email && due.claimedAudience === vouched.audience

async function end({ database, audit }: RefresherOptions, due: DueRefresh, reason: string): Promise<void> {
  await database.door(
    async (sql) => {
      if (await endSession(sql, due.id, 'provider'))
        await audit.append(sql, {
          action: 'session.ended',
          kind: 'session',
          object: due.id,
          detail: { account: due.accountId, reason },
        })
    },
    actorOf(due.issuer, due.issuer),
  )
}
