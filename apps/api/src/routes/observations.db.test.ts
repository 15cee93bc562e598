import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  NewObservation,
  ObservationsAnswer,
  OwnObservation,
  OwnObservationsAnswer,
} from '../contract-observations.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const minute = 60_000
const day = 24 * 60 * minute
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

const seen = (change: Partial<NewObservation> = {}): NewObservation => ({
  geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
  accuracy: 8,
  precision: 'exact',
  kind: 'youth_gathering',
  observedFrom: ago(10 * minute),
  observedTo: ago(10 * minute),
  people: 'group',
  words: 'Lugnt, vid bänkarna',
  sentAt: ago(0),
  ...change,
})

describe('observations', () => {
  let app: TestApp
  let guard: Record<string, string>

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    const [account] = await app.database.owner(
      (sql) => sql<{ id: string }[]>`
        insert into identity.accounts (issuer, subject, name, audience, works_as)
        values ('test', 'guard', 'Vakt', 'reporter', 'guard') returning id`,
    )
    const asked = { cookie: undefined, authorization: undefined, address: '' }
    const { cookie } = await app.database.door((sql) =>
      app.auth.openSession(sql, { accountId: account!.id, asked, userAgent: 'test', secure: false }),
    )
    guard = { cookie }
  })
  afterAll(() => app.close())

  const put = (id: string, body: unknown, headers?: Record<string, string>) =>
    app.ask(headers ? null : 'demo-reporter', 'PUT', `/api/observations/${id}`, body, headers)
  const mine = async (headers?: Record<string, string>) =>
    (await (
      await app.ask(headers ? null : 'demo-reporter', 'GET', '/api/observations/mine', undefined, headers)
    ).json()) as OwnObservationsAnswer
  const list = async (account: DemoId, query = '') =>
    (await (await app.ask(account, 'GET', `/api/observations${query}`)).json()) as ObservationsAnswer
  const refusedFields = async (body: unknown): Promise<string[]> => {
    const answer = await put(randomUUID(), body)
    expect(answer.status).toBe(422)
    return ((await answer.json()) as { errors: { field: string }[] }).errors.map(({ field }) => field)
  }

  it('are kept once however often they are sent, also at the same moment', async () => {
    const id = randomUUID()
    const body = seen()
    const answers = await Promise.all([
      put(id, body),
      put(id, body),
      put(id, { ...body, sentAt: ago(-1000) }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const [first, ...others] = (await Promise.all(answers.map((one) => one.json()))) as OwnObservation[]
    for (const other of others) expect(other).toEqual(first)
    expect((await mine()).observations.filter((one) => one.id === id)).toHaveLength(1)
    expect((await put(id, { ...body, words: 'Något annat' })).status).toBe(409)
    expect((await put(id, seen(), guard)).status).toBe(409)
  })

  it('of a phone that was offline for days come in, those of tomorrow, of last month and of elsewhere do not', async () => {
    const late = seen({ observedFrom: ago(13 * day), observedTo: ago(13 * day) })
    expect((await put(randomUUID(), late)).status).toBe(201)
    expect(await refusedFields(seen({ observedFrom: ago(15 * day), observedTo: ago(15 * day) }))).toEqual([
      'observedFrom',
    ])
    expect(await refusedFields(seen({ observedFrom: ago(-day), observedTo: ago(-day) }))).toEqual([
      'observedTo',
    ])
    expect(await refusedFields(seen({ observedFrom: ago(0), observedTo: ago(minute) }))).toEqual([
      'observedTo',
    ])
    expect(await refusedFields(seen({ geometry: { type: 'Point', coordinates: [18.07, 59.33] } }))).toEqual([
      'geometry',
    ])
    expect(await refusedFields(seen({ kind: 'unicorns' }))).toHaveLength(1)
    expect(await refusedFields(seen({ words: 'Ring 0701234567 om bilen ABC 12D' }))).toEqual([
      'words',
      'words',
    ])
    expect(await refusedFields({ ...seen(), who: 'Kalle' })).toHaveLength(1)
  })

  it('of a phone whose clock is wrong get the times they had', async () => {
    const id = randomUUID()
    const hour = 60 * minute
    // An hour fast: what it says of ten minutes ago lies ahead.
    const body = seen({ observedFrom: ago(-50 * minute), observedTo: ago(-50 * minute), sentAt: ago(-hour) })
    const answer = (await (await put(id, body)).json()) as OwnObservation
    expect(answer.clockOffset).toBeCloseTo(-3600, -1)
    expect(Math.abs(Date.parse(answer.observedFrom) - (Date.now() - 10 * minute))).toBeLessThan(10_000)
    expect((await put(id, { ...body, sentAt: ago(-hour - 500) })).status).toBe(200)
  })

  it('are read by who logged them, by the police, and by planners as far as they may', async () => {
    const ids = { own: randomUUID(), drugs: randomUUID(), litter: randomUUID() }
    await put(ids.own, seen({ kind: 'drugs', words: null, people: null }))
    await put(ids.drugs, seen({ kind: 'drugs', words: 'Vid cykelstället' }), guard)
    await put(ids.litter, seen({ kind: 'littering', people: null }), guard)
    const of = (rows: readonly { id: string }[]) =>
      Object.entries(ids)
        .filter(([, id]) => rows.some((row) => row.id === id))
        .map(([name]) => name)
    expect(of((await mine()).observations)).toEqual(['own'])
    expect(of((await mine(guard)).observations)).toEqual(['drugs', 'litter'])
    const police = await list('demo-police', '?limit=5000')
    expect(of(police.observations)).toEqual(['own', 'drugs', 'litter'])
    expect(police.observations.find(({ id }) => id === ids.drugs)).toMatchObject({
      by: 'Vakt',
      worksAs: 'guard',
    })
    const planner = await list('demo-planner')
    expect(of(planner.observations)).toEqual(['own', 'litter'])
    expect(planner.numberMatched).toBe(planner.observations.length)
    expect(JSON.stringify(planner)).not.toMatch(/"by"|Vakt|cykelstället/)
    expect(of((await list('demo-police', '?kind=littering&bbox=14.1,56,14.2,56.1')).observations)).toEqual([
      'litter',
    ])
    expect((await list('demo-police', '?bbox=13,55,13.1,55.1')).numberMatched).toBe(0)
    for (const [account, status] of [
      [null, 401],
      ['demo-admin', 403],
      ['demo-reporter', 403],
    ] as const)
      expect((await app.ask(account, 'GET', '/api/observations')).status).toBe(status)
    expect((await app.ask('demo-police', 'PUT', `/api/observations/${randomUUID()}`, seen())).status).toBe(
      403,
    )
    const trail = await app.database.owner(
      (sql) =>
        sql`select action, kind, detail from audit.entries where kind in ('observation', 'observations')`,
    )
    expect(trail.filter(({ action }) => action === 'layer.read').length).toBeGreaterThan(2)
    expect(JSON.stringify(trail)).not.toContain('cykelstället')
  })

  it('are taken back by who logged them, within a day, and stay so', async () => {
    const [id, old] = [randomUUID(), randomUUID()]
    const body = seen({ words: 'Fel plats' })
    await put(id, body)
    const remove = (one: string, headers?: Record<string, string>) =>
      app.ask(headers ? null : 'demo-reporter', 'DELETE', `/api/observations/${one}`, undefined, headers)
    expect((await remove(id, guard)).status).toBe(404)
    expect((await remove(id)).status).toBe(204)
    expect((await remove(id)).status).toBe(204)
    expect((await put(id, body)).status).toBe(410)
    const kept = (await mine()).observations.find((one) => one.id === id)
    expect(kept).toMatchObject({ geometry: null, words: null, people: null })
    expect((await list('demo-police', '?limit=5000')).observations.some((one) => one.id === id)).toBe(false)
    await put(old, seen())
    await app.database.owner(
      (
        sql,
      ) => sql`update core.observations set received_at = now() - interval '25 hours', observed_from = now() - interval '26 hours',
        observed_to = now() - interval '26 hours' where id = ${old}`,
    )
    const late = await remove(old)
    expect(late.status).toBe(422)
    expect(JSON.stringify(await late.json())).toContain('mer än ett dygn')
  })

  it('stay behind the database’s own fence', async () => {
    const other = { id: randomUUID(), name: 'x', audience: 'reporter' } as const
    const rows = await app.database.read(other, (sql) => sql`select 1 from reporter.observations`)
    expect([...rows]).toEqual([])
    for (const role of ['public', 'planner', 'admin'] as const)
      await expect(
        app.database.read(role, (sql) => sql`select 1 from core.observations`),
      ).rejects.toMatchObject({ code: '42501' })
    const smuggled = app.database.write(other, (sql) => sql`update reporter.observations set words = 'x'`)
    await expect(smuggled).rejects.toMatchObject({ code: '42501' })
  })
})
