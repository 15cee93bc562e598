import { randomUUID } from 'node:crypto'
import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AboutAnswer, AccessibilityFault, NearAnswer } from '../contract-around.ts'
import { clocks } from '../retention/clocks.ts'
import { residentsOf, residentVariables } from '../testing/residents.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const square = '14.1567,56.0294'
const near = (at = square, radius = '500') => `at=${at}&radius=${radius}`

describe('what is around a place', () => {
  let app: TestApp
  const { prove } = residentsOf(() => app)

  const read = async (path: string, headers = {}) => app.ask(null, 'GET', path, undefined, headers)
  const entries = async (query = near()) =>
    ((await (await read(`/api/near?${query}`)).json()) as NearAnswer).entries
  const feed = async (query = near()) => (await read(`/api/feeds/near.atom?${query}&lang=sv`)).text()

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!, {
      variables: {
        ...{ EMBED_ORIGINS: 'https://www.provkoping.se', CONTACT: '044-13 50 00' },
        ...residentVariables,
      },
    })
    const point = (east: number) => `ST_SetSRID(ST_MakePoint(${14.1567 + east}, 56.0294), 4326)`
    await app.database.owner((sql) =>
      sql.unsafe(`
        insert into core.lighting_upgrades (id, geom, title, status, starts_on, completed_on, public_text, internal_text) values
          ('11111111-1111-4111-8111-111111111111', ${point(0.001)}, 'Lampor <vid> & kring torget', 'built', '2025-02-03', '2025-04-17', 'Nu är det ljust.', 'hemligt ord'),
          ('22222222-2222-4222-8222-222222222222', ${point(0.001)}, 'Bara en tanke', 'idea', null, null, null, null),
          ('33333333-3333-4333-8333-333333333333', ${point(0.1)}, 'Långt bort', 'built', null, '2025-05-01', null, null);
        insert into core.safety_walks (geom, title, state, walked_on) values
          (ST_MakeLine(${point(0)}, ${point(0.002)}), 'Vandring till våren', 'planned', '2099-04-01');
        insert into core.reported_places (geom, reasons, state, month, words) values
          (${point(0.0015)}, '{darkness,blocked_view}', 'looked_at', '2026-03-01', 'Mörkt vid gången');
        insert into core.unsafe_reports (geom, reasons, received_on, words) values (${point(0)}, '{people}', '2026-03-14', 'aldrig publikt')`),
    )
  })
  afterAll(() => app.close())

  it('is told as the public may know it, newest month first, whoever asks', async () => {
    const found = await entries()
    expect(found.map(({ title }) => title.sv).sort()).toEqual(
      ['Lampor <vid> & kring torget', 'Mörkt, Skymd sikt', 'Vandring till våren'].sort(),
    )
    expect(found.map(({ month }) => month)).toEqual(
      found
        .map(({ month }) => month)
        .toSorted()
        .reverse(),
    )
    const lamps = found.find(({ id }) => id.startsWith('1111'))!
    expect(lamps).toMatchObject({ phase: 'done', month: '2025-04', texts: ['Nu är det ljust.'] })
    expect(lamps.metres! % 10).toBe(0)
    const place = found.find(({ layer }) => layer === 'reported_places')!
    expect(place).toMatchObject({ month: '2026-03', dates: [] })
    for (const account of ['demo-planner', 'demo-police', 'demo-admin'] as const)
      expect(
        ((await (await app.ask(account, 'GET', `/api/near?${near()}`)).json()) as NearAnswer).entries,
      ).toEqual(found)
  })

  it('knows a place to about a hundred metres and no closer', async () => {
    const answer = (await (await read(`/api/near?${near('14.15671234,56.02943210')}`)).json()) as NearAnswer
    expect(answer.at).toEqual([14.157, 56.029])
    expect(await feed('at=14.15672,56.02941&radius=500')).toBe(await feed('at=14.15701,56.02899&radius=500'))
    for (const bad of [
      'at=14,x&radius=500',
      'at=200,56&radius=500',
      `at=${square}&radius=501`,
      `${near()}&x=1`,
      '',
    ])
      expect((await read(`/api/near?${bad}`)).status).toBe(400)
  })

  it('is a feed whose ids and times are valid, and tell nothing finer than a month', async () => {
    const response = await read(`/api/feeds/near.atom?${near()}&lang=sv`)
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    const text = await response.text()
    expect(text).toContain('<title>Lampor &lt;vid&gt; &amp; kring torget: ')
    const inEach = (name: string) =>
      [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g'))].map(([, one]) => one!)
    expect(inEach('id')).toHaveLength(1 + (await entries()).length)
    for (const id of inEach('id'))
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    for (const at of inEach('updated')) expect(at).toMatch(/^\d{4}-\d{2}-01T00:00:00Z$/)
    expect(text).not.toMatch(/hemligt|aldrig publikt|Bara en tanke|2026-03-14/)
    expect(text).toContain('rel="self"')
    const all = await (await read('/api/feeds/all.atom?lang=en')).text()
    expect(all).toContain('Långt bort')
    expect(all).toContain('<title>Safety in Provköpings kommun</title>')
  })

  it('is the same bytes until something public changes', async () => {
    const first = await read(`/api/feeds/near.atom?${near()}&lang=sv`)
    const etag = first.headers.get('etag')!
    const ask = () => read(`/api/feeds/near.atom?${near()}&lang=sv`, { 'if-none-match': `W/"x", ${etag}` })
    await app.database.owner(
      (sql) =>
        sql`update core.lighting_upgrades set internal_text = 'nytt hemligt ord' where id = '11111111-1111-4111-8111-111111111111'`,
    )
    expect((await ask()).status).toBe(304)
    await app.database.owner(
      (sql) =>
        sql`update core.lighting_upgrades set status = 'evaluated' where id = '11111111-1111-4111-8111-111111111111'`,
    )
    expect((await ask()).status).toBe(200)
  })

  it('shows no more of any layer than its public columns', async () => {
    const text = await (await read(`/api/near?${near(square, '2000')}`)).text()
    for (const { id, audiences } of layers) if (!audiences.public) expect(text).not.toContain(id)
  })

  it('says how long what concerns the public is kept, in two languages', async () => {
    const about = (await (await read('/api/about')).json()) as AboutAnswer
    expect(about).toMatchObject({
      municipality: 'Provköpings kommun',
      contact: '044-13 50 00',
      dataProtection: null,
      embedOrigins: ['https://www.provkoping.se'],
    })
    expect(about.clocks.map(({ kind }) => kind)).toEqual(
      clocks.filter(({ open }) => open).map(({ kind }) => kind),
    )
    expect(about.clocks.find(({ kind }) => kind === 'reports')).toMatchObject({ keep: 'P2Y' })
    for (const { title, rule, from } of about.clocks)
      for (const { sv, en } of [title, rule, from]) expect(sv.length * en.length).toBeGreaterThan(0)
  })

  it('takes a fault in accessibility once, with work done for it and without persons, and shows it to administrators', async () => {
    const id = randomUUID()
    const body = { page: '/nara-mig', what: 'Knappen läses inte upp', aid: 'NVDA' }
    const send = async (one: object, name = id) =>
      app.ask(null, 'PUT', `/api/accessibility/faults/${name}`, { proof: await prove(), ...one })
    const proof = await prove()
    for (const unproved of [
      { challenge: 'x', nonce: '1' },
      { ...proof, nonce: 'not it' },
    ]) {
      const answer = await send({ ...body, proof: unproved })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('proof')
    }
    expect((await app.ask(null, 'PUT', `/api/accessibility/faults/${id}`, body)).status).toBe(422)
    const first = await Promise.all([1, 2, 3].map(() => send({ ...body, proof })))
    expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    expect((await send({ ...body, proof }, randomUUID())).status).toBe(422)
    expect((await send(body)).status).toBe(200)
    expect((await send({ ...body, what: 'Något annat' })).status).toBe(409)
    const refused = await send({ ...body, what: 'Ring mig på 070-123 45 67' }, randomUUID())
    expect(refused.status).toBe(422)
    expect(((await refused.json()) as { errors: { field: string }[] }).errors[0]!.field).toBe('what')
    expect((await send({ ...body, what: ' ' }, randomUUID())).status).toBe(422)
    for (const [account, status] of [
      [null, 401],
      ['demo-planner', 403],
    ] as const)
      expect((await app.ask(account, 'GET', '/api/accessibility/faults')).status).toBe(status)
    const list = async () =>
      (await (await app.ask('demo-admin', 'GET', '/api/accessibility/faults')).json()) as AccessibilityFault[]
    expect(await list()).toMatchObject([{ id, what: 'Knappen läses inte upp', handledOn: null }])
    expect((await app.ask('demo-admin', 'POST', `/api/accessibility/faults/${id}/handled`, {})).status).toBe(
      204,
    )
    expect((await list())[0]!.handledOn).toMatch(/^\d{4}-/)
    expect(
      (await app.ask('demo-admin', 'POST', `/api/accessibility/faults/${randomUUID()}/handled`, {})).status,
    ).toBe(404)
  })

  it('is shown within the pages of the sites that are named, and of no other', async () => {
    const policyOf = async (path: string) => (await read(path)).headers.get('content-security-policy')
    expect(await policyOf('/badda-in')).toContain("frame-ancestors 'self' https://www.provkoping.se")
    expect((await read('/badda-in')).headers.get('x-frame-options')).toBeNull()
    expect(await policyOf('/nara-mig')).toContain("frame-ancestors 'self';")
  })
})
