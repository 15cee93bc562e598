import { putVarint } from './byte-writer.ts'

/** A property as a tile can carry it; null is left out of the tile. */
export type TileValue = string | number | boolean | null

const tag = { string: 0x0a, double: 0x19, uint: 0x28, sint: 0x30, bool: 0x38 } as const
const text = new TextEncoder()
const decoder = new TextDecoder()
const scratch = new Uint8Array(16)
const scratchView = new DataView(scratch.buffer)

/**
 * A value as the body of an MVT `Value` message. Whole numbers are uint or sint and all others double, as ST_AsMVT has them.
 * @throws RangeError on a number that is not finite.
 */
export function encodeValue(value: Exclude<TileValue, null>): Uint8Array {
  if (typeof value === 'string') {
    const content = text.encode(value)
    const bytes = new Uint8Array(content.length + 6)
    bytes[0] = tag.string
    const start = putVarint(bytes, 1, content.length)
    bytes.set(content, start)
    return bytes.subarray(0, start + content.length)
  }
  if (typeof value === 'boolean') return new Uint8Array([tag.bool, value ? 1 : 0])
  if (!Number.isFinite(value)) throw new RangeError('A tile cannot carry a number that is not finite.')
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    scratch[0] = tag.double
    scratchView.setFloat64(1, value, true)
    return scratch.slice(0, 9)
  }
  scratch[0] = value < 0 ? tag.sint : tag.uint
  return scratch.slice(0, putBig(scratch, 1, value < 0 ? BigInt(value) * -2n - 1n : BigInt(value)))
}

/** The inverse of `encodeValue`. */
export function decodeValue(bytes: Uint8Array): Exclude<TileValue, null> {
  const kind = bytes[0]
  if (kind === tag.bool) return bytes[1] === 1
  if (kind === tag.double) return new DataView(bytes.slice(1, 9).buffer).getFloat64(0, true)
  if (kind === tag.string) {
    let start = 1
    while ((bytes[start++] ?? 0) & 0x80);
    // A copy: text cannot be decoded straight out of shared memory.
    return decoder.decode(bytes.slice(start))
  }
  let big = 0n
  for (let at = bytes.length - 1; at > 0; at--) big = (big << 7n) | BigInt((bytes[at] ?? 0) & 0x7f)
  return kind === tag.sint ? Number(-(big + 1n) / 2n) : Number(big)
}

function putBig(bytes: Uint8Array, at: number, value: bigint): number {
  let rest = value
  let position = at
  while (rest > 0x7fn) {
    bytes[position++] = Number(rest & 0x7fn) | 0x80
    rest >>= 7n
  }
  bytes[position++] = Number(rest)
  return position
}
