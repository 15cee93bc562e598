import type { StudyArea } from '@trygghetskartan/analysis'
import { type Grid, gridOver, ringOf } from '@trygghetskartan/analysis'
import { isRefusal, type Refusal, toWgs84 } from '@trygghetskartan/geo'
import type { Feature } from 'geojson'
import type { Place } from './hotspot-view.ts'

/** Cells over an area with what is drawn of them, kept while the questions are about the same. */
export interface Cells {
  readonly grid: Grid
  /** Outline in degrees, reckoned when it is first asked for. */
  readonly ring: (cell: number) => readonly Place[]
}

let last: { readonly key: string; readonly cells: Cells } | null = null

/** The cells of a study area: those of the question before, where nothing about them has changed. */
export function cellsOver(area: StudyArea, kind: Grid['kind'], size: number): Cells | Refusal {
  const key = JSON.stringify([area, kind, size])
  if (last?.key === key) return last.cells
  const grid = gridOver(area, { kind, size })
  if (isRefusal(grid)) return grid
  const rings: (readonly Place[] | undefined)[] = new Array(grid.length)
  const ring = (cell: number) =>
    (rings[cell] ??= ringOf(grid, cell).map((corner) => tidy(toWgs84(grid.srid, corner))))
  last = { key, cells: { grid, ring } }
  return last.cells
}

/** A centimetre: what MapLibre draws is no finer, and a file of it is half as long. */
const tidy = ([lon, lat]: readonly [number, number]): Place => [
  Math.round(lon * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
]

/** Cells as a map draws them, with what they say. */
export const cellFeatures = (
  { ring }: Cells,
  cells: Iterable<number>,
  properties: (cell: number) => Record<string, number>,
): Feature[] =>
  Array.from(cells, (cell) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring(cell) as unknown as [number, number][]] },
    properties: properties(cell),
  }))
