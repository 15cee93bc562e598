import { FormatError } from '../refusal.ts'
import { JsonPiece, notUtf8 } from './json-piece.ts'
import type { JsonEvent } from './json-stream.ts'

const [quote, backslash, openObject, closeObject, openList, closeList, comma, newline, recordSeparator] = [
  34, 92, 123, 125, 91, 93, 44, 10, 30,
]

/** Finds where values begin and end without reading them; JSON.parse does that, one piece at a time. */
export class JsonScanner {
  private readonly member: string
  private events: JsonEvent[] = []
  private depth = 0
  private inString = false
  private escaped = false
  private line = 1
  private bytes = 0
  private elements = 0
  private roots = 0
  /** Depth inside the streamed array: 0 outside, 1 in a top-level array, 2 in one of a top-level object. */
  private listDepth = 0
  private streamed = false
  private root: JsonPiece | null = null
  private element: JsonPiece | null = null
  private chunk: Uint8Array = new Uint8Array(0)
  /** From where in the chunk bytes have not been handed to a piece yet. */
  private from = 0

  constructor(member: string) {
    this.member = member
  }

  get isEmpty(): boolean {
    return this.roots === 0
  }

  take(): JsonEvent[] {
    const made = this.events
    this.events = []
    return made
  }

  feed(chunk: Uint8Array): void {
    this.chunk = chunk
    this.from = 0
    let position = this.bytes === 0 ? this.byteOrderMark() : 0
    for (; position < chunk.length; position += 1) {
      const byte = chunk[position]!
      if (byte === newline) this.line += 1
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (byte === backslash) this.escaped = true
        else if (byte === quote) this.inString = false
      } else if (byte <= 32) {
        if (this.depth === 0 && this.root) this.endRoot(position)
      } else this.structure(byte, position)
    }
    this.handOver(chunk.length)
    this.bytes += chunk.length
  }

  end(): void {
    if (this.depth > 0 || this.inString) throw truncated(this.bytes)
    this.chunk = new Uint8Array(0)
    this.from = 0
    if (this.root) this.endRoot(0)
  }

  private byteOrderMark(): number {
    const [a, b, c] = this.chunk
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) throw notUtf8(1)
    return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
  }

  private structure(byte: number, position: number): void {
    if (byte === recordSeparator) return
    if (this.depth === 0 && !this.root) this.begin('root', position)
    const inList = this.listDepth > 0 && this.depth === this.listDepth
    if (inList && !this.element && byte !== comma && byte !== closeList) this.begin('element', position)
    if (byte === quote) this.inString = true
    else if (byte === openObject) this.depth += 1
    else if (byte === openList) this.openList(position)
    else if (byte === closeObject || byte === closeList) this.close(position)
    else if (byte === comma && inList) this.endElement(position)
  }

  private openList(position: number): void {
    this.depth += 1
    if (this.listDepth > 0 || this.depth > 2) return
    this.handOver(position)
    if (this.depth === 2 && !this.root!.endsWithKey(this.member)) return
    this.root!.add(this.chunk.subarray(position, position + 1))
    this.from = position + 1
    if (this.depth === 2) this.events.push({ head: this.root!.valueSoFar(']}') })
    this.listDepth = this.depth
    this.streamed = true
  }

  private close(position: number): void {
    if (this.listDepth > 0 && this.depth === this.listDepth) {
      this.endElement(position)
      this.from = position
      this.listDepth = 0
    }
    this.depth -= 1
    if (this.depth < 0) throw notJson(this.line)
    if (this.depth === 0) this.endRoot(position + 1)
  }

  private begin(what: 'root' | 'element', position: number): void {
    this.from = position
    this[what] = new JsonPiece(this.line)
  }

  /** Gives the bytes up to `end` to the piece they belong to: between elements to none. */
  private handOver(end: number): void {
    const piece = this.listDepth > 0 ? this.element : this.root
    piece?.add(this.chunk.subarray(this.from, end))
    this.from = end
  }

  private endElement(position: number): void {
    if (!this.element) return
    this.handOver(position)
    const { line } = this.element
    const index = this.elements++
    const value = attempt(this.element)
    this.element = null
    this.events.push(
      'fault' in value ? { broken: value.fault, index, line } : { element: value.parsed, index, line },
    )
  }

  private endRoot(position: number): void {
    this.handOver(position)
    const { line } = this.root!
    const value = attempt(this.root!)
    const { streamed } = this
    this.root = null
    this.streamed = false
    this.roots += 1
    if (!('fault' in value)) this.events.push({ root: value.parsed, line, streamed })
    else if (this.roots === 1) throw notJson(line, value.fault)
    else this.events.push({ broken: value.fault, index: this.elements++, line })
  }
}

function attempt(piece: JsonPiece): { parsed: unknown } | { fault: string } {
  try {
    return { parsed: piece.value() }
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: error.message }
    throw error
  }
}

const truncated = (bytes: number) =>
  new FormatError(
    'truncated',
    {
      sv: `Filen är avhuggen: den tar slut mitt i ett objekt vid byte ${bytes}.`,
      en: `The file is cut off: it ends in the middle of an object at byte ${bytes}.`,
    },
    bytes,
  )

const notJson = (line: number, fault = '') =>
  new FormatError('not-json', {
    sv: `Filen är inte JSON (rad ${line}). ${fault}`.trim(),
    en: `The file is not JSON (line ${line}). ${fault}`.trim(),
  })
