import { AsyncLocalStorage } from 'node:async_hooks'
import { actorOf, type Caller } from './auth.ts'
import type { ChangeEvent } from './contract.ts'
import type { Database } from './database/database.ts'
import { plansOf } from './queries/plans.ts'

interface Options {
  readonly database: Database
  readonly caller: Caller
  readonly tell: (event: ChangeEvent) => void
  readonly onError: (error: unknown) => void
}

/**
 * Tells a caller of plans that change, their members and their drafts among it, as long as the caller is a member; that
 * one is no member any more is told too. Returns the way to stop.
 */
export function followPlans({ database, caller, tell, onError }: Options): () => void {
  if (!caller.account || (caller.audience !== 'planner' && caller.audience !== 'police')) return () => {}
  // A change is told in the context of the transaction that made it; asking about it needs one of its own.
  const outside = AsyncLocalStorage.snapshot()
  const memberships = () => database.read(actorOf(caller), (sql) => plansOf(sql, caller.audience))
  let before = memberships().catch((error: unknown): ReadonlySet<string> => {
    onError(error)
    return new Set()
  })
  const ask = async (id: string): Promise<void> => {
    const [was, is] = await Promise.all([before, memberships()])
    before = Promise.resolve(is)
    if (was.has(id) || is.has(id)) tell({ layer: 'plans', version: Date.now(), op: 'update', id })
  }
  return database.onChange(({ layer, id }) => {
    if (layer === 'plans' && id) outside(ask, id).catch(onError)
  })
}
