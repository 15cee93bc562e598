import { type Grid, ringOf } from '@trygghetskartan/analysis'
import type { Feature } from 'geojson'
import { degreesOf } from './degrees.ts'
import type { Place } from './hotspot-view.ts'

/** Cells with what is drawn of them. */
export interface Cells {
  readonly grid: Grid
  /** Outline in degrees, reckoned when it is first asked for. */
  readonly ring: (cell: number) => readonly Place[]
}

let last: Cells | null = null

/** The cells of a grid; outlines are kept from one question to the next for as long as the grid is the same. */
export function cellsOf(grid: Grid): Cells {
  if (last && isSame(last.grid, grid)) {
    return last
  }
  const rings: (readonly Place[] | undefined)[] = new Array(grid.length)
  const ring = (cell: number) =>
    (rings[cell] ??= ringOf(grid, cell).map((corner) => degreesOf(grid.srid, corner)))
  last = { grid, ring }
  return last
}

const isSame = (one: Grid, other: Grid): boolean =>
  one.kind === other.kind &&
  one.size === other.size &&
  one.srid === other.srid &&
  one.length === other.length &&
  one.firstRow === other.firstRow &&
  one.firstColumn === other.firstColumn &&
  one.columns === other.columns &&
  one.lookup.every((cell, i) => cell === other.lookup[i])

/** Cells as a map draws them, with what they say. */
export const cellFeatures = (
  { ring }: Cells,
  cells: readonly number[],
  properties: (cell: number) => Record<string, number>,
): Feature[] =>
  cells.map((cell) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring(cell) as unknown as [number, number][]] },
    properties: properties(cell),
  }))
