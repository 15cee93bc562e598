import { createHash } from 'node:crypto'
import type { Audience } from '@trygghetskartan/layers'
import { matches } from './tile-response.ts'
import type { FinishedTile } from './worker-messages.ts'

/** So many tiles of one place are sent together: all layers there are, and the ground. */
export const mostTiles = 64

/**
 * Several tiles in one answer, in the order they were asked for: for each the length of its gzip in bytes, as 32 bits with the least
 * first, and the gzip as it is kept; 0 where nothing is there. ETag and caching are as for one tile.
 */
export function tileSetResponse(
  tiles: readonly FinishedTile[],
  ifNoneMatch: string | undefined,
  audience: Audience,
): Response {
  const hash = createHash('sha256')
  for (const tile of tiles) hash.update(`${tile.hash} `)
  const etag = `"${hash.digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': audience === 'public' ? 'public, no-cache' : 'private, no-cache',
    Vary: 'Cookie, Authorization',
    'X-Content-Type-Options': 'nosniff',
  }
  if (matches(ifNoneMatch, etag)) return new Response(null, { status: 304, headers })
  const parts = tiles.flatMap(({ size, gzip }) => {
    const body = size === 0 ? new Uint8Array() : gzip
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, body.length, true)
    return [length, body]
  })
  return new Response(Buffer.concat(parts), {
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
  })
}
