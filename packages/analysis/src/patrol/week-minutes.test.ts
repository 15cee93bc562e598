import { describe, expect, test } from 'vitest'
import { hourShares, weekLength, weekMinutes } from './week-minutes.ts'

/** 2026-01-02, a Friday, in minutes since 1970. */
const friday = Date.UTC(2026, 0, 2) / 60_000

describe('hours that come back each week', () => {
  const nights = weekMinutes({ weekdays: [5, 6], from: '21:30', to: '04:00' })

  test('go on over midnight, and belong to the evening they begin', () => {
    expect(nights.total).toBe(2 * 390)
    expect(nights.has(friday + 21 * 60 + 29)).toBe(false)
    expect(nights.has(friday + 21 * 60 + 30)).toBe(true)
    expect(nights.has(friday + 28 * 60 - 1)).toBe(true)
    expect(nights.has(friday + 28 * 60)).toBe(false)
    expect(nights.has(friday + 3 * 60)).toBe(false)
  })

  test('of any interval so many minutes are meant', () => {
    expect(nights.between(friday + 20 * 60, friday + 22 * 60)).toBe(30)
    expect(nights.between(friday, friday + 10 * weekLength)).toBe(10 * nights.total)
    expect(nights.between(-weekLength, 0)).toBe(nights.total)
  })

  test('the same time twice is around the clock, no weekdays are all', () => {
    expect(weekMinutes({ weekdays: [7], from: '06:00', to: '06:00' }).total).toBe(1440)
    expect(weekMinutes({ weekdays: [], from: '12:00', to: '13:00' }).total).toBe(7 * 60)
    expect(weekMinutes(null).total).toBe(weekLength)
  })

  test('are told as shares of the hours of the week', () => {
    const shares = hourShares(nights)
    expect(shares[4 * 24 + 21]).toBe(0.5)
    expect(shares[4 * 24 + 22]).toBe(1)
    expect(shares[5 * 24 + 3]).toBe(1)
    expect(shares[5 * 24 + 4]).toBe(0)
  })

  test('what is no time and no day is refused', () => {
    expect(() => weekMinutes({ weekdays: [0], from: '21:00', to: '22:00' })).toThrow(RangeError)
    expect(() => weekMinutes({ weekdays: [1], from: '24:00', to: '22:00' })).toThrow(RangeError)
  })
})
