import { localPlane, type Rings } from '@trygghetskartan/siting'

/** Square metres of a polygon in degrees, its holes taken off. */
export function areaOfRings(rings: Rings): number {
  const [first] = rings[0] ?? []
  if (!first) return 0
  const { toPlane } = localPlane(first)
  const [outer = 0, ...holes] = rings.map((ring) => {
    const corners = ring.map(toPlane)
    const doubled = corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!
      return sum + x * nextY - nextX * y
    }, 0)
    return Math.abs(doubled) / 2
  })
  return outer - holes.reduce((sum, area) => sum + area, 0)
}
