import { describe, expect, it } from 'vitest'
import { swedishClock, swedishInstant } from './swedish-clock.ts'

describe('Swedish clocks', () => {
  it('are read and set in winter, in summer and when they are changed', () => {
    expect(swedishInstant('2026-11-20', '19:00')).toBe('2026-11-20T18:00:00.000Z')
    expect(swedishInstant('2026-07-01', '00:30')).toBe('2026-06-30T22:30:00.000Z')
    expect(swedishInstant('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(swedishInstant('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(swedishClock('2026-06-30T22:30:00Z')).toEqual({ day: '2026-07-01', time: '00:30' })
  })
})
