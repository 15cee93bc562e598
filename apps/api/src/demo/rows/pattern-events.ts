import { type Random, random } from '../random.ts'
import { addDays, type Calendar, monthOf, spanDays, weekdayOf } from './calendar.ts'
import { kindOf, type Pattern, type Spot, spotOf } from './event-patterns.ts'
import { type Ground, near } from './ground.ts'

export interface Event {
  readonly day: string
  readonly hour: number
  readonly minute: number
  readonly kind: string
  readonly summary: string
}

/** Yesterday's events may still be published today: the day before is the last that is sure to lie in the past. */
export const lastDay = 2

/** What a pattern gives in two years. */
export function eventsOf(pattern: Pattern, ground: Ground, calendar: Calendar): (Event & Spot)[] {
  const r = random(`events ${pattern.id}`)
  const { perWeek, months, weekdays, trend, repeats } = pattern
  const events: (Event & Spot)[] = []
  for (let ago = spanDays; ago >= lastDay; ago--) {
    const day = calendar.daysAgo(ago)
    const factor = trend ? (ago < trend.since ? trend.after : trend.before) : 1
    const rate = (perWeek / 7) * months[monthOf(day) - 1]! * weekdays[weekdayOf(day) - 1]! * factor
    for (let left = poisson(rate, r); left > 0; left--) {
      const spot = spotOf(pattern, ground, r)
      events.push({ ...eventOn(day, pattern, r), ...spot })
      if (!r.chance(repeats)) continue
      const later = addDays(day, r.whole(1, 7))
      if (later > calendar.daysAgo(lastDay)) continue
      events.push({ ...eventOn(later, pattern, r), ...spot, at: near(r, spot.at, 45) })
    }
  }
  return events
}

const eventOn = (day: string, { hours, kinds }: Pattern, r: Random): Event => ({
  day,
  hour: r.weighted(hours),
  minute: r.whole(0, 59),
  ...kindOf(kinds, r),
})

/** The middle of the district that lies nearest. */
export function localityOf(event: Spot, ground: Ground): Spot {
  const places = ground.town.things.flatMap(({ theme, kind, name, shape: [at] }) =>
    theme === 'place' && (kind === 'suburb' || kind === 'neighbourhood') && name && at ? [{ name, at }] : [],
  )
  const far = ({ at }: Spot): number => Math.hypot(at[0] - event.at[0], at[1] - event.at[1])
  return places.reduce((best, place) => (far(place) < far(best) ? place : best))
}

/** Knuth's method; for small rates. */
export function poisson(rate: number, r: Random): number {
  const limit = Math.exp(-rate)
  let n = 0
  for (let p = r.next(); p > limit; p *= r.next()) n++
  return n
}
