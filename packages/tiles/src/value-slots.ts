import type { ByteWriter } from './byte-writer.ts'
import { putBytes } from './byte-writer.ts'
import { type Segment, valueAt } from './segment.ts'

const fieldValues = 0x22

/** Which place in a tile layer's value list a segment's codes have got; used again from tile to tile. */
export interface ValueSlots {
  /** Per code its place plus one; 0 where it has none yet. */
  readonly slot: Uint32Array
  used: Uint32Array
  count: number
}

const slotsOf = new WeakMap<Segment, ValueSlots>()

/** The slots of a segment, all free. */
export function freshSlots(segment: Segment): ValueSlots {
  const slots = slotsOf.get(segment) ?? {
    slot: new Uint32Array(segment.valueStart.length),
    used: new Uint32Array(256),
    count: 0,
  }
  slotsOf.set(segment, slots)
  for (let i = 0; i < slots.count; i++) slots.slot[slots.used[i]!] = 0
  slots.count = 0
  return slots
}

/** Gives a code the next place. */
export function takeSlot(slots: ValueSlots, code: number, place: number): void {
  slots.slot[code] = place + 1
  if (slots.count === slots.used.length) {
    const grown = new Uint32Array(slots.used.length * 2)
    grown.set(slots.used)
    slots.used = grown
  }
  slots.used[slots.count++] = code
}

/** Writes the values that got a place, in the order they got it. */
export function putValues(writer: ByteWriter, segment: Segment, slots: ValueSlots): void {
  for (let i = 0; i < slots.count; i++) putBytes(writer, fieldValues, valueAt(segment, slots.used[i]!))
}
