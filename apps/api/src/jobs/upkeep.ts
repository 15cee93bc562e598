import type { Logger } from 'pino'
import { createHeadExport } from '../audit/export-head.ts'
import { headsFile } from '../audit/heads.ts'
import type { Database } from '../database/database.ts'
import type { Env } from '../env.ts'
import { createRetention, type Retention } from '../retention/retention.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { shippedJobs } from './shipped-jobs.ts'

export interface Upkeep {
  readonly retention: Retention
  readonly jobs: Jobs
  /** Exports the audit trail's head and lets the jobs begin. */
  start(): Promise<void>
  /** Lets the jobs end, and exports the head as the server leaves it. */
  close(): Promise<void>
}

interface UpkeepOptions {
  readonly database: Database
  readonly env: Pick<Env, 'DATA_FOLDER' | 'RETENTION'>
  readonly log: Pick<Logger, 'info' | 'error'>
}

/** What the server does by itself, over a database. Throws where the environment's times of retention cannot be used. */
export function createUpkeep({ database, env, log }: UpkeepOptions): Upkeep {
  const heads = headsFile(env.DATA_FOLDER)
  const retention = createRetention({ database, times: env.RETENTION, log })
  const exportHead = createHeadExport(database, heads, log)
  const jobs = createJobs({ database, jobs: shippedJobs({ database, retention, exportHead, heads }), log })
  const exportOrSay = () =>
    exportHead().catch((error: unknown) => {
      log.error({ err: error }, 'the head of the audit trail could not be exported')
    })
  return {
    retention,
    jobs,
    async start() {
      await exportOrSay()
      jobs.start()
    },
    async close() {
      await jobs.close()
      await exportOrSay()
    },
  }
}
