import { randomUUID } from 'node:crypto'
import { type LayerDefinition, layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LayersAnswer } from '../contract.ts'
import { everyCaller, type TestCaller } from '../testing/callers.ts'
import { type FixtureObject, fixtureOf, isOpen, storeFixture } from '../testing/fixtures.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'
import { checkRights } from './hold-rights.ts'
import type { Right } from './right.ts'
import { rights } from './rights.ts'

const inMinutes = 60_000
const atOnce = 8
/** A version no object reaches: who may write is told so, and nothing is written. */
const neverMet = '"999999999"'

/** What the table says of one cell; `layer` where the address is of one layer or of its object. */
type Answer = 'allowed' | 'unauthorized' | 'step-up-required' | 'forbidden' | 'not-found'

function answerOf(right: Right, caller: TestCaller, layer: LayerDefinition | null): Answer {
  const condition = right.allow[caller.subject]
  if (!condition) return caller.nobody ? 'unauthorized' : 'forbidden'
  if (caller.nobody && (condition === 'own' || condition === 'member')) return 'unauthorized'
  if (caller.token && (!right.token || right.stepUp || (right.token === 'write' && !caller.token.write)))
    return 'forbidden'
  if (right.stepUp && caller.stale) return 'step-up-required'
  if (!layer) return 'allowed'
  const audience = caller.subject === 'operator' ? 'admin' : caller.subject
  const sees = layer.audiences[audience] && (caller.token?.layers ?? [layer.id]).includes(layer.id)
  if (!sees) return 'not-found'
  return right.token === 'write' && !layer.editable.includes(audience) ? 'forbidden' : 'allowed'
}

const statusOf = { unauthorized: 401, 'step-up-required': 401, forbidden: 403, 'not-found': 404 } as const

interface Sent {
  readonly path: string
  readonly body?: unknown
  /** What is asked for is there, so that 404 would hide it from who may see it. */
  readonly exists: boolean
}

const ofLayer = (path: string): boolean => /\{layer\}|^\/api\/measures|^\/api\/photos/.test(path)
/** Ends sessions of who asks: each caller with a session made for it, when all else is done. */
const endsSessions = ({ method, path }: Right): boolean =>
  (method === 'post' && path === '/auth/logout') || (method === 'delete' && path === '/auth/sessions')

