import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixtureMigrations, insertPlace, planner } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Change } from './database.ts'

describe.each(engines)('a change on %s', (engine) => {
  let database: TestDatabase
  let changes: Change[]
  beforeAll(async () => {
    database = await testDatabase(engine, { migrationsFolder: fixtureMigrations })
    database.onChange((change) => changes.push(change))
  })
  beforeEach(() => {
    changes = []
  })
  afterAll(() => database.close())

  const onPostgres = engine === 'postgres' ? test : () => {}

  const settled = async () => {
    await database.owner((sql) => sql`select pg_notify('changes', '{"layer":"end","op":"reload"}')`)
    await expect.poll(() => changes.at(-1)?.layer, { timeout: 10_000 }).toBe('end')
    return changes.slice(0, -1)
  }

  test('is heard once it is committed, with the object it was made to', async () => {
    const [row] = await database.write(planner, (sql) => insertPlace(sql, 'ny'))
    expect(await settled()).toEqual([{ layer: 'places', op: 'insert', id: row!.id }])
  })

  test('is not heard when it is undone', async () => {
    const work = database.write(planner, async (sql) => {
      await insertPlace(sql, 'ångrad')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await settled()).toEqual([])
  })

  test('that is no change of ours is left alone', async () => {
    await database.owner(async (sql) => {
      await sql`select pg_notify('changes', 'not json'), pg_notify('changes', '{"layer": 3}'), pg_notify('other', '{}')`
    })
    expect(await settled()).toEqual([])
  })

  test('is no longer heard by one who stopped listening', async () => {
    const heard: Change[] = []
    const stop = database.onChange((change) => heard.push(change))
    stop()
    await database.write(planner, (sql) => insertPlace(sql, 'ohörd'))
    await settled()
    expect(heard).toEqual([])
  })

  onPostgres('by another process is heard too', async () => {
    const other = postgres(database.url!, { max: 1 })
    await other`insert into core.places (geom, title) values (st_setsrid(st_makepoint(14, 56), 4326), 'annan')`
    await other.end()
    expect(await settled()).toMatchObject([{ layer: 'places', op: 'insert' }])
  })
})
