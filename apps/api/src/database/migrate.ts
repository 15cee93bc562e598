import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '@trygghetskartan/layers'
import type { Sql } from './database.ts'
import { DatabaseProblem } from './problem.ts'

export interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

/** What the migrator needs of either engine: one transaction as the owner. */
export type OwnerTransaction = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

export interface MigrateOptions {
  readonly folder: string
  readonly owner: OwnerTransaction
  /** Called once before the first new migration of a database that has some already. */
  readonly beforeChange?: () => Promise<void>
  readonly onApply?: (name: string) => void
}

/** Any number will do as long as every process uses the same. */
const advisoryLock = 7_305_921_116

const fileName = /^\d{4}_[a-z0-9_]+\.sql$/

/** The migrations of a folder in order. Line endings do not count in the checksum. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => fileName.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to the folder's migrations, each in one transaction of its own under an advisory lock.
 * Throws `migration` where an applied migration has changed or is not in the folder, or where a new one would come before an applied one.
 */
export async function migrate({ folder, owner, beforeChange, onApply }: MigrateOptions): Promise<void> {
  const migrations = await readMigrations(folder)
  await owner(async (sql) => {
    await lock(sql)
    await sql`create schema if not exists core`
    await sql`
      create table if not exists core.migrations (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`
  })
  const before = await owner((sql) => check(sql, migrations))
  const pending = migrations.filter(({ name }) => !before.has(name))
  if (pending.length > 0 && before.size > 0) await beforeChange?.()
  for (const migration of pending) {
    await owner(async (sql) => {
      await lock(sql)
      // Another process may have applied it while this one waited for the lock.
      if ((await check(sql, migrations)).has(migration.name)) return
      onApply?.(migration.name)
      await apply(sql, migration)
    })
  }
}

const lock = async (sql: Sql): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${advisoryLock})`
}

/** The names of the applied migrations, all of which the folder has unchanged. */
async function check(sql: Sql, migrations: readonly Migration[]): Promise<Set<string>> {
  const rows = await sql<
    { name: string; sha256: string }[]
  >`select name, sha256 from core.migrations order by name`
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of rows) {
    const expected = known.get(name)
    if (expected === undefined) throw unknownMigration(name)
    if (expected !== sha256) throw changedMigration(name)
  }
  const last = rows.at(-1)?.name ?? ''
  const names = new Set(rows.map(({ name }) => name))
  const late = migrations.find(({ name }) => name < last && !names.has(name))
  if (late) throw lateMigration(late.name, last)
  return names
}

async function apply(sql: Sql, { name, sha256, sql: text }: Migration): Promise<void> {
  try {
    await sql.unsafe(text)
  } catch (error) {
    throw failedMigration(name, error)
  }
  await sql`insert into core.migrations ${sql({ name, sha256 })}`
}

const changedMigration = (name: string): DatabaseProblem =>
  new DatabaseProblem('migration', {
    sv: `Migreringen ${name} har ändrats sedan den kördes mot databasen. Återställ filen och skriv ändringen som en ny migrering.`,
    en: `Migration ${name} has been changed since it was applied. Restore the file and write the change as a new migration.`,
  })

const unknownMigration = (name: string): DatabaseProblem =>
  new DatabaseProblem('migration', {
    sv: `Databasen har migreringen ${name} som den här versionen inte känner till. Starta en nyare version eller återställ en äldre säkerhetskopia.`,
    en: `The database has migration ${name}, which this version does not know. Start a newer version, or restore an older backup.`,
  })

const lateMigration = (name: string, last: string): DatabaseProblem =>
  new DatabaseProblem('migration', {
    sv: `Migreringen ${name} kommer före ${last}, som redan är körd. Ge den ett senare nummer.`,
    en: `Migration ${name} comes before ${last}, which is applied already. Give it a later number.`,
  })

const failedMigration = (name: string, cause: unknown): DatabaseProblem => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new DatabaseProblem(
    'migration',
    {
      sv: `Migreringen ${name} misslyckades och ångrades: ${reason}`,
      en: `Migration ${name} failed and was undone: ${reason}`,
    },
    { cause },
  )
}

export const migrationText = (name: string): Text => ({
  sv: `Uppdaterar databasen: ${name}`,
  en: `Updating the database: ${name}`,
})
