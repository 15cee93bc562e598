import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureMigrations, insertPlace, planner } from '../testing/fixtures/places.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { roleOf, schemaOf } from './database.ts'
import { audiences } from './roles.ts'

describe.each(engines)('the role of an audience on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(engine, { migrationsFolder: fixtureMigrations })
    await database.write(planner, (sql) => insertPlace(sql, 'plats'))
  })
  afterAll(() => database.close())

  test.each(audiences)('%s is the one the statements run as, its own schema first', async (audience) => {
    const [row] = await database.read(
      audience,
      (sql) => sql`select current_user as role, current_setting('search_path') as path`,
    )
    expect(row).toEqual({ role: roleOf(audience), path: `${schemaOf[audience]}, public` })
  })

  test('sees its own view of what another wrote, and not the columns it may not see', async () => {
    expect(await database.read('public', (sql) => sql`select title from places`)).toEqual([
      { title: 'plats' },
    ])
    const secret = database.read('public', (sql) => sql`select secret from places`)
    await expect(secret).rejects.toMatchObject({ code: '42703' })
  })

  test.each([
    'select * from core.places',
    'select * from planner.places',
    "insert into places (title) values ('x')",
    'delete from places',
    'create table public.mine (id int)',
    'update core.migrations set sha256 = name',
  ])('of the public is refused: %s', async (statement) => {
    const anybody = { id: '', name: '', audience: 'public' } as const
    await expect(database.write(anybody, (sql) => sql.unsafe(statement))).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('does not leak into the next transaction', async () => {
    await database.read('public', (sql) => sql`select 1`)
    const [row] = await database.owner(
      (sql) => sql`select current_user as role, count(*)::int as n from core.places`,
    )
    expect(row!.n).toBe(1)
    expect(row!.role).not.toBe('app_public')
  })
})

describe.runIf(engines.includes('postgres'))('a login role on postgres', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase('postgres', { migrationsFolder: fixtureMigrations })
  })
  afterAll(() => database.close())

  test.each(audiences)(
    'of %s is the session itself, so that there is nothing to climb back up to',
    async (audience) => {
      const [row] = await database.read(audience, (sql) => sql`select session_user as role`)
      expect(row!.role).toBe(roleOf(audience))
    },
  )

  test.each(['set role trygghetskartan', 'set session authorization trygghetskartan', 'set role app_police'])(
    'of the public may not: %s',
    async (statement) => {
      await expect(database.read('public', (sql) => sql.unsafe(statement))).rejects.toMatchObject({
        code: '42501',
      })
      const [row] = await database.read('public', async (sql) => {
        await sql`reset role`
        return sql`select current_user as role`
      })
      expect(row!.role).toBe('app_public')
    },
  )
})
