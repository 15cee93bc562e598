import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** The chain's last entry at some time, kept outside the database. */
export const headSchema = z.object({
  seq: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
})

export type Head = z.infer<typeof headSchema>

/** Where a server keeps the heads it has exported. */
export const headsFile = (dataFolder: string): string => join(dataFolder, 'audit-heads.ndjson')

/** What a power cut has left of a line. */
const cutOff = /^\{[^}]*$/

/** Adds a line that outlives a power cut. Only its owner may read the file. */
export async function appendHead(file: string, head: Head): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const last =
      size > 0 ? (await handle.read({ buffer: Buffer.alloc(1), position: size - 1 })).buffer.toString() : '\n'
    await handle.writeFile(`${last === '\n' ? '' : '\n'}${JSON.stringify(head)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The heads of a file in its order, null for a line that is none; nothing where there is no file, or where a line was cut off. */
export async function* readHeads(file: string): AsyncIterable<Head | null> {
  try {
    for await (const line of createInterface({ input: createReadStream(file) }))
      if (line.trim() !== '' && !cutOff.test(line)) yield headOf(line)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function headOf(line: string): Head | null {
  try {
    return headSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}
