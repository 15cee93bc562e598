import { expect, onTestFinished, test, vi } from 'vitest'
import { fetchTiles } from './tile-set.ts'

test('a tile that is asked for twice is handed over twice', async () => {
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array([1, 2, 3])))
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const [tile] = await fetchTiles(['patrol_zones'], '15/17672/10199')
  const first = await tile!()
  structuredClone(first, { transfer: [first] })
  expect(await tile!()).toEqual(new Uint8Array([1, 2, 3]).buffer)
})
