/** Shifts that a sheet is printed for. Hours are a choice of this project; a night belongs to the day it begins on. */
export const shifts = {
  day: { title: 'Dag', from: 7 * 60, to: 15 * 60 },
  evening: { title: 'Kväll', from: 15 * 60, to: 23 * 60 },
  night: { title: 'Natt', from: 22 * 60, to: 31 * 60 },
} as const
export type Shift = keyof typeof shifts

const dayMinutes = 1440

export interface ZoneHours {
  /** ISO weekdays on which the hours begin; none are all. */
  readonly weekdays: readonly number[] | null
  /** "HH:MM"; none is around the clock. */
  readonly from: string | null
  readonly to: string | null
}

/** Minutes from midnight of the shift's day, `to` beyond 1440 on the next. */
export interface Span {
  readonly from: number
  readonly to: number
}

const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))
/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7

/** When in a shift a zone is to be visited; empty where it is not. Hours that began the evening before may still go on. */
export function hoursInShift(hours: ZoneHours, date: string, shift: Shift): Span[] {
  const { from: start, to: end } = shifts[shift]
  const weekday = weekdayOf(date)
  const from = hours.from === null ? 0 : minutesOf(hours.from)
  const until = hours.to === null ? dayMinutes : minutesOf(hours.to)
  const lasting = hours.from === null ? dayMinutes : until > from ? until - from : until - from + dayMinutes
  const chosen = hours.weekdays?.length ? hours.weekdays : [1, 2, 3, 4, 5, 6, 7]
  const spans = [-1, 0, 1]
    .filter((day) => chosen.includes(((weekday + day + 6) % 7) + 1))
    .map((day) => ({
      from: Math.max(start, day * dayMinutes + from),
      to: Math.min(end, day * dayMinutes + from + lasting),
    }))
    .filter((span) => span.to > span.from)
    .sort((a, b) => a.from - b.from)
  return spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1)
    if (last && span.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else all.push(span)
    return all
  }, [])
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`

/** "22.00–04.00" */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ')
