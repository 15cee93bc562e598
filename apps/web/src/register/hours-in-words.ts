import type { RegisterEntry } from '@trygghetskartan/api/contract-decisions'

/** Runs of weekdays as their ends, Monday 1: [1,2,3,4,5,7] is [[1, 5], [7, 7]]. */
export function weekdayRuns(weekdays: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const day of [...new Set(weekdays)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
}

/** "mån–fre 22:00–04:00"; null where it is around the clock. `nameOf` gives a weekday's short name. */
export function hoursInWords(hours: RegisterEntry['hours'], nameOf: (iso: number) => string): string | null {
  if (!hours) return null
  const everyDay = hours.weekdays.length === 0 || new Set(hours.weekdays).size === 7
  const wholeDay = hours.from === hours.to
  if (everyDay && wholeDay) return null
  const days = weekdayRuns(hours.weekdays)
    .map(([first, last]) =>
      first === last
        ? nameOf(first)
        : last === first + 1
          ? `${nameOf(first)}, ${nameOf(last)}`
          : `${nameOf(first)}–${nameOf(last)}`,
    )
    .join(', ')
  return [everyDay ? '' : days, wholeDay ? '' : `${hours.from}–${hours.to}`].filter(Boolean).join(' ')
}
