import { type Position, placeInRing } from '@trygghetskartan/geo'

/** An area with a name of its own: polygons of rings, metres. */
export interface Area {
  readonly name: string
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** Name of the first area in their order that a place lies in; '' where it lies in none. */
export function areaOf(place: Position, areas: readonly Area[]): string {
  const found = areas.find(({ polygons }) =>
    polygons.some(
      ([outer, ...holes]) =>
        outer !== undefined &&
        mayHold(outer, place) &&
        placeInRing(place, outer) !== 'outside' &&
        !holes.some((hole) => placeInRing(place, hole) === 'inside'),
    ),
  )
  return found?.name ?? ''
}

type Ring = readonly Position[]
const boxes = new WeakMap<Ring, readonly [west: number, south: number, east: number, north: number]>()

/** Whether a place lies in the box about a ring. Most do not, and a box is reckoned once. */
function mayHold(ring: Ring, [x, y]: Position): boolean {
  let box = boxes.get(ring)
  if (!box) {
    box = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [east, north] of ring)
      box = [Math.min(box[0], east), Math.min(box[1], north), Math.max(box[2], east), Math.max(box[3], north)]
    boxes.set(ring, box)
  }
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

/** True where the boundary of any area passes through the box from `low` to `high`, or touches it. */
export const isParted = (low: Position, high: Position, areas: readonly Area[]): boolean =>
  areas.some(({ polygons }) =>
    polygons.some((rings) =>
      rings.some((ring) => ring.some((end, i) => i > 0 && passes(ring[i - 1]!, end, low, high))),
    ),
  )

/** Whether a stretch meets a box (Liang and Barsky 1984). */
function passes(from: Position, to: Position, low: Position, high: Position): boolean {
  let [enters, leaves] = [0, 1]
  for (const axis of [0, 1] as const) {
    const run = to[axis] - from[axis]
    if (run === 0) {
      if (from[axis] < low[axis] || from[axis] > high[axis]) return false
      continue
    }
    const [a, b] = [(low[axis] - from[axis]) / run, (high[axis] - from[axis]) / run]
    enters = Math.max(enters, Math.min(a, b))
    leaves = Math.min(leaves, Math.max(a, b))
  }
  return enters <= leaves
}
