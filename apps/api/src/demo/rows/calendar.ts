/** Days and hours as people in Sweden live them. */

export interface Calendar {
  /** The last day of the demonstration, "2026-11-22". */
  readonly today: string
  /** The day so many days before the last; negative for the future. */
  daysAgo(days: number): string
}

/** Two years, the span of the demonstration. */
export const spanDays = 730

const dayMs = 86_400_000

export function calendarOf(now: Date): Calendar {
  const today = new Date(now.getTime() + offsetHours(now) * 3_600_000).toISOString().slice(0, 10)
  return { today, daysAgo: (days) => addDays(today, -days) }
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + Math.round(days) * dayMs).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

/** 1 to 12. */
export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** The instant of a local time in Sweden; hours from 24 on are of the next day. */
export function localInstant(day: string, hour: number, minute: number): string {
  const whole = addDays(day, Math.floor(hour / 24))
  const utc = new Date(Date.parse(whole) + ((hour % 24) * 60 + minute) * 60_000)
  const winter = new Date(utc.getTime() - 3_600_000)
  return new Date(utc.getTime() - offsetHours(winter) * 3_600_000).toISOString()
}

/** Hours Sweden is ahead of UTC: two from 01:00 UTC on the last Sunday of March to that of October, else one. */
function offsetHours(instant: Date): number {
  const year = instant.getUTCFullYear()
  return instant.getTime() >= lastSunday(year, 2) && instant.getTime() < lastSunday(year, 9) ? 2 : 1
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * dayMs
}
