import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { layers } from '@trygghetskartan/layers'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeEvent } from '../contract.ts'
import type { Actor } from '../database/database.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { createTileService, type TileAnswer, type TileService } from './tile-service.ts'

const planner: Actor = { id: 'p', name: 'Planner', audience: 'planner' }

/** A tile's features of one layer, by id (or by their place in the list). */
function read(answer: TileAnswer, layer: string): Map<string, Record<string, unknown>> {
  if (answer.kind === 'unknown') throw new Error('no such layer')
  const features = new Map<string, Record<string, unknown>>()
  if (answer.tile.size === 0) return features
  const source = new VectorTile(new PbfReader(gunzipSync(answer.tile.gzip))).layers[layer]
  for (let i = 0; i < (source?.length ?? 0); i++) {
    const { properties } = source!.feature(i)
    features.set(String(properties.id ?? i), properties)
  }
  return features
}

const until = async (met: () => boolean | Promise<boolean>) => {
  const end = performance.now() + 20_000
  while (!(await met())) {
    if (performance.now() > end) throw new Error('It did not happen within twenty seconds.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Kristianstad's centre at zoom 14. */
const [z, x, y] = [14, 8835, 5110] as const
const lon = (x + 0.5) * (360 / 2 ** z) - 180
const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / 2 ** z))) * 180) / Math.PI

