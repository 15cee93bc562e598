import { busiestHours, hoursOfDay } from '../hours/day-hours.ts'
import type { WeekHours } from './week-hours.ts'

export interface BusyTime {
  /** ISO weekdays on which the hours begin; none where they are all alike. */
  readonly weekdays: readonly number[]
  /** Hours of the day; an end before the start is on the next day. */
  readonly from: number
  readonly to: number
  /** Of all that is known by the hour, the share on those days and hours. */
  readonly share: number
}

/** Hours on end and weekdays are told where they hold so much of what there is. */
const enough = { hours: 0.6, days: 0.7 } as const
const stretches = [3, 4, 5, 6, 7, 8]
const mostDays = 4

/** The counts of some hours of the week alone: a zone of a night's hotspot is not about its days. */
export const within = (byHour: ArrayLike<number>, hours: WeekHours): number[] => {
  const chosen = new Set(hours)
  return Array.from(byHour, (n, hour) => (chosen.has(hour) ? n : 0))
}

/** The few hours of the day, and days of the week, that hold most of it; null where it is spread over the clock. */
export function busyTime(byHour: ArrayLike<number>): BusyTime | null {
  const week = Array.from(byHour)
  const all = week.reduce((sum, one) => sum + one, 0)
  if (!(all > 0)) return null
  const day = hoursOfDay(week)
  const found = stretches
    .map((stretch) => busiestHours(day, stretch))
    .find((one) => one !== null && one.held >= enough.hours * all)
  if (!found) return null
  const { from, to, held } = found
  const byDay = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    let sum = 0
    for (let hour = from; hour % 24 !== to; hour++) sum += week[(weekday * 24 + hour) % 168]!
    return { weekday: weekday + 1, sum }
  })
  const chosen: typeof byDay = []
  let sum = 0
  for (const one of byDay.toSorted((a, b) => b.sum - a.sum)) {
    if (sum >= enough.days * held) break
    chosen.push(one)
    sum += one.sum
  }
  if (chosen.length > mostDays) return { weekdays: [], from, to, share: held / all }
  return {
    weekdays: chosen.map(({ weekday }) => weekday).sort((a, b) => a - b),
    from,
    to,
    share: sum / all,
  }
}
