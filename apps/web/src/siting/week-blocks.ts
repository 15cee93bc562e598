/** Hours that are told together: what is known of most events is no finer. */
export const blockHours = 3

/** 168 hours of the week as seven days of blocks, Monday first. */
export const byBlocks = (byHour: readonly number[]): number[][] =>
  Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 / blockHours }, (_, block) => {
      const from = day * 24 + block * blockHours
      return byHour.slice(from, from + blockHours).reduce((sum, value) => sum + value, 0)
    }),
  )

/** Where most falls; null where nothing does. */
export function peakOf(blocks: readonly (readonly number[])[]): { day: number; block: number } | null {
  const all = blocks.flatMap((row, day) => row.map((value, block) => ({ day, block, value })))
  const most = all.reduce((best, one) => (one.value > best.value + 1e-9 ? one : best), {
    day: 0,
    block: 0,
    value: 0,
  })
  return most.value > 0 ? { day: most.day, block: most.block } : null
}
