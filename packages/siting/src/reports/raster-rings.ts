import { placeInRing } from '@trygghetskartan/geo'
import type { Corner } from '../scene.ts'
import type { Raster } from './raster.ts'

/**
 * The squares that are set as polygons in metres, each an outer ring and then holes, closed. Corners are cut through the
 * middles of the squares' sides and straightened within half a square. Polygons and holes of less than `least` m² are dropped.
 */
export function polygonsOf(raster: Raster, set: (square: number) => boolean, least: number): Corner[][][] {
  const outers: Corner[][] = []
  const holes: Corner[][] = []
  for (const traced of outlinesOf(raster, set)) {
    const area = doubledArea(traced) / 2
    if (Math.abs(area) * raster.step ** 2 < least) continue
    const ring = straightened(traced).map(
      ([column, row]): Corner => [raster.west + column * raster.step, raster.south + row * raster.step],
    )
    if (ring.length < 4) continue
    if (area > 0) outers.push(ring)
    else holes.push(ring)
  }
  const polygons = outers.map((ring) => [ring])
  for (const hole of holes) {
    const about = polygons.filter(
      ([outer]) =>
        placeInRing([hole[0]![0], hole[0]![1]], outer as [number, number][][number][]) === 'inside',
    )
    // Of several rings about a hole the smallest is its own.
    about.sort((a, b) => doubledArea(a[0]!) - doubledArea(b[0]!))[0]?.push(hole)
  }
  return polygons
}

/** East, north, west, south. */
const stepX = [1, 0, -1, 0]
const stepY = [0, 1, 0, -1]

/** Closed lines along the sides of squares, the set ones to the left, as middles of those sides in squares. */
function outlinesOf({ columns, rows }: Raster, set: (square: number) => boolean): Corner[][] {
  const is = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < columns && row < rows && set(row * columns + column)
  // Sides below a set square that has none below it: each outline has at least one.
  const done = new Uint8Array((columns + 1) * (rows + 1))
  const lines: Corner[][] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!is(column, row) || is(column, row - 1) || done[row * (columns + 1) + column]) continue
      const line: Corner[] = []
      let x = column
      let y = row
      let heading = 0
      do {
        if (heading === 0) done[y * (columns + 1) + x] = 1
        line.push([x + stepX[heading]! / 2, y + stepY[heading]! / 2])
        x += stepX[heading]!
        y += stepY[heading]!
        // The squares ahead, to the left and to the right of the corner reached.
        const left = is(...aheadOf(x, y, heading, 1))
        const right = is(...aheadOf(x, y, heading, -1))
        // Where only corners meet the line keeps to its own square.
        if (!left) heading = (heading + 1) % 4
        else if (right) heading = (heading + 3) % 4
      } while (x !== column || y !== row || heading !== 0)
      lines.push(line)
    }
  return lines
}

/** The square ahead of a corner, on the left (1) or right (-1) of the way. */
function aheadOf(x: number, y: number, heading: number, side: 1 | -1): [number, number] {
  const dx = stepX[heading]!
  const dy = stepY[heading]!
  return [Math.floor(x + dx / 2 - (side * dy) / 2), Math.floor(y + dy / 2 + (side * dx) / 2)]
}

function doubledArea(ring: readonly Corner[]): number {
  let doubled = 0
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!
    doubled += x * v - u * y
  })
  return doubled
}

/** Squares a corner may lie from the line that leaves it out. */
const slack = 0.5

/** The line closed, without corners that are nearly on it (Douglas and Peucker 1973). */
function straightened(line: readonly Corner[]): Corner[] {
  const first = line[0]!
  let apart = 0
  line.forEach(([x, y], i) => {
    const [u, v] = line[apart]!
    if (Math.hypot(x - first[0], y - first[1]) > Math.hypot(u - first[0], v - first[1])) apart = i
  })
  return [...thinned(line.slice(0, apart + 1)), ...thinned([...line.slice(apart), first]).slice(1)]
}

function thinned(line: readonly Corner[]): Corner[] {
  const keep = new Uint8Array(line.length)
  keep[0] = 1
  keep[line.length - 1] = 1
  const parts: [number, number][] = [[0, line.length - 1]]
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part
    const [ax, ay] = line[from]!
    const [bx, by] = line[to]!
    const length = Math.hypot(bx - ax, by - ay)
    let most = slack
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const [x, y] = line[i]!
      const away =
        length > 0
          ? Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length
          : Math.hypot(x - ax, y - ay)
      if (away <= most) continue
      most = away
      at = i
    }
    if (at < 0) continue
    keep[at] = 1
    parts.push([from, at], [at, to])
  }
  return line.filter((_, i) => keep[i])
}
