import { describe, expect, test } from 'vitest'
import { signedDistances } from './sdf-icon.ts'

const square = (size: number, from: number, to: number) =>
  Float64Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)]
    return x >= from && x < to && y >= from && y < to ? 1 : 0
  })

describe('signed distances of an icon', () => {
  const size = 20
  const distances = signedDistances(square(size, 6, 14), size)
  const at = (x: number, y: number) => distances[y * size + x]!

  test('are negative inside and positive outside', () => {
    expect(at(10, 10)).toBeLessThan(0)
    expect(at(1, 1)).toBeGreaterThan(0)
  })

  test('grow by one pixel with each step straight away from an edge', () => {
    expect(at(2, 10) - at(3, 10)).toBeCloseTo(1)
    expect(at(10, 17) - at(10, 16)).toBeCloseTo(1)
  })

  test('follow the diagonal beyond a corner', () => {
    expect(at(3, 3)).toBeCloseTo(Math.hypot(3, 3))
  })
})
