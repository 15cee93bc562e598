import type { BBox, Position } from './bbox.ts'

/** Sweden with its waters, in degrees. */
export const sweden: BBox = [10.0, 54.9, 24.9, 69.2]

/**
 * True where a position lies outside the area but would lie inside with its two numbers exchanged:
 * latitude written where longitude belongs, the commonest fault in files of coordinates.
 */
export function looksSwapped(position: Position, area: BBox = sweden): boolean {
  return !within(position[0], position[1], area) && within(position[1], position[0], area)
}

function within(x: number, y: number, [west, south, east, north]: BBox): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
