const [hour, day] = [60, 1440]
/** 1970-01-01 was a Thursday. */
const weekdayOf = (wall: number): number => ((Math.floor(wall / day) + 3) % 7) + 1
const minuteOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))

export interface ZoneHours {
  readonly weekdays: readonly number[]
  readonly from: string | null
  readonly to: string | null
}

/** Minutes on the wall. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Days back in which a zone's hours are sought. */
const back = 7

/** The zone's hours that began last, as far as they have come; null where it has none, or none this week. */
function latestHours({ weekdays, from, to }: ZoneHours, now: number): Span | null {
  if (from === null || to === null) return null
  const [start, end] = [minuteOf(from), minuteOf(to)]
  const lasting = end > start ? end - start : end - start + day
  const today = Math.floor(now / day) * day
  for (let ago = 0; ago <= back; ago++) {
    const began = today - ago * day + start
    if (began + hour <= now && (weekdays.length === 0 || weekdays.includes(weekdayOf(began))))
      return { from: began, to: Math.min(began + lasting, now) }
  }
  return null
}

/**
 * What "we were here" most likely means: the last hour, two and three up to now, or up to the end of the zone's latest hours where
 * those are over. Whole hours, none before the zone's hours began.
 */
export function presenceChoices(hours: ZoneHours, now: number): Span[] {
  const latest = latestHours(hours, now)
  const end = Math.floor((latest?.to ?? now) / hour) * hour
  const earliest = Math.floor((latest?.from ?? -Infinity) / hour) * hour
  return [1, 2, 3]
    .map((hours) => ({ from: end - hours * hour, to: end }))
    .filter(({ from }) => from >= earliest)
}
