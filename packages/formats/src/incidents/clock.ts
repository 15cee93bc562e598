import { swedishOffset } from '../table/cell-value.ts'

/** Minutes Sweden is ahead of UTC by day since 1970; null for a day on which the clocks are changed. */
const byDay = new Map<number, number | null>()

/** Minutes since 1970-01-01 00:00 UTC of a minute of a day on the clocks of Sweden. */
export function swedishInstant(day: number, minute: number): number {
  let offset = byDay.get(day)
  if (offset === undefined) {
    const [first, last] = [offsetAt(day, 0), offsetAt(day, 1439)]
    offset = first === last ? first : null
    byDay.set(day, offset)
  }
  return day * 1440 + minute - (offset ?? offsetAt(day, minute))
}

function offsetAt(day: number, minute: number): number {
  const local = new Date((day * 1440 + minute) * 60_000).toISOString().slice(0, 19)
  const [hours = 0, minutes = 0] = swedishOffset(local).slice(1).split(':').map(Number)
  return hours * 60 + minutes
}