describe('the table of rights', () => {
  let app: TestApp
  let callers: TestCaller[]
  let plan: string
  const objects = new Map<string, FixtureObject>()

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    for (const layer of layers) {
      const fixture = await fixtureOf(layer)
      const object = fixture.find((one) => isOpen(layer, one)) ?? fixture[0]!
      objects.set(layer.id, object)
      await app.database.owner((sql) => storeFixture(sql, layer, object))
    }
    callers = await everyCaller(app, 'camera_sites')
    const made = await app.ask('demo-planner', 'POST', '/api/plans', { title: 'Stationen' })
    plan = ((await made.json()) as { id: string }).id
    for (const demo of ['demo-police'] as const) {
      const police = callers.find(({ name }) => name === 'police')!.account
      await app.ask('demo-planner', 'PUT', `/api/plans/${plan}/members/${police}`, { role: 'owner' })
      expect((await app.ask(demo, 'GET', `/api/plans/${plan}`)).status).toBe(200)
    }
  }, 3 * inMinutes)
  afterAll(() => app.close())

  const storePhoto = async (layer: string): Promise<string> => {
    const id = randomUUID()
    await app.database.owner(
      (sql) => sql`
        insert into core.photos (id, layer, object_id, width, height, bytes, sha256, picture, thumbnail, account, by_name, audience)
        values (${id}, ${layer}, ${objects.get(layer)!.id}, 1, 1, 1, ${Buffer.alloc(32)}, ${Buffer.alloc(1)}, ${Buffer.alloc(1)}, 'x', 'x', 'planner')`,
    )
    return id
  }
  const storeNote = async ({ account, subject }: TestCaller): Promise<string> => {
    const id = randomUUID()
    await app.database.owner(
      (sql) => sql`
        insert into core.notes (id, layer, object_id, text, audience, account_id)
        values (${id}, 'camera_sites', ${objects.get('camera_sites')!.id}, 'x', ${subject}, ${account})`,
    )
    return id
  }

  /** A request for the cell. Where nothing better is known: an id of nothing, and a body that nobody takes. */
  async function requestOf(
    { method, path }: Right,
    layer: LayerDefinition | null,
    caller: TestCaller,
    answer: Answer,
  ): Promise<Sent> {
    const object = layer && objects.get(layer.id)!
    const fill = (values: Record<string, string>) =>
      path.replaceAll(/\{(.+?)\}/g, (_, name: string) => values[name] ?? randomUUID())
    const anyBody = method === 'get' || method === 'delete' ? {} : { body: {} }
    if (path === '/api/measures')
      return {
        path,
        body: {
          layer: layer!.id,
          geometry: { type: 'Point', coordinates: [14, 56] },
          properties: { nothing: 'such' },
        },
        exists: true,
      }
    if (path.startsWith('/api/photos'))
      return { path: fill({ id: await storePhoto(layer!.id) }), exists: true }
    if (path === '/api/measures/{id}/status')
      return { path: fill({ id: object!.id }), body: { to: 'idea' }, exists: true }
    if (path === '/api/measures/{id}/notes' && method === 'post')
      return { path: fill({ id: object!.id }), body: { text: 'Prov' }, exists: true }
    if (path.startsWith('/api/measures/')) return { path: fill({ id: object!.id }), ...anyBody, exists: true }
    if (layer) return { path: fill({ layer: layer.id, z: '14', x: '8836', tile: '5099.mvt' }), exists: true }
    if (path.startsWith('/api/basemap/'))
      return { path: fill({ z: '14', x: '8836', tile: '5099.mvt' }), exists: true }
    if (path === '/api/notes/{id}' && answer === 'allowed')
      return { path: fill({ id: await storeNote(caller) }), exists: true }
    if (path === '/api/plans/{id}' && method !== 'delete')
      return { path: fill({ id: plan }), ...anyBody, exists: true }
    if (path.startsWith('/api/plans/{id}/') && (method === 'get' || method === 'post'))
      return { path: fill({ id: plan }), ...anyBody, exists: true }
    if (path === '/api/surveys') return { path: `${path}?area=X`, exists: true }
    if (path === '/api/places') return { path: `${path}?q=a`, exists: true }
    if (path === '/api/siting/ground' || path === '/api/siting/demand')
      return { path: `${path}?bbox=14.155,56.028,14.16,56.031`, exists: true }
    if (path === '/api/siting/measures') return { path: `${path}?plan=${plan}`, exists: true }
    if (path === '/api/facts') return { path: `${path}?at=14.157,56.0294`, exists: true }
    // PostgreSQL has backups of its own.
    return { path: fill({}), ...anyBody, exists: !path.includes('{') && path !== '/api/backup' }
  }

  async function check(
    right: Right,
    caller: TestCaller,
    layer: LayerDefinition | null,
  ): Promise<string | null> {
    const answer = answerOf(right, caller, layer)
    const { path, body, exists } = await requestOf(right, layer, caller, answer)
    const headers = endsSessions(right) && caller.again ? await caller.again() : caller.headers
    const response = await app.ask(null, right.method.toUpperCase(), path, body, {
      ...headers,
      ...(right.method !== 'get' && { 'if-match': neverMet }),
    })
    const { status } = response
    const problem = status >= 400 ? ((await response.json().catch(() => ({}))) as { type?: string }) : {}
    await response.body?.cancel().catch(() => {})
    const told = () =>
      `${right.method.toUpperCase()} ${path} (${layer?.id ?? 'no layer'}) by ${caller.name}: ${status} ${problem.type ?? ''}, the table says ${answer}`
    if (answer !== 'allowed')
      return status === statusOf[answer] && problem.type === `urn:trygghetskartan:problem:${answer}`
        ? null
        : told()
    const refused = status === 401 || status === 403 || status >= 500 || (status === 404 && exists)
    return refused ? told() : null
  }

  it(
    'is what every address answers, to every caller, for every layer',
    async () => {
      // Who may read /metrics is decided by the network the request comes from, which there is none of here.
      const walked = rights.filter(({ path }) => path !== '/metrics')
      const cells = walked.flatMap((right) =>
        callers.flatMap((caller) =>
          (ofLayer(right.path) ? layers : [null]).map((layer) => ({ right, caller, layer })),
        ),
      )
      const wrong: string[] = []
      const walk = async (some: typeof cells) => {
        const left = some.values()
        const walker = async () => {
          for (const { right, caller, layer } of left) {
            const problem = await check(right, caller, layer)
            if (problem) wrong.push(problem)
          }
        }
        await Promise.all(Array.from({ length: atOnce }, walker))
      }
      await walk(cells.filter(({ right }) => !endsSessions(right)))
      for (const cell of cells.filter(({ right }) => endsSessions(right))) await walk([cell])
      process.stdout.write(
        `The matrix of rights: ${cells.length} cells, of ${walked.length} operations, ${callers.length} callers and ${layers.length} layers\n`,
      )
      expect(wrong).toEqual([])
      expect(cells.length).toBeGreaterThan(2000)
    },
    5 * inMinutes,
  )

  it('lists to each caller the layers it sees, and no other', async () => {
    for (const caller of callers) {
      const response = await app.ask(null, 'GET', '/api/layers', undefined, { ...caller.headers })
      // The sessions that the walk has ended.
      if (response.status === 401) continue
      const answer = (await response.json()) as LayersAnswer
      const expected = layers.filter(
        (layer) =>
          layer.audiences[answer.audience] && (caller.token?.layers ?? [layer.id]).includes(layer.id),
      )
      expect(
        answer.layers.map(({ id }) => id),
        caller.name,
      ).toEqual(expected.map(({ id }) => id))
    }
  })

  it('has a row for each operation of the document, and no row of an address that is not there', async () => {
    const { paths } = (await (await app.ask(null, 'GET', '/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const rows = rights.map(({ method, path }) => `${method} ${path}`)
    const raw = ['get /metrics', 'get /api/openapi.json', 'get /api/docs', 'get /api/docs.css']
    expect(described.filter((operation) => !rows.includes(operation))).toEqual([])
    expect(rows.filter((row) => !described.includes(row)).sort()).toEqual(raw.sort())
  })

  it('stops the start where an address has no row, or two', () => {
    const routes = rights.map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{(.+?)\}/g, ':$1'),
    }))
    expect(() => checkRights(routes)).not.toThrow()
    expect(() => checkRights([...routes, { method: 'GET', path: '/api/secrets/:id' }])).toThrow(
      'GET /api/secrets/:id',
    )
    expect(() => checkRights(routes, [...rights, rights[0]!])).toThrow('two rows')
  })
})
