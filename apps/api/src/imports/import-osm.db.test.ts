import { createReadStream } from 'node:fs'
import { chunked, type OsmContent, osmPbf, sharedFile } from '@trygghetskartan/formats/testing'
import { foldedName } from '@trygghetskartan/geo/folded-name'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../database/database.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { runImport } from './run-import.ts'

const corner = (id: number, lon: number, lat: number) => ({ id, lon, lat })
const road = (id: number, refs: number[], name: string) => ({
  id,
  refs,
  tags: { highway: 'residential', name },
})
const town: OsmContent = {
  nodes: [
    corner(1, 14.15, 56.03),
    corner(2, 14.151, 56.03),
    corner(3, 14.151, 56.031),
    corner(4, 14.295, 55.92),
    corner(5, 14.296, 55.92),
    { ...corner(6, 14.1505, 56.0305), tags: { place: 'town', name: 'Kristianstad' } },
    { ...corner(7, 14.2955, 55.9205), tags: { place: 'town', name: 'Åhus' } },
    { ...corner(8, 14.1502, 56.0301), tags: { highway: 'street_lamp' } },
  ],
  ways: [
    road(1, [1, 2], 'Storgatan'),
    road(2, [2, 3], 'Storgatan'),
    road(3, [4, 5], 'Storgatan'),
    { id: 4, refs: [1, 2, 3, 1], tags: { building: 'café' } },
  ],
}

