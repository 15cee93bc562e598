import { gunzipSync } from 'node:zlib'
import {
  type AnalysisQuestion,
  analysisMethods,
  answerTo,
  everyIncident,
  forSaving,
  type IncidentColumns,
  reproduceAnalysis,
  type StudyArea,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal } from '@trygghetskartan/geo'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import type { AnalysisAnswer, AnalysisInfo, NewAnalysis, WholeAnalysis } from '../contract-analyses.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const [east, north] = fromWgs84(3006, [14.157, 56.0294])
const area: StudyArea = {
  srid: 3006,
  polygons: [
    [
      [
        [east - 1000, north - 1000],
        [east + 1000, north - 1000],
        [east + 1000, north + 1000],
        [east - 1000, north + 1000],
        [east - 1000, north - 1000],
      ],
    ],
  ],
}
const spots: AnalysisQuestion = {
  ...{ kind: 'hotspots', area, filter: { ...everyIncident, kinds: ['fight', 'assault'] }, seed: 7 },
  method: { name: 'gi', cells: { kind: 'square', size: 100 }, neighbours: 'adjacent', runs: null },
}

describe('saved analyses', () => {
  let app: TestApp
  const ask = async <T>(account: DemoId | null, method: string, path: string, body?: unknown) => {
    const response = await app.ask(account, method, path, body)
    const text = await response.text()
    return {
      status: response.status,
      text,
      body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null) as T,
    }
  }
  const fetched = async (): Promise<{ incidents: IncidentColumns; etag: string }> => {
    const response = await app.ask('demo-police', 'GET', '/api/incidents/columns')
    const read = unpackIncidents(new Uint8Array(await response.arrayBuffer()))
    if (isRefusal(read)) throw new Error(read.text.en)
    return { incidents: read, etag: response.headers.get('etag')! }
  }
  /** As the analyst's browser does it. */
  const made = async (question: AnalysisQuestion, more: Partial<NewAnalysis> = {}): Promise<NewAnalysis> => {
    const { incidents, etag } = await fetched()
    const answer = await answerTo(question, { incidents })
    if (isRefusal(answer)) throw new Error(answer.text.en)
    return {
      ...{ title: 'Kring torget', shared: false, methods: analysisMethods, question },
      ...{ incidents: etag, result: forSaving(question.kind, answer) },
      ...more,
    }
  }
  const save = async (body: NewAnalysis, account: DemoId = 'demo-police') =>
    ask<AnalysisInfo & Problem>(account, 'POST', '/api/analyses', body)
  const kept = () =>
    app.database.owner((sql) => sql<{ sha256: string }[]>`select sha256 from core.analysis_inputs order by 1`)
  /** As if somebody else had saved it. */
  const hand = (id: string) =>
    app.database.owner(async (sql) => {
      await sql`update core.analyses set account_id = null where id = ${id}`
    })

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    await app.database.owner(
      (sql) => sql`
        insert into core.incidents (geom, occurred_from, occurred_to, time_precision, kind, precision, source, content)
        select ST_SetSRID(ST_MakePoint(14.157 + 0.0001 * (i % 7) * (i % 3), 56.0294 + 0.0001 * (i % 5) * (i % 4)), 4326), t, t, 'minute',
          case i % 4 when 0 then 'theft' when 1 then 'assault' else 'fight' end, case when i % 21 = 0 then 'municipality' else 'exact' end,
          'test', decode(md5(i::text), 'hex')
        from (select i, '2026-03-01 12:00+01'::timestamptz + i * interval '7 hours' as t from generate_series(1, 200) i) s`,
    )
  })
  afterAll(() => app.close())

  it('come out the same again from what is kept of them, and only from incidents that matter', async () => {
    const saved = await save(await made(spots))
    expect(saved.status).toBe(201)
    expect(saved.body).toMatchObject({
      kind: 'hotspots',
      title: 'Kring torget',
      mine: true,
      shared: false,
      methods: 1,
    })
    const { id } = saved.body
    const read = await ask<AnalysisAnswer>('demo-police', 'GET', `/api/analyses/${id}`)
    expect(read.body.question).toEqual(spots)
    expect(read.body.result).toMatchObject({ n: saved.body.n, leftOut: [{ reason: 'position' }] })
    expect(read.body).not.toHaveProperty('incidents')
    const { body: whole } = await ask<WholeAnalysis>(
      'demo-police',
      'GET',
      `/api/analyses/${id}/export?format=json`,
    )
    const incidents = unpackIncidents(gunzipSync(Buffer.from(whole.incidents!, 'base64')))
    if (isRefusal(incidents)) throw new Error(incidents.text.en)
    expect(incidents.length).toBe(150)
    const { kinds, kind } = incidents
    expect(new Set(Array.from(kind, (at) => kinds[at]))).toEqual(new Set(['fight', 'assault']))
    expect(await reproduceAnalysis(whole, { incidents })).toMatchObject({ same: true })
    // The same incidents are kept once, and go with the last that was made of them.
    const again = await save(await made({ ...spots, seed: 8 }, { title: 'En till' }))
    expect(await kept()).toHaveLength(1)
    const { body: list } = await ask<AnalysisInfo[]>('demo-police', 'GET', '/api/analyses?kind=hotspots')
    expect(list.map(({ title }) => title)).toEqual(['En till', 'Kring torget'])
    for (const one of [id, again.body.id])
      expect((await ask('demo-police', 'DELETE', `/api/analyses/${one}`)).status).toBe(204)
    expect(await kept()).toHaveLength(0)
  })

  it('are exported as a map in degrees with what a figure rests on, and as a table in the reader’s language', async () => {
    const { id } = (await save(await made(spots))).body
    const map = await ask<{ analysis: Record<string, unknown>; features: { properties: object }[] }>(
      'demo-police',
      'GET',
      `/api/analyses/${id}/export?format=geojson`,
    )
    expect(map.body.features).toHaveLength(400)
    expect(map.body.analysis).toMatchObject({
      title: 'Kring torget',
      seed: 7,
      srid: 3006,
      question: { kind: 'hotspots' },
    })
    expect(Object.keys(map.body.features[0]!.properties)).toEqual([
      'cell',
      'east',
      'north',
      'incidents',
      'z',
      'p',
      'q',
      'class',
      'where',
    ])
    const table = await ask('demo-police', 'GET', `/api/analyses/${id}/export?format=csv`)
    const lines = table.text.trim().split('\r\n')
    expect(lines[0]).toBe('ruta;öst;nord;händelser;z;p;q;klass;var')
    expect(lines).toHaveLength(401)
    expect(lines[1]).toMatch(/^0;\d+(,\d+)?;\d+(,\d+)?;0;-0,\d+;/)
    const hours = (await save(await made({ kind: 'hours', area: null, filter: everyIncident }))).body.id
    expect(
      (await ask<Problem>('demo-police', 'GET', `/api/analyses/${hours}/export?format=geojson`)).body.detail,
    ).toContain('CSV')
    expect((await ask('demo-police', 'GET', `/api/analyses/${hours}/export?format=xml`)).status).toBe(400)
    for (const one of [id, hours]) await ask('demo-police', 'DELETE', `/api/analyses/${one}`)
    expect(await kept()).toHaveLength(0)
  })

  it('are their maker’s, or for all of the police to read; nobody else’s', async () => {
    const { id } = (await save(await made(spots))).body
    for (const other of ['demo-planner', 'demo-reporter', 'demo-admin'] as const) {
      expect((await ask(other, 'GET', '/api/analyses')).status).toBe(403)
      expect((await ask(other, 'GET', `/api/analyses/${id}/export?format=json`)).status).toBe(403)
    }
    const renamed = await ask<AnalysisInfo>('demo-police', 'PATCH', `/api/analyses/${id}`, {
      title: 'Torget i mars',
      shared: true,
    })
    expect(renamed.body).toMatchObject({ title: 'Torget i mars', shared: true })
    await hand(id)
    const seen = await ask<AnalysisAnswer>('demo-police', 'GET', `/api/analyses/${id}`)
    expect([seen.status, seen.body.mine]).toEqual([200, false])
    expect((await ask('demo-police', 'PATCH', `/api/analyses/${id}`, { title: 'Mitt' })).status).toBe(403)
    expect((await ask('demo-police', 'DELETE', `/api/analyses/${id}`)).status).toBe(403)
    await app.database.owner((sql) => sql`update core.analyses set shared = false where id = ${id}`)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/export?format=json'],
      ['DELETE', ''],
    ] as const)
      expect((await ask('demo-police', method, `/api/analyses/${id}${path}`)).status).toBe(404)
    expect((await ask<AnalysisInfo[]>('demo-police', 'GET', '/api/analyses')).body).toEqual([])
    await app.database.owner((sql) => sql`delete from core.analyses where id = ${id}`)
    const read = await app.database.owner(
      (sql) => sql`select from audit.entries where kind = 'incidents' and object = ${id}`,
    )
    expect(read.length).toBeGreaterThan(0)
  })

  it('are nothing of other incidents, other methods, an answer to another question, or a person', async () => {
    const whole = await made(spots)
    const answer = async (more: Partial<Record<keyof NewAnalysis, unknown>>) => {
      const { status, body } = await save({ ...whole, ...more } as NewAnalysis)
      return [status, body.errors?.[0]?.field]
    }
    expect((await answer({ incidents: '"1-1-g"' }))[0]).toBe(409)
    expect(await answer({ result: { n: 1 } })).toEqual([422, 'result'])
    expect(await answer({ question: { ...spots, area: { srid: 3006, polygons: [] } } })).toEqual([
      422,
      'question',
    ])
    expect((await answer({ question: { ...spots, surprise: 1 } }))[0]).toBe(422)
    expect((await answer({ question: { kind: 'oracle' } }))[0]).toBe(422)
    expect((await answer({ methods: 99 }))[0]).toBe(422)
    expect(await answer({ title: 'Runt 850709-9805' })).toEqual([422, 'title'])
    expect(await kept()).toHaveLength(0)
    const effect = await made({
      ...{ kind: 'effect', treated: { before: 50, after: 30 }, control: { before: 60, after: 55 } },
      ...{ buffer: null, bufferControl: null, earlier: [], drawnBefore: null },
    })
    const saved = await save({ ...effect, incidents: 'none' })
    expect([saved.status, saved.body.n]).toEqual([201, null])
    const { body } = await ask<WholeAnalysis>(
      'demo-police',
      'GET',
      `/api/analyses/${saved.body.id}/export?format=json`,
    )
    expect(body.incidents).toBeNull()
    await ask('demo-police', 'DELETE', `/api/analyses/${saved.body.id}`)
    // One more incident, and what was reckoned before is of other incidents.
    await app.database.owner((sql) => sql`update core.incidents set kind = 'fight' where kind = 'theft'`)
    expect((await answer({}))[0]).toBe(409)
  })
})
