import { createReadStream } from 'node:fs'
import type { Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import type { Field, Row, TableOptions } from '../table/field.ts'
import { chunked, sharedFile, textBytes } from '../testing/index.ts'
import { readGeoJson } from './read-geojson.ts'

const field = (name: string, control: Field['control'], titles: string[] = []): Field => ({
  name,
  titles,
  control,
  readOnly: false,
})
const fields = [
  field('title', 'text', ['Namn', 'Name']),
  field('lamps', 'integer', ['Antal lampor']),
  { ...field('created_at', 'datetime'), readOnly: true },
]
const options: TableOptions = { fields, kinds: ['Point', 'Polygon', 'MultiPolygon'] }

async function collect(input: AsyncIterable<Uint8Array>, given: Partial<TableOptions> = {}) {
  const rows: Row[] = []
  const refusals: Refusal[] = []
  for await (const each of readGeoJson(input, { ...options, ...given })) {
    if ('item' in each) rows.push(each.item)
    else refusals.push(each.refusal)
  }
  return { rows, refusals }
}
const read = (value: unknown, given?: Partial<TableOptions>) =>
  collect(chunked(textBytes(typeof value === 'string' ? value : JSON.stringify(value)), 64), given)

const feature = (geometry: unknown, properties: unknown = {}, id?: unknown) => ({
  type: 'Feature',
  id,
  geometry,
  properties,
})
const point = (x: unknown, y: unknown) => ({ type: 'Point', coordinates: [x, y] })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

describe('GeoJSON', () => {
  test('gives rows under the names of the layer, with ids and lines', async () => {
    const { rows } = await read(
      collection(
        feature(point(14.15, 56.03), { Namn: 'Ett', antal_lampor: '3', created_at: 'x' }, 7),
        feature(point(14, 56), null),
      ),
    )
    expect(rows).toMatchObject([
      { id: '7', element: 'feature 1', values: { title: 'Ett', lamps: 3 }, geometry: point(14.15, 56.03) },
      { id: null, values: {} },
    ])
  })

  test('may be a single feature or one a line, and a third dimension is left out', async () => {
    const single = feature({ type: 'Point', coordinates: [14, 56, 12] })
    expect((await read(single)).rows[0]!.geometry).toEqual(point(14, 56))
    const lines = `${JSON.stringify(single)}\n{"type":"Feature","geometry":}\n${JSON.stringify(single)}\n`
    const { rows, refusals } = await read(lines)
    expect(rows.map(({ line }) => line)).toEqual([1, 3])
    expect(refusals).toMatchObject([{ line: 2, code: 'not-json' }])
  })

  test('honours the reference system it names, and the one the caller names above that', async () => {
    const crs = (name: string) => ({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
      features: [feature(point(452_000, 6_209_000))],
    })
    const near = (rows: Row[]) =>
      (rows[0]!.geometry as { coordinates: number[] }).coordinates.map((each) => Math.round(each * 10) / 10)
    expect(near((await read(crs('urn:ogc:def:crs:EPSG::3006'))).rows)).toEqual([14.2, 56])
    const local = collection(feature(point(191_000, 6_213_000)))
    expect(near((await read(local, { srid: 3008 })).rows)).toEqual([14.2, 56])
    await expect(read(crs('EPSG:2193'))).rejects.toMatchObject({ code: 'crs' })
    const late = { ...collection(feature(point(14, 56))), crs: { properties: { name: 'EPSG:3006' } } }
    await expect(read(late)).rejects.toMatchObject({ code: 'crs' })
  })

  test('fits a geometry to the kinds the layer takes', async () => {
    const ring = [
      [14, 56],
      [14.1, 56],
      [14.1, 56.1],
      [14, 56],
    ]
    const multi = feature({ type: 'MultiPolygon', coordinates: [[ring]] })
    expect((await read(multi, { kinds: ['Polygon'] })).rows[0]!.geometry.type).toBe('Polygon')
    const single = feature({ type: 'Polygon', coordinates: [ring] })
    expect((await read(single, { kinds: ['MultiPolygon'] })).rows[0]!.geometry.type).toBe('MultiPolygon')
  })

  test.each([
    ['longitude and latitude exchanged', point(56.03, 14.15), 'swapped'],
    ['metres without a reference system', point(452_000, 6_209_000), 'out-of-range'],
    ['a latitude of 96', point(14, 96), 'out-of-range'],
    ['a coordinate that is no number', point('14', 56), 'not-finite'],
    ['no coordinate', point(null, null), 'not-finite'],
    ['no geometry', null, 'no-geometry'],
    [
      'a kind the layer does not take',
      {
        type: 'LineString',
        coordinates: [
          [14, 56],
          [15, 56],
        ],
      },
      'wrong-kind',
    ],
    [
      'an open ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [14, 56],
            [15, 56],
            [15, 57],
            [14, 57],
          ],
        ],
      },
      'ring-not-closed',
    ],
    [
      'a crossing ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [14, 56],
            [15, 57],
            [15, 56],
            [14, 57],
            [14, 56],
          ],
        ],
      },
      'self-intersection',
    ],
  ])('%s is refused with its line, and the rest is taken', async (_, geometry, code) => {
    const { rows, refusals } = await read(collection(feature(geometry), feature(point(14, 56))))
    expect(refusals).toMatchObject([{ line: 1, element: 'feature 1', code }])
    expect(refusals[0]!.message.sv).not.toBe(refusals[0]!.message.en)
    expect(rows).toHaveLength(1)
  })

  test('with a property the layer does not have is refused with the list of known ones, unless told to pass over it', async () => {
    const unknown = collection(feature(point(14, 56), { title: 'x', colour: 'red' }))
    await expect(read(unknown)).rejects.toMatchObject({
      code: 'unknown-column',
      message: expect.stringContaining('title, lamps'),
    })
    expect((await read(unknown, { ignoreUnknown: true })).rows[0]!.values).toEqual({ title: 'x' })
  })

  test.each([
    ['{"type":"Topology","objects":{}}', 'not-geojson'],
    ['', 'empty-file'],
    ['{"type":"FeatureCollection","features":[{"type":"Feature"', 'truncated'],
    ['lon;lat\n14;56\n', 'not-json'],
  ])('%j is refused as a whole: %s', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })

  test('of 100 MB is read without holding it', async () => {
    const one = `${JSON.stringify(feature(point(14.15, 56.03), { title: 'a'.repeat(900) }))},`
    const part = textBytes(one.repeat(1000))
    const parts = Math.ceil(100e6 / part.length)
    async function* large() {
      yield textBytes('{"type":"FeatureCollection","features":[')
      for (let each = 0; each < parts; each += 1) yield part
      yield textBytes(`${one.slice(0, -1)}]}`)
    }
    let rows = 0
    let largest = 0
    const before = process.memoryUsage.rss()
    for await (const each of readGeoJson(large(), options)) {
      if ('item' in each) rows += 1
      if (rows % 5000 === 0) largest = Math.max(largest, process.memoryUsage.rss() - before)
    }
    expect(rows).toBe(parts * 1000 + 1)
    // Half of what holding the text alone would take.
    expect(largest / 1e6).toBeLessThan(100)
  }, 120_000)
})

describe('the real boundaries of Kristianstad, in EPSG:3006', () => {
  const outline = sharedFile('boundaries/kristianstad_kommun_3006.geojson')
  const localities = sharedFile('boundaries/kristianstad_tatorter_3006.geojson')

  test.skipIf(!outline || !localities)('lie where Kristianstad lies', async () => {
    const municipality = await collect(createReadStream(outline!), { ignoreUnknown: true })
    expect(municipality.rows).toHaveLength(1)
    const { rows, refusals } = await collect(createReadStream(localities!), { ignoreUnknown: true })
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(26)
    for (const { geometry } of rows) {
      const [lon, lat] = (geometry as Point).coordinates as [number, number]
      expect(lon).toBeGreaterThan(13.7)
      expect(lon).toBeLessThan(14.5)
      expect(lat).toBeGreaterThan(55.7)
      expect(lat).toBeLessThan(56.25)
    }
  })
})