describe.each(engines)('an OpenStreetMap import on %s', (engine) => {
  let database: TestDatabase
  const changes: Change[] = []
  const osm = (content: OsmContent | AsyncIterable<Uint8Array>, name = 'town', signal?: AbortSignal) =>
    runImport({
      database,
      layers: [],
      format: 'osm',
      name,
      input: Symbol.asyncIterator in content ? content : chunked(osmPbf(content)),
      ...(signal && { signal }),
    })
  const ground = () =>
    database.owner(
      (sql) =>
        sql`select source, source_id, theme, name, ST_AsText(geom) as geom from basemap.features order by 1, 2, 3`,
    )
  const setting = async (key: string) =>
    (await database.read('public', (sql) => sql`select value from settings where key = ${key}`))[0]?.value

  beforeAll(async () => {
    database = await testDatabase(engine)
    database.onChange((change) => changes.push(change))
    await database.owner(async (sql) => {
      await sql`insert into basemap.datasets (id, source, title) values ('plan', 'schematic', 'A drawing')`
      await sql`
        insert into basemap.features (source, source_id, theme, kind, geom)
        values ('schematic', 's1', 'lamp', 'street_lamp', 'SRID=4326;POINT(14 56)')`
      await sql`insert into core.settings (key, value) values ('schematic', 'true')`
    })
  })
  afterAll(() => database.close())

  test('takes the place of the schematic plan and tells open maps', async () => {
    const summary = await osm(town)
    expect(summary).toMatchObject({ read: 12, written: 7, unchanged: 0, removed: 1, refused: 0 })
    expect(summary.byTheme).toMatchObject({ road: { matched: 3, kept: 3 }, lamp: { matched: 1, kept: 1 } })
    expect((await ground()).every((row) => row.source === 'osm')).toBe(true)
    expect(await setting('schematic')).toBe(false)
    expect(await setting('bounds')).toEqual([14.15, 55.92, 14.296, 56.031])
    const datasets = await database.read(
      'public',
      (sql) => sql`select id, attribution, counts from basemap.datasets`,
    )
    expect(datasets).toEqual([
      {
        id: 'osm:town',
        attribution: '© OpenStreetMap contributors',
        counts: { building: 1, lamp: 1, place: 2, road: 3 },
      },
    ])
    await expect.poll(() => changes).toEqual([{ layer: 'basemap', op: 'reload' }])
  })

  test('changes nothing when it is run again, and tells nobody', async () => {
    const before = await ground()
    const told = changes.length
    expect(await osm(town)).toMatchObject({ written: 0, unchanged: 7, removed: 0 })
    expect(await ground()).toEqual(before)
    expect(changes).toHaveLength(told)
  })

  test('makes one place of the pieces of a street, and two of a name that two towns have', async () => {
    const streets = await database.read(
      'public',
      (sql) =>
        sql`select name, folded, within, west, east from basemap.places where kind = 'street' order by west`,
    )
    expect(streets).toMatchObject([
      { name: 'Storgatan', folded: 'storgatan', within: 'Kristianstad', west: 14.15, east: 14.151 },
      { name: 'Storgatan', within: 'Åhus', west: 14.295 },
    ])
    const [folded] = await database.owner(
      (sql) => sql`select basemap.fold('  Östra  CAFÉ Ærø Über ') as name`,
    )
    expect(folded!.name).toBe('östra cafe ærø uber')
    expect(foldedName('  Östra  CAFÉ Ærø Über ')).toBe('östra cafe ærø uber')
  })

  test('under the same name changes what differs and removes what is gone; another name stands beside it', async () => {
    const moved = {
      ...town,
      nodes: town.nodes!.map((node) => (node.id === 8 ? { ...node, lon: 14.1503 } : node)),
      ways: town.ways!.slice(0, 3),
    }
    expect(await osm(moved)).toMatchObject({ written: 1, unchanged: 5, removed: 1 })
    const beside: OsmContent = { nodes: [{ id: 99, lon: 13.2, lat: 55.7, tags: { highway: 'street_lamp' } }] }
    expect(await osm(beside, 'beside')).toMatchObject({ written: 1, removed: 0 })
    expect(await ground()).toHaveLength(7)
  })

  test('takes the later of two elements of one id', async () => {
    const lamp = { highway: 'street_lamp' }
    const twice = { nodes: [14.1, 14.2].map((lon) => ({ id: 500, lon, lat: 56, tags: lamp })) }
    expect(await osm(twice, 'twice')).toMatchObject({ written: 1, refused: 0 })
    const [row] = await database.owner(
      (sql) => sql`select ST_X(geom) as lon from basemap.features where source_id = 'n500'`,
    )
    expect(row).toEqual({ lon: 14.2 })
    await database.owner((sql) => sql`delete from basemap.features where source_id = 'n500'`)
  })

  test.each([
    ['is cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 9), 'truncated'],
    ['is no such file', () => Uint8Array.from([1, 2, 3, 4, 5]), 'not-osm-pbf'],
  ])('of a file that %s leaves the ground as it was', async (_, damage, code) => {
    const before = await ground()
    await expect(osm(chunked(damage(osmPbf({ nodes: town.nodes! }))))).rejects.toMatchObject({ code })
    expect(await ground()).toEqual(before)
  })

  test('that is cancelled, in reading or in writing, leaves the ground as it was', async () => {
    const before = await ground()
    for (const phase of ['read', 'write']) {
      const cancel = new AbortController()
      const lamps = Array.from({ length: 5000 }, (_, id) => ({
        id: id + 1000,
        lon: 14 + id / 1e5,
        lat: 56,
        tags: { highway: 'street_lamp' },
      }))
      const running = runImport({
        database,
        layers: [],
        format: 'osm',
        name: 'town',
        input: slowly(osmPbf({ nodes: lamps })),
        signal: cancel.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) cancel.abort()
        },
      })
      await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    }
    expect(await ground()).toEqual(before)
  })

  test('finds nothing half written when the database goes away at the last moment', async () => {
    const before = await ground()
    const failing: typeof database = {
      ...database,
      owner: (work) =>
        database.owner(async (sql) => {
          const done = await work(sql)
          if (engine === 'embedded') throw new Error('gone')
          await sql`select pg_terminate_backend(pg_backend_pid())`
          return done
        }),
    }
    const running = runImport({
      database: failing,
      layers: [],
      format: 'osm',
      name: 'other',
      input: chunked(osmPbf(town)),
    })
    await expect(running).rejects.toThrow()
    expect(await ground()).toEqual(before)
  })

  describe.each([
    [
      'helsinki-centre',
      { building: { matched: 500 }, lamp: { matched: 586, kept: 586 }, camera: { matched: 221, kept: 221 } },
    ],
    ['lund-station-sweden', { building: { matched: 53, kept: 53 }, lamp: { matched: 10, kept: 10 } }],
    ['monaco-latest', { building: { matched: 1207 } }],
  ])('of the real file %s', (name, byTheme) => {
    const path = sharedFile(`osm/${name}.osm.pbf`)

    test.skipIf(!path)('goes in whole, and once', async () => {
      const first = await osm(createReadStream(path!), name)
      expect(first.byTheme).toMatchObject(byTheme)
      const [kept] = await database.owner(
        (sql) => sql`select count(*)::int as count from basemap.features where dataset = ${`osm:${name}`}`,
      )
      expect(kept!.count).toBe(first.written)
      expect(await osm(createReadStream(path!), name)).toMatchObject({
        written: 0,
        removed: 0,
        unchanged: first.written,
      })
      const named = await database.read(
        'public',
        (sql) => sql`select count(*)::int as count from basemap.places where kind = 'street'`,
      )
      expect(named[0]!.count).toBeGreaterThan(2)
    })
  })
})

/** Gives the event loop, and so a cancellation, a turn between the pieces. */
async function* slowly(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunked(bytes, 2048)) {
    await new Promise((resolve) => setTimeout(resolve, 120))
    yield chunk
  }
}
