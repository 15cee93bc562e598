import { tilesHolding } from '@trygghetskartan/tiles'
import { isInSpan, type TileCache } from './tile-cache.ts'
import type { FinishedTile } from './worker-messages.ts'
import type { WorkerPool } from './worker-pool.ts'

interface Flight {
  readonly key: string
  readonly z: number
  readonly x: number
  readonly y: number
  readonly tile: Promise<FinishedTile>
}

export interface TileMaker {
  /** From the cache, from a cutting under way, or cut now. */
  tile(url: string, key: string, z: number, x: number, y: number): Promise<FinishedTile>
  /** What lay or lies in the boxes has changed: those tiles, finished or being cut, are not handed out again. */
  invalidate(key: string, boxes: readonly (readonly number[])[], reach: (z: number) => number): number
  invalidateAll(key: string): void
  /** Tiles cut so far. */
  cut(): number
}

/** Cuts each missing tile once however many ask, and keeps it unless a change overtook the cutting. */
export function createTileMaker(pool: WorkerPool, cache: TileCache): TileMaker {
  const flights = new Map<string, Flight>()
  let cut = 0

  const depart = (url: string, key: string, z: number, x: number, y: number): Promise<FinishedTile> => {
    cut++
    const tile = pool
      .cut(key, z, x, y)
      .then((finished) => {
        // Gone from the map: a change has touched the tile since, and this one shows the state before it.
        if (flights.get(url) === flight) cache.set({ ...finished, url, key, z, x, y })
        return finished
      })
      .finally(() => {
        if (flights.get(url) === flight) flights.delete(url)
      })
    const flight = { key, z, x, y, tile }
    flights.set(url, flight)
    return tile
  }

  return {
    async tile(url, key, z, x, y) {
      return cache.get(url) ?? flights.get(url)?.tile ?? depart(url, key, z, x, y)
    },
    invalidate(key, boxes, reach) {
      for (const [url, flight] of flights) {
        if (flight.key !== key) continue
        const { x, y, z } = flight
        if (boxes.some((box) => isInSpan(tilesHolding(box, z, reach(z)), x, y))) flights.delete(url)
      }
      return cache.forgetTouched(key, boxes, reach)
    },
    invalidateAll(key) {
      for (const [url, flight] of flights) if (flight.key === key) flights.delete(url)
      cache.forgetAll(key)
    },
    cut: () => cut,
  }
}
