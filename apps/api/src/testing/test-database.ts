import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/database.ts'
import { type OpenOptions, openDatabase } from '../database/open-database.ts'
import { serverPrograms } from '../database/postgres-programs.ts'
import { copyEmbeddedTemplate } from './embedded-template.ts'
import { createFromTemplate, dropDatabase } from './native-template.ts'
import { runFolder } from './run-folder.ts'

export type Engine = Database['engine']

/** The engines this machine can test: for `describe.each`. Where PostgreSQL is missing only the embedded one, but never so in CI. */
export const engines: readonly Engine[] = availableEngines()

/** data/migrations */
export const shippedMigrations = join(import.meta.dirname, '..', '..', '..', '..', 'data', 'migrations')

export interface TestDatabase extends Database {
  /** Of PostgreSQL. */
  readonly url?: string
  /** Of the embedded engine. */
  readonly folder: string
}

export interface TestDatabaseOptions extends Pick<OpenOptions, 'limits' | 'poolSize'> {
  readonly migrationsFolder?: string
}

/** A fresh database with the migrations applied, nobody else's. Closing it removes it. */
export async function testDatabase(engine: Engine, options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { migrationsFolder = shippedMigrations, ...rest } = options
  const name = `test_${randomBytes(6).toString('hex')}`
  const folder = join(runFolder(), name)
  const url = engine === 'postgres' ? await createFromTemplate(migrationsFolder, name) : undefined
  if (!url) await copyEmbeddedTemplate(migrationsFolder, folder)
  const database = await openDatabase({ url, folder, migrationsFolder, ...rest })
  const close = database.close
  return Object.assign(database, {
    ...(url ? { url } : {}),
    folder,
    close: async () => {
      await close()
      if (url) await dropDatabase(url)
      else await rm(folder, { recursive: true, force: true })
    },
  })
}

function availableEngines(): Engine[] {
  if (serverPrograms()) return ['embedded', 'postgres']
  const missing =
    'PostgreSQL with PostGIS is not installed (Debian: apt-get install postgresql postgresql-15-postgis-3)'
  if (process.env.CI) throw new Error(missing)
  process.stderr.write(`${missing}: tests run on the embedded engine only\n`)
  return ['embedded']
}
