import { timePrecisions } from './columns.ts'
import { dayMinutes } from './week.ts'

const minute = timePrecisions.indexOf('minute')
const day = timePrecisions.indexOf('day')

/**
 * The minutes [from, to) within which an incident happened, as its row tells them. Where only a day or a month is known
 * and no interval is given, it is that whole day or month of the calendar.
 */
export function extentOf(
  from: number,
  to: number,
  timePrecision: number,
): { readonly from: number; readonly to: number } {
  if (to > from) return { from, to }
  if (timePrecision === minute) return { from, to: from + 1 }
  const start = Math.floor(from / dayMinutes)
  if (timePrecision === day) return { from: start * dayMinutes, to: (start + 1) * dayMinutes }
  const date = new Date(start * 86_400_000)
  const monthAt = (ahead: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead) / 60_000
  return { from: monthAt(0), to: monthAt(1) }
}