describe.each(engines)('the tile service on %s', (engine) => {
  let database: TestDatabase
  let tiles: TileService
  const told: Record<string, ChangeEvent[]> = { public: [], planner: [] }

  const insertCamera = (status: string, away = 0) =>
    database.owner(async (sql) => {
      const [row] = await sql<{ id: string }[]>`
        insert into core.camera_sites (geom, title, status)
        values (ST_SetSRID(ST_MakePoint(${lon + away}, ${lat}), 4326), 'Kamera', ${status}) returning id`
      return row!.id
    })
  const setStatus = (id: string, status: string) =>
    database.write(planner, (sql) => sql`update planner.camera_sites set status = ${status} where id = ${id}`)

  beforeAll(async () => {
    database = await testDatabase(engine)
    tiles = await createTileService({ database, layers, poolSize: 1 })
    for (const audience of ['public', 'planner'] as const) {
      tiles.changes(audience, (event) => told[audience]!.push(event))
      await tiles.ready(audience)
    }
  })
  afterAll(async () => {
    await tiles.close()
    await database.close()
  })

  test('a draft is in the planner’s tile and told to the planner, and to nobody else', async () => {
    const before = tiles.version('camera_sites', 'planner')
    const id = await insertCamera('idea')
    await until(() => told.planner!.some((event) => event.id === id))
    expect(read(await tiles.tile('camera_sites', 'planner', z, x, y), 'camera_sites').get(id)).toMatchObject({
      id,
      title: 'Kamera',
      status: 'idea',
    })
    expect(tiles.version('camera_sites', 'planner')).toBeGreaterThan(before)
    // Whatever is told to the public comes in the same order: after this one, the draft would have come.
    const shown = await insertCamera('decided')
    await until(() => told.public!.some((event) => event.id === shown))
    expect(told.public).toEqual([
      { layer: 'camera_sites', op: 'insert', id: shown, version: expect.any(Number) },
    ])
    const publicTile = read(await tiles.tile('camera_sites', 'public', z, x, y), 'camera_sites')
    expect([...publicTile.keys()]).toEqual([shown])
    expect(publicTile.get(shown)).not.toHaveProperty('internal_text')
    expect(await tiles.count('camera_sites', 'public')).toBe(1)
    await until(async () => (await tiles.count('camera_sites', 'planner')) === 2)
  })

  /** Two changes that a layer reads at once are one event: the next change waits until the first is told to each. */
  const bothTold = (id: string) =>
    until(() => [told.public!, told.planner!].every((events) => events.some((event) => event.id === id)))

  test('an object that ceases to be public is told to the public as deleted, and to the planner as changed', async () => {
    const id = await insertCamera('in_operation')
    await bothTold(id)
    await setStatus(id, 'ended')
    await until(() => told.public!.filter((event) => event.id === id).length === 2)
    expect(told.public!.findLast((event) => event.id === id)!.op).toBe('delete')
    await until(() => told.planner!.filter((event) => event.id === id).length === 2)
    expect(told.planner!.findLast((event) => event.id === id)!.op).toBe('update')
    expect(read(await tiles.tile('camera_sites', 'public', z, x, y), 'camera_sites').has(id)).toBe(false)
  })

  test('a change of what only staff see is not told to the public', async () => {
    const id = await insertCamera('decided')
    await bothTold(id)
    await database.write(
      planner,
      (sql) => sql`update planner.camera_sites set internal_text = 'hemligt' where id = ${id}`,
    )
    await until(() => told.planner!.filter((event) => event.id === id).length === 2)
    const next = await insertCamera('decided')
    await until(() => told.public!.some((event) => event.id === next))
    expect(told.public!.filter((event) => event.id === id)).toHaveLength(1)
  })

  test('a layer that is not for the audience does not exist for it', async () => {
    expect(await tiles.tile('patrol_zones', 'public', z, x, y)).toEqual({ kind: 'unknown' })
    expect(await tiles.tile('no_such_layer', 'police', z, x, y)).toEqual({ kind: 'unknown' })
    expect(await tiles.count('patrol_zones', 'public')).toBe(0)
  })

  test('a tile asked for after a change was told always shows it', async () => {
    for (let round = 0; round < 20; round++) {
      // Asked for all the time, so that cuttings are under way whenever the change comes.
      let stop = false
      const asking = (async () => {
        while (!stop) {
          await tiles.tile('camera_sites', 'planner', z, x, y)
          await new Promise((resolve) => setImmediate(resolve))
        }
      })()
      const id = await insertCamera('idea')
      await until(() => told.planner!.some((event) => event.id === id))
      const seen = read(await tiles.tile('camera_sites', 'planner', z, x, y), 'camera_sites').has(id)
      const again = read(await tiles.tile('camera_sites', 'planner', z, x, y), 'camera_sites').has(id)
      stop = true
      await asking
      expect([round, seen, again]).toEqual([round, true, true])
    }
  })

  test('a bulk write is told once, as reload, and shows', async () => {
    const count = told.planner!.length
    await database.owner(async (sql) => {
      await sql`set local app.bulk = 'on'`
      await sql`insert into core.camera_sites (geom, title)
        select ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), 'Kamera ' || i from generate_series(1, 50) i`
      await sql`select core.notify_reload('camera_sites')`
    })
    await until(() => told.planner!.length > count)
    expect(told.planner!.slice(count)).toMatchObject([{ layer: 'camera_sites', op: 'reload' }])
    // They are all drafts: the public sees none of them and hears nothing.
    const shown = await insertCamera('decided')
    await until(() => told.public!.some((event) => event.id === shown))
    expect(told.public!.filter(({ op }) => op === 'reload')).toEqual([])
    const titles = [...read(await tiles.tile('camera_sites', 'planner', z, x, y), 'camera_sites').values()]
    expect(titles.filter(({ title }) => /^Kamera \d+$/.test(String(title)))).toHaveLength(50)
  })

  test('the basemap shows main roads early, houses late, and is read anew after an import', async () => {
    const put = (theme: string, kind: string, id: string, wkt: string) =>
      database.owner(
        (sql) => sql`insert into basemap.features (source, source_id, theme, kind, name, props, geom)
          values ('osm', ${id}, ${theme}, ${kind}, ${id}, '{"lit": true}', ST_GeomFromText(${wkt}, 4326))`,
      )
    const across = `LINESTRING(${lon - 0.01} ${lat}, ${lon + 0.01} ${lat})`
    await put('road', 'primary', 'w1', across)
    await put('road', 'residential', 'w2', across)
    await put(
      'building',
      'house',
      'w3',
      `POLYGON((${lon} ${lat}, ${lon + 0.001} ${lat}, ${lon} ${lat + 0.001}, ${lon} ${lat}))`,
    )
    await put('address', 'house', 'n4', `POINT(${lon} ${lat})`)
    await database.owner((sql) => sql`select core.notify_reload('basemap')`)
    const names = async (zoom: number) => {
      const answer = await tiles.basemap(zoom, x >> (z - zoom), y >> (z - zoom))
      return ['road', 'building', 'address'].flatMap((layer) =>
        [...read(answer, layer).values()].map(({ name }) => name),
      )
    }
    await until(async () => (await names(14)).length === 3)
    expect((await names(14)).sort()).toEqual(['w1', 'w2', 'w3'])
    expect(await names(10)).toEqual(['w1'])
    expect(read(await tiles.basemap(z, x, y), 'road').get('0')).toMatchObject({ kind: 'primary', lit: true })
  })
})
