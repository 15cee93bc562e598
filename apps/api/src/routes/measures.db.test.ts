import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryEntry, Measure, Problem } from '../contract.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const square = { type: 'Point', coordinates: [14.1567, 56.0294] }
const camera = {
  layer: 'camera_sites',
  geometry: square,
  properties: {
    title: 'Stora torg mot norr',
    cost_sek: 85_000,
    hours_from: '20:00',
    hours_to: '04:00',
    weekdays: [5, 6],
  },
}

describe.each(engines)('measures on the %s engine', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T
  const create = (properties: Record<string, unknown> = {}) =>
    json<Measure>(
      app.ask('demo-planner', 'POST', '/api/measures', {
        ...camera,
        properties: { ...camera.properties, ...properties },
      }),
    )
  const change = (
    measure: Measure,
    body: unknown,
    version = measure.version,
    account: 'demo-planner' | 'demo-planner-2' | 'demo-police' = 'demo-planner',
  ) => app.ask(account, 'PATCH', `/api/measures/${measure.id}`, body, { 'if-match': `"${version}"` })
  const step = (measure: Measure, to: string, note?: string) =>
    app.ask(
      'demo-planner',
      'POST',
      `/api/measures/${measure.id}/status`,
      {
        to,
        ...(note && { note }),
        ...(to === 'decided' && { decision: { text: 'Så beslutas.' } }),
      },
      { 'if-match': `"${measure.version}"` },
    )

  it('keep what was drawn to the digit and every property as given', async () => {
    const response = await app.ask('demo-planner', 'POST', '/api/measures', {
      ...camera,
      geometry: { type: 'Point', coordinates: [14.156712345678, 56.029412345678] },
    })
    expect(response.status).toBe(201)
    const measure = await json<Measure>(response)
    expect(measure).toMatchObject({
      layer: 'camera_sites',
      version: 1,
      geometry: { type: 'Point', coordinates: [14.156712345678, 56.029412345678] },
    })
    expect(measure.properties).toMatchObject({ ...camera.properties, status: 'idea' })
    const again = await app.ask('demo-planner', 'GET', `/api/measures/${measure.id}`)
    expect(again.headers.get('etag')).toBe('"1"')
    expect(await json<Measure>(again)).toEqual(measure)
  })

  it('are made once when the same request comes twice', async () => {
    const id = randomUUID()
    expect((await app.ask('demo-planner', 'POST', '/api/measures', { ...camera, id })).status).toBe(201)
    expect((await app.ask('demo-planner', 'POST', '/api/measures', { ...camera, id })).status).toBe(409)
  })

  it('change only with the version the author saw, and answer with what it is now otherwise', async () => {
    const measure = await create()
    expect(
      (await app.ask('demo-planner', 'PATCH', `/api/measures/${measure.id}`, { properties: {} })).status,
    ).toBe(428)
    const mine = await json<Measure>(
      change(measure, { properties: { responsible: 'Tekniska förvaltningen' } }),
    )
    expect(mine).toMatchObject({
      version: 2,
      properties: { responsible: 'Tekniska förvaltningen', cost_sek: 85_000 },
    })
    const theirs = await change(measure, { properties: { cost_sek: 90_000 } }, 1, 'demo-planner-2')
    expect(theirs.status).toBe(412)
    expect((await json<Problem>(theirs)).current).toEqual(mine)
    expect(
      (await json<Measure>(app.ask('demo-planner', 'GET', `/api/measures/${measure.id}`))).properties
        .cost_sek,
    ).toBe(85_000)
  })

  it('let exactly one of two simultaneous authors through', async () => {
    const measure = await create()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => change(measure, { properties: { cost_sek: n } })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 412),
    ])
  })

  it('empty a field that is given as null', async () => {
    const measure = await create()
    expect(
      (await json<Measure>(change(measure, { properties: { cost_sek: null } }))).properties.cost_sek,
    ).toBeNull()
  })

  it('go step by step from idea to built, and refuse a leap in words', async () => {
    let measure = await create()
    expect(measure.nextStatuses).toEqual(['proposed'])
    expect((await step(measure, 'built')).status).toBe(422)
    for (const to of ['proposed', 'in_review', 'decided', 'ordered', 'built']) {
      const answer = await step(measure, to, `Beslut: ${to}`)
      expect(answer.status, to).toBe(200)
      measure = await json<Measure>(answer)
      expect(measure.properties.status).toBe(to)
    }
    const leap = await change(await create(), { properties: { status: 'built' } })
    expect(leap.status).toBe(422)
    expect((await json<Problem>(leap)).errors?.[0]?.field).toBe('status')
  })

  it('tell their history, newest first, with who and from what to what', async () => {
    const measure = await create()
    await change(
      measure,
      {
        properties: { title: 'Stora torg mot söder' },
        geometry: { type: 'Point', coordinates: [14.157, 56.029] },
      },
      1,
      'demo-planner-2',
    )
    const history = await json<HistoryEntry[]>(
      app.ask('demo-planner', 'GET', `/api/measures/${measure.id}/history`),
    )
    expect(history.map(({ op, by, version }) => [op, by, version])).toEqual([
      ['update', 'Johan Ek', 2],
      ['insert', 'Petra Lindgren', 1],
    ])
    expect(history[0]?.changes).toMatchObject({
      title: ['Stora torg mot norr', 'Stora torg mot söder'],
      geometry: [square, { type: 'Point', coordinates: [14.157, 56.029] }],
    })
    expect(Object.keys(history[0]?.changes ?? {}).sort()).toEqual(['geometry', 'title', 'updated_at'])
  })

  it('come back as they were after a removal, status and all', async () => {
    const created = await create()
    const measure = await json<Measure>(step(created, 'proposed'))
    expect(
      (
        await app.ask('demo-planner', 'DELETE', `/api/measures/${measure.id}`, undefined, {
          'if-match': '"1"',
        })
      ).status,
    ).toBe(412)
    expect(
      (
        await app.ask('demo-planner', 'DELETE', `/api/measures/${measure.id}`, undefined, {
          'if-match': '"2"',
        })
      ).status,
    ).toBe(204)
    expect((await app.ask('demo-planner', 'GET', `/api/measures/${measure.id}`)).status).toBe(404)
    const back = await json<Measure>(app.ask('demo-planner', 'POST', `/api/measures/${measure.id}/restore`))
    expect(back.geometry).toEqual(measure.geometry)
    expect(back.properties).toMatchObject({ ...camera.properties, status: 'proposed' })
    expect((await app.ask('demo-planner', 'POST', `/api/measures/${measure.id}/restore`)).status).toBe(409)
  })

  describe('refuse', () => {
    const refused = async (body: unknown, headers?: Record<string, string>) => {
      const before = await countCameras()
      const response = await app.ask('demo-planner', 'POST', '/api/measures', body, headers)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(await countCameras()).toBe(before)
      return { status: response.status, problem: await json<Problem>(response) }
    }
    const countCameras = () =>
      app.database.owner(
        async (sql) => (await sql<{ n: number }[]>`select count(*)::int as n from core.camera_sites`)[0]?.n,
      )

    it('an unknown property, by name', async () => {
      const { status, problem } = await refused({
        ...camera,
        properties: { ...camera.properties, colour: 'red' },
      })
      expect(status).toBe(422)
      expect(problem.errors).toEqual([
        { field: 'colour', message: 'Fältet finns inte eller kan inte ändras här.' },
      ])
    })

    it('an unknown field of the body, and one the database keeps', async () => {
      expect((await refused({ ...camera, version: 7 })).status).toBe(422)
      expect((await refused({ ...camera, properties: { ...camera.properties, demo: true } })).status).toBe(
        422,
      )
    })

    it.each([
      [
        'a crossing',
        {
          type: 'Polygon',
          coordinates: [
            [
              [14, 56],
              [14.1, 56.1],
              [14.1, 56],
              [14, 56.1],
              [14, 56],
            ],
          ],
        },
      ],
      ['a place beyond the Earth', { type: 'Point', coordinates: [214, 56] }],
      [
        'a line where a point belongs',
        {
          type: 'LineString',
          coordinates: [
            [14, 56],
            [14.1, 56],
          ],
        },
      ],
      ['a coordinate that is no number', { type: 'Point', coordinates: [null, 56] }],
      ['a geometry of no kind', { type: 'Sphere', coordinates: [14, 56] }],
      ['nothing at all', null],
    ])('%s', async (_, geometry) => {
      expect((await refused({ ...camera, geometry })).status).toBe(422)
    })

    it('values out of bounds and hours that do not go together, each by its field, in the caller’s language', async () => {
      const properties = { ...camera.properties, cost_sek: -1, title: '' }
      const sv = await refused({ ...camera, properties })
      expect(sv.problem.errors?.map((error) => error.field).sort()).toEqual(['cost_sek', 'title'])
      const en = await refused({ ...camera, properties }, { 'accept-language': 'en' })
      expect(en.problem.title).toBe('This cannot be saved as it is')
      expect(en.problem.errors?.[0]?.message).not.toBe(sv.problem.errors?.[0]?.message)
      expect(
        (await refused({ ...camera, properties: { ...camera.properties, hours_to: null } })).status,
      ).toBe(422)
    })

    it('a layer that does not exist, and JSON that is none', async () => {
      expect((await refused({ ...camera, layer: 'ufo_sightings' })).status).toBe(404)
      expect((await refused('{"layer": ')).status).toBe(400)
    })

    it('a body over the limit, whether it says its length or not', async () => {
      const { status, problem } = await refused({
        ...camera,
        properties: { ...camera.properties, internal_text: 'x'.repeat(2_000_000) },
      })
      expect(status).toBe(413)
      expect(problem.detail).toContain('1 MB')
    })

    it('a change sent by another site’s page', async () => {
      expect((await refused(camera, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    })
  })

  it('are not made, changed or read in draft by those who may not', async () => {
    const draft = await create()
    for (const [account, refused] of [
      [null, 401],
      ['demo-reporter', 403],
      ['demo-admin', 403],
    ] as const) {
      const status = async (method: string, path: string, body?: unknown) =>
        (await app.ask(account, method, path, body)).status
      expect(await status('GET', `/api/measures/${draft.id}`), `${account}`).toBe(404)
      expect(await status('POST', '/api/measures', camera), `${account}`).toBe(refused)
      expect(await status('GET', `/api/measures/${draft.id}/history`), `${account}`).toBe(refused)
    }
    expect((await app.ask('demo-police', 'GET', `/api/measures/${draft.id}`)).status).toBe(200)
    expect((await change(draft, { properties: { cost_sek: 1 } }, 1, 'demo-police')).status).toBe(403)
    expect(
      (
        await app.ask('demo-planner', 'POST', '/api/measures', {
          layer: 'patrol_zones',
          geometry: square,
          properties: {},
        })
      ).status,
    ).toBe(404)
  })

  it('are shown to the public without internal columns once they are decided', async () => {
    let measure = await create({ internal_text: 'Hemligt utkast', public_text: 'Tryggare torg' })
    for (const to of ['proposed', 'in_review', 'decided']) measure = await json<Measure>(step(measure, to))
    const shown = await json<Measure>(app.ask(null, 'GET', `/api/measures/${measure.id}`))
    expect(shown.properties).toMatchObject({ title: camera.properties.title, public_text: 'Tryggare torg' })
    expect(JSON.stringify(shown)).not.toMatch(/Hemligt|internal_text|cost_sek/)
    expect(shown.nextStatuses).toEqual([])
  })
})
