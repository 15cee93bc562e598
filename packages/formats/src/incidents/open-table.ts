import { ByteSource, type Bytes, emptyFile } from '../byte-source.ts'
import { csvRecords } from '../csv/records.ts'
import { FormatError } from '../refusal.ts'
import { folded } from '../table/field.ts'
import type { TableRecord } from '../table/record.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'

/** A file that can be read from its beginning again. */
export type Reopen = () => Bytes

export interface OpenTable {
  readonly header: readonly string[]
  /** Rows below the header. */
  readonly rows: AsyncGenerator<TableRecord>
}

/** Rows above a header at most: titles of what has been exported. */
const mostAbove = 20

/**
 * Opens a CSV table or an Excel workbook, whichever it is. The header is the first row with more than one filled cell.
 * Throws FormatError: empty-file, old-excel, no-header, and as csvRecords and readXlsx do.
 */
export async function openTable(reopen: Reopen): Promise<OpenTable> {
  const rows = (await isWorkbook(reopen)) ? readXlsx(reopen) : csvRecords(reopen())
  for (let above = 0; above < mostAbove; above += 1) {
    const { value, done } = await rows.next()
    if (done) throw above === 0 ? emptyFile() : noHeader()
    if (value.cells.filter((cell) => cell.trim() !== '').length < 2) continue
    return { header: distinct(value.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())), rows }
  }
  throw noHeader()
}

async function isWorkbook(reopen: Reopen): Promise<boolean> {
  const source = new ByteSource(reopen())
  const start = await source.peek(8)
  await source.close()
  const signature = [...start.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (signature === 'd0cf11e0') throw oldExcel()
  return signature === '504b0304'
}

/** Titles that stand twice get a number, so that each names one column. */
function distinct(titles: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return titles.map((title) => {
    const nth = (seen.get(folded(title)) ?? 0) + 1
    seen.set(folded(title), nth)
    return nth === 1 ? title : `${title} (${nth})`
  })
}

const noHeader = () =>
  new FormatError('no-header', {
    sv: 'Filen har ingen rubrikrad med minst två kolumner. Är det en tabell?',
    en: 'The file has no header row with at least two columns. Is it a table?',
  })

const oldExcel = () =>
  new FormatError('old-excel', {
    sv: 'Filen är en äldre Excel-arbetsbok (.xls) eller skyddad med lösenord. Spara den som .xlsx eller CSV.',
    en: 'The file is an older Excel workbook (.xls) or protected by a password. Save it as .xlsx or CSV.',
  })
