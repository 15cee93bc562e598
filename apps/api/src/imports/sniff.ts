import { FormatError, type Text } from '@trygghetskartan/formats'
import { fileTypeFromBuffer } from 'file-type'
import type { ImportFormat } from './summary.ts'

/** Enough for what tells kinds of files apart. */
const headBytes = 4100

/** The same bytes, after a look at the first: a file that is plainly something else than its format says is refused by FormatError. */
export async function* sniffed(
  input: AsyncIterable<Uint8Array>,
  format: ImportFormat,
): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = []
  let size = 0
  let looked = false
  for await (const part of input) {
    if (looked) {
      yield part
      continue
    }
    waiting.push(part)
    size += part.length
    if (size < headBytes) continue
    await look(waiting, format)
    looked = true
    yield* waiting
  }
  if (looked) return
  await look(waiting, format)
  yield* waiting
}

async function look(parts: readonly Uint8Array[], format: ImportFormat): Promise<void> {
  const head = Buffer.concat(parts).subarray(0, headBytes)
  const kind = await kindOf(head)
  const expected = expectedOf[format]
  if (kind === null || expected.kinds.includes(kind)) return
  const found = names[kind] ?? { sv: kind, en: kind }
  const advice = kind === 'xlsx' ? saveAsCsv : { sv: '', en: '' }
  throw new FormatError('wrong-format', {
    sv: `Filen är ${found.sv}, men ${expected.name.sv} väntades.${advice.sv}`,
    en: `The file is ${found.en}, but ${expected.name.en} was expected.${advice.en}`,
  })
}

const saveAsCsv: Text = {
  sv: ' Spara tabellen som CSV och läs in den i stället.',
  en: ' Save the table as CSV and import that instead.',
}

const expectedOf: Readonly<Record<ImportFormat, { kinds: readonly string[]; name: Text }>> = {
  osm: { kinds: ['xml', 'json', 'text'], name: { sv: 'OpenStreetMap-data', en: 'OpenStreetMap data' } },
  geojson: { kinds: ['json'], name: { sv: 'GeoJSON', en: 'GeoJSON' } },
  csv: { kinds: ['text'], name: { sv: 'en CSV-tabell', en: 'a CSV table' } },
  survey: { kinds: ['text'], name: { sv: 'en CSV-tabell', en: 'a CSV table' } },
  polisen: { kinds: ['json'], name: { sv: 'polisens händelser i JSON', en: 'the police’s events as JSON' } },
}

const names: Readonly<Record<string, Text>> = {
  json: { sv: 'JSON', en: 'JSON' },
  xml: { sv: 'XML eller en webbsida', en: 'XML or a web page' },
  text: { sv: 'vanlig text', en: 'plain text' },
  xlsx: { sv: 'en Excel-arbetsbok', en: 'an Excel workbook' },
  zip: { sv: 'ett ZIP-arkiv', en: 'a ZIP archive' },
  gz: { sv: 'packad med gzip', en: 'packed with gzip' },
  bz2: { sv: 'packad med bzip2', en: 'packed with bzip2' },
  pdf: { sv: 'en PDF', en: 'a PDF' },
  binary: { sv: 'ingen text', en: 'no text' },
}

/** What a file is, by its first bytes; null where they do not tell, or there are none: the reader says more of it than we can. */
async function kindOf(head: Buffer): Promise<string | null> {
  if (head.length === 0) return null
  if (head.includes('OSMHeader')) return 'text'
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  const wide = head[0] === 0xff || head[0] === 0xfe || (head[1] === 0 && head[3] === 0)
  // Two letters make a BMP of a table whose first column begins with BM: only what has bytes that no text has is asked for its type.
  if (!wide && head.includes(0)) {
    const type = await fileTypeFromBuffer(head)
    if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
      return head.includes('[Content_Types].xml') || head.includes('xl/') ? 'xlsx' : 'zip'
    return type?.ext ?? null
  }
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gz'
  const written = head.toString(wide ? 'utf16le' : 'utf8').trimStart()
  // A GeoJSON text sequence (RFC 8142) begins each object with this sign.
  const text = written.startsWith('\u001e') ? written.slice(1) : written
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  return text.startsWith('<') ? 'xml' : 'text'
}
