import type { Caller } from '../auth.ts'
import type { ChangeEvent } from '../contract.ts'
import type { Database } from '../database/database.ts'

/** Tells the police that there is something else among the incidents; nobody else hears of them. Returns the way to stop. */
export function followIncidents(
  database: Database,
  { audience, token }: Pick<Caller, 'audience' | 'token'>,
  tell: (event: ChangeEvent) => void,
): () => void {
  if (audience !== 'police' || token) return () => {}
  return database.onChange(({ layer }) => {
    if (layer === 'incidents') tell({ layer, version: Date.now(), op: 'reload' })
  })
}
