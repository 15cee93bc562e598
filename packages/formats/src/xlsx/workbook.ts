import { SaxesParser } from 'saxes'
import type { Bytes } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'
import { type Shown, shownByCode, shownByNumber } from './cell-text.ts'
import { unzipped } from './unzip.ts'

/** What the cells of a sheet are read with. */
export interface Workbook {
  /** File of the first sheet that is shown, in the archive. */
  readonly path: string
  readonly sheet: string
  /** Titles of the other sheets that are shown. */
  readonly others: readonly string[]
  readonly strings: readonly string[]
  /** By style number of a cell. */
  readonly shown: readonly Shown[]
  readonly from1904: boolean
}

const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml']
/** Letters of all shared texts: they are held in memory. */
const mostLetters = 400_000_000

type Attributes = Readonly<Record<string, string>>

/** Everything of a workbook but its sheets. Throws FormatError as `unzipped` does, and not-xlsx, too-large. */
export async function readWorkbook(input: Bytes): Promise<Workbook> {
  const sheets: { title: string; rel: string; hidden: boolean }[] = []
  const targets = new Map<string, string>()
  const codes = new Map<number, string>()
  const formats: number[] = []
  const strings = new Strings()
  let from1904 = false
  let inCells = false
  const onOpen: Record<string, (name: string, attributes: Attributes) => void> = {
    'xl/workbook.xml': (name, { name: title = '', 'r:id': rel = '', state = '', date1904 }) => {
      if (name === 'sheet') sheets.push({ title, rel, hidden: state !== '' && state !== 'visible' })
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
    },
    'xl/_rels/workbook.xml.rels': (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target)
    },
    'xl/styles.xml': (name, { numFmtId, formatCode = '' }) => {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'xf' && inCells) formats.push(Number(numFmtId ?? 0))
    },
    'xl/sharedStrings.xml': (name) => strings.open(name),
  }
  const onClose: Record<string, (name: string) => void> = {
    'xl/styles.xml': (name) => {
      if (name === 'cellXfs') inCells = false
    },
    'xl/sharedStrings.xml': (name) => strings.close(name),
  }
  const writers = new Map<string, (bytes: Uint8Array) => void>()
  for await (const { name, bytes } of unzipped(input, (name) => parts.includes(name))) {
    let write = writers.get(name)
    if (!write) {
      const parser = parserOf(onOpen[name]!, onClose[name])
      if (name === 'xl/sharedStrings.xml') parser.on('text', (text) => strings.text(text))
      const decoder = new TextDecoder()
      write = (piece) => void parser.write(decoder.decode(piece, { stream: true }))
      writers.set(name, write)
    }
    write(bytes)
  }
  const [first, ...others] = sheets.filter(({ hidden }) => !hidden)
  const target = first && targets.get(first.rel)
  if (!target) throw notXlsx()
  return {
    path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    sheet: first.title,
    others: others.map(({ title }) => title),
    strings: strings.all,
    shown: formats.map((id) => (codes.has(id) ? shownByCode(codes.get(id)!) : shownByNumber(id))),
    from1904,
  }
}

/** A parser that names elements without what stands before their colon. */
export function parserOf(
  onOpen: (name: string, attributes: Attributes) => void,
  onClose: (name: string) => void = () => {},
): SaxesParser {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => onOpen(local(name), attributes as Attributes))
  parser.on('closetag', ({ name }) => onClose(local(name)))
  parser.on('error', (error) => {
    throw Object.assign(notXlsx(), { cause: error })
  })
  return parser
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Texts that cells share. How a word is pronounced is no part of it. */
class Strings {
  readonly all: string[] = []
  private current = ''
  private inText = false
  private inReading = false
  private letters = 0

  open(name: string): void {
    if (name === 'si') this.current = ''
    this.inReading ||= name === 'rPh'
    this.inText = name === 't' && !this.inReading
  }

  text(text: string): void {
    if (this.inText) this.current += text
  }

  close(name: string): void {
    this.inText = false
    if (name === 'rPh') this.inReading = false
    if (name !== 'si') return
    this.letters += this.current.length
    if (this.letters > mostLetters) throw tooLarge()
    this.all.push(this.current)
  }
}

const tooLarge = () =>
  new FormatError('too-large', {
    sv: 'Excel-arbetsboken är för stor. Spara den som CSV i stället.',
    en: 'The Excel workbook is too large. Save it as CSV instead.',
  })

export const notXlsx = () =>
  new FormatError('not-xlsx', {
    sv: 'Filen är ingen Excel-arbetsbok som går att läsa. Spara om den som .xlsx eller CSV.',
    en: 'The file is no Excel workbook that can be read. Save it again as .xlsx or CSV.',
  })
