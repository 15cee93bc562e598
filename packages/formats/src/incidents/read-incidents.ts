import type { BBox, Position } from '@trygghetskartan/geo'
import { pairOf, readingOf } from '../csv/coordinates.ts'
import type { Gazetteer } from '../polisen/gazetteer.ts'
import { withoutPersons } from '../polisen/without-persons.ts'
import type { Read, Text } from '../refusal.ts'
import { placed } from '../table/placed.ts'
import type { TableRecord } from '../table/record.ts'
import type { IncidentMapping, IncidentPrecision } from './mapping.ts'
import { openTable, type Reopen } from './open-table.ts'
import { cellsOf, isNowhere, type Surveyed } from './survey-table.ts'
import { type IncidentTimes, timesOf } from './times.ts'

/** What is to be known of a row that is taken. */
export type IncidentFlag = 'outside' | 'unplaced' | 'note-cut' | 'long-interval'

export interface ReadIncident extends IncidentTimes {
  readonly line: number
  readonly element: string
  /** Its number in the system it comes from. */
  readonly id: string | null
  /** It is taken back; of a file that only takes back, nothing else is known. */
  readonly withdrawn: boolean
  readonly kind: string
  readonly precision: IncidentPrecision
  readonly position: Position
  readonly place: string | null
  /** Without the sentences that speak of a person. */
  readonly note: string | null
  readonly flags: readonly IncidentFlag[]
}
export interface ReadWithdrawal {
  readonly line: number
  readonly element: string
  readonly id: string
  readonly withdrawn: true
  readonly kind: null
}

export interface ReadingAid {
  /** What the map covers, in degrees. */
  readonly bounds: BBox
  /** The middle of the municipality, where what has no place stands. */
  readonly centre: Position
  /** Names the place of rows that have none. */
  readonly gazetteer: Gazetteer | null
  /** Nothing happens after it. */
  readonly now: Date
}

/** Degrees about what the map covers that still count as it, and metres a place that is named may lie from its middle. */
const margin = 0.02
const reach = 60_000
const longest = { id: 120, place: 200, note: 4000 }
const longInterval = 31 * 1440

/** Reads a surveyed table row by row. Order of the file. Throws FormatError as openTable does. */
export async function* readIncidents(
  reopen: Reopen,
  mapping: IncidentMapping,
  surveyed: Surveyed,
  aid: ReadingAid,
): AsyncGenerator<Read<ReadIncident | ReadWithdrawal>> {
  const { rows } = await openTable(reopen)
  const reader = new RowReader(mapping, surveyed, aid)
  let nth = 0
  for await (const record of rows) {
    nth += 1
    const { line } = record
    const element = `row ${nth}`
    const read = reader.read(record)
    if ('code' in read) yield { refusal: { line, element, ...read } }
    else yield { item: { line, element, ...read } as ReadIncident | ReadWithdrawal }
  }
}

interface Fault {
  readonly code: string
  readonly message: Text
}
const fault = (code: string, sv: string, en: string): Fault => ({ code, message: { sv, en } })

const withdrawals =
  /^(?:ja|j|x|1|true|sant|yes|y|återkallad|makulerad|borttagen|inställd|withdrawn|cancelled|raderad)$/i

class RowReader {
  private readonly mapping: IncidentMapping
  private readonly surveyed: Surveyed
  private readonly aid: ReadingAid
  private readonly kinds: ReadonlyMap<string, string | null>
  private readonly centres: ReadonlyMap<string, IncidentPrecision>
  private readonly notes = new Map<string, string | null>()

  constructor(mapping: IncidentMapping, surveyed: Surveyed, aid: ReadingAid) {
    this.mapping = mapping
    this.surveyed = surveyed
    this.aid = aid
    this.kinds = new Map(surveyed.kinds.map(({ text, code }) => [text, code]))
    this.centres = new Map(mapping.centres.map(({ x, y, precision }) => [`${x} ${y}`, precision]))
  }

