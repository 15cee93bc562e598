import type { BBox } from './bbox.ts'
import { latOf, lonOf, mercatorX, mercatorY } from './mercator.ts'

export interface TileRange {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** The deepest zoom anybody is answered for. */
export const deepestZoom = 24

/** True where z/x/y is a tile: whole numbers, z from 0 to maxzoom, x and y inside the zoom's square. */
export function isTileAddress(z: number, x: number, y: number, maxzoom = deepestZoom): boolean {
  if (!Number.isInteger(z) || !Number.isInteger(x) || !Number.isInteger(y)) return false
  if (z < 0 || z > maxzoom) return false
  const size = 2 ** z
  return x >= 0 && x < size && y >= 0 && y < size
}

/** The ground a tile covers, in degrees. */
export function tileBBox(z: number, x: number, y: number): BBox {
  const size = 2 ** z
  return [lonOf(x / size), latOf((y + 1) / size), lonOf((x + 1) / size), latOf(y / size)]
}

/**
 * The tiles of one zoom that a box in degrees touches, edges included and kept inside the world.
 * `bufferFraction` is the margin a tile draws beyond its own edge, as a share of its width (64 of 4096 = 1/64).
 */
export function tilesTouching(bbox: BBox, z: number, bufferFraction = 0): TileRange {
  const size = 2 ** z
  const inside = (tile: number) => Math.min(Math.max(tile, 0), size - 1)
  const first = (edge: number) => inside(Math.ceil(edge * size - bufferFraction) - 1)
  const last = (edge: number) => inside(Math.floor(edge * size + bufferFraction))
  return {
    minX: first(mercatorX(bbox[0])),
    minY: first(mercatorY(bbox[3])),
    maxX: last(mercatorX(bbox[2])),
    maxY: last(mercatorY(bbox[1])),
  }
}
