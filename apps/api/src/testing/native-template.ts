import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import postgres from 'postgres'
import { startCluster } from '../database/cluster.ts'
import { readMigrations } from '../database/migrate.ts'
import { openDatabase } from '../database/open-database.ts'
import { serverPrograms } from '../database/postgres-programs.ts'
import { oneAtATime, runFolder } from './run-folder.ts'

/** Makes a database of the run's cluster with the migrations applied. Returns its address. */
export function createFromTemplate(migrationsFolder: string, name: string): Promise<string> {
  return withCluster(async (url) => {
    const template = await ensureTemplate(url, migrationsFolder)
    await asServer(url, (sql) => sql`create database ${sql(name)} template ${sql(template)}`)
    return withDatabase(url, name)
  })
}

/** Makes a database with nothing in it. Returns its address. */
export function emptyNativeDatabase(): Promise<string> {
  const name = `empty_${randomBytes(6).toString('hex')}`
  return withCluster(async (url) => {
    await asServer(url, (sql) => sql`create database ${sql(name)}`)
    return withDatabase(url, name)
  })
}

/** Starts the run's cluster unless it runs, and keeps the other test files out meanwhile. */
function withCluster<T>(work: (url: string) => Promise<T>): Promise<T> {
  const programs = serverPrograms()
  if (!programs) throw new Error('PostgreSQL with PostGIS is not installed')
  const folder = join(runFolder(), 'cluster')
  return oneAtATime(join(runFolder(), 'cluster.lock'), async () =>
    work(await startCluster({ folder, programs, durable: false })),
  )
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await asServer(
    withDatabase(url, 'postgres'),
    (sql) => sql`drop database if exists ${sql(name)} with (force)`,
  )
}

async function ensureTemplate(url: string, migrationsFolder: string): Promise<string> {
  const migrations = await readMigrations(migrationsFolder)
  const content = migrations.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n')
  const name = `template_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
  const [found] = await asServer(
    url,
    (sql) => sql`select 1 from pg_database where datname = ${name} and datistemplate`,
  )
  if (found) return name
  await asServer(url, async (sql) => {
    await sql`drop database if exists ${sql(name)}`
    await sql`create database ${sql(name)}`
  })
  const database = await openDatabase({ url: withDatabase(url, name), folder: '', migrationsFolder })
  await database.close()
  await asServer(url, (sql) => sql`alter database ${sql(name)} is_template true`)
  return name
}

async function asServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
