import { gunzipSync } from 'node:zlib'
import { type Audience, layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeEvent, ItemsAnswer, LayersAnswer, Measure } from '../contract.ts'
import type { Plan } from '../contract-identity.ts'
import { fixtureOf, isOpen, storeFixture } from '../testing/fixtures.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'
import { mayTakeTile } from './layers.ts'
import { rights } from './rights.ts'

const inMinutes = 60_000
const here = '14/8836/5099.mvt'
const hiddenFromPlanner = layers.filter((layer) => !layer.audiences.planner).map(({ id }) => id)
/** Words of the fixtures' staff columns, and layers and columns that only staff have, by who may meet them. */
const staffOnly = (audience: Audience): string[] => {
  const shown = new Set(layers.flatMap((layer) => layer.audiences[audience] ?? []))
  const columns = layers.flatMap((layer) => Object.keys(layer.properties.shape))
  return [
    ...layers.filter((layer) => !layer.audiences[audience]).map(({ id }) => id),
    // Kept by every table; they say nothing of what a layer is about.
    ...new Set(
      columns.filter(
        (name) => !shown.has(name) && name.includes('_') && !/^(created|updated)_at$/.test(name),
      ),
    ),
    'planted-staff-word',
  ]
}

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [14.155, 56.0285],
      [14.159, 56.0285],
      [14.159, 56.0305],
      [14.155, 56.0305],
      [14.155, 56.0285],
    ],
  ],
}
const point = { type: 'Point', coordinates: [14.1567, 56.0294] }

