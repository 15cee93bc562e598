import { AsyncLocalStorage } from 'node:async_hooks'
import type { Changes } from './changes.ts'
import type { Actor, Database, Role, Sql } from './database.ts'
import { tellActor } from './tell-actor.ts'

/** Runs one transaction as a role or as the owner; `begin` is the statement that opens it. */
export type Run = <T>(who: Role | 'owner', begin: string, work: (sql: Sql) => Promise<T>) => Promise<T>

const inTransaction = new AsyncLocalStorage<true>()

/** The face both engines show: what differs between them is how a transaction gets its connection and its role. */
export function createDatabase(
  engine: Database['engine'],
  run: Run,
  changes: Changes,
  close: () => Promise<void>,
): Database {
  // The embedded engine has one connection: a transaction that waits for another inside itself would wait for ever.
  const alone: Run = (who, begin, work) => {
    if (inTransaction.getStore()) {
      return Promise.reject(new Error('A transaction was opened inside another: use the sql you were given'))
    }
    return run(who, begin, (sql) => inTransaction.run(true, work, sql))
  }
  const told = <T>(role: Role, begin: string, actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T> =>
    alone(role, begin, async (sql) => {
      // On its way ahead of what the work asks, without a round trip of its own.
      const told = tellActor(sql, actor).execute()
      told.catch(() => {})
      const result = await work(sql)
      await told
      return result
    })
  let closing: Promise<void> | null = null
  return {
    engine,
    read: (who, work) =>
      typeof who === 'string'
        ? alone(who, 'begin read only', work)
        : told(who.audience, 'begin read only', who, work),
    write: (actor, work) => told(actor.audience, 'begin', actor, work),
    door: (work, actor) => (actor ? told('door', 'begin', actor, work) : alone('door', 'begin', work)),
    owner: (work) => alone('owner', 'begin', work),
    onChange: changes.onChange,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
