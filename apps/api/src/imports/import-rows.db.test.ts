import { createReadStream } from 'node:fs'
import { chunked, sharedFile, textBytes } from '@trygghetskartan/formats/testing'
import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../database/database.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { type ImportFormat, type ImportOptions, runImport } from './run-import.ts'

describe.each(engines)('an import into a layer on %s', (engine) => {
  let database: TestDatabase
  const changes: Change[] = []
  const run = (
    format: ImportFormat,
    input: string | AsyncIterable<Uint8Array>,
    layerId?: string,
    options?: ImportOptions,
  ) =>
    runImport({
      database,
      layers,
      format,
      name: 'table.csv',
      input: typeof input === 'string' ? chunked(textBytes(input)) : input,
      ...(layerId && { layerId }),
      ...(options && { options }),
    })
  const cameras = () =>
    database.read(
      'planner',
      (sql) => sql`select title, status, version, mounting_height_m from camera_sites order by title`,
    )

  beforeAll(async () => {
    database = await testDatabase(engine)
    database.onChange((change) => changes.push(change))
  })
  afterAll(() => database.close())

  const table = (status: string, height = '4,5') =>
    `id;Namn;Status;mounting_height_m;lon;lat\nK1;Resecentrum;${status};${height};14,15;56,03\nK2;Stora torg;Idé;5;14,16;56,03\n`

  test('writes what holds, refuses the rest with its line, and tells open maps once', async () => {
    const summary = await run(
      'csv',
      `${table('Idé')}K3;;Idé;5;14,16;56,03\nK4;För högt;Idé;500;14,16;56,03\nK1;Igen;Idé;5;14,16;56,03\n`,
      'camera_sites',
    )
    expect(summary).toMatchObject({ read: 5, written: 2, unchanged: 0, refused: 3, layer: 'camera_sites' })
    expect(summary.rejects.map(({ line, code }) => [line, code])).toEqual([
      [4, 'invalid-value'],
      [5, 'invalid-value'],
      [6, 'repeated-id'],
    ])
    expect(await cameras()).toEqual([
      { title: 'Resecentrum', status: 'idea', version: 1, mounting_height_m: 4.5 },
      { title: 'Stora torg', status: 'idea', version: 1, mounting_height_m: 5 },
    ])
    await expect.poll(() => changes).toEqual([{ layer: 'camera_sites', op: 'reload' }])
  })

  test('changes nothing when it is run again, and only what differs when the file has changed', async () => {
    expect(await run('csv', table('Idé'), 'camera_sites')).toMatchObject({ written: 0, unchanged: 2 })
    expect(await run('csv', table('Föreslagen', '6'), 'camera_sites')).toMatchObject({
      written: 1,
      unchanged: 1,
    })
    expect(await cameras()).toMatchObject([
      { version: 2, status: 'proposed', mounting_height_m: 6 },
      { version: 1 },
    ])
    const [history] = await database.read(
      'planner',
      (sql) => sql`select actor_name, op from history order by at desc limit 1`,
    )
    expect(history).toEqual({ actor_name: 'Import: table.csv', op: 'update' })
  })

  test('refuses a status the measure cannot go to, and still takes the other rows', async () => {
    const summary = await run(
      'csv',
      table('built').replace('Stora torg;Idé', 'Stora torget;Idé'),
      'camera_sites',
    )
    expect(summary).toMatchObject({ written: 1, refused: 1, reasons: { 'refused-by-database': 1 } })
    expect(summary.rejects[0]).toMatchObject({ line: 2, element: 'row 1' })
    expect(await cameras()).toMatchObject([{ status: 'proposed' }, { title: 'Stora torget' }])
  })

  test('without ids knows its rows by their content, and leaves alone what was changed since', async () => {
    const reports = 'kind;lon;lat\n'
    const layer = layers.find(({ id }) => id === 'lighting_upgrades')!
    expect(reports).toBeTruthy()
    const rows = 'Namn;lon;lat\nLampa;14,15;56,03\nLampa;14,15;56,03\nLykta;14,15;56,03\n'
    expect(await run('csv', rows, layer.id)).toMatchObject({ written: 3 })
    const actor = { id: 'p', name: 'P', audience: 'planner' } as const
    await database.write(
      actor,
      (sql) => sql`update lighting_upgrades set title = 'Lyktan' where title = 'Lykta'`,
    )
    expect(await run('csv', rows, layer.id)).toMatchObject({ written: 0, unchanged: 3 })
    const kept = await database.read(
      'planner',
      (sql) => sql`select title from lighting_upgrades order by title`,
    )
    expect(kept.map(({ title }) => title)).toEqual(['Lampa', 'Lampa', 'Lyktan'])
  })

  test('takes GeoJSON in a reference system of its own, exactly where it lies', async () => {
    const ring = [
      [452_000, 6_209_000],
      [452_100, 6_209_000],
      [452_100, 6_209_100],
      [452_000, 6_209_000],
    ]
    const feature = {
      type: 'Feature',
      properties: { title: 'Fältarna' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    const file = {
      type: 'FeatureCollection',
      crs: { properties: { name: 'EPSG:3006' } },
      features: [feature],
    }
    expect(await run('geojson', JSON.stringify(file), 'field_worker_areas')).toMatchObject({ written: 1 })
    const [area] = await database.read(
      'planner',
      (sql) =>
        sql`select ST_Area(ST_Transform(geom, 3006))::int as area, ST_X(ST_Transform(ST_Centroid(geom), 3006))::int as x from field_worker_areas`,
    )
    expect(area).toEqual({ area: 5000, x: 452_067 })
  })

  test.each([
    ['a layer that does not exist', 'csv', 'kameror', undefined, 'unknown-layer'],
    ['no layer', 'geojson', undefined, undefined, 'no-layer'],
    ['an unknown reference system', 'csv', 'camera_sites', { srid: 9999 }, 'srid'],
    ['an unknown column', 'csv', 'camera_sites', undefined, 'unknown-column'],
  ] as const)('with %s is refused whole', async (_, format, layerId, options, code) => {
    const before = await cameras()
    const running = run(format, 'Namn;Färg;lon;lat\nEtt;röd;14;56\n', layerId, options)
    await expect(running).rejects.toMatchObject({ name: 'FormatError', code })
    expect(await cameras()).toEqual(before)
  })

  test('that the file breaks off leaves nothing half written', async () => {
    const before = await cameras()
    const broken = (async function* () {
      yield textBytes('Namn;lon;lat\nNy;14;56\n')
      throw new Error('the disk was pulled out')
    })()
    await expect(run('csv', broken, 'camera_sites')).rejects.toThrow('the disk was pulled out')
    expect(await cameras()).toEqual(before)
  })

  describe('of the police feed', () => {
    const path = sharedFile('incidents/polisen-events-kristianstad-2023-2025.json')

    test.skipIf(!path)(
      'keeps every event with its precision, none exact, and the coarse where the feed put them',
      async () => {
        await database.owner(async (sql) => {
          await sql`
          insert into basemap.features (source, source_id, theme, kind, name, geom) values
            ('osm', 'n1', 'place', 'town', 'Åhus', 'SRID=4326;POINT(14.295 55.924)'),
            ('osm', 'w2', 'road', 'residential', 'Östra Vallgatan', 'SRID=4326;LINESTRING(14.158 56.03, 14.159 56.032)')`
          await sql`select basemap.refresh_places()`
        })
        const summary = await run('polisen', createReadStream(path!))
        expect(summary).toMatchObject({ read: 561, written: 561, refused: 0, layer: 'police_events' })
        const { street = 0, locality = 0, municipality = 0, ...others } = summary.byPrecision!
        expect(others).toEqual({})
        expect(street).toBeGreaterThan(0)
        expect(locality).toBeGreaterThan(5)
        expect(street + locality + municipality).toBe(561)
        const rows = await database.read(
          'police',
          (sql) => sql`
          select precision, count(*)::int as count, count(distinct geom)::int as places from police_events group by 1 order by 1`,
        )
        expect(rows).toEqual([
          { precision: 'locality', count: locality, places: 1 },
          { precision: 'municipality', count: municipality, places: 1 },
          { precision: 'street', count: street, places: 1 },
        ])
        expect(await run('polisen', createReadStream(path!))).toMatchObject({ written: 0, unchanged: 561 })
      },
    )
  })
})
