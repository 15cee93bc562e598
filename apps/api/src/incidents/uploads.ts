import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Reopen } from '@trygghetskartan/formats'

/** A file that waits to be mapped, looked at and taken in. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly reopen: Reopen
}

interface Kept extends Upload {
  readonly owner: string
  readonly path: string
  readonly timer: NodeJS.Timeout
}

const lifetime = 60 * 60_000
const mostOfOwner = 4

/**
 * Keeps files between the steps of an import, each for an hour and for who sent it alone, in a folder that only the server's own account
 * reads. Gone when the server stops.
 */
export function createUploads(stopping: AbortSignal) {
  const kept = new Map<string, Kept>()
  let folder: Promise<string> | null = null

  const remove = async ({ id, path, timer }: Kept): Promise<void> => {
    clearTimeout(timer)
    kept.delete(id)
    await rm(path, { force: true })
  }
  stopping.addEventListener('abort', () => {
    for (const { timer } of kept.values()) clearTimeout(timer)
    kept.clear()
    // The folder goes with all that is in it, whatever is still being read.
    folder?.then((path) => rm(path, { recursive: true, force: true })).catch(() => {})
  })

  return {
    async keep(owner: string, name: string, body: Readable): Promise<Upload> {
      folder ??= mkdtemp(join(tmpdir(), 'trygghetskartan-'))
      const id = randomUUID()
      const path = join(await folder, id)
      try {
        await pipeline(body, createWriteStream(path, { mode: 0o600 }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      const timer = setTimeout(() => void remove(upload), lifetime)
      timer.unref()
      const reopen = () => createReadStream(path, { highWaterMark: 1 << 18 })
      const upload: Kept = { id, owner, name, path, bytes: (await stat(path)).size, reopen, timer }
      kept.set(id, upload)
      const own = [...kept.values()].filter((one) => one.owner === owner)
      for (const old of own.slice(0, -mostOfOwner)) await remove(old)
      return upload
    },
    find(owner: string, id: string): Upload | undefined {
      const upload = kept.get(id)
      return upload?.owner === owner ? upload : undefined
    },
    async remove(owner: string, id: string): Promise<void> {
      const upload = kept.get(id)
      if (upload?.owner === owner) await remove(upload)
    },
  }
}
