import { type Bytes, emptyFile } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'
import type { TableRecord } from '../table/record.ts'
import { decodeText } from './decode.ts'
import { CsvTokenizer } from './tokenize.ts'

const longestHeader = 100_000

/** A table's records, its header first: delimiter and encoding are found out. Throws FormatError: empty-file, mixed-encoding, no-header. */
export async function* csvRecords(input: Bytes): AsyncGenerator<TableRecord> {
  let tokenizer: CsvTokenizer | null = null
  let start = ''
  for await (const text of decodeText(input)) {
    if (tokenizer) {
      yield* tokenizer.feed(text)
      continue
    }
    start += text
    if (start.length > longestHeader && !start.includes('\n')) throw noHeader()
    if (!/\n./s.test(start)) continue
    tokenizer = new CsvTokenizer(delimiterOf(start))
    yield* tokenizer.feed(start.replace(/^\uFEFF/, ''))
  }
  if (!tokenizer) {
    if (start.trim() === '') throw emptyFile()
    tokenizer = new CsvTokenizer(delimiterOf(start))
    yield* tokenizer.feed(start.replace(/^\uFEFF/, ''))
  }
  yield* tokenizer.end()
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

const noHeader = () =>
  new FormatError('no-header', {
    sv: 'Filen är inte en tabell: den första raden tar aldrig slut.',
    en: 'The file is not a table: its first line never ends.',
  })
