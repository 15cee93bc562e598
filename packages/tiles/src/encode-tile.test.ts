import { latOf, lonOf, mercatorX, mercatorY } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTile, truncatedLayer } from './encode-tile.ts'
import { createSegmentBuilder } from './segment-builder.ts'
import { decodeLayer, doubleArea, type TestGeometry, toWkb } from './testing.ts'
import type { TileOptions } from './tile-options.ts'
import type { TileValue } from './tile-value.ts'

const columns = ['id', 'value']

function pack(features: readonly (readonly [TestGeometry, TileValue?])[]) {
  const builder = createSegmentBuilder(columns)
  features.forEach(([geometry, value = null], at) => {
    expect(builder.add(toWkb(geometry), [String(at), value])).toBeUndefined()
  })
  return builder.finish()
}

const cut = (
  features: Parameters<typeof pack>[0],
  [z, x, y]: readonly [number, number, number],
  options: TileOptions = {},
) => encodeTile([{ name: 'layer', columns, segments: [pack(features)], options }], z, x, y)

/** The position of a place in a tile, in tile units of 4096. */
const at = ([z, x, y]: readonly [number, number, number], px: number, py: number): [number, number] => [
  lonOf((x + px / 4096) / 2 ** z),
  latOf((y + py / 4096) / 2 ** z),
]
const tile = [14, 8835, 5110] as const
const ring = (points: readonly (readonly [number, number])[]) =>
  [...points, points[0]!].map(([x, y]) => at(tile, x, y))

const anywhere = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -84, max: 84, noNaN: true }),
)
const near = fc.tuple(fc.integer({ min: -900, max: 5000 }), fc.integer({ min: -900, max: 5000 }))

