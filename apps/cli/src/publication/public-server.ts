import { readEnv } from '@trygghetskartan/api/env'
import { startServer } from '@trygghetskartan/api/server'
import pino from 'pino'
import type { CommandIo } from '../command.ts'
import { serverWith } from '../import-target.ts'

/** Reads what the public reads, and nothing else: it asks as nobody. */
export interface PublicReader {
  /** The JSON that a path answers; null where it does not exist. */
  json<T>(path: string): Promise<T | null>
  /** The bytes that a path answers; none where there is nothing. */
  bytes(path: string): Promise<Uint8Array>
  /** The file that a path answers; null where it does not exist. */
  file(path: string): Promise<Uint8Array | null>
}

/** Does its work against the server that has the database, or one that this process starts for the purpose. */
export async function withPublicServer<T>(
  io: CommandIo,
  work: (reader: PublicReader) => Promise<T>,
): Promise<T> {
  const running = await serverWith(io.env)
  if (running?.url) return work(readerOf(running.url))
  const env = readEnv({ ...io.env, PORT: '0', HOST: '127.0.0.1', DEMO: '0', RATE_LIMITS: 'off' })
  const server = await startServer({ env, log: pino({ level: 'silent' }), onProgress: io.tell })
  try {
    return await work(readerOf(server.url))
  } finally {
    await server.close()
  }
}

function readerOf(url: string): PublicReader {
  async function ask(path: string): Promise<Response> {
    for (;;) {
      const response = await fetch(new URL(path, url), { headers: { 'accept-encoding': 'identity' } })
      if (response.status !== 429 && response.status !== 503) return response
      await response.arrayBuffer()
      await new Promise((resolve) =>
        setTimeout(resolve, 1000 * (Number(response.headers.get('retry-after')) || 1)),
      )
    }
  }
  async function found(path: string): Promise<Response | null> {
    const response = await ask(path)
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`)
    return response
  }
  async function file(path: string): Promise<Uint8Array | null> {
    const response = await found(path)
    return response && new Uint8Array(await response.arrayBuffer())
  }
  return {
    json: async (path) => ((await found(path))?.json() ?? null) as never,
    async bytes(path) {
      const bytes = await file(path)
      if (!bytes) throw new Error(`GET ${path}: 404`)
      return bytes
    },
    file,
  }
}
