import { gunzipSync } from 'node:zlib'
import { layers } from '@trygghetskartan/layers'
import { methodsVersion } from '@trygghetskartan/siting'
import { isotropic } from '@trygghetskartan/siting/testing/luminaires'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import type {
  DemandAnswer,
  FactsAnswer,
  GroundAnswer,
  LuminaireAnswer,
  LuminaireInfo,
  SitingRunAnswer,
  SitingRunInfo,
} from '../contract-siting.ts'
import { fixtureOf, storeFixture } from '../testing/fixtures.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const bbox: [number, number, number, number] = [14.15, 56.025, 14.165, 56.035]

describe.each(engines)('what siting keeps on %s', (engine) => {
  let app: TestApp
  let plan: string
  const ask = async <T>(account: DemoId | null, method: string, path: string, body?: unknown) => {
    const response = await app.ask(account, method, path, body)
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : null) as T }
  }
  const newRun = async (more: Record<string, unknown> = {}) => {
    const at = bbox.join()
    const ground = (await ask<GroundAnswer>('demo-planner', 'GET', `/api/siting/ground?bbox=${at}`)).body
    const demand = (await ask<DemandAnswer>('demo-planner', 'GET', `/api/siting/demand?bbox=${at}`)).body
    return {
      ...{ kind: 'camera', title: 'Stora torg', plan: null, bbox, methods: methodsVersion, luminaires: [] },
      ...{ request: { camera: { kind: 'camera', id: 'x' } }, result: { seenM2: 0.1 + 0.2, list: [1, null] } },
      ...{ groundDigest: ground.digest, demandDigest: demand.digest },
      ...more,
    }
  }
  const save = async (more: Record<string, unknown> = {}, account: DemoId = 'demo-planner') =>
    ask<SitingRunInfo & Problem>(account, 'POST', '/api/siting/runs', await newRun(more))
  const inputsKept = async () =>
    (await app.database.owner((sql) => sql`select sha256 from core.siting_inputs`)).length

  beforeAll(async () => {
    app = await testApp(engine)
    await app.database.owner(async (sql) => {
      for (const layer of layers)
        for (const object of await fixtureOf(layer)) await storeFixture(sql, layer, object)
    })
    plan = (await ask<{ id: string }>('demo-planner', 'POST', '/api/plans', { title: 'Torget' })).body.id
  })
  afterAll(() => app.close())

  it('a run with everything it follows from, each ground once', async () => {
    const made = await save()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ kind: 'camera', title: 'Stora torg', plan: null, mine: true })
    const { body: run } = await ask<SitingRunAnswer>(
      'demo-planner',
      'GET',
      `/api/siting/runs/${made.body.id}`,
    )
    const { body: told } = await ask<GroundAnswer>(
      'demo-planner',
      'GET',
      `/api/siting/ground?bbox=${bbox.join()}`,
    )
    expect(run.inputs).toMatchObject({ camera: { id: 'x' }, ground: told.ground, luminaires: {} })
    // To the last bit.
    expect(run.result).toEqual({ seenM2: 0.30000000000000004, list: [1, null] })
    const again = await save({ title: 'En till' })
    expect(await inputsKept()).toBe(2)
    const { body: list } = await ask<SitingRunInfo[]>('demo-planner', 'GET', '/api/siting/runs?kind=camera')
    expect(list.map(({ title }) => title)).toEqual(['En till', 'Stora torg'])
    for (const { id } of [made.body, again.body])
      expect((await ask('demo-planner', 'DELETE', `/api/siting/runs/${id}`)).status).toBe(204)
    expect(await inputsKept()).toBe(0)
  })

  it('for its maker alone, or for the members of its plan, and its maker alone takes it away', async () => {
    const own = (await save()).body.id
    const shared = (await save({ plan })).body.id
    expect((await ask('demo-planner-2', 'GET', `/api/siting/runs/${own}`)).status).toBe(404)
    expect((await ask('demo-planner-2', 'GET', `/api/siting/runs/${shared}`)).status).toBe(404)
    const members = await ask<{ id: string; name: string }[]>('demo-planner', 'GET', '/api/people')
    expect(members.status).toBe(200)
    await app.ask('demo-planner-2', 'GET', '/auth/me')
    const [second] = await app.database.owner(
      (sql) => sql<{ id: string }[]>`select id from identity.accounts where subject = 'demo-planner-2'`,
    )
    await app.ask('demo-planner', 'PUT', `/api/plans/${plan}/members/${second!.id}`, { role: 'member' })
    const seen = await ask<SitingRunAnswer>('demo-planner-2', 'GET', `/api/siting/runs/${shared}`)
    expect([seen.status, seen.body.mine]).toEqual([200, false])
    expect((await ask('demo-planner-2', 'DELETE', `/api/siting/runs/${shared}`)).status).toBe(403)
    expect((await ask('demo-planner-2', 'DELETE', `/api/siting/runs/${own}`)).status).toBe(404)
    expect((await save({ plan }, 'demo-police')).status).toBe(422)
    // A plan takes its runs along.
    expect((await ask('demo-planner', 'DELETE', `/api/plans/${plan}`)).status).toBe(204)
    expect((await ask('demo-planner', 'GET', `/api/siting/runs/${shared}`)).status).toBe(404)
    await ask('demo-planner', 'DELETE', `/api/siting/runs/${own}`)
    expect(await inputsKept()).toBe(0)
    plan = (await ask<{ id: string }>('demo-planner', 'POST', '/api/plans', { title: 'Torget' })).body.id
  })

  it('nothing of another ground, of older methods, too large, or with what members may not see', async () => {
    expect((await save({ groundDigest: 'a'.repeat(64) })).status).toBe(409)
    expect((await save({ demandDigest: 'a'.repeat(64) })).status).toBe(409)
    expect((await save({ request: { text: 'x'.repeat(300_000) } })).body.detail).toContain('256 KiB')
    expect((await save({ request: { ground: {} } })).status).toBe(422)
    expect((await save({ luminaires: [crypto.randomUUID()] })).status).toBe(422)
    expect((await save({ plan, request: { measures: [{ layer: 'patrol_zones' }] } })).body.detail).toContain(
      'polisen',
    )
    expect((await save({ request: { measures: [{ layer: 'patrol_zones' }] } })).status).toBe(201)
    expect((await save({ plan: crypto.randomUUID() })).status).toBe(422)
    expect((await save({ bbox: [14.1, 56, 14.3, 56.2] })).body.detail).toContain('4 km²')
    const { body: runs } = await ask<SitingRunInfo[]>('demo-planner', 'GET', '/api/siting/runs')
    expect(runs).toHaveLength(1)
    await ask('demo-planner', 'DELETE', `/api/siting/runs/${runs[0]!.id}`)
  })

  it('photometric files that can be, and says why others are refused', async () => {
    const text = isotropic(100)
    const made = await ask<LuminaireInfo>('demo-planner', 'POST', '/api/luminaires', { name: 'Prov', text })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Prov',
      format: 'ldt',
      manufacturer: 'Trygghetskartan',
      watts: 10,
    })
    // 100 cd over half a sphere.
    expect(made.body.lumens).toBeCloseTo(200 * Math.PI, 0)
    expect(made.body.efficiency).toBeCloseTo(0.628, 2)
    expect(made.body.efficiency).toBeLessThanOrEqual(1)
    const { body: whole } = await ask<LuminaireAnswer>(
      'demo-police',
      'GET',
      `/api/luminaires/${made.body.id}`,
    )
    expect(whole.text).toBe(text)
    const refused = async (what: string) =>
      ask<Problem>('demo-planner', 'POST', '/api/luminaires', { name: 'Fel', text: what })
    for (const bad of [
      'Handla mjölk',
      '{"type": "Feature"}',
      text.slice(0, 150),
      'IESNA:LM-63-2002\nTILT=NONE\n1 1000 1 3 1 2 2',
    ]) {
      const { status, body } = await refused(bad)
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'text'])
      expect(body.detail!.length).toBeGreaterThan(20)
    }
    expect((await refused('x'.repeat(1024 * 1024 + 1))).status).toBe(422)
    expect((await refused('x'.repeat(3 * 1024 * 1024))).status).toBe(413)
    expect((await ask('demo-police', 'POST', '/api/luminaires', { name: 'x', text })).status).toBe(403)

    const lamp = await ask<{ id: string }>('demo-planner', 'POST', '/api/measures', {
      layer: 'lighting_upgrades',
      geometry: { type: 'Point', coordinates: [14.157, 56.0294] },
      properties: { title: 'Stolpe', luminaire_id: made.body.id },
    })
    expect(lamp.status).toBe(201)
    const used = await save({ kind: 'light', luminaires: [made.body.id] })
    expect((await ask('demo-planner', 'DELETE', `/api/luminaires/${made.body.id}`)).status).toBe(409)
    await app.ask('demo-planner', 'DELETE', `/api/measures/${lamp.body.id}`, undefined, { 'if-match': '"1"' })
    expect((await ask('demo-planner', 'DELETE', `/api/luminaires/${made.body.id}`)).status).toBe(204)
    // A saved run keeps the file it used.
    const { body: run } = await ask<SitingRunAnswer>(
      'demo-planner',
      'GET',
      `/api/siting/runs/${used.body.id}`,
    )
    expect(run.inputs).toMatchObject({ luminaires: { [made.body.id]: { format: 'ldt', text } } })
    const bad = await ask<Problem>('demo-planner', 'POST', '/api/measures', {
      layer: 'lighting_upgrades',
      geometry: { type: 'Point', coordinates: [14.157, 56.0294] },
      properties: { title: 'Stolpe', luminaire_id: made.body.id },
    })
    expect([bad.status, bad.body.errors?.[0]?.message]).toEqual([422, 'Ljusfilen finns inte.'])
  })

  it('masks within reach of their camera', async () => {
    const create = (masks: unknown) =>
      ask<Problem & { id: string }>('demo-planner', 'POST', '/api/measures', {
        layer: 'camera_sites',
        geometry: { type: 'Point', coordinates: [14.157, 56.0294] },
        properties: { title: 'Torget', masks },
      })
    const ring = (dx: number) => [
      [14.157 + dx, 56.0294],
      [14.1573 + dx, 56.0294],
      [14.1573 + dx, 56.0296],
      [14.157 + dx, 56.0294],
    ]
    expect((await create([[ring(0)]])).status).toBe(201)
    // Written out in a table, and no weight on the map.
    const table = await app.ask('demo-planner', 'GET', '/api/layers/camera_sites/items.csv')
    expect(await table.text()).toContain('MULTIPOLYGON (((14.157 56.0294, 14.1573 56.0294')
    const tile = await app.ask('demo-planner', 'GET', '/api/tiles/camera_sites/14/8836/5099.mvt')
    const bytes = Buffer.from(await tile.arrayBuffer())
    const words = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1')
    expect(words).toContain('mounting_height_m')
    expect(words).not.toContain('masks')
    expect((await create([[ring(0.02)]])).body.errors?.[0]?.message).toContain('500 m')
    expect((await create([[ring(0).slice(1)]])).body.errors?.[0]?.field).toBe('masks.0')
  })

  it('the facts of a place: to the police event by event, to planners as a square', async () => {
    const at = '14.1571,56.0294'
    await app.database.owner(
      (sql) => sql`
        insert into core.police_events (geom, kind, precision, occurred_at)
        select ST_SetSRID(ST_MakePoint(14.1571, 56.0294), 4326), 'Stöld', 'exact', date_trunc('quarter', now()) - interval '20 days 3 hours'
        from generate_series(1, 6)`,
    )
    await app.database.owner(
      (sql) => sql`
        insert into basemap.features (source, source_id, theme, kind, name, geom)
        values ('schematic', 's1', 'address', 'address', 'Stora torg 1', 'SRID=4326;POINT(14.15712 56.0294)'),
          ('schematic', 's2', 'road', 'residential', 'Västra Storgatan', 'SRID=4326;LINESTRING(14.157 56.029, 14.157 56.03)')`,
    )
    const { body: planners } = await ask<FactsAnswer>('demo-planner', 'GET', `/api/facts?at=${at}`)
    const { body: police } = await ask<FactsAnswer>('demo-police', 'GET', `/api/facts?at=${at}`)
    expect(planners.place).toBe('Stora torg 1')
    expect(planners.incidents).toMatchObject({ as: 'squares', months: 24, suppressed: false })
    expect(police.incidents).toMatchObject({ as: 'events' })
    if (police.incidents.as === 'events') expect(police.incidents.events.length).toBeGreaterThanOrEqual(6)
    expect(planners.measures.map(({ metres }) => metres)).toEqual(
      planners.measures.map(({ metres }) => metres).sort((a, b) => a - b),
    )
    expect(planners.measures).toContainEqual(
      expect.objectContaining({ layer: 'lighting_upgrades', status: 'in_operation', planned: false }),
    )
    expect(planners.measures).toContainEqual(
      expect.objectContaining({ layer: 'camera_sites', status: 'in_review', planned: true }),
    )
    expect(planners.ground).toContainEqual({
      theme: 'road',
      kind: 'residential',
      name: 'Västra Storgatan',
      metres: 6.2,
    })
    for (const bad of ['14.1', '14,56,1', 'a,b', '200,56'])
      expect((await ask('demo-planner', 'GET', `/api/facts?at=${bad}`)).status).toBe(400)
    expect((await ask(null, 'GET', `/api/facts?at=${at}`)).status).toBe(401)
  })
})
