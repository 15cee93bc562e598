import type { WeekHours } from './measure.ts'

/** Hours of a week, Monday 00-01 first. */
export const weekLength = 168

const clock = /^([01]\d|2[0-3]):([0-5]\d)(:\d{2})?$/

/** Minutes after midnight of "HH:MM"; null where it is no time. */
export function minutesOf(time: string): number | null {
  const parts = clock.exec(time)
  return parts ? 60 * Number(parts[1]) + Number(parts[2]) : null
}

/**
 * How much of each hour of the week is meant: 168 shares from 0 to 1, Monday 00-01 first. No hours are all hours, no weekdays
 * all days. An end before the start is on the next day, the same time twice is around the clock from that time on.
 * Throws RangeError for what is no time or no ISO weekday.
 */
export function hoursOfWeek(hours: WeekHours | null): Float64Array {
  const shares = new Float64Array(weekLength)
  if (hours === null) return shares.fill(1)
  const from = minutesOf(hours.from)
  const to = minutesOf(hours.to)
  if (from === null || to === null) throw new RangeError('An hour is not written HH:MM')
  const days = hours.weekdays.length > 0 ? new Set(hours.weekdays) : [1, 2, 3, 4, 5, 6, 7]
  const length = to > from ? to - from : to - from + 24 * 60
  for (const day of days) {
    if (!(Number.isInteger(day) && day >= 1 && day <= 7)) throw new RangeError('A weekday is not 1 to 7')
    const start = (day - 1) * 24 * 60 + from
    const end = start + length
    for (let hour = Math.floor(start / 60); hour * 60 < end; hour++) {
      const share = (Math.min(end, 60 * (hour + 1)) - Math.max(start, 60 * hour)) / 60
      const at = hour % weekLength
      shares[at] = Math.min(1, shares[at]! + share)
    }
  }
  return shares
}
