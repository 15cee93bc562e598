import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Sql } from '../database/database.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'

const actor = (audience: Actor['audience']): Actor => ({
  id: `an-${audience}`,
  name: `A ${audience}`,
  audience,
})
const camera = '11111111-1111-4111-8111-111111111111'
const zone = '22222222-2222-4222-8222-222222222222'

const add = (sql: Sql, layer: string, object: string) => sql`
  insert into photos (layer, object_id, width, height, bytes, sha256, picture, thumbnail)
  values (${layer}, ${object}, 2, 1, 3, sha256('abc'), 'abc', 'a')`

describe.each(engines)('photographs in the database on %s', (engine) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await testDatabase(engine)
    await database.owner(async (sql) => {
      await sql`insert into core.camera_sites (id, geom, title) values (${camera}, 'SRID=4326;POINT(14.15 56.03)', 'Torget')`
      await sql`insert into core.patrol_zones (id, geom, title) values (${zone}, 'SRID=4326;POLYGON((14 56, 14.1 56, 14.1 56.1, 14 56))', 'Natten')`
    })
  })
  afterAll(() => database.close())

  test('say who added them, whatever the writer says', async () => {
    await database.write(actor('planner'), (sql) => add(sql, 'camera_sites', camera))
    const [row] = await database.read('planner', (sql) => sql`select account, by_name from photos`)
    expect(row).toEqual({ account: 'an-planner', by_name: 'A planner' })
    const forged = database.write(
      actor('planner'),
      (
        sql,
      ) => sql`insert into photos (layer, object_id, width, height, bytes, sha256, picture, thumbnail, account)
        values ('camera_sites', ${camera}, 2, 1, 3, sha256('abc'), 'abc', 'a', 'demo-admin')`,
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })

  test('are seen by who sees the object, and added by who may change it', async () => {
    await database.write(actor('police'), (sql) => add(sql, 'patrol_zones', zone))
    const seen = async (audience: 'planner' | 'police') =>
      (await database.read(audience, (sql) => sql`select layer from photos order by layer`)).map(
        ({ layer }) => layer,
      )
    expect(await seen('planner')).toEqual(['camera_sites'])
    expect(await seen('police')).toEqual(['camera_sites', 'patrol_zones'])
    for (const [audience, layer, object] of [
      ['planner', 'patrol_zones', zone],
      ['police', 'camera_sites', camera],
      ['planner', 'camera_sites', '33333333-3333-4333-8333-333333333333'],
      ['planner', 'history', camera],
    ] as const)
      await expect(database.write(actor(audience), (sql) => add(sql, layer, object))).rejects.toMatchObject({
        code: expect.stringMatching(/42501|44000/),
      })
  })

  test.each(['public', 'reporter', 'admin'] as const)('are no part of what %s can read', async (audience) => {
    await expect(database.read(audience, (sql) => sql`select 1 from photos`)).rejects.toMatchObject({
      code: '42P01',
    })
    await expect(database.read(audience, (sql) => sql`select 1 from core.photos`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('are at most twenty of an object, and none is removed by who may not change it', async () => {
    const police = database.write(
      actor('police'),
      async (sql) => sql`delete from photos where object_id = ${camera}`,
    )
    await expect(police).rejects.toMatchObject({ code: '42501' })
    for (let i = 1; i < 20; i++)
      await database.write(actor('planner'), (sql) => add(sql, 'camera_sites', camera))
    const last = database.write(actor('planner'), (sql) => add(sql, 'camera_sites', camera))
    await expect(last).rejects.toMatchObject({ code: '23514', constraint_name: 'photos_per_object' })
    const { count } = await database.write(
      actor('planner'),
      async (sql) => sql`delete from photos where object_id = ${camera}`,
    )
    expect(count).toBe(20)
  })
})
