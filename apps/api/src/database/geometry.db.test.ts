import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureMigrations } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { writesExactly } from './rows.ts'

const square = 'SRID=4326;POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))'
const bowtie = 'SRID=4326;POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))'

describe.each(engines)('a geometry on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(engine, { migrationsFolder: fixtureMigrations })
  })
  afterAll(() => database.close())

  const count = async () =>
    (await database.owner((sql) => sql`select count(*)::int as n from core.places`))[0]!.n

  test('that is not valid is refused by the table', async () => {
    const insert = database.owner((sql) => sql`insert into core.places (geom, title) values (${bowtie}, 'x')`)
    await expect(insert).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    'insert into core.places (geom, title)',
    'insert into core.places (geom, title) %s returning id',
    'with added as (insert into core.places (geom, title) %s returning id) select * from added',
  ])('that breaks a computation breaks the whole transaction: %s', async (statement) => {
    const rows = `select st_intersection(g::geometry, '${square}'), 'del' from (values ('${square}'), ('${bowtie}'), ('${square}')) as v(g)`
    const text = statement.includes('%s') ? statement.replace('%s', rows) : `${statement} ${rows}`
    for (const simple of [true, false]) {
      const work = database.owner(async (sql) => {
        await sql`insert into core.places (geom, title) values (${square}, 'före')`
        await sql.unsafe(text, [], { simple } as never)
      })
      await expect(work).rejects.toMatchObject({ code: 'XX000' })
      expect(await count()).toBe(0)
    }
  })

  test('that breaks a computation inside a function or a question is an error too, and the next statement works', async () => {
    await database.owner(async (sql) => {
      await sql`create or replace function core.area(g geometry) returns float8 language plpgsql as
        'begin return st_area(st_intersection(g, ''SRID=4326;POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))'')); end'`
    })
    const questions = [
      `select core.area('${bowtie}')`,
      `select st_astext(st_union(g)) from (values ('${square}'::geometry), ('${bowtie}')) as v(g)`,
      `select g from (values ('${square}'::geometry), ('${bowtie}')) as v(g) order by core.area(g)`,
    ]
    for (const question of questions) {
      await expect(database.owner((sql) => sql.unsafe(question))).rejects.toMatchObject({ code: 'XX000' })
      const [row] = await database.owner((sql) => sql`select core.area(${square}::geometry) as area`)
      expect(row!.area).toBe(4)
    }
  })

  test('in an answer of many parts arrives whole', async () => {
    const rows = await database.owner(
      (sql) => sql`
        select i, st_asbinary(st_buffer(st_makepoint(i, 0), 1, 64)) as geom, repeat('å', 3000) as text
        from generate_series(1, 700) as i`,
    )
    expect(rows.map(({ i }) => i)).toEqual(Array.from({ length: 700 }, (_, i) => i + 1))
    expect(new Set(rows.map(({ geom, text }) => `${geom.length} ${text.length}`))).toEqual(
      new Set(['4125 3000']),
    )
  })

  test('statement that writes another number of rows than expected is undone', async () => {
    const write = (expected: number) =>
      database.owner(async (sql) => {
        await sql`insert into core.places (geom, title) values (${square}, 'a'), (${square}, 'b')`
        await writesExactly(expected, sql`update core.places set title = title || '!'`)
      })
    await expect(write(3)).rejects.toMatchObject({ code: 'row-count' })
    expect(await count()).toBe(0)
    await write(2)
    expect(await count()).toBe(2)
  })
})
