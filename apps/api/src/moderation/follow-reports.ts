import type { Caller } from '../auth.ts'
import type { ChangeEvent } from '../contract.ts'
import type { Database } from '../database/database.ts'

/** Tells planners that somebody has taken a step with a report, or its reporter has written. Returns the way to stop. */
export function followReports(
  database: Database,
  { audience, token }: Pick<Caller, 'audience' | 'token'>,
  tell: (event: ChangeEvent) => void,
): () => void {
  if (audience !== 'planner' || token) return () => {}
  return database.onChange(({ layer, id }) => {
    if (layer === 'report_work') tell({ layer, version: Date.now(), op: 'update', ...(id && { id }) })
  })
}
