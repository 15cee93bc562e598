import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'
import type { Inflate } from './elements.ts'
import { Protobuf } from './protobuf.ts'

export interface Blob {
  readonly type: string
  readonly data: Uint8Array
  /** Where the blob starts in the file. */
  readonly offset: number
}

/** Limits of the format: https://wiki.openstreetmap.org/wiki/PBF_Format */
const maxHeaderBytes = 64 * 1024
const maxBlobBytes = 32 * 1024 * 1024

const compressions: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' }

/** The blobs of an .osm.pbf in order, unpacked. Throws FormatError: not-osm-pbf, truncated, compression, corrupt. */
export async function* pbfBlobs(source: ByteSource, inflate: Inflate): AsyncGenerator<Blob> {
  for (let first = true; ; first = false) {
    const offset = source.offset
    const prefix = await source.take(4)
    if (prefix.length === 0 && !first) return
    if (prefix.length < 4) throw first ? foreign(offset) : truncated(offset)
    const headerLength = new DataView(prefix.buffer, prefix.byteOffset, 4).getUint32(0)
    if (headerLength > maxHeaderBytes || headerLength === 0) throw first ? foreign(offset) : corrupt(offset)
    const headerBytes = await source.take(headerLength)
    if (headerBytes.length < headerLength) throw first ? foreign(offset) : truncated(offset)
    const header = blobHeader(headerBytes, offset, first)
    if (header.size < 0 || header.size > maxBlobBytes) throw corrupt(offset)
    const body = await source.take(header.size)
    if (body.length < header.size) throw truncated(offset)
    yield { type: header.type, offset, data: unpack(body, inflate, offset) }
  }
}

function blobHeader(bytes: Uint8Array, offset: number, first: boolean): { type: string; size: number } {
  let type = ''
  let size = -1
  try {
    const reader = new Protobuf(bytes)
    while (reader.more) {
      const tag = reader.varint()
      if (tag === 0x0a) type = new TextDecoder().decode(reader.slice())
      else if (tag === 0x18) size = reader.varint()
      else reader.skip(tag & 7)
    }
  } catch (error) {
    throw first ? foreign(offset, error) : corrupt(offset, error)
  }
  if (first && type !== 'OSMHeader') throw foreign(offset)
  return { type, size }
}

function unpack(body: Uint8Array, inflate: Inflate, offset: number): Uint8Array {
  let raw: Uint8Array | undefined
  let packed: Uint8Array | undefined
  let size = -1
  let compression: string | undefined
  try {
    const reader = new Protobuf(body)
    while (reader.more) {
      const tag = reader.varint()
      const field = tag >> 3
      if (field === 1) raw = reader.slice()
      else if (field === 2) size = reader.varint()
      else if (field === 3) packed = reader.slice()
      else {
        compression ??= compressions[field]
        reader.skip(tag & 7)
      }
    }
    if (raw) return raw
    if (packed && size >= 0 && size <= maxBlobBytes) {
      const data = inflate(packed, size)
      if (data.length === size) return data
    }
  } catch (error) {
    throw corrupt(offset, error)
  }
  if (compression) throw unsupported(compression, offset)
  throw corrupt(offset)
}

const withCause = (error: FormatError, cause: unknown): FormatError => Object.assign(error, { cause })

const foreign = (offset: number, cause?: unknown) =>
  withCause(
    new FormatError(
      'not-osm-pbf',
      {
        sv: 'Filen är inte en OpenStreetMap-fil i formatet .osm.pbf.',
        en: 'The file is not an OpenStreetMap file in the .osm.pbf format.',
      },
      offset,
    ),
    cause,
  )

const truncated = (offset: number) =>
  new FormatError(
    'truncated',
    {
      sv: `Filen är avhuggen: blocket som börjar vid byte ${offset} är inte helt. Ladda ner filen igen.`,
      en: `The file is cut off: the block that starts at byte ${offset} is incomplete. Download the file again.`,
    },
    offset,
  )

/** A block that cannot be right, wherever in it the fault lies. */
export const corrupt = (offset: number, cause?: unknown) =>
  withCause(
    new FormatError(
      'corrupt',
      {
        sv: `Filen är skadad: blocket som börjar vid byte ${offset} går inte att läsa.`,
        en: `The file is damaged: the block that starts at byte ${offset} cannot be read.`,
      },
      offset,
    ),
    cause,
  )

const unsupported = (compression: string, offset: number) =>
  new FormatError(
    'compression',
    {
      sv: `Filen är packad med ${compression}, som inte stöds. Packa om den: osmium cat -o ny.osm.pbf -f pbf,pbf_compression=zlib gammal.osm.pbf`,
      en: `The file is packed with ${compression}, which is not supported. Repack it: osmium cat -o new.osm.pbf -f pbf,pbf_compression=zlib old.osm.pbf`,
    },
    offset,
  )
