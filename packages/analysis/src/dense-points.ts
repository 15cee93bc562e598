import type { PointGrid } from './point-grid.ts'

/** The cluster of what is in none. */
export const noise = -1

/** Distinct points in the order of the grid. */
export interface DensePoints {
  readonly grid: PointGrid
  readonly x: Float64Array
  readonly y: Float64Array
  readonly day: Float64Array
  readonly weight: Float64Array
  /** The square of the distance. */
  readonly reach: number
  readonly days: number
  /** Where squares lie that may hold neighbours. */
  readonly about: SquaresAbout
}

/** Steps of column, row and layer, three numbers each. */
type SquaresAbout = Int8Array

/**
 * Squares whose points may be within the distance of points of the one in the middle, itself left out: those beside it
 * first, which hold most neighbours.
 */
export function squaresAbout(layered: boolean): SquaresAbout {
  const steps = [-2, -1, 0, 1, 2]
  return Int8Array.from(
    (layered ? [0, -1, 1] : [0])
      .flatMap((deep) => steps.flatMap((up) => steps.map((right) => [right, up, deep] as const)))
      .filter(([right, up, deep]) => right * right + up * up < 8 && (right !== 0 || up !== 0 || deep !== 0))
      .sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
      .flat(),
  )
}

/** Those of them that hold points, written to `found`; answers how many. */
export function findSquares({ grid, about }: DensePoints, cell: number, found: Int32Array): number {
  let count = 0
  for (let step = 0; step < about.length; step += 3) {
    const other = grid.at(
      grid.column[cell]! + about[step]!,
      grid.row[cell]! + about[step + 1]!,
      grid.layer[cell]! + about[step + 2]!,
    )
    if (other !== -1) found[count++] = other
  }
  return count
}
/** As many squares as may be about one, and itself. */
export const mostSquares = 63

export function near({ x, y, day, reach, days }: DensePoints, p: number, q: number): boolean {
  const dx = x[p]! - x[q]!
  const dy = y[p]! - y[q]!
  return dx * dx + dy * dy <= reach && Math.abs(day[p]! - day[q]!) <= days
}
