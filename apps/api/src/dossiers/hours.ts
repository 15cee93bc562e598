import { hoursOfWeek, type WeekHours } from '@trygghetskartan/siting'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Hours a week that are watched. */
export const hoursWatched = (hours: WeekHours | null): number => sum([...hoursOfWeek(hours)])

/** Share of each hour of the day that is watched, over all weekdays: 24 numbers from 0 to 1. */
export const watchedByHour = (hours: WeekHours | null): number[] =>
  byHourOfDay([...hoursOfWeek(hours)]).map((days) => days / 7)

/** Counts by hour of the week (168, Monday 00 first) as counts by hour of the day (24). */
export const byHourOfDay = (week: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, hour) => sum(week.filter((_, i) => i % 24 === hour)))

/** Share of counts by hour of the week that falls in the hours that are watched, 0 to 1; null where no hour is known. */
export function shareWatched(week: readonly number[], hours: WeekHours | null): number | null {
  const watched = hoursOfWeek(hours)
  const all = sum(week)
  return all > 0 ? sum(week.map((count, hour) => count * watched[hour]!)) / all : null
}

/** The six hours in a row in which most happens, and their share of all; null where no hour is known. */
export function worstHours(byHour: readonly number[]): { from: number; to: number; share: number } | null {
  const all = sum(byHour)
  if (all <= 0) return null
  const window = 6
  const sums = byHour.map((_, start) =>
    sum(Array.from({ length: window }, (_, i) => byHour[(start + i) % 24]!)),
  )
  const from = sums.indexOf(Math.max(...sums))
  return { from, to: (from + window) % 24, share: sums[from]! / all }
}
