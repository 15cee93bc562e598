import { describe, expect, test } from 'vitest'
import { FormatError, type Refusal } from '../refusal.ts'
import { chunked, textBytes } from '../testing/index.ts'
import { guessMapping } from './guess-mapping.ts'
import { type IncidentMapping, mappingSchema } from './mapping.ts'
import { openTable } from './open-table.ts'
import { type ReadIncident, readIncidents } from './read-incidents.ts'
import { surveyTable } from './survey-table.ts'

const kinds = ['fight', 'assault', 'bicycle_theft', 'home_burglary', 'vandalism', 'other'].map((code) => ({
  code,
  titles: code === 'fight' ? ['Bråk', 'Fight'] : [],
}))
const bounds = [13.8, 55.7, 14.6, 56.3] as [number, number, number, number]
const now = new Date('2026-11-30T10:00:00Z')

async function read(text: string, given: Partial<IncidentMapping> = {}) {
  const reopen = () => chunked(textBytes(text), 37)
  const table = await openTable(reopen)
  const head = []
  for await (const row of table.rows) head.push(row)
  const mapping = { ...guessMapping(table.header, head), ...given }
  const surveyed = await surveyTable(reopen, mapping, { bounds, kinds })
  const incidents: ReadIncident[] = []
  const refusals: Refusal[] = []
  if (!surveyed.problems.some(({ stops }) => stops))
    for await (const each of readIncidents(reopen, mapping, surveyed, {
      bounds,
      centre: [14.2, 56],
      gazetteer: null,
      now,
    }))
      if ('item' in each) incidents.push(each.item as ReadIncident)
      else refusals.push(each.refusal)
  return { mapping, surveyed, incidents, refusals, problems: surveyed.problems.map(({ code }) => code) }
}

const header = 'Id;Brottstyp;Datum;Tid;E;N;Adress;Fritext\n'
const row = (
  date: string,
  more: Partial<Record<'id' | 'kind' | 'time' | 'e' | 'n' | 'place' | 'note', string>> = {},
) => {
  const { id = '', kind = 'Bråk', time = '22:30', e = '190450', n = '6212200', place = '', note = '' } = more
  return `${[id, kind, date, time, e, n, place, note].join(';')}\n`
}
/** A moment as Sweden's clocks show it. */
const wall = (minutes: number): string =>
  new Date(minutes * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16)

describe('a table of incidents', () => {
  test('is read by columns that its header tells, and nobody is named', async () => {
    const { mapping, incidents } = await read(
      `${header}${row('2026-05-01', { id: 'K1', place: 'Stora torg', note: 'Bråk på torget. Ring 070-123 45 67.' })}`,
    )
    expect(mapping.columns).toEqual({
      id: 'Id',
      kind: 'Brottstyp',
      from: 'Datum',
      fromTime: 'Tid',
      x: 'E',
      y: 'N',
      place: 'Adress',
      note: 'Fritext',
    })
    expect(incidents).toMatchObject([
      {
        ...{ line: 2, element: 'row 1', id: 'K1', withdrawn: false, kind: 'fight', precision: 'exact' },
        ...{ timePrecision: 'minute', place: 'Stora torg', note: 'Bråk på torget.', flags: ['note-cut'] },
        position: [expect.closeTo(14.15, 1), expect.closeTo(56.03, 1)],
      },
    ])
    expect(wall(incidents[0]!.from)).toBe('2026-05-01 22:30')
    expect(incidents[0]!.to).toBe(incidents[0]!.from)
  })

  test.each([
    ['2026-05-01', 'ymd'],
    ['20260501', 'compact'],
    ['260531', 'yymd'],
    ['31/5/2026', 'dmy'],
    ['5/31/2026', 'mdy'],
    ['31 maj 2026', 'named'],
    ['46143', 'serial'],
    ['2026-05', 'month'],
  ])('with dates such as %s', async (date, form) => {
    const { surveyed, incidents } = await read(`${header}${row(date, { time: '' })}`)
    expect(surveyed.dateForm).toBe(form)
    expect(incidents).toMatchObject([{ timePrecision: form === 'month' ? 'month' : 'day' }])
    expect(wall(incidents[0]!.from)).toMatch(/^2026-05-\d\d 00:00$/)
    expect(wall(incidents[0]!.to)).toMatch(/^2026-05-\d\d 23:59$/)
  })

  test.each([
    ['2026-05-01T22:30', '', '2026-05-01 22:30', '2026-05-01 22:30'],
    ['2026-05-01 22.30', '', '2026-05-01 22:30', '2026-05-01 22:30'],
    ['2026-05-01T20:30:00Z', '', '2026-05-01 22:30', '2026-05-01 22:30'],
    ['2026-05-01 22:30:00+02:00', '', '2026-05-01 22:30', '2026-05-01 22:30'],
    // Midnight to the minute is what a date without a time of day becomes.
    ['2026-05-01 00:00:00', '', '2026-05-01 00:00', '2026-05-01 23:59'],
    ['2026-05-01', '2230', '2026-05-01 22:30', '2026-05-01 22:30'],
    ['2026-05-01', 'kl 22', '2026-05-01 22:00', '2026-05-01 22:00'],
    ['2026-05-01', '0,9375', '2026-05-01 22:30', '2026-05-01 22:30'],
    ['2026-10-25', '02:30', '2026-10-25 02:30', '2026-10-25 02:30'],
  ])('with the time as %s and %s', async (date, time, from, to) => {
    const [incident] = (await read(`${header}${row(date, { time })}`)).incidents
    expect([wall(incident!.from), wall(incident!.to)]).toEqual([from, to])
  })

  test.each([
    ['2026-05-01;22:00;2026-05-02;06:30', '2026-05-01 22:00', '2026-05-02 06:30', 'minute'],
    ['2026-05-01;22:00;;06:30', '2026-05-01 22:00', '2026-05-02 06:30', 'minute'],
    ['2026-05-01;;2026-05-03;', '2026-05-01 00:00', '2026-05-03 23:59', 'minute'],
    ['2026-05-01;;2026-05-01;', '2026-05-01 00:00', '2026-05-01 23:59', 'day'],
    ['2026-05-01;22:00;2026-05-02;', '2026-05-01 22:00', '2026-05-02 23:59', 'minute'],
  ])('known to an interval: %s', async (cells, from, to, timePrecision) => {
    const { incidents } = await read(
      `Brottstyp;Datum från;Tid från;Datum till;Tid till;lon;lat\nBråk;${cells};14,15;56,03\n`,
    )
    expect(incidents).toMatchObject([{ timePrecision }])
    expect([wall(incidents[0]!.from), wall(incidents[0]!.to)]).toEqual([from, to])
  })

  test('with one incident is a table, with none it is not', async () => {
    expect((await read(`${header}${row('2026-05-01')}`)).incidents).toHaveLength(1)
    await expect(read(header)).rejects.toMatchObject({ code: 'no-rows' })
    await expect(read('')).rejects.toMatchObject({ code: 'empty-file' })
  })

  test('takes back what its column or the whole file says', async () => {
    const { incidents } = await read(
      `Id;Brottstyp;Datum;Återkallad;lon;lat\nK1;Bråk;2026-05-01;ja;14,15;56,03\nK2;Bråk;2026-05-01;;14,15;56,03\n`,
    )
    expect(incidents.map(({ withdrawn }) => withdrawn)).toEqual([true, false])
    const back = await read('Nummer;Orsak\nK1;dubbel\n;dubbel\n', { withdraws: true })
    expect(back.incidents).toMatchObject([{ id: 'K1', withdrawn: true, kind: null }])
    expect(back.refusals).toMatchObject([{ line: 3, code: 'no-id' }])
  })
})

