import type { Segments } from './segments.ts'

/** Metres across a square of the index at least. */
const leastSide = 25
/** Squares of the index at most. */
const mostSquares = 2_000_000

/**
 * The segment nearest to a place, -1 where none lies within `reach` metres. Of several as near the first. Straight parts of
 * segments are sorted into squares that their surroundings of `reach` touch, so a place looks in its own square alone.
 */
export function nearestSegment(
  { length, start, corners }: Segments,
  reach: number,
): (x: number, y: number) => number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < corners.length; k += 2) {
    west = Math.min(west, corners[k]! - reach)
    east = Math.max(east, corners[k]! + reach)
    south = Math.min(south, corners[k + 1]! - reach)
    north = Math.max(north, corners[k + 1]! + reach)
  }
  const side = Math.max(leastSide, 2 * reach, Math.sqrt(((east - west) * (north - south)) / mostSquares))
  const columns = Math.floor((east - west) / side) + 1
  const rows = Math.floor((north - south) / side) + 1
  const first = new Uint32Array(columns * rows + 1)
  const eachSquare = (visit: (square: number, segment: number, corner: number) => void): void => {
    for (let segment = 0; segment < length; segment++)
      for (let k = start[segment]!; k + 1 < start[segment + 1]!; k++) {
        const ax = corners[2 * k]!
        const ay = corners[2 * k + 1]!
        const bx = corners[2 * k + 2]!
        const by = corners[2 * k + 3]!
        const column = Math.floor((Math.min(ax, bx) - reach - west) / side)
        const row = Math.floor((Math.min(ay, by) - reach - south) / side)
        const lastColumn = Math.floor((Math.max(ax, bx) + reach - west) / side)
        const lastRow = Math.floor((Math.max(ay, by) + reach - south) / side)
        for (let r = row; r <= lastRow; r++)
          for (let c = column; c <= lastColumn; c++) visit(r * columns + c, segment, k)
      }
  }
  eachSquare((square) => {
    first[square + 1]!++
  })
  for (let square = 0; square < columns * rows; square++) first[square + 1]! += first[square]!
  const segments = new Uint32Array(first.at(-1)!)
  const parts = new Uint32Array(segments.length)
  const next = first.slice()
  eachSquare((square, segment, corner) => {
    segments[next[square]!] = segment
    parts[next[square]!++] = corner
  })
  return (x, y) => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return -1
    const square = Math.floor((y - south) / side) * columns + Math.floor((x - west) / side)
    let nearest = -1
    let least = reach * reach
    for (let k = first[square]!; k < first[square + 1]!; k++) {
      const at = 2 * parts[k]!
      const dx = corners[at + 2]! - corners[at]!
      const dy = corners[at + 3]! - corners[at + 1]!
      const px = x - corners[at]!
      const py = y - corners[at + 1]!
      const squared = dx * dx + dy * dy
      const share = squared > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / squared)) : 0
      const away = (px - share * dx) ** 2 + (py - share * dy) ** 2
      if (away > least || (away === least && nearest >= 0)) continue
      least = away
      nearest = segments[k]!
    }
    return nearest
  }
}
