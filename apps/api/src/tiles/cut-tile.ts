import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { encodeTile } from '@trygghetskartan/tiles'
import type { FinishedTile, WorkerSource } from './worker-messages.ts'

/**
 * Above this the fastest gzip is used: it costs 3 % in bytes and saves two thirds of the time. Brotli at the qualities as
 * fast as that made nothing smaller (infra/decisions).
 */
const largeTile = 64 << 10

/** Cuts, compresses and hashes one tile. Runs in a worker. */
export function cutTile(sources: readonly WorkerSource[], z: number, x: number, y: number): FinishedTile {
  const { bytes, features, truncated } = encodeTile(
    sources.map(({ name, columns, groups, options }) => ({
      name,
      columns,
      options,
      segments: groups.flatMap((group) => (group.minzoom <= z ? group.segments : [])),
    })),
    z,
    x,
    y,
  )
  const hash = createHash('sha1').update(bytes).digest('base64url')
  const gzip = bytes.length === 0 ? bytes : gzipSync(bytes, { level: bytes.length > largeTile ? 1 : 5 })
  return { gzip, size: bytes.length, hash, features, truncated }
}
