import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '../contract.ts'
import type { Presence } from '../contract-patrol.ts'
import { eraseAccount, extractAccount } from '../retention/account-data.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const corner = (lon: number, lat: number) => [
  [
    [lon, lat],
    [lon + 0.002, lat],
    [lon + 0.002, lat + 0.001],
    [lon, lat + 0.001],
    [lon, lat],
  ],
]

describe('presence in patrol zones', () => {
  let app: TestApp
  let zone: Measure

  const make = async (layer: string, account: DemoId, properties: Record<string, unknown>) =>
    app.ask(account, 'POST', '/api/measures', {
      layer,
      geometry: { type: 'Polygon', coordinates: corner(14.156, 56.029) },
      properties,
    })
  const entry = (more: Record<string, unknown> = {}) => ({
    ...{ id: randomUUID(), zone: zone.id, from: ago(3), to: ago(2), presence: 'visible' },
    ...more,
  })
  const log = (body: unknown, account: DemoId | null = 'demo-police') =>
    app.ask(account, 'POST', '/api/patrol/presence', body)
  const listed = async (query = '') =>
    (await (await app.ask('demo-police', 'GET', `/api/patrol/presence${query}`)).json()) as Presence[]

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    const made = await make('patrol_zones', 'demo-police', { title: 'Stora torg', basis: 'Föreslaget' })
    expect(made.status).toBe(201)
    zone = (await made.json()) as Measure
  })
  afterAll(() => app.close())

  it('is logged once, however often it is sent, and read by the police alone', async () => {
    const one = entry({ officers: 2, note: 'Lugnt' })
    expect((await log(one)).status).toBe(201)
    const again = await log(one)
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ by: 'Amira Holm', mine: true, officers: 2, withdrawn: null })
    expect(await listed(`?zone=${zone.id}`)).toHaveLength(1)
    expect(await listed(`?from=${ago(1)}`)).toHaveLength(0)
    for (const [account, status] of [
      [null, 401],
      ['demo-planner', 403],
      ['demo-reporter', 403],
      ['demo-admin', 403],
    ] as const) {
      expect((await log(entry(), account)).status).toBe(status)
      expect((await app.ask(account, 'GET', '/api/patrol/presence')).status).toBe(status)
    }
    const asPlanner = { id: 'x', name: 'x', audience: 'planner' } as const
    const read = app.database.read(asPlanner, (sql) => sql`select note from core.presence_log`)
    await expect(read).rejects.toMatchObject({ code: '42501' })
  })

  it.each([
    ['ends before it begins', () => entry({ from: ago(1), to: ago(2) })],
    ['lasts longer than a day', () => entry({ from: ago(27) })],
    ['has not been yet', () => entry({ to: ago(-2) })],
    ['is in no zone', () => entry({ zone: randomUUID() })],
    ['is by nobody', () => entry({ officers: 0 })],
    ['speaks of a person', () => entry({ note: 'Ring 070-123 45 67' })],
  ])('that %s is refused, and says why', async (_, body) => {
    const response = await log(body())
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { errors: { message: string }[] }
    expect(errors[0]!.message.length).toBeGreaterThan(5)
  })

  it('never changes; what was wrong is withdrawn once, and stays', async () => {
    const [first] = await listed()
    const police = { id: randomUUID(), name: 'Någon', audience: 'police' } as const
    const change = app.database.write(
      police,
      (sql) => sql`update police.presence_log set withdrawn_why = 'Fel' where id = ${first!.id}`,
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
    const owner = app.database.owner(
      (sql) => sql`update core.presence_log set officers = 9 where id = ${first!.id}`,
    )
    await expect(owner).rejects.toMatchObject({ code: '42501' })
    const path = `/api/patrol/presence/${first!.id}/withdraw`
    expect((await app.ask('demo-police', 'POST', path, { why: 'Anna Svensson såg fel' })).status).toBe(422)
    const withdrawn = await app.ask('demo-police', 'POST', path, { why: 'Fel område' })
    expect(await withdrawn.json()).toMatchObject({ withdrawn: { by: 'Amira Holm', why: 'Fel område' } })
    expect((await app.ask('demo-police', 'POST', path, { why: 'Igen' })).status).toBe(422)
    expect(
      (await app.ask('demo-police', 'POST', path.replace(first!.id, randomUUID()), { why: 'x' })).status,
    ).toBe(404)
    expect(await listed()).toHaveLength(1)
  })

  it('a shift’s sheet has the zones of that shift with hours and why, for the police alone', async () => {
    const made = await make('patrol_zones', 'demo-police', {
      title: 'Lilla torg, helgnätter',
      presence: 'targeted',
      status: 'in_operation',
      basis: 'Vilar på hotspotanalysen.',
      weekdays: [5, 6],
      hours_from: '21:00',
      hours_to: '04:00',
    })
    expect(made.status).toBe(201)
    const sheet = async (query: string, account: DemoId | null = 'demo-police') =>
      app.ask(account, 'GET', `/api/patrol/shift-sheet.pdf?${query}`)
    const read = async (query: string) => {
      const response = await sheet(query)
      expect(response.headers.get('content-type')).toBe('application/pdf')
      const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
      return (await extractText(document, { mergePages: true })).text.replaceAll(/\s+/g, ' ')
    }
    const friday = await read('date=2026-01-02&shift=night')
    for (const words of [
      'Passblad: natt fredag 2 januari 2026',
      'Lilla torg, helgnätter',
      '22.00–04.00',
      'Riktad insats',
      'Vilar på hotspotanalysen.',
      'ingen närvaro antecknad',
    ])
      expect(friday).toContain(words)
    expect(await read('date=2026-01-01&shift=night')).toContain('Inga beslutade patrullområden')
    expect((await sheet('date=2026-02-30&shift=night')).status).toBe(400)
    expect((await sheet('date=2026-01-02&shift=night', 'demo-planner')).status).toBe(403)
    expect((await sheet('date=2026-01-02&shift=night', null)).status).toBe(401)
  })

  it('permits of guards: both hours or none, and at most three years', async () => {
    const permit = { title: 'Centrum', valid_from: '2025-01-01', valid_to: '2028-01-01' }
    const good = await make('guard_zones', 'demo-planner', {
      ...permit,
      permit_weekdays: [5, 6],
      permit_from: '20:00',
      permit_to: '03:00',
    })
    expect(good.status).toBe(201)
    expect((await make('guard_zones', 'demo-planner', { ...permit, permit_from: '20:00' })).status).toBe(422)
    expect((await make('guard_zones', 'demo-planner', { ...permit, valid_to: '2028-01-02' })).status).toBe(
      422,
    )
  })

  it('has a clock, is in what an account gets out, and stands under a pseudonym once the account is erased', async () => {
    const listing = await app.upkeep.retention.list()
    expect(listing.find(({ kind }) => kind === 'presence')).toMatchObject({ keep: 'P3Y' })
    const [row] = await app.database.owner(
      (sql) => sql<{ account: string }[]>`select account from core.presence_log limit 1`,
    )
    const extract = await extractAccount(app.database, row!.account, { words: true })
    expect(extract?.presence).toMatchObject([{ note: 'Lugnt', logged: true, withdrawn: true }])
    const admin = { id: randomUUID(), name: 'Karin', audience: 'admin' } as const
    expect(await eraseAccount(app.database, row!.account, admin)).toBe(true)
    const names = await app.database.owner(
      (sql) => sql`select by_name, withdrawn_by_name from core.presence_log`,
    )
    expect([...names]).toEqual([{ by_name: 'Raderat konto', withdrawn_by_name: 'Raderat konto' }])
  })
})
