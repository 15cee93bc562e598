import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import type { Field, Row, TableOptions } from '../table/field.ts'
import { chunked, sharedFile, textBytes } from '../testing/index.ts'
import { readCsv } from './read-csv.ts'

const field = (name: string, control: Field['control'], titles: string[] = []): Field => ({
  name,
  titles,
  control,
  readOnly: false,
})
const fields: Field[] = [
  field('title', 'text', ['Namn', 'Name']),
  field('cost_sek', 'integer', ['Investering', 'Investment']),
  field('height_m', 'number', ['Höjd', 'Height']),
  field('sound', 'boolean', ['Ljud', 'Sound']),
  field('starts_on', 'date', ['Start']),
  field('seen_at', 'datetime', ['Sedd']),
  field('hours_from', 'time', ['Från']),
  field('weekdays', 'weekdays', ['Veckodagar']),
  {
    ...field('status', 'choice', ['Status']),
    options: [
      { value: 'idea', titles: ['Idé', 'Idea'] },
      { value: 'decided', titles: ['Beslutad', 'Decided'] },
    ],
  },
  { ...field('demo', 'boolean', ['Demonstrationsdata']), readOnly: true },
]
const options: TableOptions = { fields, kinds: ['Point', 'LineString', 'Polygon'] }

async function collect(input: AsyncIterable<Uint8Array>, given: Partial<TableOptions> = {}) {
  const rows: Row[] = []
  const refusals: Refusal[] = []
  for await (const each of readCsv(input, { ...options, ...given })) {
    if ('item' in each) rows.push(each.item)
    else refusals.push(each.refusal)
  }
  return { rows, refusals }
}
const read = (text: string | Uint8Array, given?: Partial<TableOptions>, chunk = 11) =>
  collect(chunked(typeof text === 'string' ? textBytes(text) : text, chunk), given)

const places = (rows: Row[]) =>
  rows.map(({ geometry }) =>
    (geometry as { coordinates: number[] }).coordinates.map((each) => Number(each.toFixed(2))),
  )

const windows = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((c) => (c === '–' ? 0x96 : c.charCodeAt(0))))
const wide = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('a table', () => {
  test.each([
    ['semicolons and decimal commas', 'Namn;lon;lat\nEtt;14,15;56,03\n'],
    ['commas', 'name,long,lat\r\nEtt,14.15,56.03\r\n'],
    ['commas and quoted decimal commas', 'name,longitud,latitud\nEtt,"14,15","56,03"'],
    ['tabs', 'Namn\tLongitude\tLatitude\nEtt\t14.15\t56.03\n'],
    ['SWEREF 99 TM by name', 'Namn;E_3006;N_3006\nEtt;447000;6209750\n'],
    ['SWEREF 99 TM by size', 'Namn;E;N\nEtt;447000;6209750\n'],
    ['the local zone by size', 'Namn;öst;nord\nEtt;190450;6212200\n'],
    ['x to the north, as is Swedish custom', 'Namn;x;y\nEtt;6212200;190450\n'],
    ['x to the east, as elsewhere', 'Namn;x;y\nEtt;190450;6212200\n'],
    ['x and y in degrees', 'Namn;x;y\nEtt;14.15;56.03\n'],
    ['well-known text', 'Namn;WKT\nEtt;POINT (14.15 56.03)\n'],
    ['well-known text that names its system', 'Namn;geom\nEtt;"SRID=3008;POINT(190450 6212200)"\n'],
  ])('with %s', async (_, text) => {
    const { rows, refusals } = await read(text)
    expect(refusals).toEqual([])
    expect(rows[0]!.values).toEqual({ title: 'Ett' })
    expect(places(rows)[0]![0]).toBeCloseTo(14.15, 1)
    expect(places(rows)[0]![1]).toBeCloseTo(56.03, 1)
  })

  const swedish = 'Namn;lon;lat\nBråkig plats på Östra Långgatan – söder;14,15;56,03\n'
  test.each([
    ['UTF-8', textBytes(swedish)],
    ['UTF-8 with a mark', textBytes(`\uFEFF${swedish}`)],
    ['UTF-16, little end first', wide(`\uFEFF${swedish}`, true)],
    ['UTF-16, big end first', wide(`\uFEFF${swedish}`, false)],
    ['UTF-16 without a mark', wide(swedish, true)],
    ['Windows-1252', windows(swedish)],
  ])('in %s, wherever the chunks end', async (_, bytes) => {
    for (const chunk of [1, 7, 4096]) {
      const { rows } = await read(bytes, {}, chunk)
      expect(rows[0]!.values).toEqual({ title: 'Bråkig plats på Östra Långgatan – söder' })
    }
  })

  test('that is UTF-8 first and something else later is refused', async () => {
    const bytes = Uint8Array.from([
      ...textBytes('Namn;lon;lat\nÅ;14;56\n'.repeat(20)),
      ...windows('Ä;14;56\n'),
    ])
    await expect(read(bytes)).rejects.toMatchObject({ code: 'mixed-encoding' })
  })

  test('is read as its fields want it, in either language', async () => {
    const { rows, refusals } = await read(
      [
        'id;Namn;Investering;Höjd;Ljud;Start;Sedd;Från;Veckodagar;Status;Demonstrationsdata;version;lon;lat',
        `a;"Två ""rader""`,
        `till";1 250 000;4,5;nej;2026-05-01;2026-07-01 8:30;18.30;fredag, lör;Beslutad;ja;3;14,15;56,03`,
        `b;'=1+1;;;;;2026-01-01 08:30;;;;;;14,15;56,03`,
      ].join('\r\n'),
    )
    expect(refusals).toEqual([])
    expect(rows[0]).toMatchObject({
      id: 'a',
      line: 2,
      values: {
        title: 'Två "rader"\ntill',
        cost_sek: 1_250_000,
        height_m: 4.5,
        sound: false,
        starts_on: '2026-05-01',
        seen_at: '2026-07-01T08:30:00+02:00',
        hours_from: '18:30',
        weekdays: [5, 6],
        status: 'decided',
      },
    })
    expect(rows[0]!.values).not.toHaveProperty('demo')
    expect(rows[1]).toMatchObject({
      line: 4,
      values: { title: '=1+1', status: null, seen_at: '2026-01-01T08:30:00+01:00' },
    })
  })

  test('takes lines and areas as well-known text', async () => {
    const { rows } = await read(
      'Namn;WKT\na;LINESTRING (14 56, 14.1 56.1)\nb;"POLYGON ((14 56, 14.1 56, 14.1 56.1, 14 56))"\n',
    )
    expect(rows.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'Polygon'])
  })
})

