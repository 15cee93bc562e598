import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { accepts, answerTile } from './tile-response.ts'
import type { FinishedTile } from './worker-messages.ts'

const bytes = Buffer.from('a tile of some length, a tile of some length')
const tile: FinishedTile = {
  gzip: gzipSync(bytes),
  size: bytes.length,
  hash: 'h',
  features: 1,
  truncated: [],
}
const asked = { acceptEncoding: 'gzip, br', ifNoneMatch: undefined }

describe('answering with a tile', () => {
  test('sends gzip to those who take it and plain bytes to the rest, each under its own ETag', () => {
    const zipped = answerTile(tile, asked, 'public')
    const plain = answerTile(tile, { ...asked, acceptEncoding: 'identity' }, 'public')
    expect(gunzipSync(zipped.body!)).toEqual(bytes)
    expect(Buffer.from(plain.body!)).toEqual(bytes)
    expect(zipped.headers).toMatchObject({ 'Content-Encoding': 'gzip', 'Content-Length': tile.gzip.length })
    expect(plain.headers).not.toHaveProperty('Content-Encoding')
    expect(zipped.headers.ETag).not.toBe(plain.headers.ETag)
    expect(String(zipped.headers.Vary)).toContain('Accept-Encoding')
  })

  test('is 304 to who has it, in any spelling of the header', () => {
    const etag = String(answerTile(tile, asked, 'public').headers.ETag)
    for (const ifNoneMatch of [etag, `"x", ${etag}`, `W/${etag}`, '*'])
      expect(answerTile(tile, { ...asked, ifNoneMatch }, 'public')).toMatchObject({ status: 304, body: null })
    expect(answerTile(tile, { ...asked, ifNoneMatch: '"x"' }, 'public').status).toBe(200)
  })

  test('is 204 where it is empty', () => {
    const empty = { ...tile, gzip: new Uint8Array(0), size: 0 }
    expect(answerTile(empty, asked, 'public')).toMatchObject({ status: 204, body: null })
  })

  test('lets nobody but the caller keep what staff see', () => {
    expect(answerTile(tile, asked, 'police').headers['Cache-Control']).toBe('private, no-cache')
    expect(answerTile(tile, asked, 'public').headers['Cache-Control']).toBe('public, no-cache')
  })

  test('says what a cap has left out', () => {
    const cut = { ...tile, truncated: [{ layer: 'road', shown: 10, total: 30 }] }
    expect(answerTile(cut, asked, 'public').headers['X-Tile-Truncated']).toBe('road;shown=10;total=30')
  })

  test.each([
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['*', true],
    ['gzip;q=0', false],
    ['*;q=0', false],
    ['br', false],
    [undefined, false],
  ])('reads Accept-Encoding %s', (header, takes) => {
    expect(accepts(header, 'gzip')).toBe(takes)
  })
})
