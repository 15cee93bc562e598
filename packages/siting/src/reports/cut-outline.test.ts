import { describe, expect, it } from 'vitest'
import { areaOf, type PlaneArea } from '../ground/plane-area.ts'
import { cutOutlines } from './cut-outline.ts'

const rectangle = (west: number, south: number, east: number, north: number): PlaneArea =>
  areaOf([
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ])
const metres = (walls: ReturnType<typeof cutOutlines>) =>
  walls.reduce((sum, [a, b]) => sum + Math.hypot(b![0] - a![0], b![1] - a![1]), 0)
const shrubs = rectangle(0, 0, 10, 10)

describe('the outline of shrubs that are cut', () => {
  it('is whole where nothing is cut', () => {
    expect(metres(cutOutlines([shrubs], []))).toBeCloseTo(40)
    expect(metres(cutOutlines([shrubs], [rectangle(20, 0, 30, 10)]))).toBeCloseTo(40)
  })

  it('is gone where all of it is cut, be it by just its own outline', () => {
    expect(cutOutlines([shrubs], [rectangle(-1, -1, 11, 11)])).toEqual([])
    expect(cutOutlines([shrubs], [shrubs])).toEqual([])
    expect(cutOutlines([shrubs], [{ ...shrubs }])).toEqual([])
  })

  it('is that of what is left', () => {
    // A strip through the middle leaves 10 by 4 m on either side.
    expect(metres(cutOutlines([shrubs], [rectangle(-5, 4, 15, 6)]))).toBeCloseTo(2 * 28)
    // From a side: 10 by 8 m are left.
    expect(metres(cutOutlines([shrubs], [rectangle(0, 8, 10, 10)]))).toBeCloseTo(36)
    // A glade within leaves both outlines.
    expect(metres(cutOutlines([shrubs], [rectangle(4, 4, 6, 6)]))).toBeCloseTo(48)
  })

  it('has none between cuts that overlap or share a side', () => {
    const whole = metres(cutOutlines([shrubs], [rectangle(-5, 4, 15, 6)]))
    expect(metres(cutOutlines([shrubs], [rectangle(-5, 4, 6, 6), rectangle(4, 3, 15, 7)]))).toBeCloseTo(whole)
    expect(metres(cutOutlines([shrubs], [rectangle(-5, 4, 5, 6), rectangle(5, 4, 15, 6)]))).toBeCloseTo(whole)
  })
})
