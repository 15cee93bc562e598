import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import type { Row } from '../table/field.ts'
import { chunked, sharedFile, textBytes } from '../testing/index.ts'
import { Gazetteer, type GazetteerPlace } from './gazetteer.ts'
import { readPolisen } from './read-polisen.ts'
import { withoutPersons } from './without-persons.ts'

const place = (
  name: string,
  kind: GazetteerPlace['kind'],
  lon: number,
  lat: number,
  within = 'Kristianstad',
) => ({
  name,
  kind,
  within,
  lon,
  lat,
})
const gazetteer = new Gazetteer([
  place('Kristianstad', 'locality', 14.157, 56.03, ''),
  place('Åhus', 'locality', 14.295, 55.924, ''),
  place('Östra Vallgatan', 'street', 14.158, 56.031),
  place('Jakobs väg', 'street', 14.17, 56.04),
  place('Storgatan', 'street', 14.16, 56.03),
  place('Storgatan', 'street', 14.296, 55.923, 'Åhus'),
  place('Degeberga', 'locality', 14.09, 55.83, ''),
  // Outside any municipality's reach.
  place('Kungsgatan', 'street', 18.06, 59.33, 'Stockholm'),
])

const event = (changes: object = {}) => ({
  id: 411_835,
  datetime: '2023-03-30 8:39:52 +02:00',
  name: '30 mars 08.08, Trafikolycka, Kristianstad',
  summary: 'Trafikolycka',
  url: '/aktuellt/handelser/2023/mars/30/x/',
  type: 'Trafikolycka',
  location: { name: 'Kristianstad', gps: '56.029394,14.156678' },
  ...changes,
})

async function collect(input: AsyncIterable<Uint8Array>) {
  const rows: Row[] = []
  const refusals: Refusal[] = []
  for await (const each of readPolisen(input, gazetteer)) {
    if ('item' in each) rows.push(each.item)
    else refusals.push(each.refusal)
  }
  return { rows, refusals }
}
const read = (...events: unknown[]) => collect(chunked(textBytes(JSON.stringify(events)), 100))
const valuesOf = async (changes: object) => (await read(event(changes))).rows[0]!.values

