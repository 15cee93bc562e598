import type { Bytes } from '../byte-source.ts'
import type { TableRecord } from '../table/record.ts'
import { textOfNumber } from './cell-text.ts'
import { unzipped } from './unzip.ts'
import { notXlsx, parserOf, readWorkbook, type Workbook } from './workbook.ts'

/** Columns Excel has. */
const mostColumns = 16_384

/**
 * The rows of a workbook's first sheet that is shown, cells as text: dates as 2026-05-01, with 14:30 where they have a time of day. The
 * file is read twice, since texts that cells share may stand after the sheet. Throws FormatError: broken-archive, not-xlsx, too-large.
 */
export async function* readXlsx(open: () => Bytes): AsyncGenerator<TableRecord> {
  const book = await readWorkbook(open())
  const rows = new SheetRows(book)
  const parser = parserOf(
    (name, attributes) => rows.open(name, attributes),
    (name) => rows.close(name),
  )
  parser.on('text', (text) => rows.text(text))
  const decoder = new TextDecoder()
  let found = false
  for await (const { bytes } of unzipped(open(), (name) => name === book.path)) {
    found = true
    parser.write(decoder.decode(bytes, { stream: true }))
    yield* rows.take()
  }
  if (!found) throw notXlsx()
}

class SheetRows {
  private readonly book: Workbook
  private ready: TableRecord[] = []
  private cells: string[] = []
  private line = 0
  private column = -1
  private kind = ''
  private style = 0
  private value = ''
  private inValue = false

  constructor(book: Workbook) {
    this.book = book
  }

  take(): TableRecord[] {
    const { ready } = this
    this.ready = []
    return ready
  }

  open(name: string, { r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = r === undefined ? this.line + 1 : Number(r)
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r)
      this.kind = t
      this.style = Number(s)
      this.value = ''
    } else if (name === 'v' || name === 't') this.inValue = true
  }

  text(text: string): void {
    if (this.inValue) this.value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false
    else if (name === 'c' && this.column < mostColumns) {
      while (this.cells.length < this.column) this.cells.push('')
      this.cells[this.column] = this.cell()
    } else if (name === 'row' && this.cells.some((cell) => cell.trim() !== ''))
      this.ready.push({ line: this.line, cells: this.cells, unclosed: false })
  }

  private cell(): string {
    const { kind, value, book } = this
    if (kind === 's') return book.strings[Number(value)] ?? ''
    if (kind === 'd') return value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?$|Z$/, '')
    if (kind !== 'n') return kind === 'e' ? '' : value
    const shown = book.shown[this.style]
    return shown ? textOfNumber(value, shown, book.from1904) : value
  }
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
