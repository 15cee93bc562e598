import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsByPeriod, periodsUntil } from './counts-by-period.ts'
import type { Selection } from './incidents/filter.ts'
import { mannKendall } from './mann-kendall.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, minuteOf, york } from './testing/shared-data.ts'
import { defaultTrend, type TrendParameters, trend, trendClasses } from './trend.ts'

const see = (rows: readonly (readonly number[])[], parameters: Partial<TrendParameters> = {}) => {
  const result = trend(Float64Array.from(rows.flat()), rows[0]!.length, { ...defaultTrend, ...parameters })
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}
const words = (rows: readonly (readonly number[])[], parameters: Partial<TrendParameters> = {}) =>
  Array.from(see(rows, parameters).classes, (at) => trendClasses[at])
const codeOf = (value: unknown) => (isRefusal(value) ? value.code : 'result')

describe('a trend by Mann-Kendall', () => {
  it('has S, the variance with ties and z of the formula worked by hand', () => {
    // 12 rises and 1 fall among the 15 pairs of 1 2 2 3 5 4, two tied: (6·5·17 - 2·1·9) / 18 = 27.33.
    const { s, z } = mannKendall([1, 2, 2, 3, 5, 4])
    expect(s).toBe(12)
    expect(z).toBeCloseTo(11 / Math.sqrt((510 - 18) / 18), 12)
    expect(mannKendall([3, 3, 3, 3, 3])).toEqual({ s: 0, z: 0, p: 1 })
  })

  it('turns with time, and keeps z where counts are doubled', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 5, maxLength: 30 }), (counts) => {
        const { z, p } = mannKendall(counts)
        expect(mannKendall(counts.map((count) => 2 * count))).toMatchObject({ z, p })
        expect(mannKendall(counts.toReversed()).z).toBeCloseTo(-z, 12)
      }),
    ))

  it('calls cells new, growing, persistent, fading, sporadic or none by its rules', () => {
    const cells = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
      [1, 1, 2, 3, 3, 4, 6, 6, 7, 8, 9, 9],
      [9, 9, 8, 7, 6, 6, 4, 3, 3, 2, 1, 1],
      [3, 5, 4, 5, 3, 4, 5, 3, 4, 3, 5, 4],
      [0, 5, 0, 0, 1, 0, 0, 4, 0, 0, 1, 0],
    ]
    const expected = ['none', 'new', 'sporadic', 'growing', 'fading', 'persistent', 'sporadic']
    expect(words(cells, { discovery: false })).toEqual(expected)
    const { sizes, n, tested, p } = see(cells)
    expect(sizes).toEqual({ none: 1, new: 1, growing: 1, persistent: 1, fading: 1, sporadic: 2 })
    expect({ n, tested }).toEqual({ n: cells.flat().reduce((a, b) => a + b), tested: 4 })
    expect(p[0]).toBe(1)
  })

  it('holds the false discovery rate: of a thousand cells without trend next to none grows or fades', () => {
    const still = Array.from({ length: 1000 }, (_, cell) =>
      Array.from({ length: 24 }, (_, k) => (cell * 7919 + k * 104_729 + cell * k * 31) % 5),
    )
    const loose = see(still, { discovery: false }).sizes
    const held = see(still).sizes
    expect(held.growing + held.fading).toBeLessThanOrEqual(loose.growing + loose.fading)
    const rising = Array.from({ length: 24 }, (_, k) => k)
    expect(words([...still, rising]).at(-1)).toBe('growing')
  })

  it('follows the cells in any order', () => {
    const cells = Array.from({ length: 40 }, (_, c) =>
      Array.from({ length: 8 }, (_, k) => (c * 13 + k * 7) % 6),
    )
    expect(words(cells.toReversed()).reverse()).toEqual(words(cells))
  })

  it('refuses too few periods and nothing at all, and warns below ten', () => {
    expect(codeOf(trend(new Float64Array(8), 4))).toBe('too-few-periods')
    expect(codeOf(trend(new Float64Array(0), 12))).toBe('none')
    expect(codeOf(trend(new Float64Array(24), 12))).toBe('none')
    expect(see([[1, 2, 3, 4, 5]]).remarks.map(({ code }) => code)).toEqual(['few-periods'])
    expect(() => trend(Float64Array.of(1, 2, Number.NaN, 1, 1), 5)).toThrow(RangeError)
  })
})

describe('incidents by cell and period', () => {
  /** Every incident, as if it happened when it is chosen. */
  const whole = (n: number): Selection => ({
    rows: Uint32Array.from({ length: n }, (_, i) => i),
    weight: new Float64Array(n).fill(1),
    ...{ n, total: n, spread: 0, leftOut: [] },
  })
  const edges = periodsUntil(minuteOf('2026-03-30'), 4, 7)
  it('end where they are told, and divide an interval over the periods it may have been in', () => {
    expect(edges[0]).toBe(minuteOf('2026-03-02'))
    const at = (day: string) => minuteOf(day)
    const incidents = madeIncidents({
      x: [0, 1, 2, 3, 4],
      from: [at('2026-03-02'), at('2026-03-08'), at('2026-03-29'), at('2026-03-30'), at('2026-03-02')],
      to: [at('2026-03-02'), at('2026-03-10'), at('2026-03-29'), at('2026-03-30'), at('2026-03-20')],
      timePrecision: [0, 0, 1, 0, 0],
    })
    const counted = countsByPeriod(incidents, whole(5), Int32Array.from([0, 1, 1, 0, 0]), 2, edges)
    if (isRefusal(counted)) throw new Error(counted.text.en)
    expect(Array.from(counted.counts)).toEqual([1, 0, 0, 0, 0.5, 0.5, 0, 1])
    expect(counted.n).toBe(3)
    expect(counted.leftOut).toEqual([
      { reason: 'period', count: 1 },
      { reason: 'interval', count: 1 },
    ])
  })

  it.skipIf(!hasSharedData)('refuse the months of York where periods are weeks', () => {
    const all = whole(1814)
    const weeks = periodsUntil(minuteOf('2016-10-01'), 8, 7)
    expect(codeOf(countsByPeriod(york(), all, new Int32Array(1814), 1, weeks))).toBe('time-too-coarse')
    const months = countsByPeriod(york(), all, new Int32Array(1814), 1, [
      minuteOf('2016-08-01'),
      minuteOf('2016-09-01'),
      minuteOf('2016-10-01'),
    ])
    expect(!isRefusal(months) && Array.from(months.counts)).toEqual([0, 1814])
    expect(codeOf(trend(Float64Array.of(0, 1814), 2))).toBe('too-few-periods')
  })
})