describe('an event of the police feed', () => {
  test('carries when it took place and when it was told of, apart', async () => {
    const { rows } = await read(event())
    expect(rows[0]).toMatchObject({
      id: '411835',
      geometry: { type: 'Point', coordinates: [14.156678, 56.029394] },
      values: {
        kind: 'Trafikolycka',
        occurred_at: '2023-03-30T08:08:00+02:00',
        published_at: '2023-03-30T08:39:52+02:00',
        precision: 'municipality',
        place_name: 'Kristianstad',
        url: 'https://polisen.se/aktuellt/handelser/2023/mars/30/x/',
        source_id: '411835',
      },
    })
  })

  test.each([
    [
      'written with a colon',
      '30 mars 08:08, Brand, X',
      '2023-03-30 8:39:52 +02:00',
      '2023-03-30T08:08:00+02:00',
    ],
    [
      'of the night before',
      '29 mars 23.50, Brand, X',
      '2023-03-30 6:10:00 +02:00',
      '2023-03-29T23:50:00+02:00',
    ],
    [
      'of the year before',
      '31 december 23.50, Brand, X',
      '2024-01-01 6:10:00 +01:00',
      '2023-12-31T23:50:00+01:00',
    ],
    [
      'in winter, told of in summer time',
      '25 mars 20.00, Brand, X',
      '2023-03-26 8:00:00 +02:00',
      '2023-03-25T20:00:00+01:00',
    ],
    ['said to be after it was told of', '26 juli 23.08, Brand, X', '2024-07-26 6:43:19 +02:00', null],
    ['that cannot be', '31 februari 20.00, Brand, X', '2023-03-26 8:00:00 +02:00', null],
    ['that is not said', 'Sammanfattning natt, Skåne län', '2023-03-26 8:00:00 +02:00', null],
  ])('has its own time: %s', async (_, name, datetime, occurred) => {
    expect((await valuesOf({ name, datetime })).occurred_at).toBe(occurred)
  })

  test('of a county carries that precision and its municipality by name', async () => {
    const values = await valuesOf({ location: { name: 'Skåne län', gps: '55.990257,13.595769' } })
    expect(values).toMatchObject({ precision: 'county', place_name: 'Kristianstad' })
  })

  test.each([
    ['a street', 'Misshandel på Östra Vallgatan.', 'street', 'Östra Vallgatan'],
    ['a street written together', 'Bråk på Jakobsväg i Kristianstad', 'street', 'Jakobs väg'],
    ['a locality', 'Larm om rån, Åhus.', 'locality', 'Åhus'],
    ['a locality in the genitive', 'Bråk i Degebergas centrum', 'locality', 'Degeberga'],
    ['a street of that name in the locality named', 'Brand på Storgatan i Åhus', 'street', 'Storgatan'],
    ['a street of a name that two towns have', 'Brand på Storgatan', 'municipality', 'Kristianstad'],
    ['a street of another part of the country', 'Brand på Kungsgatan', 'municipality', 'Kristianstad'],
    ['a word that only looks like a name', 'Larm om brand på storgatan', 'municipality', 'Kristianstad'],
  ])('that names %s', async (_, summary, precision, name) => {
    expect(await valuesOf({ summary })).toMatchObject({ precision, place_name: name })
  })

  test('takes the street of the locality that is named', async () => {
    const { rows } = await read(event({ summary: 'Brand på Storgatan i Åhus' }))
    expect(rows[0]!.geometry).toEqual({ type: 'Point', coordinates: [14.296, 55.923] })
  })

  test.each([
    [{ location: { name: 'X', gps: '' } }, 'no-geometry'],
    [{ location: { name: 'X', gps: '0,0' } }, 'no-geometry'],
    [{ datetime: 'igår' }, 'invalid-value'],
    [{ type: '' }, 'not-an-event'],
    [{ location: undefined }, 'not-an-event'],
  ])('with %j is refused, and the rest is taken', async (changes, code) => {
    const { rows, refusals } = await read(event(changes), event({ id: 2 }))
    expect(refusals).toMatchObject([{ code }])
    expect(rows).toHaveLength(1)
  })

  test('must be in a list', async () => {
    await expect(collect(chunked(textBytes('{"a":1}')))).rejects.toMatchObject({ code: 'not-polisen' })
  })
})

describe('nothing is kept of a person', () => {
  test.each([
    ['Man i 20-årsåldern misstänks för drograttfylleri.', null],
    ['Brand i garage. En kvinna förs till sjukhus.', 'Brand i garage.'],
    ['Förare misstänkt påverkad, Östra Sönnarslöv.', null],
    ['Mistänkt rattfylleri på Kanalgatan.', null],
    ['Tipsa 070-123 45 67.', null],
    ['Personbil ABC 123 stulen.', null],
    ['Två personbilar i olycka, Nosaby.', 'Två personbilar i olycka, Nosaby.'],
    ['Manhem brinner.', 'Manhem brinner.'],
    ['', null],
  ])('%j', (text, kept) => {
    expect(withoutPersons(text)).toBe(kept)
  })
})

describe('the real feed of 2023 to 2025', () => {
  const path = sharedFile('incidents/polisen-events-kristianstad-2023-2025.json')

  test.skipIf(!path)(
    'is read whole, every event with its precision and none of it exactly placed',
    async () => {
      const { rows, refusals } = await collect(createReadStream(path!))
      expect(refusals).toEqual([])
      expect(rows).toHaveLength(561)
      let untimed = 0
      for (const { values } of rows) {
        expect(['street', 'locality', 'municipality', 'county']).toContain(values.precision)
        const published = Date.parse(String(values.published_at))
        if (values.occurred_at === null) untimed += 1
        else expect(published - Date.parse(String(values.occurred_at))).toBeLessThan(30 * 86_400_000)
        expect(String(values.summary)).not.toMatch(/årsåldern|misstänk/i)
      }
      // One is said to have taken place 16 hours after it was told of.
      expect(untimed).toBe(1)
      const coarse = rows.filter(({ values }) => values.precision === 'municipality')
      expect(coarse.length).toBeGreaterThan(400)
      expect(new Set(coarse.map(({ geometry }) => JSON.stringify(geometry))).size).toBe(1)
    },
  )
})
