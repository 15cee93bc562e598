import { isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import { boxOfArea } from '../area/study-area.ts'
import { gridOver } from '../grids/grid.ts'
import type { Segments } from '../streets/segments.ts'
import { nearLines } from './near-area.ts'
import { zoneOutline } from './zone-outline.ts'

/** Metres across the hexagons that a street is drawn with, and from its middle to the farthest of their middles. */
const [brush, reach] = [15, 25]

/** The corners of a segment. */
const lineOf = ({ start, corners }: Segments, segment: number): Position[] => {
  const line: Position[] = []
  for (let k = start[segment]!; k < start[segment + 1]!; k++)
    line.push([corners[2 * k]!, corners[2 * k + 1]!])
  return line
}

/** Ground along segments that hang together, to the façades about: an outer ring and holes, metres. Refuses more ground than can be drawn. */
export function streetOutline(segments: Segments, chosen: readonly number[]): Position[][] | Refusal {
  const lines = chosen.map((segment) => lineOf(segments, segment))
  const [west, south, east, north] = boxOfArea({ srid: 0, polygons: lines.map((line) => [line]) })
  const [left, low, right, high] = [west - 2 * reach, south - 2 * reach, east + 2 * reach, north + 2 * reach]
  const about: Position[] = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ]
  const grid = gridOver({ srid: segments.srid, polygons: [[about]] }, { kind: 'hexagon', size: brush })
  if (isRefusal(grid)) return grid
  const isNear = nearLines(lines, reach)
  const cells = Array.from({ length: grid.length }, (_, cell) => cell).filter((cell) =>
    isNear(grid.x[cell]!, grid.y[cell]!),
  )
  return zoneOutline(grid, cells)
}
