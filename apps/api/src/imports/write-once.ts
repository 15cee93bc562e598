import type { Database, Sql } from '../database/database.ts'

/** How the one transaction of an import ends. */
export interface Ending {
  /** Everything is tried and nothing kept. */
  readonly preview: boolean
  /** The last that is done in the transaction: what it does stands exactly when the import does. */
  readonly seal: ((sql: Sql) => Promise<void>) | undefined
}

class NothingKept extends Error {}

/** Writes as the owner in one transaction; a preview's is taken back when its work is done. */
export async function writeOnce<T>(
  database: Database,
  { preview, seal }: Ending,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  let done: { value: T } | undefined
  try {
    return await database.owner(async (sql) => {
      const value = await work(sql)
      done = { value }
      if (preview) throw new NothingKept('preview')
      await seal?.(sql)
      return value
    })
  } catch (error) {
    if (error instanceof NothingKept && done) return done.value
    throw error
  }
}
