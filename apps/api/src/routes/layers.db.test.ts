import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangesHello, Config, ItemsAnswer, LayersAnswer, Measure, Problem } from '../contract.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const audiences = [
  [null, 'public'],
  ['demo-reporter', 'reporter'],
  ['demo-planner', 'planner'],
  ['demo-police', 'police'],
  ['demo-admin', 'admin'],
] as const

describe.each(engines)('layers over HTTP on the %s engine', (engine) => {
  let app: TestApp
  const get = (account: DemoId | null, path: string, headers?: Record<string, string>) =>
    app.ask(account, 'GET', path, undefined, headers)
  const items = async (query = '', account: DemoId | null = 'demo-planner') =>
    (await (await get(account, `/api/layers/shrub_clearances/items?${query}`)).json()) as ItemsAnswer
  const titles = async (query = '') =>
    (await items(query)).features.map((feature) => feature.properties.title)

  const area = (west: number, south: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.001, south],
        [west + 0.001, south + 0.001],
        [west, south + 0.001],
        [west, south],
      ],
    ],
  })
  const clear = async (title: string, west: number, south: number, more: Record<string, unknown> = {}) => {
    const body = { layer: 'shrub_clearances', geometry: area(west, south), properties: { title, ...more } }
    const response = await app.ask('demo-planner', 'POST', '/api/measures', body)
    expect(response.status, await response.clone().text()).toBe(201)
    return (await response.json()) as Measure
  }

  beforeAll(async () => {
    app = await testApp(engine)
    await clear('Åparken', 14.15, 56.03, {
      cost_sek: 12_500,
      starts_on: '2026-03-01',
      status: 'decided',
      internal_text: '=1+1; "citat"',
    })
    await clear('Östra vallen', 14.16, 56.04, { cost_sek: 900, starts_on: '2026-05-01' })
    await clear('Banvallen', 14.3, 56.1)
  })
  afterAll(() => app.close())

  it.each(audiences)(
    'tell %s of just the layers of its audience, and of no other column',
    async (account, audience) => {
      const answer = (await (await get(account, '/api/layers')).json()) as LayersAnswer
      expect(answer.audience).toBe(audience)
      expect(answer.layers.map((layer) => layer.id)).toEqual(
        layers.filter((layer) => layer.audiences[audience]).map((layer) => layer.id),
      )
      for (const layer of answer.layers)
        expect(layer.fields.map((field) => field.name)).toEqual(
          layers.find((one) => one.id === layer.id)?.audiences[audience],
        )
    },
  )

  it('count what the caller can see', async () => {
    const count = async (account: DemoId | null) =>
      ((await (await get(account, '/api/layers')).json()) as LayersAnswer).layers.find(
        (layer) => layer.id === 'shrub_clearances',
      )?.count
    expect(await count('demo-planner')).toBe(3)
    expect(await count(null)).toBe(1)
  })

  it.each(audiences)(
    'refuse %s items, tables and tiles of any other layer as if it did not exist',
    async (account, audience) => {
      for (const layer of layers) {
        const allowed = Boolean(layer.audiences[audience])
        for (const path of [
          `/api/layers/${layer.id}/items`,
          `/api/layers/${layer.id}/items.csv`,
          `/api/tiles/${layer.id}/12/2209/1275.mvt`,
        ]) {
          const { status } = await get(account, path)
          expect(allowed ? [200, 204].includes(status) : status === 404, `${path} answered ${status}`).toBe(
            true,
          )
        }
      }
      expect((await get(account, '/api/layers/nonexistent/items')).status).toBe(404)
    },
  )

  it('filter by box, words, choice and day, sort either way and page without overlap', async () => {
    expect(await titles('sort=title')).toEqual(await titles('sort=title&order=asc'))
    expect(await titles('bbox=14.14,56.02,14.17,56.05&sort=starts_on')).toEqual(['Åparken', 'Östra vallen'])
    expect(await titles('q=vallen&sort=cost_sek&order=desc')).toEqual(['Östra vallen', 'Banvallen'])
    expect(await titles('status=decided,ordered')).toEqual(['Åparken'])
    expect(await titles('starts_on=2026-04-01..')).toEqual(['Östra vallen'])
    expect(await titles('starts_on=2026-03-01..2026-05-01')).toEqual(['Åparken'])
    expect(await titles('q=100%25')).toEqual([])
    const first = await items('sort=cost_sek&limit=2')
    expect(first).toMatchObject({ numberMatched: 3, next: '2' })
    const second = await items(`sort=cost_sek&limit=2&cursor=${first.next}`)
    expect([...first.features, ...second.features].map((feature) => feature.properties.title)).toEqual([
      'Östra vallen',
      'Åparken',
      'Banvallen',
    ])
    expect(second.next).toBeNull()
  })

  it.each([
    'bbox=nonsense',
    'bbox=1,2,3',
    'bbox=20,0,10,1',
    'bbox=NaN,0,1,1',
    'bbox=14,56,15,999',
    'limit=-1',
    'limit=1e9',
    'limit=two',
    'cursor=x',
    'sort=geom',
    'sort=title%3Bdrop',
    'order=up',
    'colour=red',
    'starts_on=yesterday..',
    'title=a',
  ])('refuse ?%s with words', async (query) => {
    const response = await get('demo-planner', `/api/layers/shrub_clearances/items?${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as Problem).detail).toBeTruthy()
  })

  it('do not let the public filter or sort by what it cannot see', async () => {
    for (const query of ['sort=cost_sek', 'sort=internal_text', 'q=citat'])
      expect(
        await (await get(null, `/api/layers/shrub_clearances/items?${query}`)).text(),
        query,
      ).not.toContain('Åparken')
  })

  it('make a table a Swedish spreadsheet reads, where no cell is a formula', async () => {
    const response = await get(
      'demo-planner',
      '/api/layers/shrub_clearances/items.csv?sort=title&status=decided',
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toMatch(/^id;Namn;/)
    const [, row] = text.trim().split('\r\n')
    expect(row).toContain('"\'=1+1; ""citat"""')
    expect(row).toContain('Beslutad')
    expect(row).toMatch(/POLYGON \(\(14\.15 56\.03, /)
  })

  it('answer tile addresses that are none with 400, and empty tiles with 204', async () => {
    for (const address of ['5/32/0', '5/0/32', '-1/0/0', '40/0/0', 'a/b/c', '5/1.5/1'])
      expect((await get('demo-planner', `/api/tiles/shrub_clearances/${address}.mvt`)).status, address).toBe(
        400,
      )
    expect((await get('demo-planner', '/api/tiles/shrub_clearances/14/0/0.mvt')).status).toBe(204)
  })

  it('answer a tile once and then 304 to its ETag, and never with another audience’s ETag', async () => {
    const path = '/api/tiles/shrub_clearances/14/8836/5097.mvt'
    const whole = '/api/tiles/shrub_clearances/8/138/79.mvt'
    const first = await get('demo-planner', whole)
    expect([first.status, (await get('demo-planner', path)).status]).toContain(200)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"/)
    expect((await get('demo-planner', whole, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(null, whole, { 'if-none-match': etag })).status).toBe(200)
    expect(first.headers.get('cache-control')).toContain('private')
  })

  it('tell each audience of a change only if it can see the object', async () => {
    const listen = async (account: DemoId | null) => {
      const response = await get(account, '/api/changes')
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
      let heard = ''
      const until = async (word: string) => {
        while (!heard.includes(word)) {
          const { value, done } = await reader.read()
          if (done) break
          heard += value
        }
      }
      await until('hello')
      return { until, heard: () => heard, stop: () => reader.cancel() }
    }
    const planner = await listen('demo-planner')
    const anybody = await listen(null)
    const draft = await clear('Utkast', 14.2, 56.02)
    const shown = await clear('Beslutad', 14.2, 56.03, { status: 'decided' })
    await planner.until(shown.id)
    await anybody.until(shown.id)
    expect(planner.heard()).toContain(draft.id)
    expect(anybody.heard()).not.toContain(draft.id)
    await Promise.all([planner.stop(), anybody.stop()])
  })

  it('greet who begins to listen with what has changed, so that nothing told before is missed', async () => {
    const versionRead = async () =>
      ((await (await get(null, '/api/layers')).json()) as LayersAnswer).layers.find(
        ({ id }) => id === 'shrub_clearances',
      )!.version
    const greeting = async () => {
      const reader = (await get(null, '/api/changes')).body!.pipeThrough(new TextDecoderStream()).getReader()
      const { value } = await reader.read()
      await reader.cancel()
      return JSON.parse(/data: (.*)/.exec(value ?? '')![1]!) as ChangesHello
    }
    const before = await versionRead()
    await clear('Innan någon lyssnar', 14.2, 56.04, { status: 'decided' })
    await expect.poll(versionRead).toBeGreaterThan(before)
    expect((await greeting()).versions.shrub_clearances).toBe(await versionRead())
    const { layers } = (await (await get(null, '/api/layers')).json()) as LayersAnswer
    const seen = layers.map((layer) => layer.id)
    expect(Object.keys((await greeting()).versions).filter((id) => !seen.includes(id))).toEqual([])
  })

  it('describe every route in the OpenAPI document, and show it as a page', async () => {
    const document = (await (await get(null, '/api/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(document.openapi).toBe('3.1.0')
    for (const path of [
      '/api/layers',
      '/api/measures/{id}',
      '/api/places',
      '/api/changes',
      '/api/imports',
      '/healthz',
    ])
      expect(Object.keys(document.paths)).toContain(path)
    const page = await (await get(null, '/api/docs')).text()
    expect(page).toContain('/api/measures/{id}')
  })

  it('stand on the map of the municipality that the environment names', async () => {
    const { municipality, bounds } = (await (await get(null, '/api/config')).json()) as Config
    expect(municipality).toEqual({ name: 'Provköping', code: '1290' })
    expect(bounds).toHaveLength(4)
  })

  it('answer an unknown address with a problem in the caller’s language', async () => {
    const response = await get(null, '/api/nowhere', { 'accept-language': 'en' })
    expect(response.status).toBe(404)
    expect(((await response.json()) as Problem).title).toBe('Not found')
  })
})
