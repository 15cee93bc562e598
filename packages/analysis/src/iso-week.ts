/** ISO 8601 weeks, written 2026-48: Monday first, week 1 is the one with 4 January. Days are written 2026-11-23. */

const dayMs = 86_400_000
const pattern = /^(\d{4})-(\d{2})$/
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
/** 0 to 6, Monday first. */
const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7

/** The Monday of a week. Throws RangeError where its year has no such week. */
export function weekBegins(week: string): string {
  const [, year = '', number = ''] = pattern.exec(week) ?? []
  const fourth = Date.UTC(Number(year), 0, 4)
  const monday = fourth - weekdayOf(fourth) * dayMs + (Number(number) - 1) * 7 * dayMs
  if (year === '' || weekOf(dayOf(monday)) !== week) throw new RangeError(`${week} is no ISO 8601 week`)
  return dayOf(monday)
}

/** The Sunday of a week. */
export const weekEnds = (week: string): string => dayOf(utc(weekBegins(week)) + 6 * dayMs)

/** The week a day is in. */
export function weekOf(day: string): string {
  const at = utc(day)
  // A week belongs to the year of its Thursday.
  const thursday = at + (3 - weekdayOf(at)) * dayMs
  const year = new Date(thursday).getUTCFullYear()
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs))
  return `${year}-${String(number).padStart(2, '0')}`
}

export function isWeek(week: string): boolean {
  try {
    return weekBegins(week) !== ''
  } catch {
    return false
  }
}

/** So many weeks later, or earlier where negative. */
export const addWeeks = (week: string, weeks: number): string =>
  weekOf(dayOf(utc(weekBegins(week)) + weeks * 7 * dayMs))

/** How many weeks from one to another; negative where the other is earlier. */
export const weeksBetween = (from: string, to: string): number =>
  Math.round((utc(weekBegins(to)) - utc(weekBegins(from))) / (7 * dayMs))

/** Four months of a year, written 2026-3: January to April, May to August, September to December. */
export const isThird = (third: string): boolean => /^(19|20)\d{2}-[123]$/.test(third)

/** The four months that a week belongs to: those of its Thursday. */
export function thirdOf(week: string): string {
  const thursday = dayOf(utc(weekBegins(week)) + 3 * dayMs)
  return `${thursday.slice(0, 4)}-${Math.ceil(Number(thursday.slice(5, 7)) / 4)}`
}

/** The weeks of four months, in order. Throws RangeError where it is no third of a year. */
export function weeksOfThird(third: string): string[] {
  if (!isThird(third)) throw new RangeError(`${third} is no third of a year`)
  const [year = '', nth = ''] = third.split('-')
  const first = weekOf(`${year}-${String(Number(nth) * 4 - 3).padStart(2, '0')}-01`)
  return Array.from({ length: 20 }, (_, i) => addWeeks(first, i)).filter((week) => thirdOf(week) === third)
}
