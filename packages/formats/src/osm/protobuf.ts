/** The few protobuf wire types that OpenStreetMap files use, read in place. Throws RangeError past the end. */
export class Protobuf {
  position: number
  readonly end: number
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = position
    this.end = end
  }

  get more(): boolean {
    return this.position < this.end
  }

  /** Unsigned varint. Exact to 2^53; a negative int64 (ten bytes) comes back negative. */
  varint(): number {
    const { bytes } = this
    let value = 0
    let scale = 1
    for (let count = 0; count < 10; count += 1) {
      if (this.position >= this.end) throw new RangeError('varint past the end')
      const byte = bytes[this.position++]!
      if (count === 9) return this.negative(this.position - 10)
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
    throw new RangeError('varint too long')
  }

  private negative(start: number): number {
    let value = 0n
    for (let index = 9; index >= 0; index -= 1)
      value = (value << 7n) | BigInt(this.bytes[start + index]! & 0x7f)
    return Number(BigInt.asIntN(64, value))
  }

  /** Zigzag varint. */
  signed(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** A length-delimited field as a reader of its own. */
  message(): Protobuf {
    const length = this.varint()
    const start = this.position
    if (length < 0 || start + length > this.end) throw new RangeError('field past the end')
    this.position = start + length
    return new Protobuf(this.bytes, start, start + length)
  }

  slice(): Uint8Array {
    const { position, end } = this.message()
    return this.bytes.subarray(position, end)
  }

  skip(wireType: number): void {
    if (wireType === 0) this.varint()
    else if (wireType === 1) this.position += 8
    else if (wireType === 2) this.message()
    else if (wireType === 5) this.position += 4
    else throw new RangeError(`wire type ${wireType}`)
    if (this.position > this.end) throw new RangeError('field past the end')
  }
}
