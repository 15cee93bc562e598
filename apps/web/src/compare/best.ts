export type Better = 'low' | 'high'

/** Which of a row's values are best; none where fewer than two are known, or all are alike. */
export function bestOf(values: readonly (number | null)[], better: Better): ReadonlySet<number> {
  const known = values.filter((value) => value !== null)
  const best = better === 'low' ? Math.min(...known) : Math.max(...known)
  if (known.length < 2 || known.every((value) => value === best)) return new Set()
  return new Set(values.flatMap((value, at) => (value === best ? [at] : [])))
}

/** 168 hours of the week, Monday first, as the 24 of the day. */
export const hoursOfDay = (week: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, hour) =>
    week.reduce((sum, value, at) => (at % 24 === hour ? sum + value : sum), 0),
  )

/** The three hours on end, over midnight too, that hold most; null where there is nothing. */
export function peakHours(day: readonly number[]): { readonly from: number; readonly to: number } | null {
  const sums = day.map((_, hour) => day[hour]! + day[(hour + 1) % 24]! + day[(hour + 2) % 24]!)
  const most = Math.max(...sums)
  if (!(most > 0)) return null
  const from = sums.indexOf(most)
  return { from, to: (from + 3) % 24 }
}
