/** 168 hours of the week, Monday first, as the 24 of the day. */
export const hoursOfDay = (week: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, hour) =>
    week.reduce((sum, value, at) => (at % 24 === hour ? sum + value : sum), 0),
  )

/** The `stretch` hours on end, over midnight too, that hold most, and what they hold; null where there is nothing. */
export function busiestHours(
  day: readonly number[],
  stretch: number,
): { readonly from: number; readonly to: number; readonly held: number } | null {
  const sums = day.map((_, from) =>
    Array.from({ length: stretch }, (_, i) => day[(from + i) % 24]!).reduce((sum, one) => sum + one, 0),
  )
  const held = Math.max(...sums)
  if (!(held > 0)) return null
  const from = sums.indexOf(held)
  return { from, to: (from + stretch) % 24, held }
}
