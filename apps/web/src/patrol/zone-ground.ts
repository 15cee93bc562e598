import {
  type Binned,
  binIncidents,
  binOnStreets,
  cellArea,
  gridNeighbours,
  gridOver,
  type IncidentColumns,
  type Neighbours,
  type Segments,
  type Selection,
  type StudyArea,
  segmentNeighbours,
  sizeThatWorks,
  streetOutline,
  streetSegments,
  zoneOutline,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import type { Streets } from '../hotspots/hotspot-protocol.ts'

/** What zones are put together of: cells of ground, or stretches of street. */
export interface ZoneGround {
  /** km², or metres of street. */
  readonly size: Float64Array
  /** Middles, metres. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly neighbours: Neighbours
  readonly bin: (incidents: IncidentColumns, chosen: Selection) => Binned | Refusal
  /** An outer ring and holes, metres. */
  readonly outline: (units: readonly number[]) => Position[][] | Refusal
  /** Metres that a zone of such a size may go from where it holds most. */
  readonly reachOf: (most: number) => number
}

/** Metres across a cell: about the width of a block. Choice of this project. */
const usualCell = 60

/** Hexagons over the study area. */
export function cellsOver(study: StudyArea): ZoneGround | Refusal {
  const grid = gridOver(study, {
    kind: 'hexagon',
    size: Math.max(usualCell, sizeThatWorks(study, { kind: 'hexagon' })),
  })
  if (isRefusal(grid)) return grid
  const neighbours = gridNeighbours(grid, 'sides')
  if (isRefusal(neighbours)) return neighbours
  return {
    size: new Float64Array(grid.length).fill(cellArea(grid)),
    ...{ x: grid.x, y: grid.y, neighbours },
    bin: (incidents, chosen) => binIncidents(grid, incidents, chosen),
    outline: (units) => zoneOutline(grid, units),
    // A zone is at most about twice as long as it is wide.
    reachOf: (most) => 1.8 * Math.sqrt((most * 1e6) / Math.PI),
  }
}

/** Stretches of the streets in the study area. */
export function streetsOver(study: StudyArea, streets: Streets): ZoneGround | Refusal {
  const lines = streets.map((line) => line.map((place) => fromWgs84(study.srid, [...place])))
  const segments = streetSegments(lines, study)
  if (isRefusal(segments)) return segments
  const { x, y } = middlesOf(segments)
  return {
    ...{ size: segments.metres, x, y, neighbours: segmentNeighbours(segments) },
    bin: (incidents, chosen) => binOnStreets(segments, incidents, chosen),
    outline: (units) => streetOutline(segments, units),
    // A walk there and back again, at most half of the zone's streets away.
    reachOf: (most) => most / 2,
  }
}

function middlesOf({ length, start, corners }: Segments): { x: Float64Array; y: Float64Array } {
  const mean = (axis: 0 | 1) =>
    Float64Array.from({ length }, (_, segment) => {
      const [first, last] = [start[segment]!, start[segment + 1]! - 1]
      return (corners[2 * first + axis]! + corners[2 * last + axis]!) / 2
    })
  return { x: mean(0), y: mean(1) }
}
