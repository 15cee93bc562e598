/** A growing buffer for protobuf: callers reserve room once per message and then write without checks. */
export interface ByteWriter {
  bytes: Uint8Array
  position: number
}

export const createByteWriter = (size = 1 << 16): ByteWriter => ({ bytes: new Uint8Array(size), position: 0 })

/** Makes sure that `extra` bytes can be written after the position. */
export function reserve(writer: ByteWriter, extra: number): void {
  const needed = writer.position + extra
  if (needed <= writer.bytes.length) return
  const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2))
  grown.set(writer.bytes.subarray(0, writer.position))
  writer.bytes = grown
}

/** Writes an unsigned integer under 2^32 as a base-128 varint at `at`; returns the position after it. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let position = at
  while (rest > 0x7f) {
    bytes[position++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[position++] = rest
  return position
}

/** Bytes a varint of an unsigned integer under 2^32 takes. */
export function varintSize(value: number): number {
  if (value < 0x80) return 1
  if (value < 0x4000) return 2
  if (value < 0x200000) return 3
  return value < 0x10000000 ? 4 : 5
}

const lengthRoom = 5

/** Opens a length-delimited field whose length is not known yet; give the answer to `closeMessage`. */
export function openMessage(writer: ByteWriter, tag: number): number {
  reserve(writer, lengthRoom + 1)
  writer.bytes[writer.position] = tag
  writer.position += 1 + lengthRoom
  return writer.position
}

/** Writes the length of a message opened at `start` and moves its body up to it. */
export function closeMessage(writer: ByteWriter, start: number): void {
  const length = writer.position - start
  const body = putVarint(writer.bytes, start - lengthRoom, length)
  writer.bytes.copyWithin(body, start, writer.position)
  writer.position = body + length
}

/** Writes one length-delimited field of at most 2^32 bytes. */
export function putBytes(writer: ByteWriter, tag: number, content: Uint8Array): void {
  reserve(writer, 1 + lengthRoom + content.length)
  writer.bytes[writer.position] = tag
  writer.position = putVarint(writer.bytes, writer.position + 1, content.length)
  writer.bytes.set(content, writer.position)
  writer.position += content.length
}
