import type { Demand } from '../ground/demand.ts'
import type { Ground, GroundBuilding, GroundStreet, Rings } from '../ground/ground.ts'
import { type LonLat, localPlane } from '../local-plane.ts'

/** Kristianstad's Stora torg, about: towns for tests are drawn in metres about it. */
export const middle: LonLat = [14.157, 56.029]
const plane = localPlane(middle)

/** A place so many metres east and north of the middle. */
export const at = (x: number, y: number): LonLat => plane.toLonLat(x, y)

/** A rectangle in metres about the middle, as rings in degrees. */
export const rectangle = (west: number, south: number, east: number, north: number): Rings => [
  [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)],
]

export const building = (
  id: string,
  sides: readonly [number, number, number, number],
  more: Partial<GroundBuilding> = {},
): GroundBuilding => ({
  id,
  use: 'other',
  homes: 0,
  homesAssumed: true,
  rings: rectangle(...sides),
  ...more,
})

export const street = (
  id: string,
  line: readonly (readonly [number, number])[],
  more: Partial<GroundStreet> = {},
): GroundStreet => ({
  id,
  kind: 'residential',
  width: 8,
  widthAssumed: false,
  lit: null,
  covered: false,
  line: line.map(([x, y]) => at(x, y)),
  ...more,
})

/** Ground of 2 * half metres square about the middle, empty but for what is given. */
export const groundOf = (half: number, more: Partial<Ground> = {}): Ground => {
  const [west, south] = at(-half, -half)
  const [east, north] = at(half, half)
  return {
    box: [west, south, east, north],
    buildings: [],
    walls: [],
    streets: [],
    lamps: [],
    cameras: [],
    greenery: [],
    sensitive: [],
    water: [],
    measures: [],
    sources: [],
    ...more,
  }
}

/** Nothing has happened, but what is given. */
export const demandOf = (half: number, more: Partial<Demand> = {}): Demand => ({
  box: groundOf(half).box,
  asOf: '2026-10-01',
  reports: [],
  incidents: [],
  leftOut: { imprecise: 0, suppressed: 0 },
  surveys: [],
  ...more,
})
