import type { RetentionRun } from '../contract-admin.ts'
import type { Sql } from '../database/database.ts'
import type { Source } from './retention-sources.ts'

export interface Cutoff {
  /** ISO time. */
  readonly now: string
  /** ISO 8601 duration. */
  readonly keep: string
}

/** Whether the source's table is there. */
export async function sourceExists(sql: Sql, source: Source): Promise<boolean> {
  const [row] = await sql<{ found: boolean }[]>`select to_regclass(${source.table}) is not null as found`
  return row!.found
}

const which = (sql: Sql, source: Source) => source.which?.(sql) ?? sql`true`
const isDue = (sql: Sql, source: Source, { now, keep }: Cutoff) =>
  sql`${source.since(sql)} <= ${now}::timestamptz - ${keep}::interval`

export interface Tally {
  total: number
  due: number
  /** When the oldest row's time is up, ISO. */
  nextDueAt: string | null
  /** Clock's start of the oldest and the newest row whose time is up, ISO. */
  oldest: string | null
  newest: string | null
}

/** How many rows there are and how many of them have had their time. */
export async function tally(sql: Sql, source: Source, cutoff: Cutoff): Promise<Tally> {
  const [row] = await sql<Tally[]>`
    select count(*)::float8 as total, count(*) filter (where r.due)::float8 as due,
      to_jsonb(min(r.since) + ${cutoff.keep}::interval) #>> '{}' as "nextDueAt",
      to_jsonb(min(r.since) filter (where r.due)) #>> '{}' as oldest,
      to_jsonb(max(r.since) filter (where r.due)) #>> '{}' as newest
    from (
      select ${source.since(sql)} as since, ${isDue(sql, source, cutoff)} as due
      from ${sql(source.table)} t where ${which(sql, source)}
    ) r`
  return row!
}

/** Names of some rows whose time is up, the oldest first. */
export async function dueKeys(sql: Sql, source: Source, cutoff: Cutoff, limit: number): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    select ${source.key(sql)} as key from ${sql(source.table)} t
    where ${which(sql, source)} and ${isDue(sql, source, cutoff)}
    order by ${source.since(sql)}, 1 limit ${limit}`
  return rows.map(({ key }) => key)
}

/** Removes some rows whose time is up; how many. */
export async function removeRows(sql: Sql, source: Source, cutoff: Cutoff, limit: number): Promise<number> {
  const result = await sql`
    delete from ${sql(source.table)} where ctid in (
      select t.ctid from ${sql(source.table)} t where ${which(sql, source)} and ${isDue(sql, source, cutoff)} limit ${limit})`
  return result.count
}

/** Tables of core whose rows hang on an object: photographs, notes. */
async function attachments(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'core'::regnamespace and c.relkind = 'r' and a.attname = 'object_id' and not a.attisdropped`
  return rows.map(({ name }) => name)
}

/**
 * Removes objects of a layer with all that hangs on them, their history too: nothing of what they said is kept. Before the actor of the
 * transaction is told, since it is no person's change. Listeners are told to read the layer anew.
 */
export async function removeObjects(sql: Sql, source: Source, ids: readonly string[]): Promise<number> {
  const layer = source.table.replace('core.', '')
  await sql`select set_config('app.bulk', 'on', true)`
  const removed = await sql`delete from ${sql(source.table)} where id = any (${[...ids]}::uuid[])`
  for (const table of await attachments(sql))
    await sql`delete from core.${sql(table)} where object_id = any (${[...ids]}::uuid[])`
  await sql`select core.notify_reload(${layer})`
  return removed.count
}

/** Takes out of the audit trail what it says of objects; that something was done, when and by whom stays. */
export async function forgetObjects(
  sql: Sql,
  source: Source,
  ids: readonly string[],
  clock: string,
): Promise<void> {
  await sql`select audit.forget_objects(${source.table.replace('core.', '')}, ${[...ids]}, ${clock})`
}

/** Removes the audit trail's oldest entries, at most so many; how many. */
export async function trimAudit(sql: Sql, { now, keep }: Cutoff, limit: number): Promise<number> {
  // A moment past the limit itself, so that what is exactly as old goes, as everywhere else.
  const [row] = await sql<{ removed: number }[]>`
    select audit.trim(${now}::timestamptz - ${keep}::interval + interval '1 microsecond', ${limit}) as removed`
  return row!.removed
}

/** The administrator or the job that the rest of the transaction is done as. */
export async function tellActor(
  sql: Sql,
  actor: { id: string; name: string; audience: string; address?: string },
): Promise<void> {
  await sql`
    select set_config('app.actor_id', ${actor.id}, true), set_config('app.actor_name', ${actor.name}, true),
      set_config('app.audience', ${actor.audience}, true), set_config('app.address', ${actor.address ?? ''}, true)`
}

/** Keeps what a run removed. */
export async function insertRun(
  sql: Sql,
  run: {
    actor: { id: string; name: string }
    dryRun: boolean
    removed: readonly { kind: string; rows: number }[]
  },
): Promise<RetentionRun> {
  const [row] = await sql<RetentionRun[]>`
    insert into core.retention_runs (actor_id, actor_name, dry_run, removed)
    values (${run.actor.id}, ${run.actor.name}, ${run.dryRun}, ${JSON.stringify(run.removed)}::text::jsonb)
    returning id, to_jsonb(at) #>> '{}' as at, actor_name as by, dry_run as "dryRun", removed`
  return row!
}

/** Past runs, newest first. */
export const listRuns = (sql: Sql): Promise<RetentionRun[]> => sql<RetentionRun[]>`
  select id, to_jsonb(r.at) #>> '{}' as at, actor_name as by, dry_run as "dryRun", removed
  from admin.retention_runs r order by r.at desc limit 200`

/** One setting of the municipality; undefined where it is not set. */
export async function readSetting(sql: Sql, key: string): Promise<unknown> {
  const [row] = await sql<{ value: unknown }[]>`select value from core.settings where key = ${key}`
  return row?.value
}
