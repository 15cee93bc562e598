import { placeInRing, validateGeometry } from '@trygghetskartan/geo'
import type { LocalPlane, LonLat } from '../local-plane.ts'
import type { Corner } from '../scene.ts'
import type { PlaneBox } from './box-grid.ts'
import type { Rings } from './ground.ts'

/** A polygon in metres of a local plane: an outer ring and then holes, each closed. */
export interface PlaneArea {
  readonly rings: readonly (readonly Corner[])[]
  readonly box: PlaneBox
  /** m², holes left out. */
  readonly m2: number
}

/** A polygon in degrees as one in metres; null where it crosses itself or encloses nothing. */
export function planeArea(rings: Rings, { toPlane }: LocalPlane): PlaneArea | null {
  const closed = rings.map(closedRing)
  const problem = validateGeometry(
    { type: 'Polygon', coordinates: closed.map((ring) => ring.map(([lon, lat]) => [lon, lat])) },
    { maxVertices: Infinity },
  )
  if (problem) return null
  const inPlane = closed.map((ring) => ring.map(toPlane))
  return areaOf(inPlane)
}

/** A polygon of closed rings in metres with its box and size. */
export function areaOf(rings: readonly (readonly Corner[])[]): PlaneArea {
  const outer = rings[0] ?? []
  const xs = outer.map(([x]) => x)
  const ys = outer.map(([, y]) => y)
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
  const m2 = rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0)
  return { rings, box: [least(xs), least(ys), most(xs), most(ys)], m2 }
}

/** Whether a place lies in a polygon, its outline included. */
export function isWithin({ rings, box }: PlaneArea, x: number, y: number): boolean {
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false
  return (
    rings.filter((ring) => placeInRing([x, y], ring as [number, number][]) !== 'outside').length % 2 === 1
  )
}

function closedRing(ring: readonly LonLat[]): readonly LonLat[] {
  const first = ring[0]
  const last = ring.at(-1)
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring
  return [...ring, first]
}

/** m² within a closed ring, negative where it turns right. */
function ringArea(ring: readonly Corner[]): number {
  const [ox, oy] = ring[0] ?? [0, 0]
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    doubled += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return doubled / 2
}
