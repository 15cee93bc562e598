import type { Bytes } from '../byte-source.ts'
import { emptyFile } from '../byte-source.ts'
import { csvRecords } from '../csv/records.ts'
import { FormatError, type Read, type Refusal, type Text } from '../refusal.ts'
import { findSensitive } from '../sensitive-text.ts'
import { numberOf } from '../table/cell-value.ts'
import { folded } from '../table/field.ts'
import type { TableRecord } from '../table/record.ts'

/** What one question got in one area and year. */
export interface SurveyRow {
  readonly line: number
  /** "row 7" */
  readonly element: string
  /** Name of the area, '' where only its code is given. */
  readonly area: string
  readonly code: string | null
  readonly year: number
  readonly question: string
  /** Per cent. */
  readonly share: number
  /** Answers. */
  readonly n: number
  /** Per cent. */
  readonly responseRate: number | null
  readonly source: string | null
}

type Column = 'area' | 'code' | 'year' | 'question' | 'share' | 'n' | 'responseRate' | 'source'

/** What tables call their columns, folded. */
const names: Readonly<Record<Column, readonly string[]>> = {
  area: ['område', 'områdesnamn', 'area', 'stadsdel', 'delområde', 'namn', 'title'],
  code: ['kod', 'områdeskod', 'code', 'area_code'],
  year: ['år', 'year', 'mätår'],
  question: ['fråga', 'question', 'indikator', 'påstående'],
  share: ['andel', 'andel_(%)', 'andel_%', 'share', 'procent', 'share_(%)', 'andel_otrygga'],
  n: ['n', 'antal_svar', 'svar', 'svarande', 'antal_svarande', 'respondents', 'answers'],
  responseRate: ['svarsfrekvens', 'svarsfrekvens_(%)', 'svarsandel', 'response_rate'],
  source: ['källa', 'source', 'undersökning'],
}
const columns = Object.keys(names) as Column[]

type Header = Readonly<Partial<Record<Column, number>>>

/**
 * Reads a table of survey results, one row for each area, year and question: delimiter, encoding and decimal sign are found out, shares
 * are per cent. Throws FormatError: empty-file, mixed-encoding, no-header, missing-column, shares-as-fractions.
 */
export async function* readSurvey(input: Bytes): AsyncGenerator<Read<SurveyRow>> {
  let header: Header | null = null
  let width = 0
  let count = 0
  // Shares written as 0,27 would all be taken for less than one per cent.
  const rows: Read<SurveyRow>[] = []
  for await (const record of csvRecords(input)) {
    if (!header) {
      header = headerOf(record)
      width = record.cells.length
      continue
    }
    count += 1
    rows.push(rowOf(record, header, width, count))
  }
  if (!header) throw emptyFile()
  const shares = rows.flatMap((row) => ('item' in row ? [row.item.share] : []))
  if (shares.length > 0 && shares.every((share) => share <= 1) && shares.some((share) => share > 0))
    throw asFractions()
  yield* rows
}

function headerOf({ cells }: TableRecord): Header {
  const header: Partial<Record<Column, number>> = {}
  for (const column of columns) {
    const at = cells.findIndex((cell) => names[column].includes(folded(cell)))
    if (at >= 0) header[column] = at
  }
  const missing = (['year', 'question', 'share', 'n'] as const).filter(
    (column) => header[column] === undefined,
  )
  if (header.area === undefined && header.code === undefined) throw missingColumn('område', 'area')
  if (missing.length > 0) throw missingColumn(names[missing[0]!][0]!, missing[0]!)
  return header
}

function rowOf(record: TableRecord, header: Header, width: number, nth: number): Read<SurveyRow> {
  const { line, cells } = record
  const element = `row ${nth}`
  const refuse = (code: string, message: Text): Read<SurveyRow> => ({
    refusal: { line, element, code, message } satisfies Refusal,
  })
  if (record.unclosed || cells.length !== width)
    return refuse('wrong-width', {
      sv: `Raden har ${cells.length} kolumner, rubriken ${width}.`,
      en: `The row has ${cells.length} columns, the header ${width}.`,
    })
  const text = (column: Column) => {
    const at = header[column]
    return at === undefined ? '' : cells[at]!.trim().replace(/^'(?=[=+\-@])/, '')
  }
  const figure = (column: Column) => numberOf(text(column).replace(/\s*(%|procent)$/i, ''))
  const [area, code, question] = [text('area'), text('code'), text('question')]
  const [year, share, n] = [figure('year'), figure('share'), figure('n')]
  const rate = text('responseRate') === '' ? null : figure('responseRate')
  if (area === '' && code === '')
    return refuse('no-area', { sv: 'Området saknas.', en: 'The area is missing.' })
  if (question === '' || question.length > 200)
    return refuse('no-question', {
      sv: 'Frågan saknas eller är längre än 200 tecken.',
      en: 'The question is missing, or longer than 200 characters.',
    })
  if (year === null || !Number.isInteger(year) || year < 1990 || year > 2100)
    return refuse('no-year', { sv: `”${text('year')}” är inget år.`, en: `“${text('year')}” is no year.` })
  if (share === null || share < 0 || share > 100)
    return refuse('no-share', {
      sv: `”${text('share')}” är ingen andel i procent.`,
      en: `“${text('share')}” is no share in per cent.`,
    })
  if (n === null || !Number.isInteger(n) || n < 1 || n > 1_000_000)
    return refuse('no-answers', {
      sv: `”${text('n')}” är inget antal svar.`,
      en: `“${text('n')}” is no number of answers.`,
    })
  if (text('responseRate') !== '' && (rate === null || rate < 0 || rate > 100))
    return refuse('no-response-rate', {
      sv: `”${text('responseRate')}” är ingen svarsfrekvens i procent.`,
      en: `“${text('responseRate')}” is no response rate in per cent.`,
    })
  const source = text('source').slice(0, 200)
  const [person] = findSensitive(`${question}\n${source}`)
  if (person)
    return refuse('person', {
      sv: `”${person.text}” kan peka ut en person. Skriv frågan och källan utan namn och nummer.`,
      en: `“${person.text}” may point out a person. Write the question and the source without names and numbers.`,
    })
  return {
    item: {
      ...{ line, element, area, code: code || null, year, question, share, n },
      responseRate: rate,
      source: source || null,
    },
  }
}

const missingColumn = (sv: string, en: string) =>
  new FormatError('missing-column', {
    sv: `Kolumnen ”${sv}” saknas. Tabellen har en rad för varje område, år och fråga med kolumnerna område eller kod, år, fråga, andel, n och gärna svarsfrekvens och källa.`,
    en: `The column “${en}” is missing. The table has a row for each area, year and question with the columns area or code, year, question, share, n and preferably response rate and source.`,
  })

const asFractions = () =>
  new FormatError('shares-as-fractions', {
    sv: 'Alla andelar är högst 1: de är skrivna som bråkdelar. Ange dem i procent, till exempel 27,5.',
    en: 'All shares are at most 1: they are written as fractions. Give them in per cent, such as 27.5.',
  })
