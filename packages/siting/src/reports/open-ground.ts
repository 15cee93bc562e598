import type { Rings } from '../ground/ground.ts'
import type { Town } from '../ground/town.ts'
import type { Corner } from '../scene.ts'
import { groundOf } from './camera-shape.ts'
import { fillRings, rasterOver } from './raster.ts'

/** Places in the open within an area, each standing for `square` m². */
export interface OpenGround {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly square: number
}

/** An area is looked at in so many squares along its longer side. */
const squares = 128

const known = new WeakMap<Town, WeakMap<object, OpenGround>>()

/** The open ground of an area of the demand or the ground, degrees: neither building nor water. Found once for each town. */
export function openGroundIn(town: Town, rings: Rings): OpenGround {
  const areas = known.get(town) ?? new WeakMap<object, OpenGround>()
  known.set(town, areas)
  const found = areas.get(rings) ?? find(town, rings)
  areas.set(rings, found)
  return found
}

function find(town: Town, rings: Rings): OpenGround {
  const inPlane = rings.map((ring) => ring.map((at): Corner => town.plane.toPlane(at)))
  const outer = inPlane[0] ?? []
  const west = Math.min(...outer.map(([x]) => x))
  const south = Math.min(...outer.map(([, y]) => y))
  const east = Math.max(...outer.map(([x]) => x))
  const north = Math.max(...outer.map(([, y]) => y))
  const step = Math.max(0.25, Math.max(east - west, north - south) / squares)
  if (!Number.isFinite(step)) return { x: new Float64Array(), y: new Float64Array(), square: 0 }
  const raster = rasterOver([west, south, east, north], step)
  const ground = groundOf(town, raster)
  const x: number[] = []
  const y: number[] = []
  fillRings(raster, inPlane, (square) => {
    if (ground[square] !== 1) return
    x.push(west + ((square % raster.columns) + 0.5) * step)
    y.push(south + (Math.floor(square / raster.columns) + 0.5) * step)
  })
  return { x: Float64Array.from(x), y: Float64Array.from(y), square: step * step }
}

/** Which share of an area's open ground is seen, 0 to 1; 0 where it has none. */
export function shareSeen(town: Town, rings: Rings, sees: (x: number, y: number) => boolean): number {
  const { x, y } = openGroundIn(town, rings)
  let seen = 0
  for (let i = 0; i < x.length; i++) if (sees(x[i]!, y[i]!)) seen++
  return x.length > 0 ? seen / x.length : 0
}
