import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts'
import { fixtureMigrations } from '../testing/fixtures/places.ts'
import { engines, testDatabase } from '../testing/test-database.ts'
import { openDatabase } from './open-database.ts'

describe.each(engines)('the migrations on %s', (engine) => {
  let folder: string
  let place: { url?: string; folder: string }
  let remove: () => Promise<void>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-migrations-'))
    await cp(fixtureMigrations, folder, { recursive: true })
    if (engine === 'postgres') {
      const database = await testDatabase(engine, { migrationsFolder: fixtureMigrations })
      place = { url: database.url!, folder: '' }
      remove = database.close
    } else {
      place = { folder: await mkdtemp(join(tmpdir(), 'trygghetskartan-migrated-')) }
      await copyEmbeddedTemplate(fixtureMigrations, place.folder)
      remove = () => rm(place.folder, { recursive: true, force: true })
    }
  })
  afterAll(async () => {
    await remove()
    await rm(folder, { recursive: true, force: true })
  })

  const open = () => openDatabase({ ...place, migrationsFolder: folder })
  const reopen = async () => (await open()).close()

  test('that have not changed are not applied again', async () => {
    await reopen()
  })

  test('stop the start when an applied one has changed, and name it; line endings alone are no change', async () => {
    const file = join(folder, '0002_changes.sql')
    await writeFile(file, '-- another text')
    await expect(reopen()).rejects.toMatchObject({
      code: 'migration',
      text: { sv: expect.stringContaining('0002_changes.sql') },
    })
    await cp(join(fixtureMigrations, '0002_changes.sql'), file)
    await reopen()
  })

  test('stop the start when the database has one that the folder has not', async () => {
    await rm(join(folder, '0002_changes.sql'))
    await expect(reopen()).rejects.toMatchObject({
      code: 'migration',
      text: { en: expect.stringContaining('0002_changes.sql') },
    })
    await cp(fixtureMigrations, folder, { recursive: true })
  })

  test('stop the start when a new one comes before an applied one', async () => {
    const late = join(folder, '0001_zebra.sql')
    await writeFile(late, 'select 1')
    await expect(reopen()).rejects.toMatchObject({
      code: 'migration',
      text: { en: expect.stringContaining('0001_zebra.sql') },
    })
    await rm(late)
  })

  test('that fail are undone as a whole, and can be put right', async () => {
    const file = join(folder, '0003_more.sql')
    await writeFile(file, 'create table core.more (id int); select 1 / 0;')
    await expect(reopen()).rejects.toMatchObject({
      code: 'migration',
      text: { sv: expect.stringContaining('0003_more.sql') },
    })
    await writeFile(file, 'create table core.more (id int);')
    await reopen()
  })

  test.runIf(engine === 'embedded')('leave a copy of what was before, and no more than two', async () => {
    for (const number of [4, 5, 6]) {
      await writeFile(join(folder, `000${number}_step.sql`), `create table core.step_${number} (id int);`)
      await reopen()
    }
    const copies = await readdir(join(place.folder, 'copies'))
    expect(copies.length).toBe(2)
    const before = await mkdtemp(join(tmpdir(), 'trygghetskartan-before-'))
    await cp(join(place.folder, 'copies', copies.sort().at(-1)!), join(before, 'data'), { recursive: true })
    await rm(join(folder, '0006_step.sql'))
    const earlier = await openDatabase({ folder: before, migrationsFolder: folder })
    const tables = await earlier.owner(
      (sql) => sql`select table_name from information_schema.tables where table_name like 'step%' order by 1`,
    )
    expect(tables.map((row) => row.table_name)).toEqual(['step_4', 'step_5'])
    await earlier.close()
    await rm(before, { recursive: true })
  })

  test.runIf(engine === 'postgres')('are applied once when several servers start together', async () => {
    await writeFile(join(folder, '0009_together.sql'), 'create table core.together (id int);')
    await Promise.all([reopen(), reopen(), reopen()])
    const database = await open()
    const rows = await database.owner(
      (sql) => sql`select count(*)::int as n from core.migrations where name like '0009%'`,
    )
    await database.close()
    expect(rows[0]!.n).toBe(1)
  })
})
