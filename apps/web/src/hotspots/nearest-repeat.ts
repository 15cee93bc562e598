import type { NearAnswer } from './hotspot-protocol.ts'

/** A ratio of less is no news. */
const least = 1.2

/**
 * How far in metres and days more than chance follows an incident: the widest run of bands from the nearest on that are each
 * above chance (p under 0.05), first of distance in the first days, then of days; with the lowest ratio among them. null where not
 * even the nearest is. Exactly the same place counts as one of the nearest where it is a band of its own.
 */
export function nearestRepeat({
  table,
  distances,
  days,
}: Pick<NearAnswer, 'table' | 'distances' | 'days'>): { metres: number; days: number; ratio: number } | null {
  const sure = (row: number, column: number): boolean => {
    const cell = table[row]?.[column]
    return cell !== undefined && cell.p < 0.05 && (cell.ratio ?? 0) >= least
  }
  // Same place alone says little of what is nearby.
  const first = (distances[1] ?? 0) <= 1 ? 1 : 0
  const begins = sure(first, 0) ? first : first > 0 && sure(0, 0) ? 0 : -1
  if (begins < 0) return null
  let row = begins
  while (row + 2 < distances.length && sure(row + 1, 0)) row++
  let column = 0
  const rows = Array.from({ length: row - begins + 1 }, (_, i) => begins + i)
  while (column + 2 < days.length && rows.every((one) => sure(one, column + 1))) column++
  const ratios = rows.flatMap((one) => table[one]!.slice(0, column + 1).map(({ ratio }) => ratio!))
  return { metres: distances[row + 1]!, days: days[column + 1]! - 1, ratio: Math.min(...ratios) }
}
