import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import { readChainEnds } from '../queries/audit.ts'
import { appendHead } from './heads.ts'

/**
 * Writes the chain's head where the database's owner cannot reach it: into a file and into the log.
 * Nothing where it has not moved since the last time.
 */
export function createHeadExport(database: Database, file: string, log: Pick<Logger, 'info'>) {
  let exported = -1
  return async (): Promise<{ seq: number } | null> => {
    const { head } = await database.owner(readChainEnds)
    if (head.seq === exported || head.at === null) return null
    const line = { seq: head.seq, hash: head.hash, at: head.at }
    await appendHead(file, line)
    log.info({ audit: line }, 'head of the audit trail')
    exported = head.seq
    return { seq: head.seq }
  }
}
