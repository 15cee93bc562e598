import {
  binIncidents,
  discoveryClasses,
  giStar,
  gridNeighbours,
  type IncidentColumns,
  refuseSelection,
  type Selection,
  type StudyArea,
  withoutSmallNumbers,
} from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { cellFeatures, cellsOver } from './cells.ts'
import type { GiFigure, HotspotQuestion } from './hotspot-protocol.ts'
import { groupsOf, spotOf } from './spots.ts'

/** No more hotspots than these are listed. */
const mostSpots = 50

/** Which cells have more or less than chance explains, and the hotspots they make. */
export function giFigure(
  incidents: IncidentColumns,
  selection: Selection,
  area: StudyArea,
  { shape, cell }: HotspotQuestion,
): GiFigure | Refusal {
  const none = refuseSelection(incidents, selection)
  if (none) return none
  const cells = cellsOver(area, shape, cell)
  if (isRefusal(cells)) return cells
  const { grid } = cells
  const neighbours = gridNeighbours(grid, 'adjacent')
  if (isRefusal(neighbours)) return neighbours
  const binned = binIncidents(grid, incidents, selection)
  if (isRefusal(binned)) return binned
  const { counts } = binned
  const { z, p: plain } = giStar(counts, neighbours)
  const p = withoutSmallNumbers(plain, counts, null, neighbours)
  const classes = discoveryClasses(p, z)
  const tested = { counts, z, p, classes, neighbours }
  const drawn: number[] = []
  const byClass: Record<string, number> = {}
  classes.forEach((one, at) => {
    byClass[one] = (byClass[one] ?? 0) + 1
    if (one !== 0 || counts[at]! > 0) drawn.push(at)
  })
  return {
    method: 'gi',
    cells: grid.length,
    features: cellFeatures(cells, drawn, (at) => ({ c: classes[at]! })),
    spots: groupsOf(tested)
      .slice(0, mostSpots)
      .map((group) => spotOf(cells, group, tested)),
    classes: byClass,
  }
}