describe('what is hidden', () => {
  let app: TestApp
  let zone: Measure

  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T
  const make = async (account: DemoId, layer: string, properties: Record<string, unknown>) => {
    const geometry = layer === 'patrol_zones' ? polygon : point
    const response = await app.ask(account, 'POST', '/api/measures', { layer, geometry, properties })
    expect(response.status).toBe(201)
    return json<Measure>(response)
  }
  const step = async (measure: Measure, to: string, account: DemoId = 'demo-planner') =>
    json<Measure>(
      app.ask(
        account,
        'POST',
        `/api/measures/${measure.id}/status`,
        { to, ...(to === 'decided' && { decision: { text: 'Så beslutas.' } }) },
        {
          'if-match': `"${measure.version}"`,
        },
      ),
    )
  const listen = async (account: DemoId | null) => {
    const heard: ChangeEvent[] = []
    const response = await app.ask(account, 'GET', '/api/changes')
    const reader = response.body!.getReader()
    const decoder = new TextDecoder()
    const reading = (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        for (const line of decoder.decode(value).split('\n'))
          if (line.startsWith('data: {"layer"')) heard.push(JSON.parse(line.slice(6)) as ChangeEvent)
      }
    })()
    reading.catch(() => {})
    return { heard, hangUp: () => reader.cancel() }
  }
  const textOf = async (response: Response): Promise<string> => {
    const bytes = Buffer.from(await response.arrayBuffer())
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b
    return (zipped ? gunzipSync(bytes) : bytes).toString('latin1')
  }

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    for (const layer of layers)
      for (const object of await fixtureOf(layer)) {
        const words = 'internal_text' in layer.properties.shape ? { internal_text: 'planted-staff-word' } : {}
        const stored = { ...object, properties: { ...object.properties, ...words } }
        await app.database.owner((sql) => storeFixture(sql, layer, stored))
      }
    zone = await make('demo-police', 'patrol_zones', { title: 'planted-staff-word' })
  }, 3 * inMinutes)
  afterAll(() => app.close())

  it('from the planner of the police: tiles, items, tables, objects, history, also when the police has just had them', async () => {
    expect(hiddenFromPlanner).toEqual(['patrol_zones', 'police_events'])
    for (const layer of hiddenFromPlanner)
      for (const path of [
        `/api/tiles/${layer}/${here}`,
        `/api/layers/${layer}/items`,
        `/api/layers/${layer}/items?q=planted`,
        `/api/layers/${layer}/items.csv`,
      ]) {
        const police = await app.ask('demo-police', 'GET', path)
        expect(police.status, path).toBe(200)
        const etag = police.headers.get('etag')
        for (const account of ['demo-planner', 'demo-reporter', 'demo-admin', null] as const) {
          const ask = (path: string, headers: Record<string, string> = {}) =>
            app.ask(account, 'GET', path, undefined, headers)
          const plain = await ask(path)
          const unknown = await ask(path.replace(layer, 'no_such_layer'))
          expect([plain.status, unknown.status]).toEqual([404, 404])
          // What is hidden and what does not exist are told in the same words.
          expect((await plain.text()).replaceAll(layer, 'no_such_layer')).toBe(await unknown.text())
          if (etag) expect((await ask(path, { 'if-none-match': etag })).status).toBe(404)
          expect((await ask(path, { 'if-none-match': '*' })).status).toBe(404)
        }
      }
    for (const tail of ['', '/history', '/notes', '/photos'])
      expect((await app.ask('demo-planner', 'GET', `/api/measures/${zone.id}${tail}`)).status, tail).toBe(404)
    for (const [method, tail, body] of [
      ['PATCH', '', { properties: { title: 'Min' } }],
      ['DELETE', '', undefined],
      ['POST', '/status', { to: 'proposed' }],
      ['POST', '/restore', undefined],
      ['POST', '/notes', { text: 'Hej' }],
    ] as const)
      for (const version of ['"1"', '"2"'])
        expect(
          (
            await app.ask('demo-planner', method, `/api/measures/${zone.id}${tail}`, body, {
              'if-match': version,
            })
          ).status,
          `${method} ${tail}`,
        ).toBe(404)
  })

  it('in lists, counts and legends: no layer, column, choice or colour that an audience never meets', async () => {
    for (const [account, audience] of [
      [null, 'public'],
      ['demo-reporter', 'reporter'],
      ['demo-planner', 'planner'],
      ['demo-admin', 'admin'],
    ] as const) {
      const text = await (await app.ask(account, 'GET', '/api/layers')).text()
      expect(staffOnly(audience).filter((word) => new RegExp(`\\b${word}\\b`).test(text))).toEqual([])
      const answer = JSON.parse(text) as LayersAnswer
      const measures = JSON.stringify(answer.layers.filter(({ measure }) => measure))
      if (audience !== 'planner') expect(measures).not.toMatch(/"(idea|proposed|in_review|declined|ended)"/)
      for (const { id, count } of answer.layers) {
        const definition = layers.find((layer) => layer.id === id)!
        const fixture = await fixtureOf(definition)
        const open = audience === 'planner' ? fixture : fixture.filter((object) => isOpen(definition, object))
        expect(count, `${audience} ${id}`).toBe(open.length)
      }
    }
  })

  it('in what changes: nobody hears of a layer, a draft or a proposal that is not for them', async () => {
    const planner = await listen('demo-planner-2')
    const open = await listen(null)
    const plan = await json<Plan>(app.ask('demo-planner', 'POST', '/api/plans', { title: 'Torget' }))
    const patched = await app.ask(
      'demo-police',
      'PATCH',
      `/api/measures/${zone.id}`,
      { properties: { title: 'Ny zon' } },
      { 'if-match': '"1"' },
    )
    expect(patched.status).toBe(200)
    let camera = await make('demo-planner', 'camera_sites', { title: 'Torget', plan_id: plan.id })
    const follow = () => app.ask(null, 'GET', `/api/measures/${camera.id}`)
    expect((await follow()).status).toBe(404)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect([planner.heard, open.heard]).toEqual([[], []])
    for (const to of ['proposed', 'in_review']) {
      camera = await step(camera, to)
      expect((await follow()).status).toBe(404)
      expect((await app.ask(null, 'GET', `/api/measures/${camera.id}/history`)).status).toBe(401)
    }
    await expect.poll(() => planner.heard.length).toBe(2)
    expect(planner.heard.map(({ layer, op, id }) => [layer, op, id])).toEqual([
      ['camera_sites', 'insert', camera.id],
      ['camera_sites', 'update', camera.id],
    ])
    expect(open.heard).toEqual([])
    camera = await step(camera, 'decided')
    await expect.poll(() => open.heard.map(({ op, id }) => [op, id])).toEqual([['insert', camera.id]])
    const shown = await (await follow()).text()
    expect(staffOnly('public').filter((word) => shown.includes(word))).toEqual([])
    await planner.hangUp()
    await open.hangUp()
  })

  it('from a token of other layers, in finished tiles too', () => {
    const token = (layers: string[] | null) => ({ token: { id: '', name: '', layers, write: false } })
    const police = `/api/tiles/patrol_zones/${here}`
    expect(mayTakeTile({ token: null }, police)).toBe(true)
    expect(mayTakeTile(token(null), police)).toBe(true)
    expect(mayTakeTile(token(['camera_sites']), police)).toBe(false)
    expect(mayTakeTile(token(['camera_sites']), `/api/tiles/camera_sites/${here}?v=1`)).toBe(true)
    expect(mayTakeTile(token(['camera_sites']), `/api/basemap/${here}`)).toBe(true)
    expect(mayTakeTile(token(['camera_sites']), `/api/tiles//patrol_zones/${here}`)).toBe(false)
  })

  it('stays hidden from SQL and rubbish in every parameter of every address', {
    timeout: 5 * inMinutes,
  }, async () => {
    const rubbish = [
      `' or 1=1 --`,
      `"; drop table core.plans; --`,
      `\u0000`,
      '99999999999999999999999',
      '-1',
      '../../etc/passwd',
      `1) union select internal_text from core.camera_sites --`,
      '%',
      '0000-01-01..9999-12-31',
      '2026-02-30..',
      '2026-01-01T25:00..',
      '2026-01-01T10:00+99:99..',
      'å'.repeat(3000),
    ]
    const { paths } = await json<{
      paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
    }>(app.ask(null, 'GET', '/api/openapi.json'))
    const known: Record<string, string> = {
      layer: 'camera_sites',
      z: '14',
      x: '8836',
      tile: '5099.mvt',
      id: zone.id,
    }
    const fill = (path: string, values: Record<string, string>) =>
      path.replaceAll(/\{(.+?)\}/g, (_, name: string) =>
        encodeURIComponent(values[name] ?? known[name] ?? zone.id),
      )
    const asked: [string, string, unknown?][] = []
    for (const { method, path } of rights.filter(
      (row) => row.path !== '/metrics' && row.path !== '/api/backup',
    )) {
      const inPath = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name!)
      const inQuery = (paths[path]?.[method]?.parameters ?? [])
        .filter((one) => one.in === 'query')
        .map(({ name }) => name)
      const free = path.includes('/items')
        ? ['q', 'sort', 'order', 'limit', 'cursor', 'bbox', 'status', 'starts_on', 'title']
        : []
      for (const value of rubbish) {
        for (const name of inPath) asked.push([method, fill(path, { [name]: value })])
        for (const name of new Set([...inQuery, ...free, value.slice(0, 50)]))
          asked.push([method, `${fill(path, {})}?${new URLSearchParams({ [name]: value })}`])
        if (method !== 'get' && method !== 'delete')
          asked.push(
            [
              method,
              fill(path, {}),
              { title: value, text: value, layer: value, id: value, to: value, role: value },
            ],
            [method, fill(path, {}), { account: value, name: value, audience: value, [value]: value }],
            [method, fill(path, {}), value],
          )
      }
    }
    const wrong: string[] = []
    const callers: [DemoId | null, Audience][] = [
      [null, 'public'],
      ['demo-planner', 'planner'],
      ['demo-admin', 'admin'],
    ]
    for (const [account, audience] of callers) {
      // An administrator knows which layers there are, and not what is in them.
      const never = audience === 'admin' ? ['planted-staff-word'] : staffOnly(audience)
      const left = asked
        .filter(([method, path]) => account === null || !/^\/auth\//.test(path) || method === 'get')
        .values()
      const walk = async () => {
        for (const [method, path, body] of left) {
          if (path === '/api/changes' || path.startsWith('/api/changes?')) continue
          const response = await app.ask(account, method.toUpperCase(), path, body, {
            ...(method !== 'get' && { 'if-match': '"1"' }),
          })
          const text = await textOf(response)
          // An answer may say again what was asked for, and the planner's own words are the planner's.
          const said = decodeURIComponent(path).replaceAll('+', ' ') + JSON.stringify(body ?? '')
          const told = never.filter(
            (word) =>
              (audience !== 'planner' || word !== 'planted-staff-word') &&
              text.includes(word) &&
              !said.includes(word),
          )
          // A question of anybody's never becomes an error of the database: 422 is its word for what it cannot take.
          const reached = account === null && method === 'get' && response.status === 422
          if (response.status >= 500 || reached || told.length > 0)
            wrong.push(
              `${audience} ${method} ${path.slice(0, 200)} ${JSON.stringify(body ?? '').slice(0, 100)}: ${response.status} ${told}`,
            )
        }
      }
      await Promise.all(Array.from({ length: 8 }, walk))
    }
    process.stdout.write(`Rubbish in every parameter: ${asked.length * callers.length} requests\n`)
    expect(wrong).toEqual([])
    const { numberMatched } = await json<ItemsAnswer>(
      app.ask(null, 'GET', `/api/layers/camera_sites/items?${new URLSearchParams({ q: `' or 1=1 --` })}`),
    )
    expect(numberMatched).toBe(0)
  })

  it('what the database keeps itself, or is another’s, is not to be set from outside', async () => {
    const own = await json<Plan>(app.ask('demo-planner', 'POST', '/api/plans', { title: 'Min' }))
    const other = await json<Plan>(app.ask('demo-planner-2', 'POST', '/api/plans', { title: 'Din' }))
    const camera = await make('demo-planner', 'camera_sites', { title: 'Torget' })
    const kept: Record<string, unknown>[] = [
      { id: zone.id },
      { version: 7 },
      { demo: true },
      { created_at: '2020-01-01T00:00:00Z' },
      { updated_at: '2020-01-01T00:00:00Z' },
      { plan_id: other.id },
      { audience: 'public' },
      { newest: true },
      { __proto__x: 1 },
    ]
    for (const extra of kept) {
      const body = { layer: 'camera_sites', geometry: point, properties: { title: 'Ny', ...extra } }
      const made = await app.ask('demo-planner', 'POST', '/api/measures', body)
      expect(made.status, JSON.stringify(extra)).toBe(422)
      const changed = await app.ask(
        'demo-planner',
        'PATCH',
        `/api/measures/${camera.id}`,
        { properties: extra },
        { 'if-match': '"1"' },
      )
      expect(changed.status, JSON.stringify(extra)).toBe(422)
    }
    const leap = await app.ask(
      'demo-planner',
      'PATCH',
      `/api/measures/${camera.id}`,
      { properties: { status: 'decided' } },
      { 'if-match': '"1"' },
    )
    expect(leap.status).toBe(422)
    for (const [method, path, body] of [
      [
        'POST',
        '/api/measures',
        { layer: 'camera_sites', geometry: point, properties: { title: 'Ny' }, version: 9 },
      ],
      ['PATCH', `/api/measures/${camera.id}`, { layer: 'patrol_zones' }],
      ['POST', `/api/measures/${camera.id}/notes`, { text: 'Hej', audience: 'police' }],
      ['POST', `/api/measures/${camera.id}/notes`, { text: 'Hej', account_id: zone.id }],
      ['POST', '/api/plans', { title: 'Ny', version: 9 }],
      ['POST', '/api/plans', { title: 'Ny', members: [] }],
      ['PATCH', `/api/plans/${own.id}`, { title: 'Ny', id: other.id }],
      ['PUT', `/api/plans/${own.id}/members/${zone.id}`, { role: 'owner', plan: other.id }],
      ['POST', '/auth/demo', { account: 'demo-police', audience: 'admin' }],
    ] as const)
      expect((await app.ask('demo-planner', method, path, body, { 'if-match': '"1"' })).status, path).toBe(
        422,
      )
    // The id of something there, known or guessed, makes nothing and tells nothing of it.
    for (const id of [zone.id, camera.id]) {
      const again = await app.ask('demo-planner', 'POST', '/api/measures', {
        id,
        layer: 'lighting_upgrades',
        geometry: point,
        properties: { title: 'Ny' },
      })
      expect([201, 409]).toContain(again.status)
      expect(await again.text()).not.toContain('planted')
    }
  })

  it('of staff: nothing stands in any answer to the public, whatever it asks for', async () => {
    const values: Record<string, string> = { z: '14', x: '8836', tile: '5099.mvt', id: zone.id }
    const never = staffOnly('public')
    const found: string[] = []
    let answers = 0
    for (const { method, path } of rights.filter((row) => row.method === 'get' && row.allow.public)) {
      if (path === '/metrics' || path === '/api/changes') continue
      for (const layer of path.includes('{layer}') ? layers.map(({ id }) => id) : ['']) {
        const address = path.replaceAll(/\{(.+?)\}/g, (_, name: string) =>
          name === 'layer' ? layer : (values[name] ?? zone.id),
        )
        for (const query of path === '/api/places' ? ['?q=a'] : ['', '?q=planted-staff-word']) {
          const text = await textOf(await app.ask(null, method, address + query))
          answers += 1
          for (const word of never)
            if (new RegExp(`\\b${word}\\b`).test(text) && !(address + query).includes(word))
              found.push(`${word} in ${address}${query}`)
        }
      }
    }
    // The search finds what there is to find: the same words stand in the planner's answers.
    const planners = await (await app.ask('demo-planner', 'GET', '/api/layers/camera_sites/items')).text()
    expect(never.filter((word) => planners.includes(word)).length).toBeGreaterThan(8)
    process.stdout.write(`Answers to the public searched for words of staff: ${answers}\n`)
    expect(found).toEqual([])
  })
})
