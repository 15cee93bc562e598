import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureMigrations, insertPlace, planner, titles } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Sql } from './database.ts'

describe.each(engines)('a transaction on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(engine, {
      migrationsFolder: fixtureMigrations,
      poolSize: 2,
      limits: { wait: 500 },
    })
  })
  afterAll(() => database.close())

  test('keeps what its function wrote', async () => {
    const [row] = await database.write(planner, (sql) => insertPlace(sql, 'kept'))
    expect(row!.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(await titles(database)).toEqual(['kept'])
  })

  test('undoes everything when its function throws', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'undone')
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await titles(database)).toEqual(['kept'])
  })

  test('undoes everything when a statement failed and its function looked away', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'undone')
      await sql`select 1 / 0`.catch(() => null)
    })
    await expect(work).rejects.toMatchObject({ code: '22012' })
    expect(await titles(database)).toEqual(['kept'])
  })

  test('undoes only to the savepoint when what follows it fails', async () => {
    await database.write(planner, async (sql) => {
      await insertPlace(sql, 'before')
      const attempt = sql.savepoint(async (inner) => {
        await insertPlace(inner, 'inside')
        await inner`select 1 / 0`
      })
      await expect(attempt).rejects.toMatchObject({ code: '22012' })
    })
    expect(await titles(database)).toEqual(['before', 'kept'])
  })

  test('gives a calendar day back as it was written, and knows who writes', async () => {
    const [row] = await database.write(
      planner,
      (sql) => sql`
        select ${'2026-03-29'}::date as day, current_setting('app.actor_id') as id,
          current_setting('app.actor_name') as name, current_setting('app.audience') as audience`,
    )
    expect(row).toEqual({ day: '2026-03-29', id: 'planner-1', name: 'Åsa Planerare', audience: 'planner' })
    const [after] = await database.read(
      'planner',
      (sql) => sql`select current_setting('app.actor_id', true) as id`,
    )
    expect(after!.id || null).toBeNull()
  })

  test('that reads cannot write', async () => {
    await expect(database.read('planner', (sql) => insertPlace(sql, 'sneaked in'))).rejects.toMatchObject({
      code: '25006',
    })
  })

  test('cannot be used when it is over', async () => {
    let escaped!: Sql
    await database.read('public', async (sql) => {
      escaped = sql
    })
    await expect(escaped`select 1`).rejects.toThrow('over')
  })

  test('cannot be opened inside another, which would wait for ever where there is one connection', async () => {
    const nested = database.owner(() => database.read('public', (sql) => sql`select 1`))
    await expect(nested).rejects.toThrow('inside another')
  })

  test('that gets no connection in time is told that the database is busy', async () => {
    let release!: () => void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const connections = engine === 'embedded' ? 1 : 2
    const holders = Array.from({ length: connections }, () => database.read('public', () => held))
    await expect(database.read('public', (sql) => sql`select 1`)).rejects.toMatchObject({ code: 'busy' })
    release()
    await Promise.all(holders)
    expect(await database.read('public', (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('of five thousand rows goes in by one statement, from arrays and from JSON', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ title: `rad ${i}`, lon: 14 + i * 1e-5, lat: 56 }))
    const counts = await database.owner(async (sql) => {
      await sql`set local search_path to core, public`
      const arrays = await sql`
        insert into places (geom, title)
        select st_setsrid(st_makepoint(lon, lat), 4326), title
        from unnest(${rows.map((row) => row.lon)}::float8[], ${rows.map((row) => row.lat)}::float8[],
          ${rows.map((row) => row.title)}::text[]) as r(lon, lat, title)`
      const json = await sql`
        insert into places (geom, title)
        select st_setsrid(st_makepoint(lon, lat), 4326), title
        from jsonb_to_recordset(${sql.json(rows)}) as r(lon float8, lat float8, title text)`
      await sql`delete from places where title like 'rad %'`
      return [arrays.count, json.count]
    })
    expect(counts).toEqual([5000, 5000])
  })
})
