import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Audience } from '@trygghetskartan/layers'
import type { FinishedTile } from './worker-messages.ts'

interface Asked {
  readonly acceptEncoding: string | undefined
  readonly ifNoneMatch: string | undefined
}

interface Answer {
  readonly status: 200 | 204 | 304
  readonly headers: OutgoingHttpHeaders
  /** Null where there is nothing to send. */
  readonly body: Uint8Array | null
}

const mediaType = 'application/vnd.mapbox-vector-tile'

/**
 * The answer to a request for a finished tile. Browsers keep tiles but ask each time whether they still hold (`no-cache`):
 * a change is seen at once, and the asking costs a 304. What staff see is `private`.
 */
export function answerTile(tile: FinishedTile, asked: Asked, audience: Audience): Answer {
  const gzip = accepts(asked.acceptEncoding, 'gzip')
  const etag = `"${tile.hash}${gzip ? '-g' : ''}"`
  const headers: OutgoingHttpHeaders = {
    ETag: etag,
    'Cache-Control': audience === 'public' ? 'public, no-cache' : 'private, no-cache',
    Vary: 'Accept-Encoding, Cookie, Authorization',
    'X-Content-Type-Options': 'nosniff',
    // As in protection/open-reads.ts: finished tiles are sent ahead of it.
    'Access-Control-Allow-Origin': '*',
  }
  const [cut] = tile.truncated
  if (cut) headers['X-Tile-Truncated'] = `${cut.layer};shown=${cut.shown};total=${cut.total}`
  if (matches(asked.ifNoneMatch, etag)) return { status: 304, headers, body: null }
  if (tile.size === 0) return { status: 204, headers, body: null }
  const body = gzip ? tile.gzip : gunzipSync(tile.gzip)
  headers['Content-Type'] = mediaType
  headers['Content-Length'] = body.length
  if (gzip) headers['Content-Encoding'] = 'gzip'
  return { status: 200, headers, body }
}

/** Answers on Node's own response. */
export function writeTile(
  request: IncomingMessage,
  response: ServerResponse,
  tile: FinishedTile,
  audience: Audience,
): void {
  const { status, headers, body } = answerTile(
    tile,
    { acceptEncoding: request.headers['accept-encoding'], ifNoneMatch: request.headers['if-none-match'] },
    audience,
  )
  response.writeHead(status, headers)
  if (body && request.method !== 'HEAD') response.end(body)
  else response.end()
}

/** The same answer for a fetch handler. */
export function tileResponse(tile: FinishedTile, request: Request, audience: Audience): Response {
  const { status, headers, body } = answerTile(
    tile,
    {
      acceptEncoding: request.headers.get('accept-encoding') ?? undefined,
      ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
    },
    audience,
  )
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) sent.set(name, String(value))
  return new Response(request.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer> | null), {
    status,
    headers: sent,
  })
}

/** Whether an Accept-Encoding takes a coding: named, or `*`, and not with q=0. */
export function accepts(header: string | undefined, coding: string): boolean {
  if (!header) return false
  let any = false
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter))
    if (name.trim() === coding) return !refused
    if (name.trim() === '*') any = !refused
  }
  return any
}

/** If-None-Match compares weakly: W/ does not count. */
/** Whether an If-None-Match names the tag. */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag))
