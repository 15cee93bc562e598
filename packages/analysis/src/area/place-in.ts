import { boxOfArea, type StudyArea } from './study-area.ts'

/** Edges are sorted into at most so many bands from south to north. */
const mostBands = 4096

/**
 * Whether places lie in an area, holes left out, by counting the edges east of them. Only edges of the place's own band are
 * looked at, so a detailed outline costs little. What lies on the outline itself falls to one side or the other.
 */
export function placeIn(area: StudyArea): (x: number, y: number) => boolean {
  const edges: number[] = []
  for (const rings of area.polygons)
    for (const ring of rings) for (let i = 1; i < ring.length; i++) edges.push(...ring[i - 1]!, ...ring[i]!)
  const corners = Float64Array.from(edges)
  const count = corners.length / 4
  const [west, south, east, north] = boxOfArea(area)
  const bands = Math.max(1, Math.min(mostBands, count))
  const height = (north - south) / bands || 1
  const bandOf = (y: number) => Math.max(0, Math.min(bands - 1, Math.floor((y - south) / height)))
  const start = new Uint32Array(bands + 1)
  const eachBand = (visit: (band: number, edge: number) => void): void => {
    for (let edge = 0; edge < count; edge++) {
      const a = bandOf(corners[4 * edge + 1]!)
      const b = bandOf(corners[4 * edge + 3]!)
      for (let band = Math.min(a, b); band <= Math.max(a, b); band++) visit(band, edge)
    }
  }
  eachBand((band) => {
    start[band + 1]!++
  })
  for (let band = 0; band < bands; band++) start[band + 1]! += start[band]!
  const order = new Uint32Array(start[bands]!)
  const next = start.slice()
  eachBand((band, edge) => {
    order[next[band]!++] = edge
  })
  return (x, y) => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return false
    const band = bandOf(y)
    let inside = false
    for (let k = start[band]!; k < start[band + 1]!; k++) {
      const at = 4 * order[k]!
      const ay = corners[at + 1]!
      const by = corners[at + 3]!
      if (ay > y === by > y) continue
      const ax = corners[at]!
      if (x < ax + ((y - ay) / (by - ay)) * (corners[at + 2]! - ax)) inside = !inside
    }
    return inside
  }
}
