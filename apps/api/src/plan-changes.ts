import { AsyncLocalStorage } from 'node:async_hooks'
import { actorOf, type Caller } from './auth.ts'
import type { ChangeEvent } from './contract.ts'
import type { Database } from './database/database.ts'
import { memberOf } from './queries/plans.ts'

interface Options {
  readonly database: Database
  readonly caller: Caller
  readonly tell: (event: ChangeEvent) => void
  readonly onError: (error: unknown) => void
}

/** Tells a caller of plans that change, their members and their drafts among it, as long as the caller is a member. Returns the way to stop. */
export function followPlans({ database, caller, tell, onError }: Options): () => void {
  if (!caller.account || (caller.audience !== 'planner' && caller.audience !== 'police')) return () => {}
  // A change is told in the context of the transaction that made it; asking about it needs one of its own.
  const outside = AsyncLocalStorage.snapshot()
  const ask = async (id: string): Promise<void> => {
    const member = await database.read(actorOf(caller), (sql) => memberOf(sql, caller.audience, id))
    if (member) tell({ layer: 'plans', version: Date.now(), op: 'update', id })
  }
  return database.onChange(({ layer, id }) => {
    if (layer === 'plans' && id) outside(ask, id).catch(onError)
  })
}
