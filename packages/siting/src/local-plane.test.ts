import { fromWgs84, isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { isovistArea, isovistRing } from './isovist.ts'
import { type LonLat, localPlane, obstaclesFrom } from './local-plane.ts'
import { prepareScene } from './scene.ts'
import { visibleFrom } from './visibility.ts'

/** Near the central meridian of SWEREF 99 13 30, whose scale there is 1. */
const square: LonLat = [13.5, 56.03]

describe('the local plane', () => {
  it('measures as the municipality’s own reference system does', () => {
    const plane = localPlane(square)
    const [e0, n0] = fromWgs84(3008, [square[0], square[1]])
    for (const [dx, dy] of [
      [0.004, 0.002],
      [-0.003, -0.004],
      [0, 0.009],
      [0.012, 0],
    ] as const) {
      const [e, n] = fromWgs84(3008, [square[0] + dx, square[1] + dy])
      const [x, y] = plane.toPlane([square[0] + dx, square[1] + dy])
      expect(Math.hypot(x - (e - e0), y - (n - n0))).toBeLessThan(Math.hypot(x, y) / 4000)
    }
  })

  it('comes back to where it was', () => {
    const plane = localPlane(square)
    const [lon, lat] = plane.toLonLat(...plane.toPlane([13.51, 56.04]))
    expect(lon).toBeCloseTo(13.51, 12)
    expect(lat).toBeCloseTo(56.04, 12)
    expect(() => localPlane([13, 90])).toThrow(RangeError)
  })

  it('turns polygons into solids, lines into walls and points into nothing', () => {
    const plane = localPlane(square)
    const corner = (x: number, y: number) => plane.toLonLat(x, y)
    const yard = [corner(-20, -20), corner(20, -20), corner(20, 20), corner(-20, 20), corner(-20, -20)]
    const outer = [corner(-30, -30), corner(30, -30), corner(30, 30), corner(-30, 30), corner(-30, -30)]
    const scene = prepareScene(
      obstaclesFrom(
        [
          { type: 'MultiPolygon', coordinates: [[outer, yard]] },
          { type: 'LineString', coordinates: [corner(10, -20), corner(10, 20)] },
          { type: 'Point', coordinates: corner(0, 0) },
        ],
        plane,
      ),
    )
    const seen = visibleFrom(scene, 0, 0, 100)
    if (isRefusal(seen)) throw new Error(seen.text.en)
    expect(isovistArea(seen)).toBeCloseTo(30 * 40, 4)
    expect(isovistRing(seen)).toHaveLength(10)
  })
})
