import { describe, expect, test } from 'vitest'
import { TileCache } from './tile-cache.ts'
import { createTileMaker } from './tile-maker.ts'
import type { FinishedTile } from './worker-messages.ts'
import type { WorkerPool } from './worker-pool.ts'

const tileOf = (hash: string, bytes = 10): FinishedTile => ({
  gzip: new Uint8Array(bytes),
  size: bytes,
  hash,
  features: 1,
  truncated: [],
})

/** A pool whose cuttings end when the test says so. */
function heldPool() {
  const waiting: { resolve: (tile: FinishedTile) => void; reject: (error: Error) => void }[] = []
  const pool: WorkerPool = {
    show: () => {},
    cut: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    close: async () => {},
  }
  return { pool, waiting }
}

const everywhere = [[0, 0, 1, 1]]
const reach = () => 64 / 4096

describe('making tiles', () => {
  test('cuts once for all who ask at once, and then answers from the cache', async () => {
    const { pool, waiting } = heldPool()
    const maker = createTileMaker(pool, new TileCache(1e6))
    const asked = [1, 2, 3].map(() => maker.tile('url', 'key', 1, 0, 0))
    waiting[0]!.resolve(tileOf('a'))
    expect((await Promise.all(asked)).map(({ hash }) => hash)).toEqual(['a', 'a', 'a'])
    expect((await maker.tile('url', 'key', 1, 0, 0)).hash).toBe('a')
    expect(maker.cut()).toBe(1)
  })

  test('a tile that a change overtook is not kept, and who asks after the change waits for the new one', async () => {
    const { pool, waiting } = heldPool()
    const cache = new TileCache(1e6)
    const maker = createTileMaker(pool, cache)
    const before = maker.tile('url', 'key', 1, 0, 0)
    maker.invalidate('key', everywhere, reach)
    const after = maker.tile('url', 'key', 1, 0, 0)
    waiting[1]!.resolve(tileOf('new'))
    expect((await after).hash).toBe('new')
    waiting[0]!.resolve(tileOf('old'))
    expect((await before).hash).toBe('old')
    expect(cache.get('url')?.hash).toBe('new')
  })

  test('a change elsewhere leaves a cutting and the cache alone', async () => {
    const { pool, waiting } = heldPool()
    const cache = new TileCache(1e6)
    const maker = createTileMaker(pool, cache)
    const asked = maker.tile('url', 'key', 3, 0, 0)
    maker.invalidate('key', [[0.9, 0.9, 0.9, 0.9]], reach)
    maker.invalidate('another', everywhere, reach)
    waiting[0]!.resolve(tileOf('a'))
    await asked
    expect(cache.get('url')?.hash).toBe('a')
    expect(maker.invalidate('key', [[0.9, 0.9, 0.9, 0.9]], reach)).toBe(0)
    expect(maker.invalidate('key', [[0.01, 0.01, 0.01, 0.01]], reach)).toBe(1)
    expect(cache.get('url')).toBeUndefined()
  })

  test('a cutting that failed is tried again by the next who asks', async () => {
    const { pool, waiting } = heldPool()
    const maker = createTileMaker(pool, new TileCache(1e6))
    const first = maker.tile('url', 'key', 1, 0, 0)
    waiting[0]!.reject(new Error('broken'))
    await expect(first).rejects.toThrow('broken')
    const second = maker.tile('url', 'key', 1, 0, 0)
    waiting[1]!.resolve(tileOf('a'))
    expect((await second).hash).toBe('a')
  })
})

describe('the cache of tiles', () => {
  test('stays under its bytes, and lets go of what was asked for longest ago', () => {
    const cache = new TileCache(10_000)
    const put = (url: string) => cache.set({ ...tileOf(url, 2000), url, key: 'k', z: 1, x: 0, y: 0 })
    for (const url of ['a', 'b', 'c', 'd']) put(url)
    cache.get('a')
    put('e')
    expect(['a', 'b', 'c', 'd', 'e'].filter((url) => cache.get(url))).toEqual(['a', 'c', 'd', 'e'])
    expect(cache.bytes).toBeLessThanOrEqual(10_000)
  })

  test('forgets under a wide area at a deep zoom without walking every address', () => {
    const cache = new TileCache(1e6)
    cache.set({ ...tileOf('a'), url: 'in', key: 'k', z: 22, x: 2 ** 21, y: 2 ** 21 })
    cache.set({ ...tileOf('a'), url: 'out', key: 'k', z: 22, x: 2 ** 22 - 1, y: 2 ** 21 })
    const start = performance.now()
    expect(cache.forgetTouched('k', [[0.1, 0.1, 0.6, 0.9]], reach)).toBe(1)
    expect(performance.now() - start).toBeLessThan(50)
    expect(cache.get('in')).toBeUndefined()
    expect(cache.get('out')).toBeDefined()
  })
})
