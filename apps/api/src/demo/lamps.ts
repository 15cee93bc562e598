import type { Point } from './frame.ts'
import type { RoadClass } from './plan.ts'
import { widthOf } from './plan.ts'
import { random } from './random.ts'
import type { Road } from './roads.ts'
import { along, lengthOf } from './shapes.ts'

/** A street lamp, in metres from the origin. */
export interface Lamp {
  readonly at: Point
  /** Mounting height in metres. */
  readonly height: number
  readonly type: 'led' | 'high_pressure_sodium'
}

/** Metres between lamps and mounting height. */
const setUp: Readonly<Partial<Record<RoadClass, readonly [spacing: number, height: number]>>> = {
  secondary: [36, 10],
  tertiary: [32, 8],
  residential: [34, 6],
  living_street: [30, 5],
  pedestrian: [24, 5],
  service: [34, 6],
  footway: [27, 4],
  cycleway: [30, 5],
}

/** Lamps along every lit road, now on one side and now on the other, with some stretches where they were never put up. */
export function lampsOf(roads: readonly Road[], blocked: (at: Point) => boolean): Lamp[] {
  const r = random('lamps')
  return roads.flatMap((road): Lamp[] => {
    const set = setUp[road.kind]
    if (!road.lit || !set) return []
    const [spacing, height] = set
    const spots = along(road.line, spacing)
    const old = r.chance(0.3)
    const outer = road.kind === 'residential' && lengthOf(road.line) > 200
    const gap = outer && r.chance(0.25) ? r.whole(1, Math.max(1, spots.length - 4)) : -10
    const both = road.kind !== 'footway' && road.kind !== 'cycleway' && road.kind !== 'residential'
    const off = widthOf[road.kind] / 2 + 1.2
    return spots.flatMap(({ at, direction }, i): Lamp[] => {
      if (i >= gap && i < gap + 4) return []
      const side = both && i % 2 === 1 ? -off : off
      const spot: Point = [at[0] - side * Math.sin(direction), at[1] + side * Math.cos(direction)]
      return blocked(spot) ? [] : [{ at: spot, height, type: old ? 'high_pressure_sodium' : 'led' }]
    })
  })
}
