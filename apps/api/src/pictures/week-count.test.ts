import { describe, expect, it } from 'vitest'
import { weekCount } from './week-count.ts'

const weeks = (...before: number[]) => [
  ...before,
  ...Array.from({ length: 8 - before.length }, () => before.at(-1)!),
]

describe('a week’s count', () => {
  it('is news where the exact interval leaves 1 out, and too few to tell where there is little', () => {
    expect(weekCount(9, weeks(1), [])).toMatchObject({ verdict: 'growing', before: 1, recent: 1, same: null })
    expect(weekCount(1, weeks(1), []).verdict).toBe('few')
    expect(weekCount(11, weeks(10), []).verdict).toBe('same')
    expect(weekCount(3, weeks(0), []).verdict).toBe('new')
    expect(weekCount(2, weeks(0), []).verdict).toBe('few')
    expect(weekCount(0, weeks(0), [])).toMatchObject({ verdict: 'few', ratio: null })
    expect(weekCount(0, weeks(9), []).verdict).toBe('fading')
    expect(weekCount(0, weeks(0, 12), []).verdict).toBe('solved')
  })

  it('has the interval of Clopper and Pearson about the ratio', () => {
    // 99 % of 5 of 10 is 0.1283 to 0.8717 (tables); as odds, over weeks 1 to 8.
    const { ratio } = weekCount(5, [5, 0, 0, 0, 0, 0, 0, 0], [])
    expect(ratio!.value).toBe(8)
    expect(ratio!.low).toBeCloseTo((0.1283 / 0.8717) * 8, 1)
    expect(ratio!.high).toBeCloseTo((0.8717 / 0.1283) * 8, 0)
  })

  it('takes a running week for the part that is over, and says nothing of one that has hardly begun', () => {
    expect(weekCount(5, weeks(10), [], 3.5 / 7).verdict).toBe('same')
    expect(weekCount(0, weeks(0, 12), [], 4 / 7).verdict).not.toBe('solved')
    expect(weekCount(0, weeks(20), [], 1 / 7).verdict).toBe('few')
    expect(weekCount(6, weeks(5), [4, 5, 6]).same).toBe(5)
  })
})
