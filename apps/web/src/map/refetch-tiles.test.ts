import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, test, vi } from 'vitest'
import { noteFetch, refetchTiles, tileRequest, watchFailures } from './refetch-tiles.ts'

const address = '/api/tiles/lamps/14/8836/5099.mvt'

/** What of a map is asked here; `refresh` is what MapLibre does when it is to fetch tiles anew. */
function fakeMap(refresh: (source: string, places?: unknown) => void) {
  const listeners = new Map<string, ((event: unknown) => void)[]>()
  const listen = (name: string, listener: (event: unknown) => void) =>
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
  const map = {
    once: listen,
    on: listen,
    getSource: () => ({}),
    refreshTiles: vi.fn(refresh),
    triggerRepaint: vi.fn(),
  }
  const fire = (name: string, event: unknown = {}) => {
    const waiting = listeners.get(name) ?? []
    if (name !== 'error') listeners.delete(name)
    for (const listener of waiting) listener(event)
  }
  return { map: map as unknown as MapLibreMap, refreshTiles: map.refreshTiles, fire }
}

test('tiles that were read again instead of fetched are asked for once more, until they are fetched', () => {
  let isLost = true
  const { map, refreshTiles, fire } = fakeMap(() => {
    const { url } = tileRequest(address, 'Tile')
    if (!isLost) noteFetch('lamps', url)
  })
  refetchTiles(map, 'lamps')
  fire('render')
  expect(refreshTiles).toHaveBeenCalledTimes(1)
  fire('idle')
  isLost = false
  fire('render')
  expect(refreshTiles).toHaveBeenCalledTimes(2)
  fire('idle')
  fire('render')
  expect(refreshTiles).toHaveBeenCalledTimes(2)
})

test('a source without a tile in view is asked for once', () => {
  const { map, refreshTiles, fire } = fakeMap(() => undefined)
  refetchTiles(map, 'hidden')
  fire('render')
  fire('idle')
  fire('render')
  expect(refreshTiles).toHaveBeenCalledTimes(1)
})

test('tiles that did not come are asked for by name, and first', () => {
  const { map, refreshTiles, fire } = fakeMap(() => undefined)
  watchFailures(map)
  const canonical = { z: 14, x: 8836, y: 5099 }
  for (let time = 0; time < 2; time++) fire('error', { sourceId: 'lamps', tile: { tileID: { canonical } } })
  fire('error', { error: new Error('something else') })
  refetchTiles(map, 'lamps')
  fire('render')
  expect(refreshTiles.mock.calls).toEqual([['lamps', [canonical]], ['lamps']])
})
