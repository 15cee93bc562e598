import { randomBytes, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { type IncidentColumns, precisions, timePrecisions, unpackIncidents } from '@trygghetskartan/analysis'
import { isRefusal, toWgs84 } from '@trygghetskartan/geo'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import type { Incident, IncidentsAnswer } from '../contract-incidents.ts'
import type { DemandAnswer } from '../contract-siting.ts'
import { countIncidents } from '../queries/incident-squares.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

/** Minutes of a clock on the wall since 1970. */
const minute = (wall: string): number => Date.parse(`${wall}Z`) / 60_000

describe.each(engines)('incidents on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  interface Values {
    lon?: number
    lat?: number
    [column: string]: unknown
  }
  /** Puts incidents in as the owner. */
  const store = (...rows: Values[]): Promise<string[]> =>
    app.database.owner(async (sql) => {
      const ids: string[] = []
      for (const { lon = 14.157, lat = 56.0294, ...values } of rows) {
        const row = {
          ...{
            id: randomUUID(),
            version: 1,
            kind: 'fight',
            precision: 'exact',
            source: 'test',
            state: 'valid',
          },
          ...{ occurred_from: '2026-07-03T23:30:00+02:00', time_precision: 'minute', demo: false },
          ...{
            created_at: new Date(),
            updated_at: new Date(),
            content: `\\x${randomBytes(16).toString('hex')}`,
          },
          ...{ geom: `SRID=4326;POINT(${lon} ${lat})`, ...values },
        }
        const whole = { occurred_to: row.occurred_from, ...row }
        await sql`
          insert into core.incidents select * from jsonb_populate_record(null::core.incidents, ${JSON.stringify(whole)}::text::jsonb)`
        ids.push(row.id)
      }
      return ids
    })
  const clear = () =>
    app.database.owner(async (sql) => {
      await sql`delete from core.incidents`
      await sql`delete from core.police_events`
      await countIncidents(sql, true)
    })
  const fetchColumns = (headers: Record<string, string> = {}) =>
    app.ask('demo-police', 'GET', '/api/incidents/columns', undefined, headers)
  const unpacked = async (response: Response): Promise<IncidentColumns> => {
    expect(response.status).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer())
    const columns = unpackIncidents(response.headers.get('content-encoding') ? gunzipSync(bytes) : bytes)
    if (isRefusal(columns)) throw new Error(columns.text.en)
    return columns
  }

  it('reach the analyst packed, with police events among them, in metres and on the clock of the wall', async () => {
    await store(
      {},
      // The hour that daylight saving repeats, an interval over midnight, a day, a place that is none.
      { occurred_from: '2025-10-26T02:30:00+01:00', kind: 'home_burglary', precision: 'street' },
      { occurred_from: '2026-01-09T18:00:00+01:00', occurred_to: '2026-01-10T07:15:00+01:00' },
      {
        ...{ occurred_from: '2026-02-01T00:00:00+01:00', occurred_to: '2026-02-01T23:59:00+01:00' },
        ...{ time_precision: 'day', precision: 'municipality' },
      },
      { state: 'withdrawn', kind: 'noise' },
    )
    await app.database.owner(async (sql) => {
      for (const at of ['2026-03-01 12:05', '2026-03-01 00:00'])
        await sql`
          insert into core.police_events (geom, kind, precision, occurred_at)
          values (ST_SetSRID(ST_MakePoint(14.3, 55.9), 4326), 'Stöld', 'locality', ${at}::timestamp at time zone 'Europe/Stockholm')`
    })
    const table = await unpacked(await fetchColumns())
    expect(table).toMatchObject({ length: 6, srid: 3006, sources: ['incidents', 'police_events'] })
    const rows = Array.from({ length: table.length }, (_, i) => [
      table.sources[table.source[i]!],
      table.kinds[table.kind[i]!],
      precisions[table.precision[i]!],
      timePrecisions[table.timePrecision[i]!],
      table.from[i],
      table.to[i],
    ])
    const once = (wall: string) => [minute(wall), minute(wall)]
    expect(rows.sort()).toEqual(
      [
        ['incidents', 'fight', 'exact', 'minute', ...once('2026-07-03T23:30')],
        ['incidents', 'home_burglary', 'street', 'minute', ...once('2025-10-26T02:30')],
        ['incidents', 'fight', 'exact', 'minute', minute('2026-01-09T18:00'), minute('2026-01-10T07:15')],
        [
          ...['incidents', 'fight', 'municipality', 'day'],
          ...[minute('2026-02-01T00:00'), minute('2026-02-01T23:59')],
        ],
        ['police_events', 'theft', 'locality', 'minute', ...once('2026-03-01T12:05')],
        [
          ...['police_events', 'theft', 'locality', 'day'],
          ...[minute('2026-03-01T00:00'), minute('2026-03-01T23:59')],
        ],
      ].sort(),
    )
    const first = rows.findIndex(([, kind]) => kind === 'home_burglary')
    const [lon, lat] = toWgs84(3006, [table.x[first]!, table.y[first]!])
    expect([lon, lat]).toEqual([expect.closeTo(14.157, 6), expect.closeTo(56.0294, 6)])
  })

  it('are sent once for each state of the data, packed with gzip, and to the police alone', async () => {
    const zip = { 'accept-encoding': 'gzip' }
    const before = await fetchColumns(zip)
    const etag = before.headers.get('etag')!
    expect(before.headers.get('cache-control')).toBe('private, no-cache')
    expect((await unpacked(before)).length).toBe(6)
    expect((await fetchColumns({ ...zip, 'if-none-match': etag })).status).toBe(304)
    const notices: string[] = []
    const leave = app.database.onChange(({ layer }) => notices.push(layer))
    await store({})
    const after = await fetchColumns({ ...zip, 'if-none-match': etag })
    expect((await unpacked(after)).length).toBe(7)
    await expect.poll(() => notices).toContain('incidents')
    leave()
    for (const account of ['demo-planner', 'demo-reporter', 'demo-admin'] as const)
      expect((await app.ask(account, 'GET', '/api/incidents/columns')).status, account).toBe(403)
    expect((await app.ask(null, 'GET', '/api/incidents/columns')).status).toBe(401)
    await app.audit.flush()
    const read = await app.database.owner(
      (sql) => sql`select 1 from audit.entries where kind = 'incidents' and action = 'layer.read'`,
    )
    expect(read).toHaveLength(1)
  })

  it('reach planners as counts in squares, where they are five by themselves, and stand still between quarters', async () => {
    await clear()
    const [lon, lat] = [14.1571, (Math.floor((56.0294 + 90) * 1111.950797) + 0.5) / 1111.950797 - 90]
    const [{ at }] = (await app.database.owner(
      (sql) => sql`
        select to_char(date_trunc('quarter', now() at time zone 'Europe/Stockholm') - interval '2 days 40 minutes', 'YYYY-MM-DD"T"HH24:MI:SS') as at`,
    )) as unknown as [{ at: string }]
    const when = { occurred_from: `${at}+02:00`, lon, lat }
    const count = (anew = false) => app.database.owner((sql) => countIncidents(sql, anew))
    const demand = async () => {
      const response = await app.ask(
        'demo-planner',
        'GET',
        '/api/siting/demand?bbox=14.15,56.025,14.165,56.035',
      )
      return ((await response.json()) as DemandAnswer & { demand: { incidents: unknown[] } }).demand as {
        incidents: { n: number; kinds: Record<string, number>; blocks: number[]; quarters: number[] }[]
        leftOut: { suppressed: number; imprecise: number }
      }
    }
    const four = await store(when, when, when, { ...when, kind: 'assault' })
    await store({ ...when, precision: 'locality' }, { ...when, state: 'withdrawn' })
    await app.database.owner(
      (sql) => sql`
        insert into core.police_events (geom, kind, precision, occurred_at)
        select ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), 'Stöld', 'street', ${`${at}+02:00`} from generate_series(1, 4)`,
    )
    await count(true)
    // Four of the public feed can be taken off by anybody: four incidents beside them stay untold.
    expect(await demand()).toMatchObject({ incidents: [], leftOut: { suppressed: 8, imprecise: 1 } })
    await store({ ...when, kind: 'assault', time_precision: 'day' })
    // Nothing is counted at the asking.
    expect((await demand()).incidents).toEqual([])
    await count()
    const [square] = (await demand()).incidents
    expect(square).toMatchObject({
      n: 9,
      kinds: { theft: 4, disorder: 3, violence: 2 },
      quarters: [9, 0, 0, 0, 0, 0, 0, 0],
    })
    expect(square!.blocks.reduce((sum, n) => sum + n, 0)).toBe(8)
    // One more, or one that is withdrawn, would stand in the difference between today and yesterday.
    await store({ ...when, kind: 'shooting' })
    await count()
    expect((await demand()).incidents).toEqual([square])
    await app.database.owner(
      (sql) => sql`update core.incidents set state = 'withdrawn' where id = any (${four}::uuid[])`,
    )
    await count()
    expect((await demand()).incidents).toEqual([square])
    await count(true)
    expect((await demand()).incidents).toEqual([])
    for (const view of ['incident_squares', 'incident_squares_now', 'incident_square_counts', 'incidents'])
      await expect(
        app.database.read('planner', (sql) => sql`select * from core.${sql(view)}`),
        view,
      ).rejects.toMatchObject({ code: '42501' })
  })

  const ask = (method: string, path: string, body?: unknown, version?: number) =>
    app.ask('demo-police', method, path, body, version === undefined ? {} : { 'if-match': `"${version}"` })
  const list = async (query: string): Promise<IncidentsAnswer> => {
    const response = await ask('GET', `/api/incidents?${query}`)
    expect(response.status, query).toBe(200)
    return (await response.json()) as IncidentsAnswer
  }

  it('are told row by row, the latest first, by box, time, kind and source, page after page', async () => {
    await clear()
    const day = (n: number) => `2026-05-0${n}T12:00:00+02:00`
    const ids = await store(
      ...[1, 2, 3, 4].map((n) => ({ occurred_from: day(n), note: `Dag ${n}` })),
      { occurred_from: day(5), kind: 'noise', lon: 14.4 },
      { occurred_from: day(6), state: 'withdrawn' },
      { occurred_from: day(1), occurred_to: day(4), kind: 'home_burglary' },
    )
    await app.database.owner(
      (sql) => sql`
        insert into core.police_events (geom, kind, precision, occurred_at, summary)
        values (ST_SetSRID(ST_MakePoint(14.157, 56.0294), 4326), 'Stöld', 'street', ${day(3)}::timestamptz + interval '1 hour', 'En cykel.')`,
    )
    const notes = ({ incidents }: IncidentsAnswer) => incidents.map(({ note, kind }) => note ?? kind)
    expect(notes(await list(''))).toEqual([
      'noise',
      'Dag 4',
      'Stöld: En cykel.',
      'Dag 3',
      'Dag 2',
      ...notes(await list('to=2026-05-02')),
    ])
    expect(notes(await list('from=2026-05-03&to=2026-05-04&sources=incidents')).sort()).toEqual([
      'Dag 3',
      'home_burglary',
    ])
    expect(notes(await list('bbox=14.3,56,14.5,56.1'))).toEqual(['noise'])
    expect(notes(await list('kinds=noise,theft'))).toEqual(['noise', 'Stöld: En cykel.'])
    expect(notes(await list('withdrawn=1&limit=1'))).toEqual(['fight'])
    const paged: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: IncidentsAnswer = await list(`sources=incidents&limit=2${next && `&cursor=${next}`}`)
      paged.push(...page.incidents.map(({ id }) => id))
      next = page.next
    }
    expect(paged.sort()).toEqual(ids.filter((_, i) => i !== 5).sort())
    for (const query of ['bbox=1,2,3', 'from=i%20maj', 'cursor=x', 'limit=0', 'nothing=1'])
      expect((await ask('GET', `/api/incidents?${query}`)).status, query).toBe(400)
  })

  it('keep what they said before, with who changed it and why, and a write that changes nothing leaves no trace', async () => {
    const [id] = await store({ note: 'Först' })
    const path = `/api/incidents/${id}`
    const reason = 'Fel i anmälan'
    const change = async (body: object, version: number) => {
      const response = await ask('PATCH', path, { reason, ...body }, version)
      return { status: response.status, body: (await response.json()) as Incident & Problem }
    }
    expect((await change({ note: 'Först' }, 1)).body).toMatchObject({
      version: 1,
      state: 'valid',
      changes: [],
    })
    expect((await change({ note: 'Sedan', kind: 'noise' }, 1)).body.version).toBe(2)
    expect((await change({ note: 'För sent' }, 1)).status).toBe(412)
    expect((await change({ withdrawn: true }, 2)).body.state).toBe('withdrawn')
    const { body } = await change({ withdrawn: false, position: [14.2, 56] }, 3)
    expect(body).toMatchObject({ version: 4, state: 'corrected', note: 'Sedan', position: [14.2, 56] })
    const by = { by: 'Amira Holm', reason }
    expect(body.changes).toMatchObject([
      { ...by, version: 4, action: 'restored' },
      { ...by, version: 3, action: 'withdrawn' },
      { ...by, version: 2, action: 'corrected', before: { note: 'Först', kind: 'fight', state: 'valid' } },
    ])
    for (const [body, words] of [
      [{ kind: 'nothing' }, 'finns inte'],
      [{ occurredTo: '2020-01-01T00:00:00Z' }, 'före starttiden'],
      [{ note: 'Ring Anna Svensson' }, 'Anna Svensson'],
      [{ reason: 'Bilen ABC 123' }, 'ABC 123'],
    ] as const) {
      const refused = await change(body, 4)
      expect(refused.status).toBe(422)
      expect(JSON.stringify(refused.body)).toContain(words)
    }
    expect((await ask('PATCH', path, { reason: '' }, 4)).status).toBe(422)
    expect((await ask('PATCH', path, { reason })).status).toBe(428)
    expect((await ask('GET', `/api/incidents/${randomUUID()}`)).status).toBe(404)
    for (const account of ['demo-planner', 'demo-reporter', 'demo-admin'] as const)
      for (const [method, address] of [
        ['GET', '/api/incidents'],
        ['GET', path],
        ['PATCH', path],
        ['GET', '/api/incidents/kinds'],
      ] as const)
        expect(
          (await app.ask(account, method, address, method === 'PATCH' ? {} : undefined)).status,
          account,
        ).toBe(403)
  })
})
