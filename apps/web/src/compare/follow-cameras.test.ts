import { expect, test } from 'vitest'
import { type FollowedMap, followCameras } from './follow-cameras.ts'

/** Tells of a move at once, however it came about, as MapLibre does. */
function camera(): FollowedMap & { jumps: number; at: [number, number]; zoom: number } {
  const listeners = new Set<() => void>()
  return {
    jumps: 0,
    at: [0, 0],
    zoom: 10,
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    getCenter() {
      return { lng: this.at[0], lat: this.at[1] }
    },
    getZoom() {
      return this.zoom
    },
    jumpTo({ center, zoom }) {
      this.jumps++
      this.at = center
      this.zoom = zoom
      for (const listener of listeners) listener()
    },
  }
}

test('whichever map is moved, the others come along, each once', () => {
  const maps = [camera(), camera(), camera()] as const
  followCameras(maps)
  maps[1].jumpTo({ center: [14, 56], zoom: 15 })
  expect(maps.map(({ at, zoom }) => [...at, zoom])).toEqual(Array(3).fill([14, 56, 15]))
  expect(maps.map(({ jumps }) => jumps)).toEqual([1, 1, 1])
})

test('parted maps go their own ways', () => {
  const maps = [camera(), camera()] as const
  followCameras(maps)()
  maps[0].jumpTo({ center: [14, 56], zoom: 15 })
  expect(maps[1].jumps).toBe(0)
})
