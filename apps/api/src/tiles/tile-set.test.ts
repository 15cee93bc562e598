import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { tileSetResponse } from './tile-set.ts'

const tileOf = (text: string) => ({
  gzip: text ? gzipSync(text) : new Uint8Array(),
  size: text.length,
  hash: `hash of ${text}`,
  features: 1,
  truncated: [],
})
const tiles = ['ground', '', 'cameras'].map(tileOf)

async function read(response: Response): Promise<string[]> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at)
    const part = bytes.subarray(at + 4, at + 4 + length)
    parts.push(length === 0 ? '' : gunzipSync(part).toString())
    at += 4 + length
  }
  return parts
}

describe('several tiles in one answer', () => {
  test('come in the order they were asked for, the empty ones as nothing', async () => {
    expect(await read(tileSetResponse(tiles, undefined, 'public'))).toEqual(['ground', '', 'cameras'])
  })

  test('are known by a tag of all of them, and not sent again to who has it', async () => {
    const tag = tileSetResponse(tiles, undefined, 'public').headers.get('etag')!
    const again = tileSetResponse(tiles, tag, 'public')
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(tileSetResponse(tiles.toReversed(), tag, 'public').status).toBe(200)
  })

  test('are kept by the reader alone where not everybody may see them', () => {
    expect(tileSetResponse(tiles, undefined, 'police').headers.get('cache-control')).toBe('private, no-cache')
  })
})
