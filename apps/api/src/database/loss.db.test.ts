import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fixtureMigrations, insertPlace, planner, titles } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Change, Sql } from './database.ts'

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.each(engines)('a statement on %s that outlives its limit', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(engine, {
      migrationsFolder: fixtureMigrations,
      limits: { statement: 4000 },
    })
    await database.write(planner, (sql) => insertPlace(sql, 'kvar'))
  })
  afterAll(() => database.close())

  test.each([
    ['sleeps', 'select pg_sleep(60)'],
    ['computes', 'select count(*) from generate_series(1, 1e12::bigint)'],
  ])('and %s is stopped, its transaction undone, and the next one works', async (_, statement) => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'halvvägs')
      await sql.unsafe(statement)
    })
    await expect(work).rejects.toMatchObject({
      code: 'timeout',
      text: { sv: expect.stringContaining('för lång tid') },
    })
    expect(await titles(database)).toEqual(['kvar'])
    await database.write(planner, (sql) => sql`update places set title = title`)
  })

  test('does not take down those that wait behind it', async () => {
    const slow = database.read('public', (sql) => sql`select pg_sleep(60)`)
    const behind = [1, 2, 3].map(() => titles(database))
    await expect(slow).rejects.toMatchObject({ code: 'timeout' })
    expect(await Promise.all(behind)).toEqual([['kvar'], ['kvar'], ['kvar']])
  })

  test('is not the only thing watched: a transaction that nobody goes on with ends too', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'glömd')
      await later(12_000)
      await insertPlace(sql, 'för sent')
    })
    await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/timeout|unavailable/) })
    expect(await titles(database)).toEqual(['kvar'])
  })
})

describe.runIf(engines.includes('postgres'))('a connection that the server ends', () => {
  let database: TestDatabase
  let admin: postgres.Sql
  const uncaught: unknown[] = []
  const onUncaught = (error: unknown) => uncaught.push(error)
  beforeAll(async () => {
    database = await testDatabase('postgres', { migrationsFolder: fixtureMigrations, poolSize: 1 })
    admin = postgres(database.url!, { max: 1 })
    process.on('uncaughtExceptionMonitor', onUncaught)
  })
  afterEach(() => expect(uncaught).toEqual([]))
  afterAll(async () => {
    process.off('uncaughtExceptionMonitor', onUncaught)
    await admin.end()
    await database.close()
  })

  const backend = async (sql: Sql) => (await sql`select pg_backend_pid() as pid`)[0]!.pid
  const terminate = async (pid: number) => {
    await admin`select pg_terminate_backend(${pid})`
  }

  test('in the middle of a write leaves nothing half written, and the next write works', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'halvvägs')
      const pid = await backend(sql)
      const busy = sql`select pg_sleep(60)`
      setTimeout(() => void terminate(pid), 200)
      await busy
    })
    await expect(work).rejects.toMatchObject({ code: 'unavailable' })
    expect(await titles(database)).toEqual([])
    await database.write(planner, (sql) => insertPlace(sql, 'hel'))
    expect(await titles(database)).toEqual(['hel'])
  })

  test('between two statements does not let the second through on another connection', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'första')
      await terminate(await backend(sql))
      await later(200)
      // Several at once: the driver would keep the later ones and send them by themselves after it reconnects.
      await Promise.all([insertPlace(sql, 'andra'), insertPlace(sql, 'tredje'), insertPlace(sql, 'fjärde')])
    })
    await expect(work).rejects.toMatchObject({ code: 'unavailable' })
    await later(300)
    expect(await titles(database)).toEqual(['hel'])
  })

  test('with statements queued behind the one that runs drops them too', async () => {
    const work = database.write(planner, async (sql) => {
      const pid = await backend(sql)
      setTimeout(() => void terminate(pid), 200)
      await Promise.all([sql`select pg_sleep(60)`, insertPlace(sql, 'andra'), insertPlace(sql, 'tredje')])
    })
    await expect(work).rejects.toMatchObject({ code: 'unavailable' })
    await later(300)
    expect(await titles(database)).toEqual(['hel'])
  })

  test('while nobody uses it is replaced without anybody noticing', async () => {
    const pid = await database.read('public', backend)
    await terminate(pid)
    await later(200)
    expect(await titles(database)).toEqual(['hel'])
  })

  test('and that listened is replaced, and every layer is to be read anew', async () => {
    const changes: Change[] = []
    const stop = database.onChange((change) => changes.push(change))
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`
    await expect
      .poll(() => changes.filter(({ op }) => op === 'reload').map(({ layer }) => layer), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(['camera_sites', 'police_events', 'basemap']))
    await database.write(planner, (sql) => insertPlace(sql, 'hörd'))
    await expect
      .poll(() => changes.at(-1), { timeout: 20_000 })
      .toMatchObject({ layer: 'places', op: 'insert' })
    stop()
  })
})

test('a PostgreSQL that is not there is said not to be', async () => {
  const { openDatabase } = await import('./open-database.ts')
  const open = openDatabase({
    url: 'postgres://a:b@127.0.0.1:1/c',
    folder: '',
    migrationsFolder: fixtureMigrations,
  })
  await expect(open).rejects.toMatchObject({ code: 'unavailable' })
})
