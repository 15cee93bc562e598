import { FormatError } from '../refusal.ts'

/** Beyond this one object is not an object of a map but a mistake. */
const maxBytes = 64 * 1024 * 1024

/** How far back a key is looked for, in bytes: its length and the white space around it. */
const keyReach = 200

/** The bytes of one JSON value, gathered over as many chunks as it spans. */
export class JsonPiece {
  readonly line: number
  private parts: Uint8Array[] = []
  private size = 0

  constructor(line: number) {
    this.line = line
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.size += bytes.length
    if (this.size > maxBytes) throw tooLarge(this.line)
    this.parts.push(bytes.slice())
  }

  /** True where the text so far ends with `"key":`. */
  endsWithKey(key: string): boolean {
    let from = this.parts.length
    for (let size = 0; from > 0 && size < keyReach; size += this.parts[from]!.length) from -= 1
    const tail = decode(join(this.parts.slice(from)).slice(-keyReach), false)
    return new RegExp(`[{,]\\s*"${key}"\\s*:\\s*$`).test(tail)
  }

  /** The value as it would be if it ended here with `ending`; null where that is no JSON either. */
  valueSoFar(ending: string): unknown {
    try {
      return JSON.parse(decode(join(this.parts), false) + ending)
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }

  /** Throws SyntaxError where it is not JSON, FormatError where it is not UTF-8. */
  value(): unknown {
    let text: string
    try {
      text = decode(join(this.parts), true)
    } catch (error) {
      throw Object.assign(notUtf8(this.line), { cause: error })
    }
    return JSON.parse(text)
  }
}

const decode = (bytes: Uint8Array, fatal: boolean) => new TextDecoder('utf-8', { fatal }).decode(bytes)

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let filled = 0
  for (const part of parts) {
    joined.set(part, filled)
    filled += part.length
  }
  return joined
}

const tooLarge = (line: number) =>
  new FormatError('too-large', {
    sv: `Objektet på rad ${line} är större än 64 MB.`,
    en: `The object on line ${line} is larger than 64 MB.`,
  })

export const notUtf8 = (line: number) =>
  new FormatError('not-utf8', {
    sv: `Filen är inte i teckenkodningen UTF-8, som JSON ska vara (rad ${line}).`,
    en: `The file is not in UTF-8, as JSON must be (line ${line}).`,
  })
