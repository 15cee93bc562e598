/** Days are numbered from 1970-01-01, a Thursday, as the calendar has them; an address writes them YYYY-MM-DD. */
export const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)

export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

export const monthStart = (day: number, ahead = 0): number => {
  const date = new Date(day * 86_400_000)
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead) / 86_400_000)
}

/** A period of whole days, both ends in. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** Whole weeks or months of the calendar that touch [first, last], as periods. */
export function stepsBetween(first: number, last: number, step: 'week' | 'month'): Period[] {
  const periods: Period[] = []
  let start = step === 'week' ? mondayOf(first) : monthStart(first)
  while (start <= last) {
    const next = step === 'week' ? start + 7 : monthStart(start, 1)
    periods.push({ from: dateOf(start), to: dateOf(next - 1) })
    start = next
  }
  return periods
}

/** The period that is compared with: as many days just before, or the same days a year earlier. */
export function comparedWith({ from, to }: Period, against: 'before' | 'year'): Period {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (against === 'before') return { from: dateOf(first - (last - first + 1)), to: dateOf(first - 1) }
  return { from: yearBefore(from), to: yearBefore(to) }
}

function yearBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  // The 29th of February has the 28th before it.
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate()
  return dateOf(Math.round(Date.UTC(year - 1, month - 1, Math.min(day, last)) / 86_400_000))
}
