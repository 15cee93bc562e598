import type { BBox } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { PMTiles, type RangeResponse, type Source, zxyToTileId } from 'pmtiles'
import { expect, test } from 'vitest'
import { tileId } from './tile-id.ts'
import { type ArchivedTile, writePmtiles } from './write-pmtiles.ts'

const about = {
  bounds: [13.9, 55.8, 14.4, 56.2] satisfies BBox as BBox,
  minzoom: 0,
  maxzoom: 15,
  metadata: { name: 'prov' },
}

/** The specification's own reader, over bytes in memory. */
function read(archive: Uint8Array): PMTiles {
  const source: Source = {
    getKey: () => 'archive',
    getBytes: async (offset, length): Promise<RangeResponse> => ({
      data: archive.slice(offset, offset + length).buffer as ArrayBuffer,
    }),
  }
  return new PMTiles(source)
}

const tile = fc.integer({ min: 0, max: 15 }).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.integer({ min: 0, max: 2 ** z - 1 }),
    y: fc.integer({ min: 0, max: 2 ** z - 1 }),
    bytes: fc.uint8Array({ minLength: 0, maxLength: 30 }),
  }),
)

test('a tile has the number that every reader knows it by', () => {
  fc.assert(
    fc.property(tile, ({ z, x, y }) => {
      expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y))
    }),
  )
  expect(tileId(20, 1_000_000, 3)).toBe(zxyToTileId(20, 1_000_000, 3))
})

test('what is written is read back by another’s reader: every tile that has bytes, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(tile, { selector: ({ z, x, y }) => `${z}/${x}/${y}` }), async (tiles) => {
      const archive = read(writePmtiles(tiles, about))
      for (const { z, x, y, bytes } of tiles) {
        const found = await archive.getZxy(z, x, y)
        expect(found ? [...new Uint8Array(found.data)] : []).toEqual([...bytes])
      }
    }),
    { numRuns: 60 },
  )
})

test('an archive of many tiles has leaf directories, its facts in the header, and each content once', async () => {
  const tiles: ArchivedTile[] = []
  for (let x = 0; x < 400; x++)
    for (let y = 0; y < 400; y++)
      tiles.push({ z: 15, x: 17_000 + x, y: 10_000 + y, bytes: Uint8Array.of((x * 7 + y * 13) % 251, x % 2) })
  const bytes = writePmtiles(tiles, about)
  const archive = read(bytes)
  const header = await archive.getHeader()
  expect(header).toMatchObject({
    specVersion: 3,
    minZoom: 0,
    maxZoom: 15,
    minLon: 13.9,
    maxLat: 56.2,
    clustered: true,
  })
  expect(header.numAddressedTiles).toBe(160_000)
  expect(header.numTileContents).toBeLessThanOrEqual(502)
  expect(header.leafDirectoryLength).toBeGreaterThan(0)
  expect(await archive.getMetadata()).toEqual({ name: 'prov' })
  for (const { z, x, y, bytes: written } of tiles.filter((_, i) => i % 9973 === 0))
    expect([...new Uint8Array((await archive.getZxy(z, x, y))!.data)]).toEqual([...written])
  expect(await archive.getZxy(15, 1, 1)).toBeUndefined()
})

test('a tile told twice is refused, and an archive of nothing can be read', async () => {
  const one = { z: 3, x: 1, y: 2, bytes: Uint8Array.of(1) }
  expect(() => writePmtiles([one, one], about)).toThrow(RangeError)
  expect(await read(writePmtiles([], about)).getZxy(3, 1, 2)).toBeUndefined()
})
