import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyNativeDatabase } from '../testing/native-template.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { writeFileWhole } from './atomic-file.ts'
import type { Database } from './database.ts'
import { backupFolder, restoreFolder } from './embedded-backup.ts'
import { backupNative, restoreNative } from './native-backup.ts'
import { backupOpen, openDatabase } from './open-database.ts'

const migrationsFolder = new URL('../testing/fixtures/migrations', import.meta.url).pathname
const planner = { id: 'p', name: 'Planner', audience: 'planner' } as const

const fill = (database: Database, rows: number) =>
  database.write(
    planner,
    (sql) => sql`
      insert into places (geom, title, secret, seen_on)
      select st_setsrid(st_makepoint(14 + i * 0.0001, 56), 4326), 'Plats å' || i, 'hemligt', date '2026-01-01' + i
      from generate_series(1, ${rows}::int) as i`,
  )

/** Counts and content of every table of ours. */
const content = (database: Database) =>
  database.owner(
    (sql) => sql`
      select count(*)::int as rows, md5(string_agg(p::text, '|' order by id)) as content,
        (select string_agg(name || sha256, '|' order by name) from core.migrations) as migrations
      from core.places p`,
  )

describe.each(engines)('a backup of %s', (engine) => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await testDatabase(engine, { migrationsFolder })
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-backup-'))
    await fill(database, 500)
  })
  afterAll(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('made while the database is in use brings back every row, and the roles keep their fences', async () => {
    const before = await content(database)
    expect(before[0]!.rows).toBe(500)
    const file = join(folder, 'backup')
    const stream = await backupOpen(database)
    if (stream) await writeFileWhole(file, stream)
    else await backupNative(database.url!, file)
    await fill(database, 1)

    const target = join(folder, 'restored')
    const url = engine === 'postgres' ? await emptyNativeDatabase() : undefined
    if (url) await restoreNative(url, file)
    else await restoreFolder(file, target)
    const restored = await openDatabase({ ...(url ? { url } : {}), folder: target, migrationsFolder })
    try {
      expect(await content(restored)).toEqual(before)
      await fill(restored, 1)
      await expect(restored.read('public', (sql) => sql`select * from core.places`)).rejects.toMatchObject({
        code: '42501',
      })
      const again = url ? restoreNative(url, file) : restoreFolder(file, join(folder, 'restored'))
      await expect(again).rejects.toMatchObject({ code: engine === 'postgres' ? 'backup' : 'locked' })
    } finally {
      await restored.close()
    }
    if (!url) await expect(restoreFolder(file, target)).rejects.toMatchObject({ code: 'backup' })
  })

  test('that is cut short is refused and leaves nothing', async () => {
    const file = join(folder, 'whole')
    const stream = await backupOpen(database)
    if (stream) await writeFileWhole(file, stream)
    else await backupNative(database.url!, file)
    const { length } = await readFile(file)
    await truncate(file, Math.floor(length * 0.7))
    if (engine === 'embedded') {
      const target = join(folder, 'from-cut')
      await expect(restoreFolder(file, target)).rejects.toMatchObject({ code: 'backup' })
      expect((await readdir(target)).filter((name) => name.startsWith('data'))).toEqual([])
    } else {
      const url = await emptyNativeDatabase()
      await expect(restoreNative(url, file)).rejects.toMatchObject({ code: 'backup' })
      const sql = postgres(url, { max: 1 })
      const schemas = await sql`select nspname from pg_namespace where nspname in ('core', 'public_map')`
      await sql.end()
      expect([...schemas]).toEqual([])
    }
  })
})

describe('a backup of the embedded engine', () => {
  test('is refused for a folder that a server has, and made when it is free', async () => {
    const database = await testDatabase('embedded', { migrationsFolder })
    const out = await mkdtemp(join(tmpdir(), 'trygghetskartan-backup-'))
    try {
      await expect(backupFolder(database.folder, join(out, 'a'))).rejects.toMatchObject({ code: 'locked' })
      expect(await readdir(out)).toEqual([])
    } finally {
      await database.close()
    }
    await expect(backupFolder(database.folder, join(out, 'a'))).rejects.toMatchObject({ code: 'backup' })
    await writeFile(join(out, 'b'), 'something else')
    await expect(restoreFolder(join(out, 'b'), join(out, 'target'))).rejects.toMatchObject({ code: 'backup' })
    await rm(out, { recursive: true })
  })
})
