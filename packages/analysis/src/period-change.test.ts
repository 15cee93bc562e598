import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { periodChange } from './period-change.ts'

const change = (before: number[], after: number[], lasting: [number, number] = [1, 1]) => {
  const result = periodChange(
    { counts: Float64Array.from(before), lasting: lasting[0] },
    { counts: Float64Array.from(after), lasting: lasting[1] },
  )
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}

describe('a period against another', () => {
  it('has rates and a ratio with exact intervals, in the whole and in each cell', () => {
    const {
      before,
      after,
      change: whole,
      ratio,
      low,
      high,
      p,
    } = change([40, 0, 4, 0], [20, 8, 6, 0], [30, 15])
    expect(before).toMatchObject({ incidents: 44, rate: 44 / 30 })
    expect(after.rate).toBeCloseTo(34 / 15, 12)
    expect(after.low).toBeCloseTo(23.546 / 15, 3)
    expect(after.high).toBeCloseTo(47.511 / 15, 3)
    expect(whole.ratio).toBeCloseTo(34 / 44 / 0.5, 12)
    expect(Array.from(ratio)).toEqual([1, Number.NaN, 3, Number.NaN])
    expect(high[1]).toBe(Infinity)
    expect(low[1]).toBeGreaterThan(1)
    // Eight after and none before, after being a third of the time.
    expect(p[1]).toBeCloseTo(2 * (1 / 3) ** 8, 12)
    expect([low[3], high[3], p[3]]).toEqual([0, Infinity, 1])
  })

  it('says which cells changed by the false discovery rate, and which way', () => {
    const before = [100, 10, 10, 5, 0]
    const after = [30, 60, 12, 5, 0]
    expect(Array.from(change(before, after).classes)).toEqual([-3, 3, 0, 0, 0])
    // Twice as long and twice as many is no change.
    expect(Array.from(change([50, 10], [100, 20], [1, 2]).classes)).toEqual([0, 0])
  })

  it('warns on small numbers, in the whole and in most cells', () => {
    const codes = (before: number[], after: number[]) => change(before, after).remarks.map(({ code }) => code)
    expect(codes([2], [3])).toEqual(['small-numbers', 'small-cells'])
    expect(codes([50, 1, 1], [50, 2, 2])).toEqual(['small-cells'])
    expect(change([50, 1, 0], [50, 2, 0]).small).toBe(1)
    expect(codes([50], [60])).toEqual([])
  })

  it('refuses nothing at all and periods that do not last', () => {
    const none = { counts: new Float64Array(3), lasting: 1 }
    const some = { counts: new Float64Array(3).fill(1), lasting: 0 }
    expect(periodChange(none, none)).toMatchObject({ refused: true, code: 'none' })
    expect(periodChange(none, some)).toMatchObject({ refused: true, code: 'period' })
  })
})
