import { describe, expect, it } from 'vitest'
import { weekCount, weekCounts } from './week-count.ts'

const beside = (n: number, before: number[], gone = 1, same: number[] = []) => ({
  ...{ n, gone, same },
  before: [...before, ...Array.from({ length: 8 - before.length }, () => before.at(-1)!)],
})

describe('a week’s count', () => {
  it('is news where the exact interval leaves 1 out, and too few to tell where there is little', () => {
    expect(weekCount(beside(9, [1]))).toMatchObject({ verdict: 'growing', before: 1, recent: 1, same: null })
    expect(weekCount(beside(1, [1])).verdict).toBe('few')
    expect(weekCount(beside(11, [10])).verdict).toBe('same')
    expect(weekCount(beside(3, [0])).verdict).toBe('new')
    expect(weekCount(beside(2, [0])).verdict).toBe('few')
    expect(weekCount(beside(0, [0]))).toMatchObject({ verdict: 'few', ratio: null })
    expect(weekCount(beside(0, [9])).verdict).toBe('fading')
    expect(weekCount(beside(0, [0, 12])).verdict).toBe('solved')
  })

  it('has the interval of Clopper and Pearson about the ratio', () => {
    // 99 % of 5 of 10 is 0.1283 to 0.8717 (tables); as odds, over weeks 1 to 8.
    const { ratio } = weekCount(beside(5, [5, 0]))
    expect(ratio!.value).toBe(8)
    expect(ratio!.low).toBeCloseTo((0.1283 / 0.8717) * 8, 1)
    expect(ratio!.high).toBeCloseTo((0.8717 / 0.1283) * 8, 0)
  })

  it('takes a running week for the part that is over, and says nothing of one that has hardly begun', () => {
    expect(weekCount(beside(5, [10], 3.5 / 7)).verdict).toBe('same')
    expect(weekCount(beside(0, [0, 12], 4 / 7)).verdict).not.toBe('solved')
    expect(weekCount(beside(0, [20], 1 / 7)).verdict).toBe('few')
    expect(weekCount(beside(6, [5], 1, [4, 5, 6])).same).toBe(5)
  })

  it('among many is called growing only where that holds for all of them together', () => {
    const one = beside(8, [2])
    const quiet = Array.from({ length: 199 }, () => beside(2, [2]))
    expect(weekCounts([one])[0]!.verdict).toBe('growing')
    expect(weekCounts([one, ...quiet])[0]!.verdict).toBe('same')
    expect(weekCounts([beside(20, [1]), ...quiet])[0]!.verdict).toBe('growing')
    expect(weekCounts([])).toEqual([])
  })
})
