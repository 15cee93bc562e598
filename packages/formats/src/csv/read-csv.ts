import type { Bytes } from '../byte-source.ts'
import { emptyFile } from '../byte-source.ts'
import { FormatError, type Read, type Refusal } from '../refusal.ts'
import { cellValue } from '../table/cell-value.ts'
import { type Field, FieldNames, folded, type Row, type TableOptions } from '../table/field.ts'
import { placed } from '../table/placed.ts'
import { type CoordinateColumns, coordinateColumns, pairOf, type Reading, readingOf } from './coordinates.ts'
import { decodeText } from './decode.ts'
import { type CsvRecord, CsvTokenizer } from './tokenize.ts'
import { parseWkt } from './wkt.ts'

/** What the header says. */
interface Header {
  readonly cells: readonly string[]
  readonly coordinates: CoordinateColumns
  /** Field of each column; null for those passed over and for the coordinates. */
  readonly fields: readonly (Field | null)[]
  readonly id: number
}

const longestHeader = 100_000

/**
 * Reads a table with a header: delimiter, decimal comma, encoding and reference system are found out.
 * Throws FormatError: empty-file, mixed-encoding, no-coordinates, unknown-column, no-header.
 */
export async function* readCsv(input: Bytes, options: TableOptions): AsyncGenerator<Read<Row>> {
  const rows = new TableRows(options)
  let tokenizer: CsvTokenizer | null = null
  let start = ''
  for await (const text of decodeText(input)) {
    if (tokenizer) {
      yield* rows.take(tokenizer.feed(text))
      continue
    }
    start += text
    if (start.length > longestHeader && !start.includes('\n')) throw noHeader()
    if (!/\n./s.test(start)) continue
    tokenizer = new CsvTokenizer(delimiterOf(start))
    yield* rows.take(tokenizer.feed(start.replace(/^\uFEFF/, '')))
  }
  if (!tokenizer) {
    if (start.trim() === '') throw emptyFile()
    tokenizer = new CsvTokenizer(delimiterOf(start))
    yield* rows.take(tokenizer.feed(start.replace(/^\uFEFF/, '')))
  }
  yield* rows.take(tokenizer.end())
  if (rows.isEmpty) throw emptyFile()
}

/** The sign that parts the header into most columns. */
function delimiterOf(start: string): string {
  const header = start
    .trimStart()
    .split(/\r?\n/, 1)[0]!
    .replace(/"[^"]*"/g, '')
  const counts = [';', '\t', ',', '|'].map((sign) => [sign, header.split(sign).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

class TableRows {
  private readonly options: TableOptions
  private header: Header | null = null
  private reading: Reading | null = null
  private count = 0

  constructor(options: TableOptions) {
    this.options = options
  }

  /** Not even a header has come. */
  get isEmpty(): boolean {
    return this.header === null
  }

  *take(records: Iterable<CsvRecord>): Generator<Read<Row>> {
    for (const record of records) {
      if (!this.header) this.header = this.readHeader(record)
      else yield this.row(record, this.header)
    }
  }

  private readHeader({ cells, line }: CsvRecord): Header {
    const coordinates = coordinateColumns(cells)
    const names = new FieldNames(this.options.fields, this.options.ignoreUnknown ?? false)
    const places = coordinates.kind === 'wkt' ? [coordinates.at] : [coordinates.x, coordinates.y]
    const fields = cells.map((name, index) =>
      places.includes(index) || name.trim() === '' ? null : names.find(name, line),
    )
    return {
      cells,
      coordinates,
      fields,
      id: cells.findIndex((name) => ['id', 'uuid'].includes(folded(name))),
    }
  }

  private row(record: CsvRecord, header: Header): Read<Row> {
    this.count += 1
    const { line, cells } = record
    const element = `row ${this.count}`
    const refuse = (fault: Pick<Refusal, 'code' | 'message'>): Read<Row> => ({
      refusal: { line, element, ...fault },
    })
    if (record.unclosed) return refuse(unclosed)
    if (cells.length !== header.cells.length) return refuse(wrongWidth(cells.length, header.cells.length))
    const place = this.place(cells, header.coordinates)
    if (!('geometry' in place)) return refuse(place)
    const values: Record<string, unknown> = {}
    for (const [index, field] of header.fields.entries()) {
      if (!field) continue
      const made = cellValue(field, cells[index]!)
      if ('fault' in made) return refuse({ code: 'invalid-value', message: made.fault })
      values[field.name] = made.value
    }
    const id = header.id >= 0 ? cells[header.id]!.trim() || null : null
    return { item: { line, element, id, geometry: place.geometry, values } }
  }

  private place(cells: readonly string[], columns: CoordinateColumns): ReturnType<typeof placed> {
    const { kinds, srid } = this.options
    if (columns.kind === 'wkt') {
      const parsed = parseWkt(cells[columns.at]!)
      return parsed ? placed(parsed.geometry, parsed.srid ?? srid ?? 4326, kinds) : noPlace
    }
    const pair = pairOf(cells, columns)
    if (!pair) return noPlace
    this.reading ??= readingOf(...pair, srid ?? columns.srid, columns.loose)
    if (!this.reading) return unknownSystem(pair)
    const coordinates = this.reading.turned ? pair.toReversed() : pair
    return placed({ type: 'Point', coordinates }, this.reading.srid, kinds)
  }
}

const noPlace = {
  code: 'no-geometry',
  message: { sv: 'Läget saknas eller går inte att läsa.', en: 'The place is missing or cannot be read.' },
}

const unclosed = {
  code: 'unclosed-quote',
  message: { sv: 'Ett citattecken avslutas aldrig.', en: 'A quotation mark is never closed.' },
}

const wrongWidth = (has: number, wanted: number) => ({
  code: 'wrong-width',
  message: {
    sv: `Raden har ${has} kolumner, rubriken ${wanted}.`,
    en: `The row has ${has} columns, the header ${wanted}.`,
  },
})

const unknownSystem = ([x, y]: readonly [number, number]) => ({
  code: 'unknown-system',
  message: {
    sv: `(${x}, ${y}) passar varken WGS 84 eller SWEREF 99. Ange --srid.`,
    en: `(${x}, ${y}) fits neither WGS 84 nor SWEREF 99. Give --srid.`,
  },
})

const noHeader = () =>
  new FormatError('no-header', {
    sv: 'Filen är inte en tabell: den första raden tar aldrig slut.',
    en: 'The file is not a table: its first line never ends.',
  })
