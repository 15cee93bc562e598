import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../auth.ts'
import type { Actor, Sql } from '../database/database.ts'
import { appendAudit, readChainEnds } from '../queries/audit.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { createAudit } from './audit.ts'

const planner: Actor = { id: 'p-1', name: 'Petra', audience: 'planner', address: '192.0.2.7' }

const insertLamp = (sql: Sql, title: string) => sql<{ id: string }[]>`
  insert into planner.shrub_clearances (geom, title)
  values (ST_SetSRID(ST_GeomFromText('POLYGON((14.15 56.03, 14.151 56.03, 14.151 56.031, 14.15 56.03))'), 4326), ${title})
  returning id`

describe.each(engines)('the audit trail on %s', (engine) => {
  let database: TestDatabase
  const entries = () =>
    database.owner(
      (sql) => sql<Record<string, unknown>[]>`
        select seq::int, actor_id, actor_name, audience, address, action, kind, object, before, after, detail
        from audit.entries order by seq`,
    )

  beforeAll(async () => {
    database = await testDatabase(engine)
  })
  afterAll(() => database.close())

  test('keeps each change of an object with who, from where, before and after', async () => {
    const [made] = await database.write(planner, (sql) => insertLamp(sql, 'Buskar'))
    await database.write(
      planner,
      (sql) => sql`update planner.shrub_clearances set title = 'Häck' where id = ${made!.id}`,
    )
    await database.write(planner, (sql) => sql`delete from planner.shrub_clearances where id = ${made!.id}`)
    const all = await entries()
    expect(all.map(({ seq, action, object }) => [seq, action, object])).toEqual([
      [1, 'object.created', made!.id],
      [2, 'object.changed', made!.id],
      [3, 'object.removed', made!.id],
    ])
    expect(all[1]).toMatchObject({
      actor_id: 'p-1',
      actor_name: 'Petra',
      audience: 'planner',
      address: '192.0.2.7',
      kind: 'shrub_clearances',
      before: { title: 'Buskar' },
      after: { title: 'Häck' },
      detail: { version: 2, changed: ['title'] },
    })
  })
})
