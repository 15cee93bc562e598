import { ByteSource, type Bytes, emptyFile } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'

/**
 * A table's bytes as text: UTF-8 or UTF-16 by byte order mark or by how the bytes fall, else Windows-1252 (which holds Latin-1),
 * as spreadsheets in Sweden save it. Throws FormatError empty-file, mixed-encoding.
 */
export async function* decodeText(input: Bytes): AsyncGenerator<string> {
  const source = new ByteSource(input)
  try {
    const start = await source.peek(4096)
    if (start.length === 0) throw emptyFile()
    const wide = utf16(start)
    if (wide) {
      const decoder = new TextDecoder(wide)
      for await (const chunk of source.rest()) yield decoder.decode(chunk, { stream: true })
      yield decoder.decode()
    } else yield* utf8OrWindows(source)
  } finally {
    await source.close()
  }
}

function utf16(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // A header is mostly ASCII: every second byte is 0.
  const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length
  const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length
  if (odd > start.length / 4) return 'utf-16le'
  return even > start.length / 4 ? 'utf-16be' : null
}

async function* utf8OrWindows(source: ByteSource): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let carried: Uint8Array = new Uint8Array(0)
  let sawWide = false
  let windows = false
  for await (const chunk of source.rest()) {
    const bytes = joined(carried, chunk)
    carried = new Uint8Array(0)
    if (!windows) {
      // Cut before a letter that continues in the next chunk, so that each block can be judged by itself.
      const end = wholeLetters(bytes)
      try {
        const text = utf8.decode(bytes.subarray(0, end))
        sawWide ||= text.length < end
        carried = bytes.slice(end)
        yield text
        continue
      } catch (error) {
        if (sawWide || hasWideLine(bytes, utf8)) throw Object.assign(mixed(source.offset), { cause: error })
        windows = true
      }
    }
    yield windows1252(bytes)
  }
  if (carried.length > 0) yield windows1252(carried)
}

/** True where a line of the block is UTF-8 with more than ASCII in it: another line then is in something else. */
function hasWideLine(bytes: Uint8Array, utf8: { decode(line: Uint8Array): string }): boolean {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start)
    const line = bytes.subarray(start, newline < 0 ? bytes.length : newline)
    start += line.length + 1
    if (line.every((byte) => byte < 0x80)) continue
    try {
      utf8.decode(line)
      return true
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return false
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Length without a UTF-8 letter that is cut off at the end. */
function wholeLetters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** What 0x80 to 0x9F mean in Windows-1252; elsewhere it is Latin-1. */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? specials[byte - 0x80] : String.fromCharCode(byte)
  return text
}

const mixed = (offset: number) =>
  new FormatError(
    'mixed-encoding',
    {
      sv: `Filen blandar teckenkodningar: UTF-8 i början, något annat före byte ${offset}. Spara om den som UTF-8.`,
      en: `The file mixes encodings: UTF-8 at first, something else before byte ${offset}. Save it as UTF-8.`,
    },
    offset,
  )
