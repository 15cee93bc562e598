import { bboxOf, type Position } from '@trygghetskartan/geo'
import type { MultiPolygon, Polygon } from 'geojson'

/**
 * A point that lies in the area: the middle of the widest stretch inside it along a line through the middle of its box,
 * or a little beside where that line runs through a corner.
 */
export function innerPoint(area: Polygon | MultiPolygon): Position {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const [, south, , north] = bboxOf(area)
  for (const share of [0.5, 0.5013, 0.43, 0.57, 0.31, 0.69]) {
    const y = south + (north - south) * share
    const stretch = widest(crossings(polygons.flat() as Position[][], y))
    if (stretch) return [(stretch[0] + stretch[1]) / 2, y]
  }
  return polygons[0]![0]![0] as Position
}

function crossings(rings: readonly Position[][], y: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [x0, y0] = ring[index - 1]!
      const [x1, y1] = ring[index]!
      if (y0 > y !== y1 > y) found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
    }
  }
  return found.sort((a, b) => a - b)
}

function widest(xs: readonly number[]): Position | null {
  let best: Position | null = null
  for (let index = 0; index + 1 < xs.length; index += 2) {
    const stretch: Position = [xs[index]!, xs[index + 1]!]
    if (stretch[1] > stretch[0] && (!best || stretch[1] - stretch[0] > best[1] - best[0])) best = stretch
  }
  return best
}
