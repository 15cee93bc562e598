import { createHash } from 'node:crypto'
import { FormatError } from '@trygghetskartan/formats'
import type { ImportProgress } from './summary.ts'

const interval = 100

/** Watches one import: counts and checksums what is read, says how far it has come, and stops when it is cancelled. */
export class Meter {
  bytes = 0
  objects = 0
  private total: number | undefined
  private told = 0
  private readonly hash = createHash('sha256')
  private readonly signal: AbortSignal | undefined
  private readonly onProgress: ((progress: ImportProgress) => void) | undefined

  constructor(signal: AbortSignal | undefined, onProgress: ((progress: ImportProgress) => void) | undefined) {
    this.signal = signal
    this.onProgress = onProgress
  }

  /** Throws FormatError "cancelled". */
  check(): void {
    if (this.signal?.aborted) throw cancelled()
  }

  /** Objects so far in this phase. */
  at(objects: number): void {
    this.objects = objects
    this.tell()
  }

  /** From here on objects are written. */
  startWriting(total: number): void {
    this.total = total
    this.told = 0
    this.at(0)
  }

  /** The same bytes, counted. */
  async *watch(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of input) {
      this.check()
      this.bytes += chunk.length
      this.hash.update(chunk)
      this.tell()
      yield chunk
    }
    this.check()
  }

  /** Hexadecimal SHA-256 of what was read; call once. */
  sha256(): string {
    return this.hash.digest('hex')
  }

  private tell(): void {
    const now = performance.now()
    if (!this.onProgress || now - this.told < interval) return
    this.told = now
    const { bytes, objects, total } = this
    this.onProgress(
      total === undefined ? { phase: 'read', bytes, objects } : { phase: 'write', bytes, objects, total },
    )
  }
}

const cancelled = () =>
  new FormatError('cancelled', {
    sv: 'Importen avbröts. Inget har ändrats.',
    en: 'The import was cancelled. Nothing has been changed.',
  })
