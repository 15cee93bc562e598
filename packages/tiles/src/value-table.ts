import { type Growing, growingBytes, growingWords, makeRoom, push } from './growing.ts'
import { encodeValue, type TileValue } from './tile-value.ts'

/** Each different value once, encoded; code 0 is null. */
export interface ValueTable {
  readonly bytes: Growing<Uint8Array>
  readonly start: Growing<Uint32Array>
  readonly known: Map<TileValue, number>
}

export function createValueTable(): ValueTable {
  const table = {
    bytes: growingBytes(),
    start: growingWords(),
    known: new Map<TileValue, number>([[null, 0]]),
  }
  push(table.start, 0)
  push(table.start, 0)
  return table
}

/** The code of a value, new or known. Numbers that are not finite count as null. */
export function codeOf(table: ValueTable, value: TileValue): number {
  const known = table.known.get(value)
  if (known !== undefined) return known
  if (typeof value === 'number' && !Number.isFinite(value)) return 0
  const encoded = encodeValue(value as Exclude<TileValue, null>)
  makeRoom(table.bytes, encoded.length)
  table.bytes.items.set(encoded, table.bytes.length)
  table.bytes.length += encoded.length
  const code = table.start.length - 1
  push(table.start, table.bytes.length)
  table.known.set(value, code)
  return code
}
