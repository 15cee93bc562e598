import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mappingSchema } from '@trygghetskartan/formats'
import { chunked, textBytes } from '@trygghetskartan/formats/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  Incident,
  IncidentImportInfo,
  IncidentImportLine,
  IncidentMapping,
  IncidentSummary,
  IncidentsAnswer,
  IncidentUpload,
  KeptIncidentMapping,
} from '../contract-incidents.ts'
import { importIncidents } from '../incidents/import-incidents.ts'
import { type DemoId, type TestApp, testApp, testOperatorToken } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const fixture = join(import.meta.dirname, '..', 'testing', 'fixtures', 'incidents', 'september.csv')

describe.each(engines)('an import of incidents on %s', (engine) => {
  let app: TestApp
  let september: string
  beforeAll(async () => {
    app = await testApp(engine)
    september = await readFile(fixture, 'utf8')
    await app.database.owner(async (sql) => {
      await sql`insert into core.settings (key, value) values ('bounds', '[14.05, 55.98, 14.25, 56.08]')`
      await sql`
        insert into basemap.features (source, source_id, theme, kind, geom)
        values ('osm', 'w1', 'water', 'water', ST_MakeEnvelope(14.1570, 56.0290, 14.1572, 56.0292, 4326))`
    })
  })
  afterAll(() => app.close())

  const police = 'demo-police' as const
  const upload = async (text: string | Uint8Array, account: DemoId = police): Promise<IncidentUpload> => {
    const response = await app.fetch(
      new Request('http://x/api/incidents/uploads?name=september.csv', {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
          cookie: await app.cookieOf(account),
        },
        body: typeof text === 'string' ? text : new Uint8Array(text),
      }),
    )
    const body = (await response.json()) as IncidentUpload
    expect(response.status, JSON.stringify(body)).toBe(201)
    return body
  }
  const lines = async (response: Response): Promise<IncidentImportLine[]> => {
    expect(response.status).toBe(200)
    return (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as IncidentImportLine)
  }
  const run = async (text: string, how: 'preview' | 'import', more: Partial<IncidentMapping> = {}) => {
    const { id, guess } = await upload(text)
    const response = await app.ask(police, 'POST', `/api/incidents/uploads/${id}/${how}`, {
      ...guess,
      ...more,
    })
    const told = await lines(response)
    return { ...told.at(-1)!, rejects: told.flatMap(({ reject }) => reject ?? []) }
  }
  const taken = async (text: string, more: Partial<IncidentMapping> = {}): Promise<IncidentSummary> => {
    const { summary, problem } = await run(text, 'import', more)
    if (!summary) throw new Error(JSON.stringify(problem))
    return summary
  }
  const count = async (): Promise<number> => {
    const [row] = await app.database.owner(
      (sql) => sql<{ n: number }[]>`select count(*)::int as n from core.incidents`,
    )
    return row!.n
  }
  const incident = async (number: string): Promise<Incident> => {
    const [row] = await app.database.owner(
      (sql) => sql<{ id: string }[]>`select id from core.incidents where source_id = ${number}`,
    )
    return (await (await app.ask(police, 'GET', `/api/incidents/${row!.id}`)).json()) as Incident
  }
  const mapped: Partial<IncidentMapping> = { kinds: { '9417': 'threat' } }

  it('is mapped by what its header says, and looked at without a trace', async () => {
    const sent = await upload(september)
    expect(sent.guess.columns).toEqual({
      ...{
        id: 'K-nummer',
        kind: 'Brottstyp',
        from: 'Datum från',
        fromTime: 'Tid från',
        to: 'Datum till',
        toTime: 'Tid till',
      },
      ...{ x: 'E', y: 'N', precision: 'Noggrannhet', place: 'Plats', note: 'Fritext' },
    })
    expect(sent.sample).toHaveLength(8)
    const { summary, id } = await run(september, 'preview')
    expect(id).toBeNull()
    expect(summary).toMatchObject({
      ...{ preview: true, read: 39, added: 29, corrected: 0, unchanged: 0, duplicates: 1, refused: 9 },
      reasons: {
        ...{
          'unknown-kind': 1,
          'invalid-date': 1,
          'invalid-time': 1,
          'ends-before-start': 1,
          'other-system': 1,
        },
        ...{ 'repeated-id': 1, 'no-kind': 1, 'in-the-future': 1, 'no-geometry': 1 },
      },
      flags: { 'note-cut': { count: 1, lines: [33] }, unplaced: { count: 1 }, outside: { count: 1 } },
      byPrecision: { exact: 19, street: 3, municipality: 7 },
    })
    expect(summary!.problems.map(({ code }) => code)).toEqual(['two-systems', 'unknown-kinds'])
    expect(summary!.kinds.find(({ text }) => text === '9417')).toMatchObject({ code: null, count: 1 })
    expect(await count()).toBe(0)
  })

  it('goes in once: taken in again it changes nothing', async () => {
    const first = await taken(september, mapped)
    expect(first).toMatchObject({ added: 30, refused: 8, duplicates: 1, unchanged: 0 })
    expect(await count()).toBe(30)
    const again = await taken(september, mapped)
    expect(again).toMatchObject({ added: 0, corrected: 0, unchanged: 30, refused: 8, duplicates: 1 })
    expect(await count()).toBe(30)
    const one = await incident('K1032')
    expect(one).toMatchObject({
      kind: 'assault',
      note: 'Bråk på uteserveringen.',
      changes: [],
      state: 'valid',
      system: 'import',
    })
    const [kept] = (await (
      await app.ask(police, 'GET', '/api/incidents/imports')
    ).json()) as IncidentImportInfo[]
    expect(kept).toMatchObject({ read: 39, written: 0, refused: 8, outcome: 'done', by: 'Amira Holm' })
    const csv = await (await app.ask(police, 'GET', `/api/incidents/imports/${kept!.id}/rejects.csv`)).text()
    expect(csv).toContain(
      'invalid-date;"Datumet ”2026-09-31” går inte att läsa.'.replaceAll('"', '').slice(0, 30),
    )
    expect(csv.split('\r\n')).toHaveLength(10)
  })

  it('corrects what its source now says otherwise, and withdraws what it takes back', async () => {
    const changed = september.replace('Cykelstöld;2026-09-02', 'Rån;2026-09-02')
    expect(await taken(changed, mapped)).toMatchObject({ added: 0, corrected: 1, unchanged: 29 })
    const one = await incident('K1009')
    expect(one).toMatchObject({ kind: 'robbery', version: 2, state: 'corrected' })
    expect(one.changes).toMatchObject([
      {
        action: 'corrected',
        by: 'Amira Holm',
        reason: 'Import: september.csv',
        before: { kind: 'bicycle_theft' },
      },
    ])
    const back = await run('K-nummer;Orsak\nK1010;dubbel\nK9999;dubbel\n', 'import', {
      columns: { id: 'K-nummer' },
      withdraws: true,
    })
    expect(back.summary).toMatchObject({ read: 2, corrected: 1, refused: 1 })
    expect(back.rejects).toMatchObject([{ line: 3, code: 'unknown-id' }])
    expect(await incident('K1010')).toMatchObject({ state: 'withdrawn' })
    // What has been withdrawn stays so when the file comes again.
    expect(await taken(changed, mapped)).toMatchObject({ added: 0, corrected: 0 })
    expect((await incident('K1010')).state).toBe('withdrawn')
  })

  it('tells of rows in the water, and of rows alike without a number', async () => {
    const row = 'Bråk;2026-09-03;12:00;14,1571;56,0291\n'
    const text = `Brottstyp;Datum;Tid;lon;lat\n${row}${row}`
    const { summary } = await run(text, 'preview')
    expect(summary).toMatchObject({
      added: 1,
      duplicates: 1,
      flags: { 'in-water': { count: 1, lines: [2] } },
    })
    const each = await run(text, 'preview', { repeats: 'each' })
    expect(each.summary).toMatchObject({ added: 2, duplicates: 0, flags: { 'in-water': { count: 2 } } })
  })

  it('is refused as a whole in words, and then nothing is written', async () => {
    const before = await count()
    const mixed = await run(
      'Brottstyp;Datum;lon;lat\nBråk;2026-09-01;14,1;56\nBråk;31/8/2026;14,1;56\n',
      'import',
    )
    expect(mixed.problem?.detail).toContain('Filen skriver datum på flera sätt')
    const looked = await run(
      'Brottstyp;Datum;lon;lat\nBråk;2026-09-01;14,1;56\nBråk;31/8/2026;14,1;56\n',
      'preview',
    )
    expect(looked.summary).toMatchObject({ added: 0, problems: [{ code: 'mixed-dates', stops: true }] })
    expect(await count()).toBe(before)
    const bad = await app.fetch(
      new Request('http://x/api/incidents/uploads', {
        ...{ method: 'POST', body: 'bara ord' },
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/octet-stream',
          cookie: await app.cookieOf(police),
        },
      }),
    )
    expect(bad.status).toBe(422)
    expect(((await bad.json()) as { detail: string }).detail).toContain('rubrikrad')
  })

  it('can be broken off, and then nothing is written', async () => {
    const before = await count()
    const cancel = new AbortController()
    const rows = Array.from({ length: 9000 }, (_, i) =>
      `Bråk;2026-09-03;12:00;14,1;${56 + i / 1e6}\n`.replace('.', ','),
    )
    const broken = importIncidents({
      ...{ database: app.database, name: 'long.csv', signal: cancel.signal },
      mapping: mappingSchema.parse({
        columns: { kind: 'Brottstyp', from: 'Datum', fromTime: 'Tid', x: 'lon', y: 'lat' },
      }),
      reopen: () => chunked(textBytes(`Brottstyp;Datum;Tid;lon;lat\n${rows.join('')}`)),
      actor: { id: 'x', name: 'X', audience: 'police' },
      onProgress: ({ phase, objects }) => phase === 'write' && objects > 0 && cancel.abort(),
    })
    await expect(broken).rejects.toMatchObject({ code: 'cancelled' })
    expect(await count()).toBe(before)
  })

  it('keeps mappings by name, and files for who sent them alone', async () => {
    const { guess, id } = await upload(september)
    const put = await app.ask(police, 'PUT', '/api/incidents/mappings/Vårt%20uttag', { ...guess, ...mapped })
    expect(((await put.json()) as KeptIncidentMapping[])[0]).toMatchObject({
      name: 'Vårt uttag',
      version: 1,
      by: 'Amira Holm',
    })
    const kept = (await (
      await app.ask(police, 'GET', '/api/incidents/mappings/Vårt%20uttag')
    ).json()) as IncidentMapping
    expect(kept.kinds).toEqual({ '9417': 'threat' })
    expect(
      (await app.ask(police, 'PUT', '/api/incidents/mappings/x', { columns: { nothing: 'x' } })).status,
    ).toBe(422)
    expect((await app.ask(police, 'DELETE', '/api/incidents/mappings/x')).status).toBe(404)
    const operator = { authorization: `Bearer ${testOperatorToken}` }
    expect((await app.ask(null, 'POST', `/api/incidents/uploads/${id}/preview`, kept, operator)).status).toBe(
      404,
    )
    expect((await app.ask(null, 'GET', '/api/incidents/mappings/x', undefined, operator)).status).toBe(404)
    expect((await app.ask(police, 'DELETE', `/api/incidents/uploads/${id}`)).status).toBe(204)
    expect((await app.ask(police, 'POST', `/api/incidents/uploads/${id}/import`, kept)).status).toBe(404)
  })

  it('is the police’s alone: an administrator sees that it was made, and nothing of what it held', async () => {
    for (const account of ['demo-planner', 'demo-reporter', 'demo-admin'] as const) {
      for (const [method, path] of [
        ['POST', '/api/incidents/uploads'],
        ['GET', '/api/incidents/mappings'],
        ['GET', '/api/incidents/imports'],
      ] as const)
        expect(
          (await app.ask(account, method, path, method === 'POST' ? {} : undefined)).status,
          account,
        ).toBe(403)
    }
    const list = (await (await app.ask('demo-admin', 'GET', '/api/imports')).json()) as {
      id: string
      format: string
    }[]
    const own = list.filter(({ format }) => format === 'incidents')
    expect(own.length).toBeGreaterThan(2)
    expect((await app.ask('demo-admin', 'GET', `/api/imports/${own[0]!.id}/rejects.csv`)).status).toBe(404)
    const rejects = await app.database.read('admin', (sql) => sql`select * from admin.import_rejects`)
    expect(rejects).toEqual([])
    const items = (await (
      await app.ask(police, 'GET', '/api/incidents?limit=1000')
    ).json()) as IncidentsAnswer
    expect(items.incidents).toHaveLength(29)
  })
})
