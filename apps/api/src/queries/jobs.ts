import type { Sql } from '../database/database.ts'

/** Makes a job known, so that what it misses from now on counts. */
export async function keepJob(sql: Sql, id: string): Promise<void> {
  await sql`insert into core.jobs (id) values (${id}) on conflict do nothing`
}

/**
 * Takes a job for a run unless another run has it or it is not due. `dueAfter` (ms) is the time since which it must have been started
 * for it not to be due; null takes it whether it is due or not.
 */
export async function takeJob(
  sql: Sql,
  { id, holder, seconds, dueAfter }: { id: string; holder: string; seconds: number; dueAfter: number | null },
): Promise<boolean> {
  const due = dueAfter === null ? null : new Date(dueAfter).toISOString()
  const rows = await sql`
    update core.jobs set holder = ${holder}, held_until = clock_timestamp() + make_interval(secs => ${seconds}),
      last_started_at = clock_timestamp()
    where id = ${id} and (held_until is null or held_until < clock_timestamp())
      and (${due}::timestamptz is null or last_started_at is null or last_started_at < ${due}::timestamptz)
    returning 1`
  return rows.length === 1
}

/** Says that the run goes on; false where another has taken the job. */
export async function holdJob(sql: Sql, holder: string, seconds: number): Promise<boolean> {
  const rows = await sql`
    update core.jobs set held_until = clock_timestamp() + make_interval(secs => ${seconds}) where holder = ${holder} returning 1`
  return rows.length === 1
}

/** Lets the job go and keeps how it went. */
export async function endJob(
  sql: Sql,
  { holder, outcome, message }: { holder: string; outcome: 'ok' | 'failed'; message: string | null },
): Promise<void> {
  await sql`
    update core.jobs set holder = null, held_until = null, last_ended_at = clock_timestamp(), last_outcome = ${outcome},
      last_message = ${message?.slice(0, 2000) ?? null}
    where holder = ${holder}`
}

export interface JobState {
  readonly id: string
  readonly running: boolean
  readonly knownSince: Date
  readonly lastStartedAt: Date | null
  readonly lastEndedAt: Date | null
  readonly lastOutcome: 'ok' | 'failed' | null
  readonly lastMessage: string | null
}

/** Every job there has been, as administrators see them. */
export const readJobs = (sql: Sql): Promise<JobState[]> => sql<JobState[]>`
  select id, coalesce(running, false) as running, known_since as "knownSince", last_started_at as "lastStartedAt",
    last_ended_at as "lastEndedAt", last_outcome as "lastOutcome", last_message as "lastMessage"
  from admin.jobs`
