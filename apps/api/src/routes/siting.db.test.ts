import { createReadStream } from 'node:fs'
import { sharedFile } from '@trygghetskartan/formats/testing'
import { layers } from '@trygghetskartan/layers'
import type { Demand, Ground } from '@trygghetskartan/siting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import type { DemandAnswer, GroundAnswer, SitingMeasuresAnswer } from '../contract-siting.ts'
import { runImport } from '../imports/run-import.ts'
import { fixtureOf, storeFixture } from '../testing/fixtures.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const box = '14.15,56.025,14.165,56.035'
const feature = (
  id: string,
  theme: string,
  kind: string,
  shape: string,
  props = {},
  name: string | null = null,
) => ({
  ...{ id, theme, kind, shape, props, name },
})
/** A square of so many metres with its south-west corner there. */
const square = (lon: number, lat: number, metres: number): string => {
  const [dx, dy] = [metres / (111_195 * Math.cos((lat * Math.PI) / 180)), metres / 111_195]
  return `POLYGON((${lon} ${lat}, ${lon + dx} ${lat}, ${lon + dx} ${lat + dy}, ${lon} ${lat + dy}, ${lon} ${lat}))`
}
const town = [
  feature('s10', 'building', 'apartments', square(14.156, 56.029, 30), { levels: 4 }, 'Punkthuset'),
  feature('s11', 'address', 'address', 'POINT(14.1562 56.0291)', { housenumber: '1' }),
  feature('s2', 'building', 'house', square(14.158, 56.029, 10)),
  feature('s3', 'building', 'yes', square(14.159, 56.029, 20)),
  feature('s4', 'poi', 'kindergarten', 'POINT(14.1591 56.0291)'),
  feature('s5', 'ground', 'school', square(14.16, 56.029, 60), {}, 'Centralskolan'),
  feature('s6', 'building', 'church', square(14.1615, 56.029, 20)),
  feature(
    's7',
    'road',
    'residential',
    'LINESTRING(14.14 56.0285, 14.17 56.0285)',
    { lit: true },
    'Storgatan',
  ),
  feature('s8', 'road', 'footway', 'LINESTRING(14.156 56.028, 14.158 56.028)', { tunnel: true, width: 3.5 }),
  feature('s9', 'lamp', 'street_lamp', 'POINT(14.157 56.0286)', {
    height: 6,
    lamp_type: 'led',
    mount: 'pole',
  }),
  feature('s12', 'camera', 'public', 'POINT(14.1572 56.0287)', { direction: 90, type: 'fixed' }),
  feature('s13', 'green', 'scrub', square(14.155, 56.031, 25)),
  feature('s14', 'water', 'water', square(14.1, 56.0, 9000)),
  feature('s15', 'poi', 'playground', 'POINT(14.163 56.032)'),
]

