import { randomUUID } from 'node:crypto'
import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemsAnswer, Measure } from '../contract.ts'
import type { SurveyAnswer } from '../contract-dialogues.ts'
import { runImport } from '../imports/run-import.ts'
import { readAreas } from '../queries/picture-figures.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const line = {
  type: 'LineString' as const,
  coordinates: [
    [14.1512, 56.0302],
    [14.1549, 56.0311],
  ],
}
const area = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [14.15, 56.028],
      [14.16, 56.028],
      [14.16, 56.031],
      [14.15, 56.028],
    ],
  ],
}
const question = 'Otrygg ute sent på kvällen'

describe('what residents say when they are asked', () => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let walk: Measure

  const results = (who: DemoId | null) => at.read<SurveyAnswer>(who, '/api/surveys?area=Gamleg%C3%A5rden')
  const take = (text: string, preview = false) =>
    runImport({
      ...{ database: app.database, layers, format: 'survey', name: 'matning.csv', preview },
      input: (async function* () {
        yield new TextEncoder().encode(text)
      })(),
    })
  const remark = (properties: Record<string, unknown>) =>
    at.put('demo-planner', 'walk_remarks', { kind: 'darkness', walk_id: walk.id, ...properties })
  const remarks = async (who: DemoId | null) =>
    (await at.read<ItemsAnswer>(who, `/api/layers/walk_remarks/items?walk_id=${walk.id}`)).features

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    at = planners(app)
    await at.put(
      'demo-planner',
      'safety_survey_areas',
      { title: 'Gamlegården', year: 2025, share_unsafe: 44, respondents: 188 },
      area,
    )
    walk = await at.put(
      'demo-planner',
      'safety_walks',
      { title: 'Gamlegården', participants: 20, walked_on: '2025-10-14', state: 'walked' },
      line,
    )
  })
  afterAll(() => app.close())

  it('names nobody, also where it is edited on the map', async () => {
    const path = `/api/measures/${walk.id}`
    const edited = (properties: object) =>
      at.refused('demo-planner', 'PATCH', path, { properties }, at.held(walk))
    const found = await edited({ remarks: 'Trasig lampa vid porten.', internal_text: 'Ring Anna Svensson.' })
    expect([found.status, found.problem.errors?.[0]?.field]).toEqual([422, 'internal_text'])
    expect((await edited({ public_text: 'Fråga på 070-123 45 67' })).problem.errors?.[0]?.message).toContain(
      'kan peka ut en person',
    )
    const made = (layer: string, geometry: object, properties: object) =>
      at.refused('demo-planner', 'POST', '/api/measures', { layer, geometry, properties })
    const survey = { title: 'Gamlegården', year: 2024, share_unsafe: 44, respondents: 188 }
    for (const answer of [
      await made('safety_survey_areas', area, { ...survey, source: 'Enkät, anna@exempel.se' }),
      await made('safety_walks', line, { title: 'Vandring', organiser: 'Anna Svensson' }),
    ])
      expect([answer.status, answer.problem.title]).toEqual([422, found.problem.title])
    expect((await at.read<Measure>('demo-planner', path)).version).toBe(walk.version)
  })

  it('comes in as a table, bad rows told, the rest once however often', async () => {
    const table = [
      'Område;Kod;År;Fråga;Andel;n;Svarsfrekvens',
      `gamlegården;G1;2023;${question};48,9;190;41`,
      `Gamlegården;;2024;${question};46,2;26;39`,
      `;G1;2025;${question};44,0;188;40`,
      `Gamlegården;;2025;Utsatt för stöld;1,5;188;40`,
      `Gamlegården;;2025;${question};44,0;188;40`,
      `Atlantis;;2025;${question};44,0;188;40`,
      `Gamlegården;;2025;${question};;188;40`,
    ].join('\r\n')
    const first = await take(table, true)
    expect([first.read, first.refused, first.preview]).toEqual([7, 3, true])
    const taken = await take(table)
    expect(taken.rejects.map(({ line: at, code }) => [at, code])).toEqual([
      [6, 'repeated'],
      [7, 'unknown-area'],
      [8, 'no-share'],
    ])
    expect([taken.written, taken.unchanged]).toEqual([4, 0])
    const again = await take(table)
    expect([again.written, again.unchanged, again.refused]).toEqual([0, 4, 3])
    await expect(take('x;y\n1;2')).rejects.toMatchObject({ code: 'missing-column' })
  })

  it('is told with intervals, what chance explains, and to others than planners without small numbers', async () => {
    const planner = await results('demo-planner')
    const asked = planner.questions.find((one) => one.question === question)!
    expect(
      asked.years.map(({ year, share, low, high, suppressed }) => [year, share, low, high, suppressed]),
    ).toEqual([
      [2023, 48.9, 41.9, 56, false],
      [2024, 46.2, 28.8, 64.6, true],
      [2025, 44, 37.1, 51.1, false],
    ])
    expect(asked.whole).toMatchObject({ from: 2023, to: 2025, difference: -4.9, byChance: true })
    for (const who of ['demo-police', 'demo-reporter', 'demo-admin', null] as const) {
      const told = await results(who)
      expect(told.questions.map(({ years }) => years.map(({ year, share, n }) => [year, share, n]))).toEqual([
        [
          [2023, 48.9, 190],
          [2024, null, null],
          [2025, 44, 188],
        ],
        // Fewer than five of 188.
        [[2025, null, null]],
      ])
      expect(told.questions[0]!.changes.map(({ from, to }) => [from, to])).toEqual([[2023, 2025]])
    }
    const stored = await app.database.read(
      'police',
      (sql) => sql<{ all: string }[]>`select json_agg(r)::text as all from police.survey_results r`,
    )
    expect(stored[0]?.all).not.toMatch(/46\.2|1\.5/)
    const refused = app.database.read('police', (sql) => sql`select share from core.survey_results`)
    await expect(refused).rejects.toMatchObject({ code: '42501' })
  })

  it('is for planners alone on the map too where fewer than 30 answered, and the picture keeps its areas', async () => {
    const few = { title: 'Gamlegården', year: 2026, share_unsafe: 50, respondents: 29 }
    const { id } = await at.put('demo-planner', 'safety_survey_areas', few, area)
    const seen = async (who: DemoId | null) =>
      (await at.read<ItemsAnswer>(who, '/api/layers/safety_survey_areas/items')).features
        .filter(({ properties }) => properties.newest)
        .map(({ properties }) => properties.year)
    expect(await seen('demo-planner')).toEqual([2026])
    for (const other of ['demo-police', 'demo-reporter', null] as const)
      expect(await seen(other)).toEqual([2025])
    const areas = await app.database.read('police', (sql) => readAreas(sql))
    expect(areas.map(({ title }) => title)).toEqual(['Gamlegården'])
    await app.database.owner((sql) => sql`delete from core.safety_survey_areas where id = ${id}`)
  })

  it('is noted on walks, answered by whom and when, and then seen by all', async () => {
    const made = await remark({ words: 'Mörkt vid bron', internal_text: 'Fråga gatuenheten' })
    expect(await remarks(null)).toEqual([])
    expect((await remarks('demo-police')).map(({ properties }) => properties.words)).toEqual([
      'Mörkt vid bron',
    ])
    const half = await at.refused(
      'demo-planner',
      'PATCH',
      `/api/measures/${made.id}`,
      { properties: { state: 'answered', answer: 'Två lampor' } },
      at.held(made),
    )
    expect([half.status, half.problem.errors?.[0]?.field]).toEqual([422, 'answer_responsible'])
    const lamp = await at.put('demo-planner', 'camera_sites', { title: 'Bron' })
    const answered = await at.change('demo-planner', made, {
      properties: {
        ...{ state: 'answered', answer: 'Två lampor', answer_responsible: 'Gatuenheten' },
        ...{ answer_on: '2026-10-31', measure_id: lamp.id },
      },
    })
    expect(answered.properties.measure_id).toBe(lamp.id)
    const [open] = await remarks(null)
    expect(open?.properties).toMatchObject({
      state: 'answered',
      answer: 'Två lampor',
      words: 'Mörkt vid bron',
    })
    expect(Object.keys(open!.properties)).not.toEqual(expect.arrayContaining(['internal_text', 'measure_id']))
    // That it was people is for those who work with it.
    const about = await at.change('demo-planner', answered, { properties: { kind: 'people' } })
    expect((await remarks(null))[0]?.properties.kind).toBe('other')
    expect((await remarks('demo-planner')).find(({ id }) => id === made.id)?.properties.kind).toBe('people')
    const police = await at.refused(
      'demo-police',
      'PATCH',
      `/api/measures/${made.id}`,
      { properties: { words: 'x' } },
      at.held(about),
    )
    expect(police.status).toBe(403)
    const nowhere = await at.refused('demo-planner', 'POST', '/api/measures', {
      layer: 'walk_remarks',
      geometry: { type: 'Point', coordinates: [14.15, 56.03] },
      properties: { kind: 'darkness', walk_id: lamp.id },
    })
    expect(nowhere.problem.errors?.[0]).toMatchObject({ field: 'walk_id', message: 'Vandringen finns inte.' })
  })

  it('is noted once however often a phone sends it, and never again once it is removed', async () => {
    const id = randomUUID()
    const seen = {
      walk: walk.id,
      kind: 'decay',
      geometry: { type: 'Point', coordinates: [14.1571, 56.0295] },
      words: 'Klotter',
    }
    const put = async (given: object, who: DemoId = 'demo-planner', of = id) =>
      (await app.ask(who, 'PUT', `/api/walk-remarks/${of}`, given)).status
    expect([await put(seen), await put(seen)]).toEqual([201, 200])
    expect((await remarks('demo-planner')).filter((one) => one.id === id)).toHaveLength(1)
    expect(await put({ ...seen, words: 'Annat' })).toBe(409)
    expect(await put({ ...seen, words: 'Ring 070-123 45 67' }, 'demo-planner', randomUUID())).toBe(422)
    expect(await put({ ...seen, walk: randomUUID() }, 'demo-planner', randomUUID())).toBe(422)
    expect(await put(seen, 'demo-police', randomUUID())).toBe(403)
    await app.ask('demo-planner', 'DELETE', `/api/measures/${id}`, undefined, { 'if-match': '"1"' })
    expect(await put(seen)).toBe(410)
  })

  it('is walked again, after the walk it follows up, by twenty at most; remarks go with their walk', async () => {
    const again = (properties: Record<string, unknown>) =>
      at.refused('demo-planner', 'POST', '/api/measures', {
        layer: 'safety_walks',
        geometry: line,
        properties: { title: 'Återvandring', earlier_walk: walk.id, ...properties },
      })
    expect((await again({ walked_on: '2025-10-01' })).problem.errors?.[0]?.field).toBe('earlier_walk')
    expect((await again({ participants: 21 })).problem.errors?.[0]?.field).toBe('participants')
    expect((await again({ walked_on: '2026-04-15' })).status).toBe(201)
    const following = `/api/layers/safety_walks/items?earlier_walk=${walk.id}`
    expect((await at.read<ItemsAnswer>(null, following)).features).toHaveLength(1)
    await at.remove('demo-planner', walk)
    expect((await at.read<ItemsAnswer>(null, following)).features).toEqual([])
    expect(await remarks('demo-planner')).toEqual([])
  })
})
