import { describe, expect, it } from 'vitest'
import { hoursOfWeek } from './hours-of-week.ts'

/** Hours with any share, as [hour of the week, share]. */
const meant = (...args: Parameters<typeof hoursOfWeek>) =>
  [...hoursOfWeek(...args)].flatMap((share, hour) => (share > 0 ? [[hour, share]] : []))
const sum = (shares: Float64Array) => shares.reduce((total, share) => total + share, 0)

describe('hours of the week', () => {
  it('are all of them where nothing is said', () => {
    expect([...hoursOfWeek(null)]).toEqual(new Array(168).fill(1))
  })

  it('take parts of an hour as shares of it', () => {
    expect(meant({ weekdays: [2], from: '21:30', to: '23:15' })).toEqual([
      [45, 0.5],
      [46, 1],
      [47, 0.25],
    ])
  })

  it('go on into the next day where the end is before the start, and from Sunday into Monday', () => {
    expect(meant({ weekdays: [7], from: '22:00', to: '02:00' })).toEqual([
      [0, 1],
      [1, 1],
      [166, 1],
      [167, 1],
    ])
  })

  it('are around the clock where both times are the same', () => {
    expect(meant({ weekdays: [1], from: '00:00', to: '00:00' }).map(([hour]) => hour)).toEqual(
      Array.from({ length: 24 }, (_, hour) => hour),
    )
    expect(sum(hoursOfWeek({ weekdays: [], from: '06:30', to: '06:30' }))).toBe(168)
  })

  it('hold every day where no weekday is named, and count none twice', () => {
    expect(sum(hoursOfWeek({ weekdays: [], from: '20:00', to: '23:00' }))).toBe(21)
    expect(sum(hoursOfWeek({ weekdays: [5, 5], from: '20:00', to: '23:00' }))).toBe(3)
    expect(meant({ weekdays: [1, 2], from: '12:00', to: '12:00' }).every(([, share]) => share === 1)).toBe(
      true,
    )
  })

  it('throw for what is no time or weekday', () => {
    expect(() => hoursOfWeek({ weekdays: [], from: '25:00', to: '02:00' })).toThrow(RangeError)
    expect(() => hoursOfWeek({ weekdays: [0], from: '20:00', to: '02:00' })).toThrow(RangeError)
  })
})