describe('what only the whole file can tell', () => {
  test('dates written in three ways are refused, with an example of each', async () => {
    const { surveyed, incidents } = await read(
      header + row('2026-05-01') + row('2026-05-02') + row('31/5/2026') + row('1 maj 2026'),
    )
    const [problem] = surveyed.problems
    expect(problem).toMatchObject({ code: 'mixed-dates', stops: true, forms: ['ymd', 'dmy', 'named'] })
    for (const text of ['”2026-05-01” på rad 2 (2 st', '”31/5/2026” på rad 4', '”1 maj 2026” på rad 5'])
      expect(problem!.message.sv).toContain(text)
    expect(incidents).toEqual([])
  })

  test('and where a form is chosen, the rows in others are refused one by one', async () => {
    const { incidents, refusals } = await read(header + row('2026-05-01') + row('31/5/2026'), {
      dateForm: 'ymd',
    })
    expect(incidents).toHaveLength(1)
    expect(refusals).toMatchObject([{ line: 3, code: 'invalid-date' }])
  })

  test('dates that can be day or month first are asked about, unless a row tells', async () => {
    const doubtful = await read(header + row('1/5/2026') + row('2/5/2026'))
    expect(doubtful.surveyed.problems).toMatchObject([
      { code: 'ambiguous-dates', stops: true, forms: ['dmy', 'mdy'] },
    ])
    const told = await read(header + row('1/5/2026') + row('13/5/2026'))
    expect(told.surveyed.dateForm).toBe('dmy')
    expect(wall(told.incidents[0]!.from)).toBe('2026-05-01 22:30')
  })

  test('two reference systems: a few rows are refused, many stop the file', async () => {
    const good = Array.from({ length: 99 }, (_, i) => row('2026-05-01', { e: String(190_000 + i) })).join('')
    const few = await read(header + good + row('2026-05-01', { e: '447000', n: '6209750' }))
    expect(few.problems).toEqual(['two-systems'])
    expect(few.incidents).toHaveLength(99)
    expect(few.refusals).toMatchObject([{ line: 101, code: 'other-system' }])
    const many = await read(header + row('2026-05-01') + row('2026-05-01', { e: '14,15', n: '56,03' }))
    expect(many.surveyed.problems).toMatchObject([{ code: 'two-systems', stops: true }])
    expect(many.incidents).toEqual([])
  })

  test('the zone is the one that puts the rows in the municipality', async () => {
    // A point of Kristianstad in SWEREF 99 15 00.
    const { surveyed } = await read(header + row('2026-05-01', { e: '97100', n: '6212000' }))
    expect(surveyed.reading).toMatchObject({ srid: 3009 })
  })

  test('x and y turned the Swedish way are turned back', async () => {
    const { incidents } = await read('Brottstyp;Datum;x;y\nBråk;2026-05-01;6212200;190450\n')
    expect(incidents[0]!.position[0]).toBeCloseTo(14.15, 1)
  })

  test('many at one position are told of, and take the precision that is said of it', async () => {
    const rows = Array.from({ length: 6 }, () => row('2026-05-01')).join('')
    const { surveyed, incidents } = await read(header + rows)
    expect(surveyed.problems).toMatchObject([
      { code: 'one-place', stops: false, place: { x: 190450, y: 6212200, count: 6 } },
    ])
    expect(incidents).toHaveLength(6)
    const centres = [{ x: 190450, y: 6212200, precision: 'municipality' as const }]
    const lowered = await read(header + rows, { centres })
    expect(new Set(lowered.incidents.map(({ precision }) => precision))).toEqual(new Set(['municipality']))
  })

  test('kinds are told by title or word; what is not known is listed, and can be mapped', async () => {
    const text =
      header +
      row('2026-05-01', { kind: 'Grov stöld, cykel' }) +
      row('2026-05-01', { kind: '9999' }) +
      row('2026-05-01', { kind: '' })
    const { surveyed, refusals } = await read(text)
    expect(surveyed.kinds.map(({ text, code, sure }) => [text, code, sure])).toEqual([
      ['Grov stöld, cykel', 'bicycle_theft', false],
      ['9999', null, false],
      ['', null, false],
    ])
    expect(refusals.map(({ code }) => code)).toEqual(['unknown-kind', 'no-kind'])
    const mapped = await read(text, { kinds: { '9999': 'assault' }, otherKind: 'other' })
    expect(mapped.incidents.map(({ kind }) => kind)).toEqual(['bicycle_theft', 'assault', 'other'])
  })
})

