import { describe, expect, it } from 'vitest'
import {
  addWeeks,
  isWeek,
  thirdOf,
  weekBegins,
  weekEnds,
  weekOf,
  weeksBetween,
  weeksOfThird,
} from './iso-week.ts'

describe('ISO weeks', () => {
  it('begin on a Monday, and the first one has 4 January', () => {
    expect([weekBegins('2026-48'), weekEnds('2026-48')]).toEqual(['2026-11-23', '2026-11-29'])
    expect(weekBegins('2026-01')).toBe('2025-12-29')
    expect(weekOf('2025-12-29')).toBe('2026-01')
    expect(weekOf('2027-01-03')).toBe('2026-53')
  })

  it('number 53 only in the years that have it', () => {
    expect(['2020-53', '2026-53', '2025-53', '2021-53'].map(isWeek)).toEqual([true, true, false, false])
    expect(addWeeks('2026-53', 1)).toBe('2027-01')
    expect(addWeeks('2027-01', -1)).toBe('2026-53')
    expect(weeksBetween('2020-53', '2021-52')).toBe(52)
    expect(weeksBetween('2026-02', '2026-01')).toBe(-1)
    expect(['2026-00', '2026-54', '26-01', 'x'].some(isWeek)).toBe(false)
    expect(() => weekBegins('2025-53')).toThrow(RangeError)
  })

  it('are seven days also where clocks change', () => {
    for (const week of ['2026-13', '2026-43'])
      expect((Date.parse(weekBegins(addWeeks(week, 1))) - Date.parse(weekBegins(week))) / 86_400_000).toBe(7)
  })

  it('follow each other without gaps over two decades', () => {
    let week = '2010-01'
    for (let day = Date.UTC(2010, 0, 4); day < Date.UTC(2030, 0, 1); day += 7 * 86_400_000) {
      expect(weekBegins(week)).toBe(new Date(day).toISOString().slice(0, 10))
      week = addWeeks(week, 1)
    }
  })

  it('belong each to one third of a year', () => {
    expect(['2026-48', '2026-53', '2027-01', '2026-18'].map(thirdOf)).toEqual([
      '2026-3',
      '2026-3',
      '2027-1',
      '2026-1',
    ])
    const year = [1, 2, 3].flatMap((nth) => weeksOfThird(`2026-${nth}`))
    expect(year).toHaveLength(53)
    expect(new Set(year).size).toBe(53)
    expect(() => weeksOfThird('2026-4')).toThrow(RangeError)
  })
})
