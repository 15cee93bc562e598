import {
  binIncidents,
  cellArea,
  type Grid,
  gridNeighbours,
  gridOver,
  type IncidentColumns,
  type IncidentFilter,
  proposeZones,
  type StudyArea,
  selectIncidents,
  sizeThatWorks,
  type ZoneProposal,
  zoneOutline,
  zoneShare,
} from '@trygghetskartan/analysis'
import { isRefusal, type Position, type Refusal, toWgs84 } from '@trygghetskartan/geo'
import type { AskedBudget, Proposal, Proposed } from './patrol-protocol.ts'
import { figuresOf } from './patrol-service.ts'
import { dayOf } from './swedish-clock.ts'

/** Metres across a cell: about the width of a block. Choice of this project. */
const usualCell = 60
/** Share of the period that zones are proposed from when they are tried on the rest. */
const learned = 2 / 3
/** With fewer to be held, trying says nothing. */
const fewestTried = 20

/** Zones for a budget, from what happened in the hours, and how such zones would have done. Refuses in words. */
export function propose(
  incidents: IncidentColumns,
  study: StudyArea,
  filter: IncidentFilter,
  budget: AskedBudget,
): Proposal | Refusal {
  const cell = Math.max(usualCell, sizeThatWorks(study, { kind: 'hexagon' }))
  const grid = gridOver(study, { kind: 'hexagon', size: cell })
  if (isRefusal(grid)) return grid
  const found = zonesOf(incidents, grid, filter, budget)
  if (isRefusal(found)) return found
  const zones: Proposed[] = []
  for (const { units } of found.proposal.zones) {
    const outline = zoneOutline(grid, units)
    const figures = figuresOf(zoneShare(incidents, { zone: areaOf(grid.srid, outline), study, filter }))
    if (isRefusal(figures)) return figures
    zones.push({ ...figures, rings: outline.map((ring) => ring.map((corner) => degrees(grid.srid, corner))) })
  }
  const { proposal, leftOut } = found
  return {
    zones,
    ...{ n: proposal.held, of: proposal.of, share: proposal.share, bound: proposal.bound.share },
    ...{ area: proposal.size, cell, leftOut },
    tried: tried(incidents, study, grid, filter, budget),
  }
}

function zonesOf(incidents: IncidentColumns, grid: Grid, filter: IncidentFilter, budget: AskedBudget) {
  const chosen = selectIncidents(incidents, filter)
  if (isRefusal(chosen)) return chosen
  const binned = binIncidents(grid, incidents, chosen)
  if (isRefusal(binned)) return binned
  const neighbours = gridNeighbours(grid, 'sides')
  if (isRefusal(neighbours)) return neighbours
  const size = new Float64Array(grid.length).fill(cellArea(grid))
  const proposal: ZoneProposal | Refusal = proposeZones(
    { score: binned.counts, size, x: grid.x, y: grid.y, neighbours },
    { ...budget, reach: reachOf(budget.most) },
  )
  return isRefusal(proposal) ? proposal : { proposal, leftOut: chosen.leftOut }
}

/** Metres: a zone is at most about twice as long as it is wide. */
const reachOf = (most: number): number => 1.8 * Math.sqrt((most * 1e6) / Math.PI)

function tried(
  incidents: IncidentColumns,
  study: StudyArea,
  grid: Grid,
  filter: IncidentFilter,
  budget: AskedBudget,
): Proposal['tried'] {
  const [from, until] = [filter.from ?? 0, filter.until ?? 0]
  const middle = from + Math.round(((until - from) * learned) / 1440) * 1440
  const earlier = zonesOf(incidents, grid, { ...filter, until: middle }, budget)
  if (isRefusal(earlier)) return null
  const outlines = earlier.proposal.zones.map(({ units }) => zoneOutline(grid, units))
  const share = zoneShare(incidents, {
    zone: { srid: grid.srid, polygons: outlines },
    ...{ study, filter: { ...filter, from: middle } },
  })
  if (isRefusal(share) || share.of < fewestTried) return null
  return { from: dayOf(middle), held: share.held, n: share.n, of: share.of }
}

const areaOf = (srid: number, rings: readonly (readonly Position[])[]): StudyArea => ({
  srid,
  polygons: [rings],
})

/** A centimetre is near enough. */
const degrees = (srid: number, corner: Position): [number, number] => {
  const [lon, lat] = toWgs84(srid, corner)
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}
