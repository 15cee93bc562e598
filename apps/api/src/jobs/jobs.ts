import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { JobInfo } from '../contract-admin.ts'
import type { Database } from '../database/database.ts'
import { endJob, holdJob, keepJob, readJobs, takeJob } from '../queries/jobs.ts'
import { dueTime, type Job, nextTime } from './job.ts'

export interface Jobs {
  /** Runs what is due, and from now on what becomes due. */
  start(): void
  list(): Promise<JobInfo[]>
  /** Runs a job now, whether it is due or not. 'busy' where it runs already, here or elsewhere; 'unknown' where there is none. */
  run(id: string): Promise<'ok' | 'failed' | 'busy' | 'unknown'>
  /** Starts nothing more, asks what runs to end, and waits for it. */
  close(): Promise<void>
}

export interface JobsOptions {
  readonly database: Database
  readonly jobs: readonly Job[]
  readonly log: Pick<Logger, 'info' | 'error'>
  readonly now?: () => number
  /** Milliseconds between looks at what is due. */
  readonly tick?: number
  /** Seconds after which a run that says nothing is taken for dead. */
  readonly patience?: number
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The server's own jobs. Their state is in the database, so that of several servers one runs a job, and missed runs are caught up. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, jobs, log, now = Date.now, tick = 15_000, patience = 90 } = options
  const running = new Map<string, Promise<unknown>>()
  const stop = new AbortController()
  const outside = AsyncLocalStorage.snapshot()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let known = false

  const makeKnown = async (): Promise<void> => {
    if (known) return
    await database.owner(async (sql) => {
      for (const { id } of jobs) await keepJob(sql, id)
    })
    known = true
  }

  async function runTaken(job: Job, holder: string): Promise<'ok' | 'failed'> {
    const mine = new AbortController()
    const beat = setInterval(
      () => {
        database
          .owner((sql) => holdJob(sql, holder, patience))
          .then(
            (held) => held || mine.abort(),
            (error: unknown) => log.error({ err: error, job: job.id }, 'a job could not say that it goes on'),
          )
      },
      (patience * 1000) / 3,
    )
    const ended = await job.run(AbortSignal.any([stop.signal, mine.signal])).then(
      (message) => ({ outcome: 'ok' as const, message }),
      (error: unknown) => {
        // Stopped with the server: it goes on where it was the next time.
        if (stop.signal.aborted) return { outcome: 'ok' as const, message: null }
        log.error({ err: error, job: job.id }, 'a job failed')
        return { outcome: 'failed' as const, message: messageOf(error) }
      },
    )
    clearInterval(beat)
    await database.owner((sql) => endJob(sql, { holder, ...ended }))
    return ended.outcome
  }

  async function attempt(job: Job, dueAfter: number | null): Promise<'ok' | 'failed' | 'busy'> {
    if (running.has(job.id) || stop.signal.aborted) return 'busy'
    const holder = randomUUID()
    const work = (async () => {
      await makeKnown()
      const taken = await database.owner((sql) =>
        takeJob(sql, { id: job.id, holder, seconds: patience, dueAfter }),
      )
      return taken ? runTaken(job, holder) : 'busy'
    })()
    running.set(job.id, work)
    return work.finally(() => running.delete(job.id))
  }

  async function look(): Promise<void> {
    try {
      await makeKnown()
      const states = new Map((await database.read('admin', readJobs)).map((state) => [state.id, state]))
      const time = now()
      for (const job of jobs) {
        const state = states.get(job.id)
        const started = state?.lastStartedAt?.getTime() ?? null
        const next = nextTime(job, started, state?.knownSince.getTime() ?? time, time)
        if (next > time || state?.running || stop.signal.aborted) continue
        // A long one does not keep the others waiting.
        attempt(job, dueTime(job, time)).catch((error: unknown) =>
          log.error({ err: error, job: job.id }, 'a job could not be run; it is tried again'),
        )
      }
    } catch (error) {
      log.error({ err: error }, 'the jobs could not be looked after; it is tried again')
    }
  }

  const later = (milliseconds: number): void => {
    if (stop.signal.aborted) return
    timer = setTimeout(() => {
      looking = outside(look).finally(() => later(tick))
    }, milliseconds)
    timer.unref()
  }

  return {
    start: () => later(Math.min(tick, 1000)),
    async list() {
      await makeKnown()
      const states = new Map((await database.read('admin', readJobs)).map((state) => [state.id, state]))
      return jobs.map((job) => {
        const state = states.get(job.id)
        const started = state?.lastStartedAt?.getTime() ?? null
        return {
          id: job.id,
          title: job.title,
          everySeconds: job.everySeconds,
          lastStartedAt: state?.lastStartedAt?.toISOString() ?? null,
          lastEndedAt: state?.lastEndedAt?.toISOString() ?? null,
          lastOutcome: state?.lastOutcome ?? null,
          lastMessage: state?.lastMessage ?? null,
          nextAt: new Date(nextTime(job, started, state?.knownSince.getTime() ?? now(), now())).toISOString(),
          running: state?.running ?? false,
        }
      })
    },
    async run(id) {
      const job = jobs.find((one) => one.id === id)
      return job ? outside(() => attempt(job, null)) : 'unknown'
    },
    async close() {
      stop.abort()
      clearTimeout(timer)
      await looking
      await Promise.allSettled(running.values())
    },
  }
}
