/** Hours of the week, 0 for Monday 00-01 to 167 for Sunday 23-24, ascending. */
export type WeekHours = readonly number[]

const days = 7
const hours = 24
export const hoursOfWeek = days * hours
export const weekdaysAll = [0, 1, 2, 3, 4, 5, 6] as const

/** Hours `from` to `to` of the given days, Monday 0; where `to` is not later they run into the next day. */
export function hoursBetween(ofDays: readonly number[], from: number, to: number): WeekHours {
  const span = to > from ? to - from : to + hours - from
  const all = ofDays.flatMap((day) =>
    Array.from({ length: span }, (_, i) => (day * hours + from + i) % hoursOfWeek),
  )
  return tidy(all)
}

const tidy = (all: readonly number[]): WeekHours => [...new Set(all)].sort((a, b) => a - b)

/** The times one asks about most. */
export const weekPresets = [
  { id: 'weekend_nights', hours: tidy([...hoursBetween([4], 18, 6), ...hoursBetween([5], 18, 6)]) },
  { id: 'evenings', hours: hoursBetween([0, 1, 2, 3, 4, 5, 6], 18, 24) },
  { id: 'nights', hours: hoursBetween([0, 1, 2, 3, 4, 5, 6], 22, 6) },
  { id: 'school', hours: hoursBetween([0, 1, 2, 3, 4], 8, 16) },
  {
    id: 'rush',
    hours: tidy([...hoursBetween([0, 1, 2, 3, 4], 7, 9), ...hoursBetween([0, 1, 2, 3, 4], 15, 18)]),
  },
  { id: 'weekends', hours: hoursBetween([5, 6], 0, 24) },
] as const satisfies readonly { readonly id: string; readonly hours: WeekHours }[]
export type WeekPreset = (typeof weekPresets)[number]['id']

/** The preset that holds just these hours; null for any other choice. */
export function presetOf(chosen: WeekHours): WeekPreset | null {
  const text = chosen.join()
  return weekPresets.find((preset) => preset.hours.join() === text)?.id ?? null
}

/** Whole numbers as runs, both ends in: [0, 1, 2, 5] as 0-2 and 5. */
export function runsOf(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const one of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === one - 1) last[1] = one
    else runs.push([one, one])
  }
  return runs
}

/** For an address: `5:18-24,6:0-6.18-24,7:0-6`, days from 1 for Monday with those alike together: `1-5:7-9`. */
export function writeWeekHours(chosen: WeekHours): string {
  const byDay = Array.from({ length: days }, (_, day) =>
    runsOf(chosen.filter((hour) => Math.floor(hour / hours) === day).map((hour) => hour % hours))
      .map(([from, to]) => `${from}-${to + 1}`)
      .join('.'),
  )
  const alike = Map.groupBy(byDay.keys(), (day) => byDay[day]!)
  return [...alike]
    .filter(([text]) => text !== '')
    .map(([text, members]) => `${writeDays(members)}:${text}`)
    .join(',')
}

const writeDays = (members: readonly number[]): string =>
  runsOf(members)
    .map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}-${to + 1}`))
    .join('.')

/** The inverse; undefined for what is malformed, for no hour, and for every hour, which is no choice. */
export function readWeekHours(text: string): WeekHours | undefined {
  const all: number[] = []
  for (const part of text === '' ? [] : text.split(',')) {
    const [left = '', right = '', ...rest] = part.split(':')
    const onDays = readRuns(left, 1, days)
    const atHours = readRuns(right, 0, hours)
    if (!onDays || !atHours || rest.length > 0) return undefined
    for (const [first, last] of onDays)
      for (let day = first; day <= last; day++)
        for (const [from, to] of atHours)
          for (let hour = from; hour < to; hour++) all.push((day - 1) * hours + hour)
  }
  const chosen = tidy(all)
  return chosen.length > 0 && chosen.length < hoursOfWeek ? chosen : undefined
}

function readRuns(text: string, least: number, most: number): [number, number][] | undefined {
  const runs = text.split('.').map((run): [number, number] => {
    const [from = '', to = from] = run.split('-')
    return [/^\d{1,2}$/.test(from) ? Number(from) : -1, /^\d{1,2}$/.test(to) ? Number(to) : -1]
  })
  return runs.every(([from, to]) => from >= least && to >= from && to <= most) ? runs : undefined
}
