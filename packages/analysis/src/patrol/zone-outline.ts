import type { Position } from '@trygghetskartan/geo'
import { ringOf } from '../grids/cell-at.ts'
import type { Grid } from '../grids/grid.ts'

/** Corners that differ by less, in metres, are one. */
const corner = 0.01

/**
 * The outline of cells that hang together side by side, in metres: the outer ring against the clock, then holes with it. Sides
 * that two of the cells share fall away. Where the outline meets itself in a corner it is cut there, so that no ring touches itself.
 */
export function zoneOutline(grid: Grid, cells: Iterable<number>): Position[][] {
  const places = new Map<string, Position>()
  const nameOf = ([x, y]: Position): string => {
    const name = `${Math.round(x / corner)} ${Math.round(y / corner)}`
    if (!places.has(name)) places.set(name, [x, y])
    return name
  }
  /** Corner -> corners that a side leads to from it. */
  const sides = new Map<string, Set<string>>()
  for (const cell of cells) {
    const ring = ringOf(grid, cell).map(nameOf)
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1]!, ring[i]!]
      if (sides.get(to)?.delete(from)) continue
      if (!sides.has(from)) sides.set(from, new Set())
      sides.get(from)!.add(to)
    }
  }
  const rings: Position[][] = []
  for (const [start, next] of sides)
    while (next.size > 0) {
      const ring = [places.get(start)!]
      let [before, at] = [start, start]
      do {
        const to = sharpestRight(places, before, at, [...sides.get(at)!])
        sides.get(at)!.delete(to)
        ring.push(places.get(to)!)
        before = at
        at = to
      } while (at !== start)
      rings.push(ring)
    }
  return rings.sort((a, b) => signedArea(b) - signedArea(a))
}

/** Of the corners one can go on to, the one most to the right: so the outline stays whole, and a hole that touches it is one of its own. */
function sharpestRight(
  places: ReadonlyMap<string, Position>,
  before: string,
  at: string,
  onwards: readonly string[],
): string {
  const [bx, by] = places.get(before)!
  const [ax, ay] = places.get(at)!
  const turn = (to: string): number => {
    const [cx, cy] = places.get(to)!
    const [inX, inY, outX, outY] = [ax - bx, ay - by, cx - ax, cy - ay]
    return Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY)
  }
  return onwards.reduce((best, to) => (turn(to) < turn(best) ? to : best))
}

const signedArea = (ring: readonly Position[]): number => {
  const [ox, oy] = ring[0]!
  return ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[i - 1] ?? [ox, oy]
    return sum + ((px - ox) * (y - oy) - (x - ox) * (py - oy)) / 2
  }, 0)
}
