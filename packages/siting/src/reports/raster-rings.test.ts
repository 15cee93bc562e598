import { describe, expect, it } from 'vitest'
import type { Corner } from '../scene.ts'
import { fillRings, type Raster, rasterOver } from './raster.ts'
import { polygonsOf } from './raster-rings.ts'

const raster = rasterOver([0, 0, 40, 40], 1)
const rectangle = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]
const filled = (on: Raster, ...polygons: Corner[][][]) => {
  const set = new Uint8Array(on.columns * on.rows)
  for (const rings of polygons)
    fillRings(on, rings, (square) => {
      set[square] = 1
    })
  return set
}
const area = (rings: readonly (readonly Corner[])[]) =>
  rings.reduce(
    (sum, ring) =>
      sum + ring.slice(1).reduce((part, [x, y], i) => part + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0),
    0,
  )

describe('squares over a plane', () => {
  it('belong to a polygon where their middles do, its holes left out', () => {
    const set = filled(raster, [rectangle(2, 2, 12, 12), rectangle(5, 5, 8, 8)])
    expect(set.reduce((sum, one) => sum + one, 0)).toBe(100 - 9)
    expect(set[2 * 40 + 2]).toBe(1)
    expect(set[2 * 40 + 1]).toBe(0)
    expect(set[6 * 40 + 6]).toBe(0)
  })

  it('become polygons with their holes, and crumbs are dropped', () => {
    const set = filled(
      raster,
      [rectangle(2, 2, 22, 22), rectangle(8, 8, 18, 18)],
      [rectangle(30, 30, 31, 31)],
    )
    const polygons = polygonsOf(raster, (square) => set[square] === 1, 4)
    expect(polygons.map((rings) => rings.length)).toEqual([2])
    // Sides are straightened within half a square, over 120 m of outline.
    expect(Math.abs(area(polygons[0]!) - 300)).toBeLessThan(15)
    expect(area([polygons[0]![1]!])).toBeLessThan(0)
    for (const ring of polygons[0]!) expect(ring[0]).toEqual(ring.at(-1))
  })

  it('of an island in a hole is a polygon of its own', () => {
    const set = filled(
      raster,
      [rectangle(2, 2, 32, 32), rectangle(6, 6, 28, 28)],
      [rectangle(12, 12, 20, 20)],
    )
    expect(
      polygonsOf(raster, (square) => set[square] === 1, 1)
        .map((rings) => rings.length)
        .sort(),
    ).toEqual([1, 2])
  })

  it('that meet at a corner alone are two polygons', () => {
    const set = filled(raster, [rectangle(2, 2, 8, 8)], [rectangle(8, 8, 14, 14)])
    expect(polygonsOf(raster, (square) => set[square] === 1, 1)).toHaveLength(2)
  })

  it('along a slope become a straight side', () => {
    const slope: Corner[] = [
      [1, 1],
      [39, 1],
      [39, 20],
    ]
    const set = filled(raster, [slope])
    const [rings] = polygonsOf(raster, (square) => set[square] === 1, 1)
    expect(rings![0]!.length).toBeLessThan(12)
    expect(Math.abs(area(rings!) - 361)).toBeLessThan(12)
  })
})
