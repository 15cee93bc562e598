import { type Position, placeInRing } from '@trygghetskartan/geo'

/** Closed rings in metres: the outer one, then its holes. */
export type Rings = readonly (readonly Position[])[]

/** Square metres, by the shoelace formula; holes are taken away, whichever way they turn. */
export const areaOfRings = ([outer, ...holes]: Rings): number =>
  areaOfRing(outer ?? []) - holes.reduce((sum, hole) => sum + areaOfRing(hole), 0)

function areaOfRing(ring: readonly Position[]): number {
  // About the first corner: products of whole coordinates would eat up the digits.
  const [ax = 0, ay = 0] = ring[0] ?? []
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1]!
    const [x1, y1] = ring[i]!
    twice += (x0 - ax) * (y1 - ay) - (x1 - ax) * (y0 - ay)
  }
  return Math.abs(twice) / 2
}

/** Tests points against a polygon; its edge is part of it. */
export function insideOf(rings: Rings): (x: number, y: number) => boolean {
  const [outer = [], ...holes] = rings
  const xs = outer.map(([x]) => x)
  const ys = outer.map(([, y]) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return (x, y) =>
    x >= west &&
    x <= east &&
    y >= south &&
    y <= north &&
    placeInRing([x, y], outer) !== 'outside' &&
    holes.every((hole) => placeInRing([x, y], hole) !== 'inside')
}
