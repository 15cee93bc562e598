import { FormatError } from './refusal.ts'

export type Bytes = AsyncIterable<Uint8Array>

/** Takes exact lengths from a stream of chunks; holds no more than what was asked for and one chunk. */
export class ByteSource {
  /** Bytes taken so far. */
  offset = 0
  private readonly chunks: AsyncIterator<Uint8Array>
  private current: Uint8Array = new Uint8Array(0)
  private position = 0

  constructor(input: Bytes) {
    this.chunks = input[Symbol.asyncIterator]()
  }

  /** The next `length` bytes, or as many as are left: an empty array at the end. */
  async take(length: number): Promise<Uint8Array> {
    const available = this.current.length - this.position
    if (available >= length) {
      const taken = this.current.subarray(this.position, this.position + length)
      this.position += length
      this.offset += length
      return taken
    }
    const taken = new Uint8Array(length)
    let filled = 0
    for (;;) {
      const part = this.current.subarray(this.position, this.position + length - filled)
      taken.set(part, filled)
      filled += part.length
      this.position += part.length
      if (filled === length || !(await this.advance())) break
    }
    this.offset += filled
    return filled === length ? taken : taken.subarray(0, filled)
  }

  /** Looks at up to `length` of the next bytes without taking them. */
  async peek(length: number): Promise<Uint8Array> {
    const taken = await this.take(length)
    this.offset -= taken.length
    const rest = this.current.subarray(this.position)
    const joined = new Uint8Array(taken.length + rest.length)
    joined.set(taken)
    joined.set(rest, taken.length)
    this.current = joined
    this.position = 0
    return taken
  }

  /** What is left, chunk by chunk. */
  async *rest(): AsyncGenerator<Uint8Array> {
    do {
      const chunk = this.current.subarray(this.position)
      this.position = this.current.length
      this.offset += chunk.length
      if (chunk.length > 0) yield chunk
    } while (await this.advance())
  }

  /** Tells the stream that nothing more is wanted, so that a file or socket is closed. */
  async close(): Promise<void> {
    await this.chunks.return?.()
  }

  private async advance(): Promise<boolean> {
    const next = await this.chunks.next()
    if (next.done) {
      this.current = new Uint8Array(0)
      this.position = 0
      return false
    }
    this.current = next.value
    this.position = 0
    return true
  }
}

export const emptyFile = () =>
  new FormatError('empty-file', { sv: 'Filen är tom.', en: 'The file is empty.' }, 0)