describe('a row that does not hold is refused with its line and why, and the rest is taken', () => {
  test.each([
    [row(''), 'no-date'],
    [row('igår'), 'invalid-date'],
    [row('2026-02-31'), 'invalid-date'],
    [row('2026-05-01', { time: '25:10' }), 'invalid-time'],
    [row('2027-05-01'), 'in-the-future'],
    [row('2026-05-01', { e: 'öst' }), 'no-geometry'],
    [row('2026-05-01', { e: '14,15', n: '56,03' }), 'other-system'],
    ['K9;Bråk;2026-05-01;22:30;190450;6212200;;;för mycket\n', 'wrong-width'],
    ['K9;"Bråk;2026-05-01\n', 'unclosed-quote'],
  ])('%j', async (bad, code) => {
    const good = Array.from({ length: 99 }, (_, i) => row('2026-05-01', { e: String(190_000 + i) })).join('')
    const { incidents, refusals } = await read(header + good + bad)
    expect(refusals).toMatchObject([{ line: 101, element: 'row 100', code }])
    expect(incidents).toHaveLength(99)
  })

  test('an interval that ends before it begins', async () => {
    const { refusals } = await read(
      'Brottstyp;Startdatum;Slutdatum;lon;lat\nBråk;2026-05-02;2026-05-01;14,1;56\n',
    )
    expect(refusals).toMatchObject([{ code: 'ends-before-start' }])
  })

  test('without a position it stands in the middle of the municipality, known no better; outside it is told of', async () => {
    const { incidents } = await read(
      header +
        row('2026-05-01', { e: '', n: '' }) +
        row('2026-05-01', { n: '6412200' }) +
        row('2026-05-01', { e: '0', n: '0' }),
    )
    expect(incidents.map(({ precision, flags }) => [precision, ...flags])).toEqual([
      ['municipality', 'unplaced'],
      ['exact', 'outside'],
      ['municipality', 'unplaced'],
    ])
  })

  test.each([
    ['Id;Text\n1;a\n', 'no-column', 'Ange vilken kolumn som är datum. Filen har: Id, Text.'],
    ['Datum;E;Text\n2026-05-01;190450;a\n', 'no-column', 'Läget behöver två kolumner'],
  ])('a file with the wrong columns is refused in words: %j', async (text, code, words) => {
    const error = await read(text, text.includes('E;') ? { columns: { from: 'Datum', x: 'E' } } : {}).catch(
      (e: unknown) => e,
    )
    expect(error).toBeInstanceOf(FormatError)
    expect(error).toMatchObject({ code, text: { sv: expect.stringContaining(words) } })
    const gone = await read(
      header + row('2026-05-01'),
      mappingSchema.parse({ columns: { from: 'Dag' } }),
    ).catch((e: unknown) => e)
    expect(gone).toMatchObject({ code: 'missing-column', text: { sv: expect.stringContaining('”Dag”') } })
  })

  test('an old workbook is asked to be saved anew', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    await expect(openTable(() => chunked(bytes, 8))).rejects.toMatchObject({ code: 'old-excel' })
  })
})
