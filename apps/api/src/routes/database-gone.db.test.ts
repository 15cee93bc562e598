import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

describe.runIf(engines.includes('postgres'))('a database that goes away in the middle of writes', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp('postgres')
  })
  afterAll(() => app.close())

  const create = (id: string) =>
    app.ask('demo-planner', 'POST', '/api/measures', {
      id,
      layer: 'camera_sites',
      geometry: { type: 'Point', coordinates: [14.15, 56.03] },
      properties: { title: 'Resecentrum' },
    })
  const cut = () =>
    app.database.owner(
      (sql) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_planner' and datname = current_database()`,
    )

  it('gives a clear 503 and leaves each object whole or absent, so that asking again with the same id makes it once', async () => {
    const ids = Array.from({ length: 120 }, () => randomUUID())
    let cutting = true
    const cuts = (async () => {
      while (cutting) {
        await cut()
        await setTimeout(40)
      }
    })()
    const answers: Response[] = []
    for (let start = 0; start < ids.length; start += 8)
      answers.push(...(await Promise.all(ids.slice(start, start + 8).map(create))))
    cutting = false
    await cuts

    const refused = answers.filter((answer) => answer.status !== 201)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(((await answer.json()) as Problem).detail).toBeTruthy()
    }
    const again = await Promise.all(ids.map(create))
    for (const [index, answer] of again.entries())
      expect(answer.status, `first answer ${answers[index]?.status}`).toBeOneOf(
        answers[index]?.status === 201 ? [409] : [201, 409],
      )
    const [kept] = await app.database.owner(
      (sql) =>
        sql<
          { objects: number; entries: number }[]
        >`select (select count(*) from core.camera_sites)::int as objects, (select count(*) from core.history)::int as entries`,
    )
    expect(kept).toEqual({ objects: ids.length, entries: ids.length })
  })
})
