import type { TableRecord } from '../table/record.ts'

/** Splits text into records (RFC 4180: quotes doubled inside quotes, line breaks inside quotes kept), as text comes in. */
export class CsvTokenizer {
  private readonly delimiter: string
  private cell = ''
  private cells: string[] = []
  private quoted = false
  private wasQuoted = false
  /** A quote inside quotes: the next letter tells whether it ends them. */
  private pending = false
  private line = 1
  private start = 1

  constructor(delimiter: string) {
    this.delimiter = delimiter
  }

  *feed(text: string): Generator<TableRecord> {
    for (const letter of text) {
      if (this.pending) {
        this.pending = false
        if (letter === '"') {
          this.cell += letter
          continue
        }
        this.quoted = false
      }
      if (this.quoted) {
        if (letter === '"') this.pending = true
        else this.cell += letter
        if (letter === '\n') this.line += 1
      } else if (letter === '"' && this.cell.trim() === '' && !this.wasQuoted) {
        this.cell = ''
        this.quoted = true
        this.wasQuoted = true
      } else if (letter === this.delimiter) this.endCell()
      else if (letter === '\n') {
        yield* this.endRecord()
        this.line += 1
        this.start = this.line
      } else if (letter !== '\r') this.cell += letter
    }
  }

  *end(): Generator<TableRecord> {
    if (this.pending) this.quoted = false
    if (this.cell !== '' || this.cells.length > 0 || this.wasQuoted) yield* this.endRecord()
  }

  private endCell(): void {
    this.cells.push(this.cell)
    this.cell = ''
    this.wasQuoted = false
  }

  /** Blank lines are no records. */
  private *endRecord(): Generator<TableRecord> {
    this.endCell()
    const { cells, start: line, quoted: unclosed } = this
    this.cells = []
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells, unclosed }
  }
}
