import type { BBox, Position } from '@trygghetskartan/geo'

/** The edge of a box as a way round it, clockwise from its north-western corner: 0-1 north, 1-2 east, 2-3 south, 3-4 west. */

/** How far round a point on the edge lies. */
export function alongEdge([x, y]: Position, [west, south, east, north]: BBox): number {
  if (y === north) return (x - west) / (east - west)
  if (x === east) return 1 + (north - y) / (north - south)
  if (y === south) return 2 + (east - x) / (east - west)
  return 3 + (y - south) / (north - south)
}

/** How far it is clockwise from one to the other, more than 0 and at most 4. */
export const clockwise = (from: number, to: number): number => ((to - from + 8 - 1e-12) % 4) + 1e-12

/** The corners one passes going clockwise from one to the other. */
export function cornersBetween(from: number, to: number, [west, south, east, north]: BBox): Position[] {
  const corners: Position[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
  const end = from + clockwise(from, to)
  const passed: Position[] = []
  for (let at = Math.floor(from) + 1; at < end; at += 1) passed.push(corners[at % 4]!)
  return passed
}

export const isInside = ([x, y]: Position, [west, south, east, north]: BBox): boolean =>
  x > west && x < east && y > south && y < north

/** The nearest point on the edge to one inside. */
export function nearestOnEdge([x, y]: Position, [west, south, east, north]: BBox): Position {
  const ways: readonly (readonly [number, Position])[] = [
    [x - west, [west, y]],
    [east - x, [east, y]],
    [y - south, [x, south]],
    [north - y, [x, north]],
  ]
  return ways.reduce((best, way) => (way[0] < best[0] ? way : best))[1]
}

/** The parts of a line that lie in the box, each in the line's direction; where it is cut, it ends exactly on the edge. */
export function partsInside(line: readonly Position[], box: BBox): Position[][] {
  const parts: Position[][] = []
  let part: Position[] = []
  for (let index = 1; index < line.length; index += 1) {
    const cut = segmentInside(line[index - 1]!, line[index]!, box)
    if (!cut) continue
    const last = part.at(-1)
    if (!last || last[0] !== cut[0][0] || last[1] !== cut[0][1]) {
      if (part.length > 1) parts.push(part)
      part = [cut[0]]
    }
    part.push(cut[1])
  }
  if (part.length > 1) parts.push(part)
  return parts
}

/** Liang and Barsky's clipping. */
function segmentInside(
  a: Position,
  b: Position,
  [west, south, east, north]: BBox,
): [Position, Position] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let [enter, leave] = [0, 1]
  let [entry, exit]: [Position, Position] = [a, b]
  for (const [step, room, axis, limit] of [
    [-dx, a[0] - west, 0, west],
    [dx, east - a[0], 0, east],
    [-dy, a[1] - south, 1, south],
    [dy, north - a[1], 1, north],
  ] as const) {
    if (step === 0 && room <= 0) return null
    if (step === 0) continue
    const at = room / step
    const point: Position = axis === 0 ? [limit, a[1] + dy * at] : [a[0] + dx * at, limit]
    if (step < 0 && at >= enter) [enter, entry] = [at, point]
    if (step > 0 && at <= leave) [leave, exit] = [at, point]
  }
  return enter < leave ? [entry, exit] : null
}
