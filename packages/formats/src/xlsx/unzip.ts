import { Unzip, UnzipInflate } from 'fflate'
import type { Bytes } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'

/** A piece of an unpacked file of the archive. */
export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Unpacked bytes an archive may come to: Excel's own limit of rows is far below. */
const mostBytes = 4_000_000_000

/** The named files of a ZIP archive as they come, piece by piece. Throws FormatError broken-archive, too-large. */
export async function* unzipped(input: Bytes, wanted: (name: string) => boolean): AsyncGenerator<ZipPart> {
  let waiting: ZipPart[] = []
  let total = 0
  let failed: Error | null = null
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return
    file.ondata = (error, bytes) => {
      if (error) failed = error
      else if (bytes.length > 0) waiting.push({ name: file.name, bytes })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of input) {
    // In small pieces: what is packed a thousand times must not be unpacked in one go.
    for (let at = 0; at < chunk.length; at += packedAtOnce) {
      push(unzip, chunk.subarray(at, at + packedAtOnce))
      if (failed) throw broken()
      const ready = waiting
      waiting = []
      for (const part of ready) {
        total += part.bytes.length
        if (total > mostBytes) throw tooLarge()
        yield part
      }
    }
  }
}

const packedAtOnce = 65_536

function push(unzip: Unzip, chunk: Uint8Array): void {
  try {
    unzip.push(chunk)
  } catch (error) {
    throw Object.assign(broken(), { cause: error })
  }
}

const broken = () =>
  new FormatError('broken-archive', {
    sv: 'Excel-arbetsboken är trasig och går inte att packa upp. Spara om den.',
    en: 'The Excel workbook is broken and cannot be unpacked. Save it again.',
  })

const tooLarge = () =>
  new FormatError('too-large', {
    sv: 'Excel-arbetsboken är för stor. Spara den som CSV i stället.',
    en: 'The Excel workbook is too large. Save it as CSV instead.',
  })
