import type { Bytes } from '../byte-source.ts'
import { emptyFile } from '../byte-source.ts'
import type { Read, Refusal } from '../refusal.ts'
import { cellValue } from '../table/cell-value.ts'
import { type Field, FieldNames, folded, type Row, type TableOptions } from '../table/field.ts'
import { placed } from '../table/placed.ts'
import type { TableRecord } from '../table/record.ts'
import { type CoordinateColumns, coordinateColumns, pairOf, type Reading, readingOf } from './coordinates.ts'
import { csvRecords } from './records.ts'
import { parseWkt } from './wkt.ts'

/** What the header says. */
interface Header {
  readonly cells: readonly string[]
  readonly coordinates: CoordinateColumns
  /** Field of each column; null for those passed over and for the coordinates. */
  readonly fields: readonly (Field | null)[]
  readonly id: number
}

/**
 * Reads a table with a header: delimiter, decimal comma, encoding and reference system are found out.
 * Throws FormatError: empty-file, mixed-encoding, no-coordinates, unknown-column, no-header.
 */
export async function* readCsv(input: Bytes, options: TableOptions): AsyncGenerator<Read<Row>> {
  const rows = new TableRows(options)
  for await (const record of csvRecords(input)) {
    const row = rows.take(record)
    if (row) yield row
  }
  if (rows.isEmpty) throw emptyFile()
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

  /** Null for the header. */
  take(record: TableRecord): Read<Row> | null {
    if (this.header) return this.row(record, this.header)
    this.header = this.readHeader(record)
    return null
  }

  private readHeader({ cells, line }: TableRecord): Header {
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

  private row(record: TableRecord, header: Header): Read<Row> {
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
