/** Hours that come back each week. */
export interface ShiftHours {
  /** ISO weekdays, 1 Monday to 7 Sunday, on which the hours begin; none are all. */
  readonly weekdays: readonly number[]
  /** "HH:MM", the clock on the wall. An end before the start is on the next day, the same time twice is around the clock. */
  readonly from: string
  readonly to: string
}

const dayMinutes = 1440
export const weekLength = 7 * dayMinutes
/** The first of January 1970, from which minutes are counted, was a Thursday. */
const firstDay = 3

/** Which minutes of the week are meant, so that an interval of any length costs the same. */
export interface WeekMinutes {
  /** Minutes a week. */
  readonly total: number
  /** Of the minutes from `from` up to `to`, counted from 1970, how many are meant. */
  between(from: number, to: number): number
  /** Whether a minute, counted from 1970, is meant. */
  has(minute: number): boolean
}

const clock = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes after midnight. Throws RangeError for what is not written HH:MM. */
export function minuteOfDay(time: string): number {
  const parts = clock.exec(time)
  if (!parts) throw new RangeError('An hour is not written HH:MM')
  return 60 * Number(parts[1]) + Number(parts[2])
}

/** The minutes of a week that hours mean; null is all of them. Throws RangeError for what is no time or no ISO weekday. */
export function weekMinutes(hours: ShiftHours | null): WeekMinutes {
  const meant = new Uint8Array(weekLength)
  if (hours === null) meant.fill(1)
  else {
    const from = minuteOfDay(hours.from)
    const to = minuteOfDay(hours.to)
    const length = to > from ? to - from : to - from + dayMinutes
    for (const day of hours.weekdays.length > 0 ? hours.weekdays : [1, 2, 3, 4, 5, 6, 7]) {
      if (!(Number.isInteger(day) && day >= 1 && day <= 7)) throw new RangeError('A weekday is not 1 to 7')
      const start = (day - 1) * dayMinutes + from
      for (let minute = start; minute < start + length; minute++) meant[minute % weekLength] = 1
    }
  }
  const before = new Uint16Array(weekLength + 1)
  for (let minute = 0; minute < weekLength; minute++) before[minute + 1] = before[minute]! + meant[minute]!
  const total = before[weekLength]!
  const until = (minute: number): number => {
    const at = minute + firstDay * dayMinutes
    const weeks = Math.floor(at / weekLength)
    return weeks * total + before[at - weeks * weekLength]!
  }
  return {
    total,
    between: (from, to) => until(to) - until(from),
    has: (minute) => until(minute + 1) > until(minute),
  }
}

/** Hours of the week in which anything is meant, 168 shares from 0 to 1, Monday 00-01 first. */
export const hourShares = (minutes: WeekMinutes): number[] =>
  Array.from({ length: 168 }, (_, hour) => {
    const from = hour * 60 - firstDay * dayMinutes + weekLength
    return minutes.between(from, from + 60) / 60
  })
