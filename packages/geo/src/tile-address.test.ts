import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bboxesTouch,
  isTileAddress,
  latOf,
  lonOf,
  mercatorX,
  mercatorY,
  tileBBox,
  tilesTouching,
} from './index.ts'

const lon = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -85, max: 85, noNaN: true })

test('mercator and back is the same place', () => {
  fc.assert(
    fc.property(lon, lat, (x, y) => {
      expect(lonOf(mercatorX(x))).toBeCloseTo(x, 9)
      expect(latOf(mercatorY(y))).toBeCloseTo(y, 9)
    }),
  )
})

test('the poles are clamped to the edge of the square', () => {
  expect(mercatorY(90)).toBe(0)
  expect(mercatorY(-90)).toBe(1)
  expect(tileBBox(0, 0, 0)[3]).toBeCloseTo(85.0511287798, 9)
})

test('the address of a place is that of the formula everybody serves tiles by', () => {
  fc.assert(
    fc.property(lon, lat, fc.integer({ min: 0, max: 18 }), (x, y, z) => {
      const size = 2 ** z
      const radians = (y * Math.PI) / 180
      const column = Math.min(size - 1, Math.floor(((x + 180) / 360) * size))
      const row = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size)
      const range = tilesTouching([x, y, x, y], z)
      expect(range.maxX).toBe(column)
      expect(range.maxY).toBe(row)
    }),
  )
  expect(tilesTouching([14.157, 56.0294, 14.157, 56.0294], 14)).toEqual({
    minX: 8836,
    maxX: 8836,
    minY: 5099,
    maxY: 5099,
  })
})

test('every tile that a box touches is in the range, and no other', () => {
  fc.assert(
    fc.property(
      lon,
      lat,
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      (west, south, size, z) => {
        const box: [number, number, number, number] = [
          west,
          south,
          Math.min(180, west + size),
          Math.min(85, south + size),
        ]
        const range = tilesTouching(box, z)
        for (let x = 0; x < 2 ** z; x++) {
          for (let y = 0; y < 2 ** z; y++) {
            const within = x >= range.minX && x <= range.maxX && y >= range.minY && y <= range.maxY
            const [w, s, e, n] = tileBBox(z, x, y)
            const clear = 1e-9
            if (bboxesTouch([w + clear, s + clear, e - clear, n - clear], box)) expect(within).toBe(true)
            if (!bboxesTouch([w - clear, s - clear, e + clear, n + clear], box)) expect(within).toBe(false)
          }
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('a buffer reaches into the neighbours it is drawn in', () => {
  const middle = (lonOf(0.5 / 2 + 0.5) + lonOf(0.5)) / 2
  expect(tilesTouching([middle, 1, middle, 1], 1)).toMatchObject({ minX: 1, maxX: 1 })
  const beside = 360 * 0.002
  expect(tilesTouching([beside, 1, beside, 1], 1, 1 / 64)).toMatchObject({ minX: 0, maxX: 1 })
})

test('an address outside the square of its zoom is none', () => {
  expect(isTileAddress(3, 7, 7)).toBe(true)
  for (const [z, x, y] of [
    [3, 8, 0],
    [3, 0, -1],
    [-1, 0, 0],
    [1.5, 0, 0],
    [25, 0, 0],
    [Number.NaN, 0, 0],
  ] as const) {
    expect(isTileAddress(z, x, y)).toBe(false)
  }
  expect(isTileAddress(17, 0, 0, 16)).toBe(false)
})
