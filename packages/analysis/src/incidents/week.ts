/** Minutes of a day and of a week. */
export const dayMinutes = 1440
export const weekMinutes = 7 * dayMinutes
/** 1970-01-01 was a Thursday: so far into its week, from Monday. */
const thursday = 3 * dayMinutes

/** Minute of the week from Monday 00:00, of minutes since 1970-01-01. */
export const minuteOfWeek = (minute: number): number => {
  const rest = (minute + thursday) % weekMinutes
  return rest < 0 ? rest + weekMinutes : rest
}

/** Hours of the day in minutes, `until` excluded. From a later to an earlier time they run over midnight. */
export interface DayHours {
  readonly from: number
  readonly until: number
}

export interface WeekChoice {
  readonly hours: DayHours | null
  /** 1 Monday to 7 Sunday; null for all. */
  readonly weekdays: readonly number[] | null
  /** Single hours of the week, 24 × (weekday - 1) + hour, as the clock has them; null for all. */
  readonly hoursOfWeek: readonly number[] | null
}

/**
 * Each minute of the week from Monday 00:00: 1 where it is chosen. Hours over midnight belong to the day they begin on: with
 * Friday and 22–03, Saturday 02:59 is chosen and Friday 02:59 is not.
 */
export function chosenMinutes({ hours, weekdays, hoursOfWeek }: WeekChoice): Uint8Array {
  const chosen = new Uint8Array(weekMinutes)
  const from = hours?.from ?? 0
  const until = hours?.until ?? dayMinutes
  const lasting = until > from ? until - from : until - from + dayMinutes
  for (const weekday of weekdays ?? [1, 2, 3, 4, 5, 6, 7]) {
    const start = (weekday - 1) * dayMinutes + from
    for (let minute = start; minute < start + lasting; minute++) chosen[minute % weekMinutes] = 1
  }
  if (hoursOfWeek) {
    const kept = new Set(hoursOfWeek)
    for (let minute = 0; minute < weekMinutes; minute++)
      if (!kept.has(Math.floor(minute / 60))) chosen[minute] = 0
  }
  return chosen
}

/** Sums of chosen minutes before each minute of the week: `weekMinutes` + 1 numbers. */
export function sumsOf(chosen: Uint8Array): Uint32Array {
  const sums = new Uint32Array(weekMinutes + 1)
  for (let minute = 0; minute < weekMinutes; minute++) sums[minute + 1] = sums[minute]! + chosen[minute]!
  return sums
}

/** How many chosen minutes lie in [from, until). */
export function chosenWithin(sums: Uint32Array, from: number, until: number): number {
  if (until <= from) return 0
  const start = minuteOfWeek(from)
  const lasting = until - from
  const whole = Math.floor(lasting / weekMinutes)
  const end = start + (lasting - whole * weekMinutes)
  const perWeek = sums[weekMinutes]!
  const rest =
    end <= weekMinutes ? sums[end]! - sums[start]! : perWeek - sums[start]! + sums[end - weekMinutes]!
  return whole * perWeek + rest
}
