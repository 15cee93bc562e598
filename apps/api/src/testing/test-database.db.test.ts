import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase, testDatabase } from './test-database.ts'

describe.each(engines)('a test database on %s', (engine) => {
  let database: TestDatabase
  let other: TestDatabase
  const migrationsFolder = new URL('./fixtures/migrations', import.meta.url).pathname

  beforeAll(async () => {
    database = await testDatabase(engine, { migrationsFolder })
    other = await testDatabase(engine, { migrationsFolder })
  })
  afterAll(async () => {
    await database.close()
    await other.close()
  })

  test('is migrated and shares nothing with another', async () => {
    const actor = { id: 'planner', name: 'Planner', audience: 'planner' } as const
    await database.write(
      actor,
      (sql) =>
        sql`insert into places (geom, title) values (st_setsrid(st_makepoint(14.15, 56.03), 4326), 'Ett')`,
    )
    const count = (from: TestDatabase) => from.read('public', (sql) => sql`select title from places`)
    expect(await count(database)).toEqual([{ title: 'Ett' }])
    expect(await count(other)).toEqual([])
  })
})
