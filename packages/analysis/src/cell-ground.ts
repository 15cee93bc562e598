import { isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import type { StudyArea } from './area/study-area.ts'
import { type Binned, binIncidents } from './grids/bin.ts'
import { cellArea, type Grid, type GridChoice, gridOver } from './grids/grid.ts'
import { gridNeighbours, type NeighbourRule, type Neighbours } from './grids/neighbours.ts'
import type { StreetChoice } from './hotspot-question.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import type { Selection } from './incidents/filter.ts'
import { binOnStreets, perHundredMetres, segmentNeighbours } from './streets/bin.ts'
import { type Segments, streetSegments } from './streets/segments.ts'

/** Cells of a grid or stretches of street, alike to whatever counts in them. */
export interface CellGround {
  readonly cells: Grid | Segments
  readonly neighbours: Neighbours
  /** How much each is: km² of a cell, metres of a street. */
  readonly sizes: Float64Array
  bin(incidents: IncidentColumns, selection: Selection): Binned | Refusal
  /** What is tested of counts: themselves, or of streets incidents per 100 m. */
  values(counts: Float64Array): Float64Array
}

/** Refuses what its grid, its neighbours or its streets do. */
export function groundOf(
  area: StudyArea,
  choice: GridChoice | StreetChoice,
  rule: NeighbourRule,
  streets: readonly (readonly Position[])[],
): CellGround | Refusal {
  if (choice.kind === 'street') {
    const segments = streetSegments(streets, area, choice.longest)
    if (isRefusal(segments)) return segments
    return {
      cells: segments,
      neighbours: segmentNeighbours(segments),
      sizes: segments.metres,
      bin: (incidents, selection) => binOnStreets(segments, incidents, selection, choice.reach),
      values: (counts) => perHundredMetres(segments, counts),
    }
  }
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return grid
  const neighbours = gridNeighbours(grid, rule)
  if (isRefusal(neighbours)) return neighbours
  return {
    cells: grid,
    neighbours,
    sizes: new Float64Array(grid.length).fill(cellArea(choice)),
    bin: (incidents, selection) => binIncidents(grid, incidents, selection),
    values: (counts) => counts,
  }
}
