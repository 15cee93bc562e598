import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts'
import { fixtureMigrations } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

describe.each(engines)('the migrations on %s', (engine) => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-migrations-'))
    await cp(fixtureMigrations, folder, { recursive: true })
    database = await testDatabase(engine, { migrationsFolder: fixtureMigrations })
  })
  afterAll(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  const onPostgres = engine === 'postgres' ? test : () => {}

  const apply = async () => {
    const applied: string[] = []
    await migrate({ folder, owner: database.owner, onApply: (name) => applied.push(name) })
    return applied
  }

  test('that have not changed are not applied again', async () => {
    expect(await apply()).toEqual([])
  })

  test('are refused when an applied one has changed, by name; line endings alone are no change', async () => {
    const file = join(folder, '0002_changes.sql')
    const text = await readFile(file, 'utf8')
    await writeFile(file, '-- another text')
    await expect(apply()).rejects.toMatchObject({
      code: 'migration',
      text: { sv: expect.stringContaining('0002_changes.sql har ändrats') },
    })
    await writeFile(file, text.replaceAll('\n', '\r\n'))
    expect(await apply()).toEqual([])
  })

  test('are refused when the database has one that the folder has not', async () => {
    await rm(join(folder, '0002_changes.sql'))
    await expect(apply()).rejects.toMatchObject({
      code: 'migration',
      text: { en: expect.stringContaining('0002_changes.sql, which this version does not know') },
    })
    await cp(fixtureMigrations, folder, { recursive: true })
  })

  test('are refused when a new one comes before an applied one', async () => {
    const late = join(folder, '0001_zebra.sql')
    await writeFile(late, 'select 1')
    await expect(apply()).rejects.toMatchObject({
      code: 'migration',
      text: { en: expect.stringContaining('0001_zebra.sql comes before 0002_changes.sql') },
    })
    await rm(late)
  })

  test('that fail are undone as a whole, and can be put right', async () => {
    const file = join(folder, '0003_more.sql')
    await writeFile(file, 'create table core.more (id int); select 1 / 0;')
    await expect(apply()).rejects.toMatchObject({
      code: 'migration',
      text: { sv: expect.stringContaining('0003_more.sql misslyckades') },
    })
    await writeFile(file, 'create table core.more (id int);')
    expect(await apply()).toEqual(['0003_more.sql'])
  })

  onPostgres('that do not fit stop the start', async () => {
    const open = openDatabase({ url: database.url, folder: '', migrationsFolder: fixtureMigrations })
    await expect(open).rejects.toMatchObject({ code: 'migration' })
  })

  onPostgres('are applied once when several servers start together', async () => {
    await writeFile(join(folder, '0009_together.sql'), 'create table core.together (id int);')
    const open = () => openDatabase({ url: database.url, folder: '', migrationsFolder: folder })
    const servers = await Promise.all([open(), open(), open()])
    const rows = await database.owner(
      (sql) => sql`select count(*)::int as n from core.migrations where name like '0009%'`,
    )
    expect(rows[0]!.n).toBe(1)
    for (const server of servers) await server.close()
  })
})

describe('the embedded engine, before it changes a database that is in use', () => {
  test('keeps a copy that can be gone back to, and no more than two', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-copies-'))
    const migrationsFolder = join(folder, 'migrations')
    const copies = join(folder, 'copies')
    await copyEmbeddedTemplate(fixtureMigrations, folder)
    await cp(fixtureMigrations, migrationsFolder, { recursive: true })
    for (const earlier of ['2020-01-01', '2021-01-01'])
      await mkdir(join(copies, earlier), { recursive: true })
    await writeFile(join(migrationsFolder, '0003_step.sql'), 'create table core.step (id int);')
    const database = await openDatabase({ folder, migrationsFolder })
    await database.close()
    const [kept, newest] = (await readdir(copies)).sort()
    expect(kept).toBe('2021-01-01')

    const before = join(folder, 'before')
    await cp(join(copies, newest!), join(before, 'data'), { recursive: true })
    const earlier = await openDatabase({ folder: before, migrationsFolder: fixtureMigrations })
    const rows = await earlier.owner(
      (sql) => sql`select to_regclass('core.step') as step, to_regclass('core.places') as places`,
    )
    expect(rows).toEqual([{ step: null, places: 'core.places' }])
    await earlier.close()
    await rm(folder, { recursive: true })
  })
})
