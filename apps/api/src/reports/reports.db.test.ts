import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NearbyPlaces, NewReport, ReportReceived } from '../contract-reports.ts'
import { inSwedish, newCode, residentsOf, residentVariables, spot } from '../testing/residents.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())

describe('reports from residents', () => {
  let app: TestApp
  const { prove, reportOf, put, send, read, rows, place } = residentsOf(() => app)

  beforeAll(async () => {
    app = await testApp('postgres', { variables: residentVariables })
  })
  afterAll(() => app.close())

  const said = async (change: Partial<NewReport> | Record<string, unknown>) => {
    const answer = await put(randomUUID(), await reportOf(change as Partial<NewReport>))
    const { errors = [] } = (await answer.json()) as { errors?: { field: string; message: string }[] }
    return `${answer.status} ${errors[0]?.field}: ${errors[0]?.message}`
  }

  it('are kept once, however often they are sent, also ten times at the same moment', async () => {
    const [id, report] = [randomUUID(), await reportOf()]
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(id, report)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    const later = await put(id, { ...report, proof: { challenge: 'too old by now', nonce: '1' } })
    expect([later.status, (await later.json()) as ReportReceived]).toEqual([200, { receivedOn: today() }])
    expect(await rows('unsafe_reports', id, 'id')).toHaveLength(1)
    expect((await put(id, { ...report, words: 'Något annat', proof: await prove() })).status).toBe(409)
    expect((await put(id, { ...report, receipt: newCode(), proof: await prove() })).status).toBe(409)
    expect((await read(report.receipt)).receipt).toMatchObject({ report: id, state: 'new', messages: [] })
  })

  it('need work that was done for them, once', async () => {
    const proof = await prove()
    await send({ proof })
    expect(await said({ proof })).toMatch(/^422 proof: .*redan använt/)
    expect(await said({ proof: { ...(await prove()), nonce: 'not it' } })).toMatch(
      /^422 proof: .*gäller inte/,
    )
    // Two at the same moment with the same work: one of them.
    const shared = await prove()
    const two = await Promise.all(
      [1, 2].map(async () => put(randomUUID(), { ...(await reportOf()), proof: shared })),
    )
    expect(two.map(({ status }) => status).sort()).toEqual([201, 422])
    const [left] = await app.database.owner(
      (sql) => sql`select count(*)::int as n from core.report_receipts r
        where not exists (select from core.unsafe_reports u where u.id = r.report_id)`,
    )
    expect(left).toEqual({ n: 0 })
  })

  it('are of a place that can be drawn, in the municipality, and of a size to speak of', async () => {
    const line = (coordinates: number[][]) => ({ geometry: { type: 'LineString' as const, coordinates } })
    const area = (...ring: number[][]) => ({ geometry: { type: 'Polygon' as const, coordinates: [ring] } })
    const many = Array.from({ length: 10_000 }, (_, i) => [14.15 + i * 1e-7, 56.03])
    expect(await said(line(many))).toBe(
      '422 geometry: Det är för många punkter: 10000. Högst 200 tas emot. Rita enklare.',
    )
    expect(await said({ geometry: { type: 'Point', coordinates: [13.4, 52.52] } })).toMatch(
      /utanför kommunen/,
    )
    expect(await said({ geometry: { type: 'Point', coordinates: [56.03, 14.15] } })).toMatch(
      /utanför kommunen/,
    )
    expect(await said(line([]))).toMatch(/^422 geometry/)
    expect(
      await said(
        line([
          [14.135, 56.03],
          [14.185, 56.03],
        ]),
      ),
    ).toMatch(/längre än 2 km/)
    expect(
      await said(area([14.15, 56.03], [14.16, 56.031], [14.16, 56.03], [14.15, 56.031], [14.15, 56.03])),
    ).toBe('422 geometry: Linjerna korsar varandra.')
    expect(
      await said(area([14.14, 56.02], [14.15, 56.02], [14.15, 56.03], [14.14, 56.03], [14.14, 56.02])),
    ).toMatch(/större än 0,25 km²/)
    expect(await said({ geometry: { type: 'MultiPolygon', coordinates: [] } })).toMatch(/^422 geometry/)
    await send(
      line([
        [14.15, 56.03],
        [14.152, 56.03],
      ]),
    )
    await send(area([14.15, 56.03], [14.154, 56.03], [14.154, 56.032], [14.15, 56.03]))
  })

  it('keep a script as the text it is, and take neither control characters nor what points at a person', async () => {
    const words = "<script>alert(1)</script> &amp; {{7*7}} '; drop table core.unsafe_reports; --\nnästa rad"
    const { id } = await send({ words })
    expect((await rows('unsafe_reports', id, 'id'))[0]).toMatchObject({ words })
    for (const bad of ['a\u0000b', 'a\u0007b', 'a\u202eb'])
      expect(await said({ words: bad })).toMatch(/^422 words: Texten innehåller tecken/)
    expect(await said({ words: 'Ring 070-123 45 67' })).toMatch(/^422 words: ”070-123 45 67” kan peka ut/)
    expect(await said({ words: 'x'.repeat(2001) })).toMatch(/^422 words/)
    expect(await said({ reasons: [] })).toMatch(/^422 reasons/)
    expect(await said({ hours_from: '22:00' })).toMatch(/^422 hours_to: Ange båda/)
    expect(await said({ receipt: '1234' })).toMatch(/^422 receipt: Kvittokoden/)
    expect(await said({ surname: 'x' })).toMatch(/^422 surname/)
  })

  it('tell neither the hour nor the address they came from, whoever is signed in', async () => {
    const [id, report] = [randomUUID(), await reportOf({ words: 'Vid muren' })]
    await app.ask('demo-planner', 'PUT', `/api/reports/${id}`, report, { 'x-forwarded-for': '192.0.2.77' })
    const [row] = await app.database.owner(
      (sql) => sql`
        select r.created_at = h.at and h.at = e.at and r.created_at = (r.received_on::timestamp at time zone 'Europe/Stockholm') as day,
          h.actor_id, e.actor_id as by, e.address
        from core.unsafe_reports r join core.history h on h.object_id = r.id join audit.entries e on e.object = r.id::text where r.id = ${id}`,
    )
    expect(row).toEqual({ day: true, actor_id: 'public', by: 'public', address: null })
  })

  it('meet the public places near them, and “me too” is counted once and told in words from five, of months that are over', async () => {
    const [near] = [await place({ words: 'Mörkt vid muren' })]
    const nearby = async () => {
      const answer = await app.ask(null, 'POST', '/api/reports/nearby', { geometry: spot }, inSwedish)
      return ((await answer.json()) as NearbyPlaces).places
    }
    expect(await nearby()).toEqual([
      {
        ...{ id: near, geometry: spot, reasons: ['darkness'], state: 'looked_at', words: 'Mörkt vid muren' },
        ...{ answer: null, month: '2026-03-01', heard: null, photo: false, distance: 0 },
      },
    ])
    const id = randomUUID()
    const path = `/api/reported-places/${near}/support/${id}`
    const body = { proof: await prove() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.ask(null, 'PUT', path, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    const away = `/api/reported-places/${randomUUID()}/support/${randomUUID()}`
    expect((await app.ask(null, 'PUT', away, { proof: await prove() })).status).toBe(404)
    const support = (n: number, month: string) =>
      app.database.owner(
        (sql) => sql`insert into core.report_support (id, place_id, month)
          select gen_random_uuid(), ${near}, ${month}::date from generate_series(1, ${n})`,
      )
    await support(20, `${today().slice(0, 7)}-01`)
    await support(4, '2026-03-01')
    expect((await nearby())[0]!.heard).toBeNull()
    await support(1, '2026-04-01')
    expect((await nearby())[0]!.heard).toBe('at_least_5')
    const far = { type: 'Point', coordinates: [14.1567, 56.0304] }
    const answer = await app.ask(null, 'POST', '/api/reports/nearby', { geometry: far })
    expect(await answer.json()).toEqual({ places: [] })
  })

  it('come into the quiet queue when there are many from one address, and are still taken', async () => {
    const proofs = await Promise.all(Array.from({ length: 60 }, prove))
    const ids = proofs.map(() => randomUUID())
    const answers = await Promise.all(
      proofs.map(async (proof, i) => put(ids[i]!, { ...(await reportOf()), proof })),
    )
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
    expect((await rows('report_work', ids.at(-1)!))[0]).toMatchObject({ quiet: true })
  })
})
