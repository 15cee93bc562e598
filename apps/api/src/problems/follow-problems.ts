import type { Caller } from '../auth.ts'
import type { ChangeEvent } from '../contract.ts'
import type { Database } from '../database/database.ts'

/** Tells planners and the police that a problem, what hangs on it or an operation has changed. Returns the way to stop. */
export function followProblems(
  database: Database,
  { audience, token }: Pick<Caller, 'audience' | 'token'>,
  tell: (event: ChangeEvent) => void,
): () => void {
  if ((audience !== 'planner' && audience !== 'police') || token) return () => {}
  return database.onChange(({ layer, id }) => {
    if (layer === 'problems') tell({ layer, version: Date.now(), op: 'update', ...(id && { id }) })
  })
}
