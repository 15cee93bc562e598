import {
  type IncidentColumns,
  type IncidentFilter,
  proposeZones,
  type StudyArea,
  selectIncidents,
  zoneShare,
} from '@trygghetskartan/analysis'
import { isRefusal, type Position, type Refusal, toWgs84 } from '@trygghetskartan/geo'
import type { Streets } from '../hotspots/hotspot-protocol.ts'
import type { AskedBudget, Proposal, Proposed } from './patrol-protocol.ts'
import { figuresOf } from './patrol-service.ts'
import { dayOf } from './swedish-clock.ts'
import { cellsOver, streetsOver, type ZoneGround } from './zone-ground.ts'

/** Share of the period that zones are proposed from when they are tried on the rest. */
const learned = 2 / 3
/** With fewer to be held, trying says nothing. */
const fewestTried = 20

interface Asked {
  readonly study: StudyArea
  readonly filter: IncidentFilter
  readonly budget: AskedBudget
  /** Where the budget is of street. */
  readonly streets: Streets | null
}

/** Zones for a budget, from what happened in the hours, and how such zones would have done. Refuses in words. */
export function propose(incidents: IncidentColumns, asked: Asked): Proposal | Refusal {
  const { study, filter, budget, streets } = asked
  const ground = streets ? streetsOver(study, streets) : cellsOver(study)
  if (isRefusal(ground)) return ground
  const found = zonesOf(incidents, ground, filter, budget)
  if (isRefusal(found)) return found
  const zones: Proposed[] = []
  for (const outline of found.outlines) {
    const zone: StudyArea = { srid: study.srid, polygons: [outline] }
    const figures = figuresOf(zoneShare(incidents, { zone, study, filter }))
    if (isRefusal(figures)) return figures
    zones.push({
      ...figures,
      rings: outline.map((ring) => ring.map((corner) => degrees(study.srid, corner))),
    })
  }
  const { share, bound, size } = found.proposal
  return {
    ...{ zones, share, bound: bound.share, size },
    of: streets ? 'street' : 'ground',
    leftOut: found.leftOut,
    tried: tried(incidents, ground, asked),
  }
}

function zonesOf(
  incidents: IncidentColumns,
  ground: ZoneGround,
  filter: IncidentFilter,
  budget: AskedBudget,
) {
  const chosen = selectIncidents(incidents, filter)
  if (isRefusal(chosen)) return chosen
  const binned = ground.bin(incidents, chosen)
  if (isRefusal(binned)) return binned
  const { size, x, y, neighbours } = ground
  const proposal = proposeZones(
    { score: binned.counts, size, x, y, neighbours },
    { ...budget, reach: ground.reachOf(budget.most) },
  )
  if (isRefusal(proposal)) return proposal
  const outlines: Position[][][] = []
  for (const { units } of proposal.zones) {
    const outline = ground.outline(units)
    if (isRefusal(outline)) return outline
    outlines.push(outline)
  }
  return { proposal, outlines, leftOut: chosen.leftOut }
}

/** Zones proposed from the first part of the period alone, and what they held of the rest. */
function tried(
  incidents: IncidentColumns,
  ground: ZoneGround,
  { study, filter, budget }: Asked,
): Proposal['tried'] {
  const [from, until] = [filter.from ?? 0, filter.until ?? 0]
  const middle = from + Math.round(((until - from) * learned) / 1440) * 1440
  const earlier = zonesOf(incidents, ground, { ...filter, until: middle }, budget)
  if (isRefusal(earlier)) return null
  const share = zoneShare(incidents, {
    zone: { srid: study.srid, polygons: earlier.outlines },
    ...{ study, filter: { ...filter, from: middle } },
  })
  if (isRefusal(share) || share.of < fewestTried) return null
  return { from: dayOf(middle), held: share.held, n: share.n, of: share.of }
}

/** A centimetre is near enough. */
const degrees = (srid: number, corner: Position): [number, number] => {
  const [lon, lat] = toWgs84(srid, corner)
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}