describe('a tile', () => {
  test('carries each value with its type and leaves null out', () => {
    const values = ['Östra Vallgatan', '', 0, 7, -7, 2 ** 40, -(2 ** 40), 0.5, -0.25, true, false, null]
    const { bytes } = cut(
      values.map((value) => [{ type: 'Point', coordinates: at(tile, 9, 9) }, value] as const),
      tile,
    )
    const decoded = new Map(decodeLayer(bytes, 'layer').map(({ properties }) => [properties.id, properties]))
    values.forEach((value, place) => {
      expect(decoded.get(String(place))).toEqual({ id: String(place), ...(value !== null && { value }) })
    })
  })

  test('is empty where there is nothing', () => {
    expect(cut([], tile)).toEqual({ bytes: new Uint8Array(0), features: 0, truncated: [] })
  })

  test('holds exactly the points that lie in its buffered box', () => {
    fc.assert(
      fc.property(
        fc.array(anywhere, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 18 }),
        (points, z) => {
          const [lon, lat] = points[0]!
          const x = Math.floor(mercatorX(lon) * 2 ** z)
          const y = Math.floor(mercatorY(lat) * 2 ** z)
          const margin = 64 / 4096
          const expected = points.flatMap(([lon, lat], place) => {
            const px = mercatorX(lon) * 2 ** z
            const py = mercatorY(lat) * 2 ** z
            const inside =
              px >= x - margin && px <= x + 1 + margin && py >= y - margin && py <= y + 1 + margin
            return inside ? [String(place)] : []
          })
          const { bytes } = cut(
            points.map((coordinates) => [{ type: 'Point', coordinates }]),
            [z, x, y],
          )
          const found = decodeLayer(bytes, 'layer').map(({ properties }) => properties.id)
          expect(found.sort()).toEqual(expected.sort())
        },
      ),
    )
  })

  test('never draws beyond its buffer, and closes and winds every ring right', () => {
    const spokes = fc.array(fc.integer({ min: 20, max: 3000 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(near, spokes, fc.boolean(), fc.boolean(), ([cx, cy], radii, backwards, withHole) => {
        const star = (scale: number) =>
          radii.map((radius, i) => {
            const angle = (i / radii.length) * 2 * Math.PI
            return [cx + Math.cos(angle) * radius * scale, cy + Math.sin(angle) * radius * scale] as const
          })
        const rings = [ring(star(1)), ...(withHole ? [ring(star(0.4))] : [])]
        if (backwards) for (const each of rings) each.reverse()
        const { bytes } = cut([[{ type: 'Polygon', coordinates: rings }]], tile)
        for (const { geometry } of decodeLayer(bytes, 'layer')) {
          expect(doubleArea(geometry.slice(0, 1))).toBeGreaterThan(0)
          for (const hole of geometry.slice(1)) expect(doubleArea([hole])).toBeLessThan(0)
          for (const part of geometry) {
            expect(part.at(-1)).toEqual(part[0])
            expect(part.length).toBeGreaterThanOrEqual(4)
            for (const [x, y] of part) {
              expect(Math.min(x, y)).toBeGreaterThanOrEqual(-64)
              expect(Math.max(x, y)).toBeLessThanOrEqual(4160)
            }
          }
        }
      }),
    )
  })

  test('keeps every piece of a line that comes and goes, and none outside', () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 2, maxLength: 12 }), (points) => {
        const { bytes } = cut(
          [[{ type: 'LineString', coordinates: points.map(([x, y]) => at(tile, x, y)) }]],
          tile,
        )
        const pieces = decodeLayer(bytes, 'layer').flatMap(({ geometry }) => geometry)
        const length = (path: readonly (readonly [number, number])[], inside: boolean) => {
          let sum = 0
          for (let i = 1; i < path.length; i++) {
            const [ax, ay] = path[i - 1]!
            const [bx, by] = path[i]!
            const steps = 400
            for (let step = 0; step < steps; step++) {
              const x = ax + ((bx - ax) * (step + 0.5)) / steps
              const y = ay + ((by - ay) * (step + 0.5)) / steps
              const within = Math.min(x, y) >= -64 && Math.max(x, y) <= 4160
              if (within || !inside) sum += Math.hypot(bx - ax, by - ay) / steps
            }
          }
          return sum
        }
        for (const [x, y] of pieces.flat()) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-64)
          expect(Math.max(x, y)).toBeLessThanOrEqual(4160)
        }
        const whole = pieces.reduce((sum, piece) => sum + length(piece, false), 0)
        // Sampling finds the length inside to a step or two at each crossing.
        expect(Math.abs(whole - length(points, true))).toBeLessThan(points.length * 40)
      }),
    )
  })

  test('drops what has no area left at its zoom', () => {
    const speck = ring([
      [100, 100],
      [100.2, 100],
      [100.2, 100.2],
    ])
    expect(cut([[{ type: 'Polygon', coordinates: [speck] }]], tile).features).toBe(0)
  })

  test('says so when it leaves features out, and keeps the largest areas', () => {
    const squares = Array.from({ length: 30 }, (_, i) => {
      const side = 10 + i
      return [
        {
          type: 'Polygon',
          coordinates: [
            ring([
              [i * 100, 50],
              [i * 100 + side, 50],
              [i * 100 + side, 50 + side],
              [i * 100, 50 + side],
            ]),
          ],
        },
      ] as [TestGeometry]
    })
    const { bytes, truncated } = cut(squares, tile, { maxFeatures: 10 })
    expect(truncated).toEqual([{ layer: 'layer', shown: 10, total: 30 }])
    expect(decodeLayer(bytes, truncatedLayer)[0]?.properties).toEqual({
      layer: 'layer',
      shown: 10,
      total: 30,
    })
    const kept = decodeLayer(bytes, 'layer').map(({ properties }) => Number(properties.id))
    expect(kept.sort((a, b) => a - b)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29])
  })

  test('stays under its limit of bytes', () => {
    const points = Array.from(
      { length: 2000 },
      (_, i) => [{ type: 'Point', coordinates: at(tile, i, i) }, `text ${i}`] as [TestGeometry, string],
    )
    const { bytes, truncated } = cut(points, tile, { maxBytes: 10_000 })
    expect(bytes.length).toBeLessThan(10_200)
    expect(truncated[0]!.total).toBe(2000)
    expect(truncated[0]!.shown).toBe(decodeLayer(bytes, 'layer').length)
  })

  test('gathers points below a zoom without losing one, the same on both sides of an edge', () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 200 }), (places) => {
        const features = places.map(
          ([x, y]) => [{ type: 'Point', coordinates: at(tile, x, y) }] as [TestGeometry],
        )
        const clusters = ([z, x, y]: readonly [number, number, number]) =>
          decodeLayer(cut(features, [z, x, y], { clusterBelow: 15 }).bytes, 'layer').map(
            ({ properties, geometry }) => ({
              count: Number(properties.point_count ?? 1),
              x: geometry[0]![0]![0] + (x - tile[0]) * 0,
              y: geometry[0]![0]![1],
              px: geometry[0]![0]![0],
            }),
          )
        const here = clusters(tile)
        const east = clusters([tile[0], tile[1] + 1, tile[2]])
        // Cells wholly east of the edge within one cell's reach stand in both tiles.
        const shared = here
          .filter(({ px }) => px > 4096 && px < 4352)
          .map(({ count, px, y }) => [count, px - 4096, y])
        for (const [count, px, y] of shared)
          expect(
            east.some(
              (each) => each.count === count && Math.abs(each.px - px!) <= 1 && Math.abs(each.y - y!) <= 1,
            ),
          ).toBe(true)
        const inside = places.filter(([x, y]) => x >= 0 && x < 4096 && y >= 0 && y < 4096).length
        const counted = here.reduce(
          (sum, { count, px, y }) => sum + (px >= 0 && px < 4096 && y >= 0 && y < 4096 ? count : 0),
          0,
        )
        // A mean can round onto the edge, so points just at it may count on the other side.
        expect(counted).toBeGreaterThanOrEqual(
          places.filter(([x, y]) => x >= 256 && x < 3840 && y >= 256 && y < 3840).length,
        )
        expect(here.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(inside)
      }),
    )
  })
})
