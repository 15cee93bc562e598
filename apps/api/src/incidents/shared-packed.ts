import type { Database } from '../database/database.ts'
import { createPackedIncidents } from './packed-incidents.ts'

type Packed = ReturnType<typeof createPackedIncidents>
const made = new WeakMap<Database, Packed>()

/** The packed incidents of a database, one and the same for all who ask. */
export function packedIncidents(database: Database): Packed {
  const packed = made.get(database) ?? createPackedIncidents(database)
  made.set(database, packed)
  return packed
}