describe.each(engines)('siting is told on %s', (engine) => {
  let app: TestApp
  const read = async <T>(account: 'demo-planner' | 'demo-police', path: string): Promise<T> => {
    const response = await app.ask(account, 'GET', path)
    expect(
      response.status,
      await response
        .clone()
        .text()
        .then((text) => text.slice(0, 300)),
    ).toBe(200)
    return (await response.json()) as T
  }
  const ground = (account: 'demo-planner' | 'demo-police' = 'demo-planner', bbox = box) =>
    read<GroundAnswer>(account, `/api/siting/ground?bbox=${bbox}`)
  const demand = (account: 'demo-planner' | 'demo-police' = 'demo-planner', bbox = box) =>
    read<DemandAnswer>(account, `/api/siting/demand?bbox=${bbox}`)
  const addEvents = (n: number, lon: number, lat: number, more: Record<string, unknown> = {}) =>
    app.database.owner(async (sql) => {
      for (let i = 0; i < n; i++) {
        const { kind = 'Stöld', precision = 'street', at = null } = more as Record<string, string | null>
        await sql`
          insert into core.police_events (geom, kind, precision, occurred_at)
          values (ST_SetSRID(ST_MakePoint(${lon + i * 1e-6}, ${lat}), 4326), ${kind}, ${precision},
            coalesce(${at}::timestamp, date_trunc('quarter', now() at time zone 'Europe/Stockholm') - interval '10 days 2 hours') at time zone 'Europe/Stockholm')`
      }
    })

  beforeAll(async () => {
    app = await testApp(engine)
    await app.database.owner(async (sql) => {
      await sql`insert into basemap.datasets (id, source, title, attribution) values ('osm:prov', 'osm', 'Prov', '© OpenStreetMap contributors')`
      for (const { id, theme, kind, shape, props, name } of town)
        await sql`
          insert into basemap.features (source, source_id, theme, kind, name, props, geom)
          values ('osm', ${id}, ${theme}, ${kind}, ${name}, ${sql.json(props)}, ${`SRID=4326;${shape}`}::geometry)`
      for (const layer of layers)
        if (layer.id !== 'police_events')
          for (const object of await fixtureOf(layer)) await storeFixture(sql, layer, object)
    })
  })
  afterAll(() => app.close())

  it('the ground in the order of its ids, with homes and widths as they are known or assumed', async () => {
    const { ground: told } = (await ground()) as { ground: Ground }
    for (const list of [told.buildings, told.streets, told.lamps, told.sensitive, told.measures])
      expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).sort())
    expect(told.buildings.map(({ id, use, homes }) => [id, use, homes])).toEqual([
      // 30 x 30 m, four storeys, 90 m² to a flat.
      ['s10', 'home', 40],
      ['s2', 'home', 1],
      ['s3', 'preschool', 0],
      ['s6', 'worship', 0],
    ])
    expect(told.streets.map(({ line: _, ...street }) => street)).toEqual([
      {
        id: 's7',
        kind: 'residential',
        name: 'Storgatan',
        width: 6,
        widthAssumed: true,
        lit: true,
        covered: false,
      },
      { id: 's8', kind: 'footway', width: 3.5, widthAssumed: false, lit: null, covered: true },
    ])
    // Cut at the edge of the box.
    expect(told.streets[0]!.line.map(([lon]) => lon).sort()).toEqual([14.15, 14.165])
    expect(told.lamps).toEqual([
      { id: 's9', at: [14.157, 56.0286], height: 6, lampType: 'led', mount: 'pole' },
    ])
    expect(told.cameras).toEqual([
      { id: 's12', at: [14.1572, 56.0287], direction: 90, type: 'fixed', kind: 'public' },
    ])
    expect(told.greenery.map(({ id, kind }) => [id, kind])).toEqual([['s13', 'scrub']])
    expect(told.water[0]!.rings[0]).toHaveLength(5)
    expect(told.sensitive.map(({ id, use }) => [id, use])).toEqual([
      ['s15', 'playground'],
      ['s2', 'yard'],
      ['s5', 'school'],
    ])
    expect(told.sources).toEqual(['© OpenStreetMap contributors'])
  })

  it('what stands of our own, and nothing that is thought of or the police’s alone', async () => {
    const { ground: told } = (await ground()) as { ground: Ground }
    expect(told.measures.map(({ layer, status }) => [layer, status])).toEqual([
      ['lighting_upgrades', 'in_operation'],
      ['camera_sites', 'in_operation'],
      ...told.measures.filter(({ kind }) => kind === 'presence').map(({ layer }) => [layer, '']),
    ])
    const camera = told.measures.find(({ kind }) => kind === 'camera')
    expect(camera).toMatchObject({
      camera: { movement: 'all_round', across: 3840 },
      masks: [
        [
          [
            [14.1534, 56.0302],
            [14.1537, 56.0302],
            [14.1537, 56.0304],
            [14.1534, 56.0302],
          ],
        ],
      ],
    })
    expect(JSON.stringify(told)).not.toContain('patrol_zones')
    expect((await ground('demo-police')).digest).toBe((await ground()).digest)
    expect((await demand('demo-police')).digest).toBe((await demand()).digest)
  })

  it('the same ground by the same digest, and another when anything of it changes', async () => {
    const before = await ground()
    expect((await ground()).digest).toBe(before.digest)
    const move = (x: number) => (sql: Parameters<Parameters<typeof app.database.owner>[0]>[0]) =>
      sql`update basemap.features set geom = ST_Translate(geom, ${x}, 0) where source_id = 's9'`
    await app.database.owner(move(0.00001))
    expect((await ground()).digest).not.toBe(before.digest)
    await app.database.owner(move(-0.00001))
    expect((await ground()).digest).toBe(before.digest)
  })

  it('reports that are not declined, and the newest survey of each area', async () => {
    const { demand: told } = (await demand()) as { demand: Demand }
    const fixture = await fixtureOf(layers.find(({ id }) => id === 'unsafe_reports')!)
    const open = fixture.filter(({ properties }) => properties.state !== 'declined').map(({ id }) => id)
    expect(told.reports.length).toBeGreaterThan(0)
    for (const { id } of told.reports) expect(open).toContain(id)
    expect(new Set(told.surveys.map(({ title }) => title)).size).toBe(told.surveys.length)
    expect(JSON.stringify(told)).not.toContain('words')
  })

  it('police events as counts in squares that no box cuts', async () => {
    // The middle of the square that the point is in.
    const [lon, lat] = [14.1571, 56.0294]
    const row = Math.floor((lat + 90) * 1111.950797)
    const middle = (row + 0.5) / 1111.950797 - 90
    await addEvents(3, lon, middle)
    expect((await demand()).demand.incidents).toEqual([])
    await addEvents(2, lon, middle, { kind: 'Misshandel' })
    const [cell] = (await demand()).demand.incidents
    expect(cell).toMatchObject({ n: 5, kinds: { theft: 3, violence: 2 }, quarters: [5, 0, 0, 0, 0, 0, 0, 0] })
    expect(cell!.blocks.reduce((sum, n) => sum + n, 0)).toBe(5)
    const [west, south] = cell!.ring[0]!
    const [east, north] = cell!.ring[2]!
    expect((north - south) * 111_195).toBeCloseTo(100, 0)
    expect((east - west) * 111_195 * Math.cos((middle * Math.PI) / 180)).toBeCloseTo(100, 0)
    // A box over a corner of it tells the same of all of it.
    const corner = `${west},${south},${west + 0.0001},${south + 0.0001}`
    expect((await demand('demo-planner', corner)).demand.incidents).toContainEqual(cell)
  })

  it('no two boxes whose difference tells of a square with fewer than five', async () => {
    const hidden: [number, number] = [14.1612, 56.0321]
    await addEvents(4, ...hidden)
    await addEvents(2, 14.1612, 56.0321, { precision: 'municipality' })
    const around = (metres: number) => {
      const d = metres / 111_195
      return `${hidden[0] - 2 * d},${hidden[1] - d},${hidden[0] + 2 * d},${hidden[1] + d}`
    }
    const [with4, without4] = await Promise.all([
      demand('demo-planner', around(300)),
      demand('demo-planner', `${hidden[0] + 0.003},${hidden[1]},${hidden[0] + 0.006},${hidden[1] + 0.003}`),
    ])
    expect(with4.demand.leftOut).toEqual({ suppressed: 4, imprecise: 2 })
    expect(without4.demand.leftOut).toEqual(with4.demand.leftOut)
    for (const { demand: told } of [with4, without4])
      for (const cell of told.incidents) expect(cell.n).toBeGreaterThanOrEqual(5)
    // Boxes that grow over the square by a metre at a time all tell the same of it: nothing.
    for (const metres of [40, 60, 80, 100, 120])
      expect((await demand('demo-planner', around(metres))).demand.leftOut.suppressed).toBe(4)
    const straight = app.database.read('planner', (sql) => sql`select * from core.incident_squares`)
    await expect(straight).rejects.toMatchObject({ code: '42501' })
  })

  it('events by whole quarters: of this one nothing yet, of those before the last eight nothing more', async () => {
    const [lon, lat] = [14.1633, 56.0263]
    const quarter = `to_char(date_trunc('quarter', now() at time zone 'Europe/Stockholm') + $1::interval, 'YYYY-MM-DD HH24:MI')`
    const moment = async (shift: string): Promise<string> => {
      const [found] = await app.database.owner((sql) => sql.unsafe(`select ${quarter} as at`, [shift]))
      return String(found!.at)
    }
    const cell = async () =>
      (await demand()).demand.incidents.find(
        ({ ring }) => ring[0]![0] <= lon && ring[2]![0] > lon && ring[0]![1] <= lat && ring[2]![1] > lat,
      )
    await addEvents(9, lon, lat, { at: await moment('1 minute') })
    await addEvents(9, lon, lat, { at: await moment('-24 months -1 minute') })
    expect(await cell()).toBeUndefined()
    await addEvents(5, lon, lat, { at: await moment('-1 minute') })
    // A date without a time of day: it counts, but not by hour.
    await addEvents(6, lon, lat, { at: await moment('-24 months') })
    expect(await cell()).toMatchObject({ n: 11, quarters: [5, 0, 0, 0, 0, 0, 0, 6] })
    expect((await cell())!.blocks.reduce((sum, n) => sum + n, 0)).toBe(5)
    expect((await cell())!.blocks.every((n, block) => n === 0 || block % 8 === 7)).toBe(true)
  })

  it('measures by their ids and those of a plan, as far as the caller sees them', async () => {
    const [camera] = await fixtureOf(layers.find(({ id }) => id === 'camera_sites')!)
    const [zone] = await fixtureOf(layers.find(({ id }) => id === 'patrol_zones')!)
    const of = (account: 'demo-planner' | 'demo-police') =>
      read<SitingMeasuresAnswer>(account, `/api/siting/measures?ids=${camera!.id},${zone!.id}`)
    expect((await of('demo-planner')).measures.map(({ kind }) => kind)).toEqual(['camera'])
    expect((await of('demo-police')).measures.map(({ kind }) => kind)).toEqual(['camera', 'presence'])
    expect((await of('demo-planner')).measures[0]).toMatchObject({
      camera: { height: 5.2, tilt: 18, fieldOfView: 68, down: 1080, reach: 60 },
      hours: { weekdays: [5, 6, 7], from: '20:00', to: '04:00' },
      investment: 95_000,
    })
    const plan = (await (
      await app.ask('demo-planner', 'POST', '/api/plans', { title: 'Torget' })
    ).json()) as {
      id: string
    }
    const draft = await app.ask('demo-planner', 'POST', '/api/measures', {
      layer: 'lighting_upgrades',
      geometry: {
        type: 'LineString',
        coordinates: [
          [14.156, 56.0285],
          [14.158, 56.0285],
        ],
      },
      properties: {
        title: 'Ny rad',
        plan_id: plan.id,
        arrangement: 'staggered',
        setback_m: 1,
        maintenance_factor: 0.8,
      },
    })
    expect(draft.status).toBe(201)
    const { measures } = await read<SitingMeasuresAnswer>(
      'demo-planner',
      `/api/siting/measures?plan=${plan.id}`,
    )
    expect(measures).toMatchObject([
      { kind: 'light', light: { arrangement: 'staggered', setback: 1, maintenance: 0.8 } },
    ])
    expect((await app.ask('demo-police', 'GET', `/api/siting/measures?plan=${plan.id}`)).status).toBe(404)
    expect((await app.ask('demo-planner', 'GET', '/api/siting/measures')).status).toBe(400)
  })

  it('why not, where the box is none, empty or too large, or holds too many buildings', async () => {
    const refused = async (bbox: string) => {
      const response = await app.ask('demo-planner', 'GET', `/api/siting/ground?bbox=${bbox}`)
      return [response.status, ((await response.json()) as Problem).detail]
    }
    expect(await refused('14,56')).toEqual([400, expect.stringContaining('väst,syd,öst,nord')])
    expect(await refused('14.1,56,14.1,56')).toEqual([422, 'Rutan är tom.'])
    expect(await refused('14.1,56,14.2,56.1')).toEqual([422, expect.stringContaining('4 km²')])
    await app.database.owner(
      (sql) => sql`
        insert into basemap.features (source, source_id, theme, kind, geom)
        select 'osm', 'many' || i, 'building', 'shed', ST_MakeEnvelope(15 + i * 1e-7, 56, 15 + i * 1e-7 + 1e-6, 56.000001, 4326)
        from generate_series(1, 20001) i`,
    )
    expect(await refused('14.999,55.999,15.01,56.001')).toEqual([
      422,
      expect.stringContaining('20 000 byggnader'),
    ])
  })

  describe('of imported Helsinki', () => {
    const path = sharedFile('osm/helsinki-centre.osm.pbf')

    it.skipIf(!path)('every building, lamp and camera of the box', { timeout: 120_000 }, async () => {
      const input = createReadStream(path!)
      await runImport({ database: app.database, layers: [], format: 'osm', name: 'helsinki', input })
      const bbox = [24.933, 60.165, 24.956, 60.181] as const
      const { ground: told } = (await ground('demo-planner', bbox.join())) as { ground: Ground }
      const [counts] = await app.database.owner(
        (sql) => sql<{ building: number; lamp: number; camera: number }[]>`
          select count(*) filter (where theme = 'building')::int as building, count(*) filter (where theme = 'lamp')::int as lamp,
            count(*) filter (where theme = 'camera')::int as camera
          from basemap.features where dataset = 'osm:helsinki' and ST_Intersects(geom, ST_MakeEnvelope(${bbox[0]}, ${bbox[1]}, ${bbox[2]}, ${bbox[3]}, 4326))`,
      )
      expect(new Set(told.buildings.map(({ id }) => id)).size).toBe(counts!.building)
      expect([told.lamps.length, told.cameras.length]).toEqual([counts!.lamp, counts!.camera])
      process.stdout.write(
        `Helsinki (${engine}): ${JSON.stringify(counts)}, ${told.streets.length} streets, ${told.buildings.reduce((sum, { homes }) => sum + homes, 0)} homes, ${told.sensitive.length} sensitive\n`,
      )
      expect(counts!.lamp).toBeGreaterThan(300)
      expect(told.streets.length).toBeGreaterThan(1000)
    })
  })
})
