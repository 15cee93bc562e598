import { type BBox, type Position, placeInRing } from '@trygghetskartan/geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { alongEdge, clockwise, cornersBetween, isInside, nearestOnEdge, partsInside } from './box-edge.ts'

/** A coast that ends this near the edge (as a share of the box) ends there because the file does. */
const nearEdge = 0.1

/**
 * The sea within a box, from its coastlines, which have land on their left and water on their right. Where a coast leaves the box,
 * the sea's boundary follows the edge clockwise to where the next one comes in. Null where there is no sea, or where a coast breaks
 * off inside so that nobody knows on which side the sea lies.
 */
export function seaOf(coasts: readonly (readonly Position[])[], box: BBox): Polygon | MultiPolygon | null {
  const { rings, lines } = joined(coasts)
  const islands: Position[][] = []
  const pieces: Position[][] = []
  for (const ring of rings) {
    if (ring.every((at) => isInside(at, box))) islands.push(ring)
    else pieces.push(...partsInside(fromOutside(ring, box), box))
  }
  for (const line of lines) {
    const whole = reachingEdge(line, box)
    if (!whole) return null
    pieces.push(...partsInside(whole, box))
  }
  const shores =
    pieces.length > 0
      ? (alongShores(pieces, box) ??
        alongShores(
          pieces.filter((piece) => !isSliver(piece, box)),
          box,
        ))
      : wholeBox(islands, box)
  if (!shores || shores.length === 0) return null
  const areas = shores.map((shore) => [shore])
  for (const island of islands)
    areas.find(([shore]) => placeInRing(island[0]!, shore!) === 'inside')?.push(island)
  return areas.length === 1
    ? { type: 'Polygon', coordinates: areas[0]! }
    : { type: 'MultiPolygon', coordinates: areas }
}

const keyOf = ([x, y]: Position): string => `${x} ${y}`

/** Coastlines joined end to start: their direction tells where the water is, so none is turned round. */
function joined(coasts: readonly (readonly Position[])[]): { rings: Position[][]; lines: Position[][] } {
  const byStart = new Map(coasts.map((coast) => [keyOf(coast[0]!), coast]))
  const ends = new Set(coasts.map((coast) => keyOf(coast.at(-1)!)))
  const rings: Position[][] = []
  const lines: Position[][] = []
  const follow = (first: readonly Position[]) => {
    const line = [...first]
    byStart.delete(keyOf(first[0]!))
    for (let next = byStart.get(keyOf(line.at(-1)!)); next; next = byStart.get(keyOf(line.at(-1)!))) {
      byStart.delete(keyOf(next[0]!))
      line.push(...next.slice(1))
    }
    if (keyOf(line[0]!) === keyOf(line.at(-1)!)) rings.push(line)
    else lines.push(line)
  }
  for (const coast of coasts) if (!ends.has(keyOf(coast[0]!))) follow(coast)
  for (const coast of coasts) if (byStart.get(keyOf(coast[0]!)) === coast) follow(coast)
  return { rings, lines }
}

/** A ring that starts outside the box, so that no part of it inside is cut in two. */
function fromOutside(ring: readonly Position[], box: BBox): Position[] {
  const start = ring.findIndex((at) => !isInside(at, box))
  return [...ring.slice(start, -1), ...ring.slice(0, start + 1)]
}

/** The line with ends that lie just inside led to the edge; null where one lies far inside. */
function reachingEdge(line: readonly Position[], box: BBox): Position[] | null {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const led = [...line]
  for (const end of [line[0]!, line.at(-1)!]) {
    if (!isInside(end, box)) continue
    const edge = nearestOnEdge(end, box)
    if (Math.abs(edge[0] - end[0]) > width * nearEdge || Math.abs(edge[1] - end[1]) > height * nearEdge)
      return null
    if (end === line[0]) led.unshift(edge)
    else led.push(edge)
  }
  return led
}

/** A coast that only dips into the box. Led to the edge it may come to run the wrong way; without it next to no sea is lost. */
function isSliver(piece: readonly Position[], box: BBox): boolean {
  const [start, end] = [alongEdge(piece[0]!, box), alongEdge(piece.at(-1)!, box)]
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const reach = (axis: 0 | 1) => {
    const along = piece.map((at) => at[axis])
    return Math.max(...along) - Math.min(...along)
  }
  return Math.abs(start - end) < nearEdge && reach(0) < width * nearEdge && reach(1) < height * nearEdge
}

/** Rings along the pieces and, between them, clockwise along the edge. Null where two pieces contradict each other. */
function alongShores(pieces: readonly Position[][], box: BBox): Position[][] | null {
  const rest = new Set(pieces)
  const shores: Position[][] = []
  for (const first of pieces) {
    if (!rest.has(first)) continue
    const shore: Position[] = []
    for (let piece = first; rest.delete(piece); ) {
      shore.push(...piece)
      const from = alongEdge(piece.at(-1)!, box)
      const distance = (other: Position[], end: 0 | -1) => clockwise(from, alongEdge(other.at(end)!, box))
      const next = pieces.reduce((best, other) => (distance(other, 0) < distance(best, 0) ? other : best))
      const blocked = pieces.some((other) => other !== piece && distance(other, -1) < distance(next, 0))
      if (blocked || (next !== first && !rest.has(next))) return null
      shore.push(...cornersBetween(from, alongEdge(next[0]!, box), box))
      piece = next
    }
    shores.push([...shore, shore[0]!])
  }
  return shores
}

/** With islands alone all the rest is sea. A coast that runs clockwise has its water within: no island. */
function wholeBox(islands: readonly Position[][], [west, south, east, north]: BBox): Position[][] | null {
  if (islands.length === 0 || islands.some((island) => turn(island) <= 0)) return null
  return [
    [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
      [west, north],
    ],
  ]
}

/** Twice the area, positive counter-clockwise. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
