import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Rows of a batch as a JSON array, ready for jsonb_to_recordset. */
export interface Batch {
  readonly json: string
  readonly count: number
}

const rowsPerBatch = 2000
const lettersPerBatch = 2_000_000
/** Beyond this, batches wait on disk. */
const lettersInMemory = 64_000_000

/**
 * Keeps checked rows between reading and writing, so that the transaction is short however slowly the file comes in
 * (the embedded engine serves nobody else meanwhile) and memory stays bounded.
 */
export class Spool {
  count = 0
  private rows: string[] = []
  private letters = 0
  private held = 0
  private readonly batches: Batch[] = []
  private file: { readonly path: string; readonly handle: FileHandle } | null = null

  /** A row as JSON text. */
  async add(row: string): Promise<void> {
    this.rows.push(row)
    this.letters += row.length
    this.count += 1
    if (this.rows.length >= rowsPerBatch || this.letters >= lettersPerBatch) await this.endBatch()
  }

  /** Everything added, in order. */
  async *read(): AsyncGenerator<Batch> {
    await this.endBatch()
    yield* this.batches
    if (!this.file) return
    const lines = createInterface({ input: createReadStream(this.file.path), crlfDelay: Infinity })
    for await (const line of lines) {
      const space = line.indexOf(' ')
      yield { count: Number(line.slice(0, space)), json: line.slice(space + 1) }
    }
  }

  async dispose(): Promise<void> {
    await this.file?.handle.close()
    if (this.file) await rm(this.file.path, { force: true })
    this.file = null
  }

  private async endBatch(): Promise<void> {
    if (this.rows.length === 0) return
    const batch = { count: this.rows.length, json: `[${this.rows.join(',')}]` }
    this.rows = []
    this.letters = 0
    this.held += batch.json.length
    if (this.held <= lettersInMemory) {
      this.batches.push(batch)
      return
    }
    this.file ??= await this.openFile()
    await this.file.handle.appendFile(`${batch.count} ${batch.json}\n`)
  }

  private async openFile() {
    const path = join(tmpdir(), `trygghetskartan-import-${randomUUID()}`)
    return { path, handle: await open(path, 'wx', 0o600) }
  }
}
