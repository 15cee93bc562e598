import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Change } from './database.ts'

const many = 2000

describe.each(engines)('many refused statements on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    const migrationsFolder = new URL('../testing/fixtures/migrations', import.meta.url).pathname
    database = await testDatabase(engine, { migrationsFolder })
  })
  afterAll(() => database.close())

  test('are each refused, and leave the database as it was, answering and telling', async () => {
    const actor = { id: 'planner', name: 'Planner', audience: 'planner' } as const
    const write = (title: string) =>
      database.write(
        actor,
        (sql) =>
          sql`insert into places (geom, title) values (st_setsrid(st_makepoint(14.15, 56.03), 4326), ${title})`,
      )
    await write('before')
    const outcomes = new Map<string, number>()
    for (let i = 0; i < many; i += 1) {
      const outcome = await database
        .read('public', (sql) => sql`select no_such_column from places`)
        .then(
          () => 'answered',
          (error: { code?: string }) => error.code ?? String(error),
        )
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect([...outcomes]).toEqual([['42703', many]])
    const heard: Change[] = []
    const stop = database.onChange((change) => heard.push(change))
    await write('after')
    const rows = await database.read('public', (sql) => sql`select title from places order by title`)
    expect(rows.map(({ title }) => title)).toEqual(['after', 'before'])
    await database.owner((sql) => sql`select pg_notify('changes', '{"layer":"places","op":"reload"}')`)
    await expect.poll(() => heard).toContainEqual({ layer: 'places', op: 'reload' })
    stop()
  }, 120_000)
})
