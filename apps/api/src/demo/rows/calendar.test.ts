import { describe, expect, it } from 'vitest'
import { addDays, calendarOf, localInstant, weekdayOf } from './calendar.ts'

describe('the calendar', () => {
  it('takes the day of Sweden, not of Greenwich', () => {
    expect(calendarOf(new Date('2026-11-22T23:30:00Z')).today).toBe('2026-11-23')
    expect(calendarOf(new Date('2026-07-01T21:59:00Z')).today).toBe('2026-07-01')
    expect(calendarOf(new Date('2026-07-01T22:00:00Z')).today).toBe('2026-07-02')
  })

  it('keeps Swedish clocks through summer and winter time', () => {
    expect(localInstant('2026-01-15', 23, 30)).toBe('2026-01-15T22:30:00.000Z')
    expect(localInstant('2026-07-15', 23, 30)).toBe('2026-07-15T21:30:00.000Z')
    expect(localInstant('2026-03-29', 4, 0)).toBe('2026-03-29T02:00:00.000Z')
    expect(localInstant('2026-10-25', 4, 0)).toBe('2026-10-25T03:00:00.000Z')
  })

  it('counts hours past midnight into the next day', () => {
    expect(localInstant('2026-11-20', 26, 5)).toBe('2026-11-21T01:05:00.000Z')
  })

  it('counts days and weekdays across months', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
    expect(weekdayOf('2026-11-22')).toBe(7)
    expect(weekdayOf('2026-11-23')).toBe(1)
  })
})
