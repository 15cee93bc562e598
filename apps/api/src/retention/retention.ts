import type { Logger } from 'pino'
import type { RetentionClock, RetentionRun } from '../contract-admin.ts'
import type { Actor, Database, Sql } from '../database/database.ts'
import { eraseAccountData } from '../queries/account-data.ts'
import { appendAudit } from '../queries/audit.ts'
import {
  type Cutoff,
  dueKeys,
  forgetObjects,
  insertRun,
  listRuns,
  readSetting,
  removeObjects,
  removeRows,
  sourceExists,
  tally,
  tellActor,
  trimAudit,
} from '../queries/retention.ts'
import { type Source, sources } from '../queries/retention-sources.ts'
import { pseudonym } from './account-data.ts'
import type { Clock } from './clocks.ts'
import { clocksWith, timesOf, timesOfSettings } from './keeping.ts'

export interface Due {
  kind: string
  rows: number
  /** Start of the clock of the oldest and of the newest row, ISO. */
  oldest: string | null
  newest: string | null
  /** What names some of them. */
  examples: string[]
}

export interface RetentionPreview extends RetentionRun {
  removed: Due[]
}

export interface Retention {
  list(): Promise<RetentionClock[]>
  /** The clocks that concern anybody, without how much there is. */
  open(): Promise<Pick<RetentionClock, 'kind' | 'title' | 'rule' | 'keep' | 'from'>[]>
  /** Counts what a run would remove. Kept as a dry run. */
  preview(by: Actor): Promise<RetentionPreview>
  /** Removes what has had its time, in batches; keeps a record. What is removed before the signal stays removed, and is recorded. */
  run(by: Actor, signal?: AbortSignal): Promise<RetentionRun>
  runs(): Promise<RetentionRun[]>
}

export interface RetentionOptions {
  readonly database: Database
  /** Of the environment: reports=P1Y,audit=P3Y. Goes before the settings. */
  readonly times?: string | undefined
  readonly log: Pick<Logger, 'info'>
  readonly now?: () => Date
  /** Rows of one transaction. */
  readonly batch?: number
}

interface Portion {
  readonly source: Source
  readonly clock: Clock
  readonly cutoff: Cutoff
  readonly by: Actor
  readonly most: number
}

/** Who the nightly job is. */
export const retentionJob: Actor = { id: 'system', name: 'System', audience: 'admin' }

/** The clocks of retention over a database. Throws where the environment's times cannot be used. */
export function createRetention(options: RetentionOptions): Retention {
  const { database, log, now = () => new Date(), batch = 1000 } = options
  const given = timesOf(options.times)
  clocksWith(given)

  const present = async (sql: Sql): Promise<Clock[]> => {
    const all = clocksWith({ ...timesOfSettings(await readSetting(sql, 'retention')), ...given })
    const found: Clock[] = []
    for (const clock of all) if (await sourceExists(sql, sources[clock.kind])) found.push(clock)
    return found
  }
  const cutoffOf = (clock: Clock): Cutoff => ({ now: now().toISOString(), keep: clock.keep })

  /** One transaction's worth, at most so many; 0 when there is no more. */
  async function removeSome(sql: Sql, { source, clock, cutoff, by, most }: Portion): Promise<number> {
    if (source.manner === 'rows') return removeRows(sql, source, cutoff, most)
    if (source.manner === 'chain') {
      await tellActor(sql, by)
      return trimAudit(sql, cutoff, most)
    }
    const ids = await dueKeys(sql, source, cutoff, source.manner === 'accounts' ? 1 : Math.min(most, 200))
    if (ids.length === 0) return 0
    if (source.manner === 'accounts') {
      await eraseAccountData(sql, ids[0]!, pseudonym, () => tellActor(sql, by))
      return 1
    }
    const removed = await removeObjects(sql, source, ids)
    await tellActor(sql, by)
    await forgetObjects(sql, source, ids, clock.kind)
    return removed
  }

  const record = (by: Actor, dryRun: boolean, removed: readonly { kind: string; rows: number }[]) =>
    database.owner(async (sql) => {
      const short = removed.map(({ kind, rows }) => ({ kind, rows }))
      const run = await insertRun(sql, { actor: by, dryRun, removed: short })
      await tellActor(sql, by)
      await appendAudit(sql, {
        action: dryRun ? 'retention.previewed' : 'retention.run',
        kind: 'retention',
        object: run.id,
        detail: { removed: short.filter(({ rows }) => rows > 0) },
      })
      return run
    })

  return {
    list: () =>
      database.owner(async (sql) => {
        const listed: RetentionClock[] = []
        for (const clock of await present(sql)) {
          const { total, due, nextDueAt } = await tally(sql, sources[clock.kind], cutoffOf(clock))
          const { kind, title, rule, keep, from } = clock
          listed.push({ kind, title, rule, keep, from, total, due, nextDueAt })
        }
        return listed
      }),
    open: async () =>
      (await database.owner(present))
        .filter((clock) => clock.open)
        .map(({ kind, title, rule, keep, from }) => ({ kind, title, rule, keep, from })),
    async preview(by) {
      const removed = await database.owner(async (sql) => {
        const dues: Due[] = []
        for (const clock of await present(sql)) {
          const source = sources[clock.kind]
          const cutoff = cutoffOf(clock)
          const { due, oldest, newest } = await tally(sql, source, cutoff)
          const examples = due > 0 ? await dueKeys(sql, source, cutoff, 20) : []
          dues.push({ kind: clock.kind, rows: due, oldest, newest, examples })
        }
        return dues
      })
      return { ...(await record(by, true, removed)), removed }
    },
    async run(by, signal) {
      const removed: { kind: string; rows: number }[] = []
      const stopped = () => signal?.aborted === true
      for (const clock of await database.owner(present)) {
        const source = sources[clock.kind]
        const cutoff = cutoffOf(clock)
        // What the run itself writes to the trail is not for this run.
        const { due } = await database.owner((sql) => tally(sql, source, cutoff))
        let rows = 0
        while (!stopped() && rows < due) {
          const most = Math.min(batch, due - rows)
          const some = await database.owner((sql) => removeSome(sql, { source, clock, cutoff, by, most }))
          if (some === 0) break
          rows += some
        }
        removed.push({ kind: clock.kind, rows })
      }
      const run = await record(by, false, removed)
      log.info({ retention: removed.filter(({ rows }) => rows > 0) }, 'retention has run')
      return run
    },
    runs: () => database.read('admin', listRuns),
  }
}
