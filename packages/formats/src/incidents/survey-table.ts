import type { BBox } from '@trygghetskartan/geo'
import type { Reading } from '../csv/coordinates.ts'
import { pairOf } from '../csv/coordinates.ts'
import { FormatError } from '../refusal.ts'
import { folded } from '../table/field.ts'
import type { TableRecord } from '../table/record.ts'
import { type ColumnNumbers, columnNumbers } from './columns.ts'
import { DateSurvey } from './date-survey.ts'
import type { DateForm } from './dates.ts'
import { type KnownKind, matchKind, matchPrecision } from './kind-words.ts'
import type { IncidentMapping, IncidentPrecision } from './mapping.ts'
import { openTable, type Reopen } from './open-table.ts'
import { PlaceSurvey } from './place-survey.ts'
import type { TableProblem } from './problem.ts'

/** What a file calls a kind, and what that is taken for. */
export interface SurveyedKind {
  readonly text: string
  readonly count: number
  readonly code: string | null
  /** By the mapping or by its very name; otherwise by a word in it. */
  readonly sure: boolean
}

/** How a file as a whole is to be read. */
export interface Surveyed {
  readonly columns: ColumnNumbers
  readonly width: number
  readonly rows: number
  readonly dateForm: DateForm | null
  readonly reading: Reading | null
  readonly kinds: readonly SurveyedKind[]
  readonly precisions: ReadonlyMap<string, IncidentPrecision>
  readonly problems: readonly TableProblem[]
}

export interface Surroundings {
  /** What the map covers, in degrees. */
  readonly bounds: BBox
  readonly kinds: readonly KnownKind[]
}

/** Texts of kinds and precisions that are told apart at most. */
const mostTexts = 2000

/**
 * Reads a table through once, to find what only all of its rows can tell: how dates are written, which reference system, which kinds there
 * are. Throws FormatError: missing-column, no-column, no-rows, and as openTable does.
 */
export async function surveyTable(
  reopen: Reopen,
  mapping: IncidentMapping,
  { bounds, kinds }: Surroundings,
  onRow: (count: number) => void = () => {},
): Promise<Surveyed> {
  const { header, rows } = await openTable(reopen)
  const columns = columnNumbers(header, mapping)
  const dates = new DateSurvey()
  const places = new PlaceSurvey(mapping.srid)
  const kindTexts = new Texts()
  const precisionTexts = new Texts()
  let count = 0
  for await (const record of rows) {
    count += 1
    onRow(count)
    const cell = cellsOf(record, columns)
    for (const text of [cell('from'), cell('to')]) if (text !== '') dates.add(text, record.line)
    if (columns.x !== undefined && columns.y !== undefined) {
      const pair = pairOf(record.cells, { x: columns.x, y: columns.y })
      if (pair && !isNowhere(pair)) places.add(...pair, record.line)
    }
    if (columns.kind !== undefined) kindTexts.add(cell('kind'))
    if (columns.precision !== undefined) precisionTexts.add(cell('precision'))
  }
  if (count === 0) throw noRows()
  const mapped = foldedMap(mapping.kinds)
  const surveyedKinds = kindTexts
    .most()
    .map(([text, count]) => kindOf(text, count, mapped, mapping.otherKind, kinds))
  const settled = mapping.dateForm ? { form: mapping.dateForm } : dates.settle()
  const { reading, problems } = places.settle(bounds)
  return {
    columns,
    width: header.length,
    rows: count,
    dateForm: 'form' in settled ? settled.form : null,
    reading,
    kinds: surveyedKinds,
    precisions: precisionsOf(precisionTexts, mapping),
    problems: [
      ...('problem' in settled ? [settled.problem] : []),
      ...problems,
      ...unknownKinds(surveyedKinds, mapping),
    ],
  }
}

/** A cell by its role; '' where the table has none. */
export const cellsOf =
  ({ cells }: TableRecord, columns: ColumnNumbers) =>
  (role: keyof ColumnNumbers): string => {
    const at = columns[role]
    return at === undefined ? '' : (cells[at] ?? '').replaceAll('\0', '').toWellFormed().trim()
  }

const foldedMap = <T>(given: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(given).map(([text, value]) => [folded(text), value]))

/** Zeros stand for no position in many systems. */
export const isNowhere = ([x, y]: readonly [number, number]): boolean => x === 0 && y === 0

class Texts {
  private readonly counts = new Map<string, number>()

  add(text: string): void {
    const known = this.counts.get(text)
    if (known !== undefined || this.counts.size < mostTexts) this.counts.set(text, (known ?? 0) + 1)
  }

  /** Texts and how often they stand, the most frequent first. */
  most(): [string, number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a)
  }
}

function kindOf(
  text: string,
  count: number,
  mapped: ReadonlyMap<string, string>,
  otherKind: string | null,
  kinds: readonly KnownKind[],
): SurveyedKind {
  const given = mapped.get(folded(text))
  if (given !== undefined && kinds.some(({ code }) => code === given))
    return { text, count, code: given, sure: true }
  const match = matchKind(text, kinds)
  return match ? { text, count, ...match } : { text, count, code: otherKind, sure: false }
}

function precisionsOf(texts: Texts, { precisions }: IncidentMapping): Map<string, IncidentPrecision> {
  const known = new Map<string, IncidentPrecision>()
  const given = foldedMap(precisions)
  for (const [text] of texts.most()) {
    const precision = given.get(folded(text)) ?? matchPrecision(text)
    if (precision && text !== '') known.set(text, precision)
  }
  return known
}

function unknownKinds(kinds: readonly SurveyedKind[], { columns }: IncidentMapping): TableProblem[] {
  const unknown = kinds.filter(({ code, text }) => code === null && text !== '')
  if (unknown.length === 0 || columns.kind === undefined) return []
  const rows = unknown.reduce((sum, { count }) => sum + count, 0)
  const list = unknown.slice(0, 5).map(({ text }) => `”${text}”`)
  const more = unknown.length > list.length ? ' …' : ''
  return [
    {
      code: 'unknown-kinds',
      stops: false,
      message: {
        sv: `Okända slag av händelser: ${list.join(', ')}${more} (${rows} ${rows === 1 ? 'rad' : 'rader'}). Säg vad de är, annars avvisas raderna.`,
        en: `Kinds of incidents that are not known: ${list.join(', ')}${more} (${rows} ${rows === 1 ? 'row' : 'rows'}). Say what they are, or the rows are refused.`,
      },
      examples: [],
    },
  ]
}

const noRows = () =>
  new FormatError('no-rows', {
    sv: 'Tabellen har en rubrikrad men inga rader.',
    en: 'The table has a header but no rows.',
  })
