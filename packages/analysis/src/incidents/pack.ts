import { checksum } from './checksum.ts'
import { type IncidentColumns, precisions, timePrecisions } from './columns.ts'

/**
 * The packed form of incidents, all numbers little-endian:
 * "TKIN", version (4 bytes), length of a JSON header (4 bytes) and that header `{"srid":3006}`; then blocks of at most
 * `blockRows` rows: rows, bytes of the body and its CRC-32 (4 bytes each) and the body; last a block of no rows whose
 * body is the number of rows in all (4 bytes), so that what is cut off shows.
 * A body holds column by column: length of a JSON (0 where nothing is new) and that JSON with the names of kinds and
 * sources that no block before had; `from`, x and y as differences from the row before, `to` as its difference
 * from `from`, kind, each as varints; then a byte a row of time precision + 8 × precision, and a byte a row of source.
 * Positions are kept to the centimetre; NaN (no position) stays so.
 */
export const packedMagic = 0x4e494b54
export const packedVersion = 1
/** Rows in a block at most. */
export const blockRows = 65_536
/** What stands for no position, in centimetres. */
export const nowhere = -0x8000_0000

/** Names as they have been numbered so far: pieces may number theirs each in its own way. */
class Names {
  private readonly numbers = new Map<string, number>()
  private readonly most: number
  fresh: string[] = []

  constructor(most: number) {
    this.most = most
  }

  /** By the piece's own numbers ours. */
  numbersOf(names: readonly string[]): Uint16Array {
    return Uint16Array.from(names, (name) => {
      const known = this.numbers.get(name)
      if (known !== undefined) return known
      if (this.numbers.size > this.most) throw new RangeError(`More than ${this.most + 1} names`)
      this.fresh.push(name)
      this.numbers.set(name, this.numbers.size)
      return this.numbers.size - 1
    })
  }
}

/**
 * Packs incidents piece by piece: each piece gives one chunk or more as soon as it is there, so a million rows are never
 * held at once. All pieces must be of `srid`. Throws a RangeError where columns break their own rules.
 */
export async function* packIncidents(
  pieces: Iterable<IncidentColumns> | AsyncIterable<IncidentColumns>,
  srid: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const header = new TextEncoder().encode(JSON.stringify({ srid }))
  yield joined([word(packedMagic), word(packedVersion), word(header.length), header])
  const kinds = new Names(0xffff)
  const sources = new Names(0xff)
  let rows = 0
  for await (const piece of pieces) {
    if (piece.srid !== srid) throw new RangeError(`A piece in EPSG:${piece.srid} among those in EPSG:${srid}`)
    const kindOf = kinds.numbersOf(piece.kinds)
    const sourceOf = sources.numbersOf(piece.sources)
    for (let start = 0; start < piece.length; start += blockRows) {
      const end = Math.min(piece.length, start + blockRows)
      yield block(end - start, bodyOf(piece, start, end, kindOf, sourceOf, kinds, sources))
    }
    rows += piece.length
  }
  yield block(0, word(rows))
}

function bodyOf(
  piece: IncidentColumns,
  start: number,
  end: number,
  kindOf: Uint16Array,
  sourceOf: Uint16Array,
  kinds: Names,
  sources: Names,
): Uint8Array {
  const isNew = kinds.fresh.length + sources.fresh.length > 0
  const names = isNew
    ? new TextEncoder().encode(JSON.stringify({ kinds: kinds.fresh, sources: sources.fresh }))
    : new Uint8Array()
  kinds.fresh = []
  sources.fresh = []
  const rows = end - start
  // Five varints of at most five bytes, two bytes.
  const bytes = new Uint8Array(4 + names.length + rows * 27)
  bytes.set(word(names.length))
  bytes.set(names, 4)
  let at = 4 + names.length
  const put = (value: number): void => {
    let rest = value >>> 0
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[at++] = rest
  }
  // Differences wrap at 32 bits, so that they are exact whatever the values.
  const putDifferences = (valueAt: (row: number) => number): void => {
    let before = 0
    for (let row = start; row < end; row++) {
      const value = valueAt(row)
      const difference = (value - before) | 0
      put((difference << 1) ^ (difference >> 31))
      before = value
    }
  }
  const { from, to, x, y, kind, timePrecision, precision, source } = piece
  putDifferences((row) => from[row]!)
  for (let row = start; row < end; row++) {
    if (to[row]! < from[row]!) throw new RangeError(`Incident ${row} ends before it begins`)
    put((to[row]! - from[row]!) | 0)
  }
  putDifferences((row) => centimetres(x[row]!))
  putDifferences((row) => centimetres(y[row]!))
  for (let row = start; row < end; row++) put(known(kindOf[kind[row]!]))
  for (let row = start; row < end; row++) {
    if (timePrecision[row]! >= timePrecisions.length || precision[row]! >= precisions.length)
      throw new RangeError(`Incident ${row} has a precision that is not known`)
    bytes[at++] = timePrecision[row]! + 8 * precision[row]!
  }
  for (let row = start; row < end; row++) bytes[at++] = known(sourceOf[source[row]!])
  return bytes.subarray(0, at)
}

function centimetres(metres: number): number {
  if (Number.isNaN(metres)) return nowhere
  const value = Math.round(metres * 100)
  if (!(Math.abs(value) < 0x8000_0000)) throw new RangeError(`${metres} m is beyond what is packed`)
  return value
}

function known(number: number | undefined): number {
  if (number === undefined) throw new RangeError('A kind or source without a name')
  return number
}

const block = (rows: number, body: Uint8Array): Uint8Array<ArrayBuffer> =>
  joined([word(rows), word(body.length), word(checksum(body)), body])

const word = (value: number): Uint8Array => new Uint8Array([value, value >>> 8, value >>> 16, value >>> 24])

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