  read(
    record: TableRecord,
  ): Fault | Omit<ReadIncident, 'line' | 'element'> | Omit<ReadWithdrawal, 'line' | 'element'> {
    const { columns, width, dateForm } = this.surveyed
    if (record.unclosed)
      return fault('unclosed-quote', 'Ett citattecken avslutas aldrig.', 'A quotation mark is never closed.')
    if (record.cells.slice(width).some((cell) => cell.trim() !== ''))
      return fault(
        'wrong-width',
        `Raden har ${record.cells.length} kolumner, rubriken ${width}.`,
        `The row has ${record.cells.length} columns, the header ${width}.`,
      )
    const cell = cellsOf(record, columns)
    const id = cell('id') || null
    if (id && id.length > longest.id)
      return fault('invalid-value', 'Numret är för långt.', 'The number is too long.')
    if (this.mapping.withdraws) {
      return id
        ? { id, withdrawn: true, kind: null }
        : fault(
            'no-id',
            'Raden har inget nummer: det går inte att se vad som återkallas.',
            'The row has no number: what it takes back is not told.',
          )
    }
    const kind = this.kindOf(cell('kind'))
    if (typeof kind !== 'string') return kind
    const times = timesOf(cell, dateForm, this.aid.now)
    if ('code' in times) return times
    const place = this.placeOf(record, cell('place'), cell('precision'))
    if ('code' in place) return place
    const written = cell('note').slice(0, longest.note)
    const note = this.screened(written)
    return {
      id,
      withdrawn: withdrawals.test(cell('withdrawn')),
      kind,
      ...times,
      ...place,
      place: place.place ?? (cell('place').slice(0, longest.place) || null),
      note,
      flags: [
        ...place.flags,
        ...(note !== (written || null) ? ['note-cut' as const] : []),
        ...(times.to - times.from > longInterval ? ['long-interval' as const] : []),
      ],
    }
  }

  private kindOf(text: string): string | Fault {
    if (this.surveyed.columns.kind === undefined) return this.mapping.otherKind ?? 'other'
    const code = this.kinds.get(text)
    if (code) return code
    return text === '' && !this.mapping.otherKind
      ? fault('no-kind', 'Raden säger inte vad som hände.', 'The row does not say what happened.')
      : (this.mapping.otherKind ??
          fault('unknown-kind', `Slaget ”${text}” är okänt.`, `The kind “${text}” is not known.`))
  }

  private placeOf(
    record: TableRecord,
    name: string,
    said: string,
  ): Fault | (Pick<ReadIncident, 'position' | 'precision' | 'place'> & { flags: IncidentFlag[] }) {
    const { reading, columns, precisions } = this.surveyed
    const { x, y } = columns
    const texts = x === undefined || y === undefined ? [] : [record.cells[x] ?? '', record.cells[y] ?? '']
    const pair = x === undefined || y === undefined ? null : pairOf(record.cells, { x, y })
    if (texts.every((text) => text.trim() === '') || (pair && isNowhere(pair))) return this.unplaced(name)
    if (!pair)
      return fault(
        'no-geometry',
        `Läget ”${texts.join('; ')}” går inte att läsa.`,
        `The position “${texts.join('; ')}” cannot be read.`,
      )
    const own = readingOf(...pair, this.mapping.srid, true)
    // A local zone looks like any other.
    const same = own && reading && own.turned === reading.turned && isLike(own.srid, reading.srid)
    if (!own || !same)
      return fault(
        'other-system',
        `Läget ${texts.join('; ')} är inte i samma referenssystem som resten av filen.`,
        `The position ${texts.join('; ')} is not in the same reference system as the rest of the file.`,
      )
    const coordinates = reading.turned ? pair.toReversed() : pair
    const made = placed({ type: 'Point', coordinates }, reading.srid, ['Point'])
    if (!('geometry' in made)) return made
    const position = (made.geometry as unknown as { coordinates: Position }).coordinates
    const precision =
      this.centres.get(`${pair[0]} ${pair[1]}`) ?? precisions.get(said) ?? this.mapping.defaultPrecision
    return { position, precision, place: null, flags: this.isOutside(position) ? ['outside'] : [] }
  }

  /** Where a place is named that the map knows, there; otherwise in the middle of the municipality, and known no better than that. */
  private unplaced(
    name: string,
  ): Pick<ReadIncident, 'position' | 'precision' | 'place'> & { flags: IncidentFlag[] } {
    const { centre } = this.aid
    const match = name === '' ? null : (this.aid.gazetteer?.match(name, centre, reach) ?? null)
    if (match)
      return {
        position: match.position,
        precision: match.precision,
        place: name.slice(0, longest.place),
        flags: [],
      }
    return { position: centre, precision: 'municipality', place: null, flags: ['unplaced'] }
  }

  private isOutside([lon, lat]: Position): boolean {
    const [west, south, east, north] = this.aid.bounds
    return lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin
  }

  /** Many rows have the same few words. */
  private screened(written: string): string | null {
    if (written === '') return null
    const known = this.notes.get(written)
    if (known !== undefined) return known
    const note = withoutPersons(written)
    if (this.notes.size < 20_000) this.notes.set(written, note)
    return note
  }
}

const isZone = (srid: number): boolean => srid >= 3007 && srid <= 3018
const isLike = (own: number, file: number): boolean => own === file || (isZone(own) && isZone(file))
