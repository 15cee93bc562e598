import { type CoordinateColumns, coordinateColumns } from '../csv/coordinates.ts'
import { FormatError } from '../refusal.ts'
import { numberOf } from '../table/cell-value.ts'
import { folded } from '../table/field.ts'
import type { TableRecord } from '../table/record.ts'
import { formsOf, readTime } from './dates.ts'
import { type ColumnRole, type IncidentMapping, mappingSchema } from './mapping.ts'

/** Names columns go by, folded; those first in the list go first. */
const names: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  id: [
    'händelse_id',
    'händelseid',
    'ärendenummer',
    'ärendenr',
    'diarienummer',
    'dnr',
    'k_nummer',
    'knr',
    'anmälningsnummer',
    'id',
    'nr',
    'nummer',
    'number',
    'case_number',
    'incident_id',
  ],
  kind: [
    'brottskod',
    'brottstyp',
    'brottsrubricering',
    'rubricering',
    'brott',
    'händelsetyp',
    'händelse',
    'slag',
    'kategori',
    'typ',
    'kind',
    'type',
    'category',
    'crime_type',
    'offence',
    'kod',
  ],
  from: [
    'datum_från',
    'från_datum',
    'startdatum',
    'brottsdatum',
    'händelsedatum',
    'inträffade',
    'starttid',
    'tidpunkt',
    'datum',
    'från',
    'start',
    'date_from',
    'start_date',
    'occurred',
    'date',
    'from',
    'datetime',
    'month',
    'månad',
  ],
  fromTime: [
    'tid_från',
    'från_tid',
    'klockslag_från',
    'starttid',
    'klockslag',
    'tid',
    'kl',
    'time_from',
    'start_time',
    'time',
  ],
  to: ['datum_till', 'till_datum', 'slutdatum', 'till', 'slut', 'date_to', 'end_date', 'to', 'end'],
  toTime: ['tid_till', 'till_tid', 'klockslag_till', 'sluttid', 'time_to', 'end_time'],
  precision: ['lägesnoggrannhet', 'noggrannhet', 'precision', 'lägeskvalitet', 'kvalitet', 'accuracy'],
  place: [
    'adress',
    'plats',
    'brottsplats',
    'gata',
    'gatuadress',
    'område',
    'ort',
    'address',
    'place',
    'location',
    'street',
  ],
  note: [
    'fritext',
    'beskrivning',
    'anmärkning',
    'notering',
    'kommentar',
    'modus',
    'text',
    'sammanfattning',
    'note',
    'description',
    'comment',
    'summary',
  ],
  withdrawn: ['återkallad', 'makulerad', 'borttagen', 'withdrawn', 'cancelled'],
}
/** What cells of a column must look like, as a share of those that are filled. */
const fits: Readonly<Partial<Record<ColumnRole, (text: string) => boolean>>> = {
  from: (text) => formsOf(text).length > 0,
  to: (text) => formsOf(text).length > 0,
  fromTime: (text) => readTime(text) !== null,
  toTime: (text) => readTime(text) !== null,
}
const enough = 0.5

/** Which column says what, told by the header and, where that does not tell, by what stands in the first rows. */
export function guessMapping(header: readonly string[], rows: readonly TableRecord[]): IncidentMapping {
  const taken = new Set<number>()
  const columns: Partial<Record<ColumnRole, string>> = {}
  const take = (role: ColumnRole, at: number) => {
    columns[role] = header[at]!
    taken.add(at)
  }
  const cellsOf = (at: number) =>
    rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  const shareOf = (at: number, test: (text: string) => boolean): number => {
    const cells = cellsOf(at)
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const place = placeColumns(header, (at, test) => !taken.has(at) && shareOf(at, test) >= enough)
  if (place) {
    take('x', place.x)
    take('y', place.y)
  }
  for (const [role, list] of Object.entries(names) as [ColumnRole, readonly string[]][]) {
    const fit = fits[role] ?? (() => true)
    const at = columnOf(
      header,
      list,
      (at) => !taken.has(at) && (cellsOf(at).length === 0 || shareOf(at, fit) >= enough),
    )
    if (at >= 0) take(role, at)
  }
  if (columns.from === undefined) {
    const at = header.findIndex(
      (_, at) => !taken.has(at) && shareOf(at, (text) => formsOf(text).length > 0) > 0.8,
    )
    if (at >= 0) take('from', at)
  }
  return mappingSchema.parse({ columns })
}

/** The column of one of the names: called so, else begins so. */
function columnOf(header: readonly string[], list: readonly string[], may: (at: number) => boolean): number {
  const titles = header.map((title) => folded(title).replace(/[.:()]+/g, ''))
  for (const name of list) {
    const at = titles.findIndex((title, at) => title === name && may(at))
    if (at >= 0) return at
  }
  for (const name of list.filter(({ length }) => length > 4)) {
    const at = titles.findIndex((title, at) => title.startsWith(name) && may(at))
    if (at >= 0) return at
  }
  return -1
}

const isNorth = (value: number) => (value > 6_000_000 && value < 7_800_000) || (value > 54 && value < 70)
const isEast = (value: number) => (value > 50_000 && value < 950_000) || (value > 9 && value < 25)

function placeColumns(
  header: readonly string[],
  holds: (at: number, test: (text: string) => boolean) => boolean,
): { x: number; y: number } | null {
  const named = byName(header)
  if (named?.kind === 'pair') return named
  const number = (test: (value: number) => boolean) => (text: string) => {
    const value = numberOf(text)
    return value !== null && test(value)
  }
  const y = header.findIndex((_, at) => holds(at, number(isNorth)))
  const x = header.findIndex((_, at) => at !== y && holds(at, number(isEast)))
  return x >= 0 && y >= 0 ? { x, y } : null
}

function byName(header: readonly string[]): CoordinateColumns | null {
  try {
    return coordinateColumns(header)
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}