describe('a row that does not hold is refused with its line, and the rest is taken', () => {
  test.each([
    ['too few columns', 'Ett;14,15', 'wrong-width'],
    ['no place', 'Ett;;', 'no-geometry'],
    ['a word for a number', 'Ett;öst;56', 'no-geometry'],
    ['NaN', 'Ett;NaN;56', 'no-geometry'],
    ['a latitude of 96', 'Ett;14;96', 'out-of-range'],
    ['longitude and latitude exchanged', 'Ett;56,03;14,15', 'swapped'],
    ['a quotation mark never closed', '"Ett;14;56', 'unclosed-quote'],
  ])('%s', async (_, row, code) => {
    const { rows, refusals } = await read(`Namn;lon;lat\nGod;14,15;56,03\n${row}\n`)
    expect(rows).toHaveLength(1)
    expect(refusals).toMatchObject([{ line: 3, element: 'row 2', code }])
  })

  test.each([
    ['Investering', 'dyrt'],
    ['Start', '1 maj'],
    ['Start', '05/06/2026'],
    ['Från', '25'],
    ['Ljud', 'kanske'],
    ['Status', 'klar'],
    ['Veckodagar', 'helg'],
    ['Sedd', 'igår'],
  ])('%s: %s', async (column, value) => {
    const { refusals } = await read(`lon;lat;${column}\n14;56;${value}\n`)
    expect(refusals).toMatchObject([{ line: 2, code: 'invalid-value' }])
    expect(refusals[0]!.message.sv).toContain(value)
  })
})

describe('a table that cannot be read says why', () => {
  test.each([
    ['an empty file', '', 'empty-file'],
    ['blank lines', '\n\n \n', 'empty-file'],
    ['no place', 'Namn;Adress\nEtt;Storgatan 1\n', 'no-coordinates'],
    ['a column the layer does not have', 'Namn;Färg;lon;lat\nEtt;röd;14;56\n', 'unknown-column'],
  ])('%s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'FormatError', code })
  })

  test('names the known columns, or passes over the unknown when told to', async () => {
    const text = 'Namn;Färg;lon;lat\nEtt;röd;14;56\n'
    await expect(read(text)).rejects.toMatchObject({ message: expect.stringContaining('title, cost_sek') })
    expect((await read(text, { ignoreUnknown: true })).rows[0]!.values).toEqual({ title: 'Ett' })
  })

  test('a line that never ends is no table', async () => {
    await expect(read('x'.repeat(300_000), {}, 65_536)).rejects.toMatchObject({ code: 'no-header' })
  })
})

describe('the real tables of York', () => {
  const crimes = sharedFile('incidents/york-street-crime-2016-09.csv')
  const sites = sharedFile('incidents/york-candidate-sites.csv')

  test.skipIf(!crimes || !sites)('are read whole', async () => {
    const given = { ignoreUnknown: true }
    expect((await collect(createReadStream(crimes!), given)).rows).toHaveLength(1814)
    const listed = await collect(createReadStream(sites!), given)
    expect(listed.rows).toHaveLength(2944)
    expect(listed.refusals).toEqual([])
  })
})
