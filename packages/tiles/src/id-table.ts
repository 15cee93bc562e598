import { type Segment, valueAt } from './segment.ts'
import { encodeValue } from './tile-value.ts'

/** Fills an open-addressed table (a power of two, at least twice the features) from the first column's values. */
export function fillIdTable(table: Uint32Array, segment: Segment): void {
  const mask = table.length - 1
  const width = segment.columns.length
  for (let place = 0; place < segment.count; place++) {
    let slot = hash(valueAt(segment, segment.codes[place * width]!)) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = place + 1
  }
}

/** Slots for `count` features. */
export const idTableSize = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))

/** The place of the living feature whose first column is `id`, or -1. */
export function findById(segment: Segment, id: string): number {
  const table = segment.idTable
  if (table.length === 0) return -1
  const wanted = encodeValue(id)
  const mask = table.length - 1
  const width = segment.columns.length
  for (let slot = hash(wanted) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const place = table[slot]! - 1
    if (segment.dead[place] === 0 && sameBytes(valueAt(segment, segment.codes[place * width]!), wanted))
      return place
  }
  return -1
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ bytes[at]!, 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
