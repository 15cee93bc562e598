import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { UsageError } from './command.ts'

export interface ImportInput {
  readonly bytes: AsyncIterable<Uint8Array>
  /** Bytes in all, where it is known. */
  readonly size: number | null
  /** What the file is called. */
  readonly name: string
}

/** Opens a file or an http(s) address for reading. Throws UsageError where there is nothing to read. */
export async function openInput(file: string, signal: AbortSignal): Promise<ImportInput> {
  if (/^https?:\/\//i.test(file)) return openUrl(file, signal)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw unreadable(file, error)
  })
  if (!found?.isFile())
    throw new UsageError({ sv: `Filen ${file} finns inte.`, en: `There is no file ${file}.` })
  return { bytes: createReadStream(file, { highWaterMark: 1 << 20 }), size: found.size, name: basename(file) }
}

async function openUrl(url: string, signal: AbortSignal): Promise<ImportInput> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw unreadable(url, error)
  })
  if (!response.ok || !response.body) throw unreadable(url, new Error(String(response.status)))
  const length = Number(response.headers.get('content-length'))
  // A packed answer is longer than its length says.
  const size = length > 0 && !response.headers.has('content-encoding') ? length : null
  return { bytes: response.body, size, name: basename(new URL(url).pathname) || 'import' }
}

function unreadable(file: string, cause: unknown): UsageError {
  const why = cause instanceof Error ? cause.message : String(cause)
  const error = new UsageError({
    sv: `${file} går inte att läsa: ${why}`,
    en: `${file} cannot be read: ${why}`,
  })
  error.cause = cause
  return error
}
