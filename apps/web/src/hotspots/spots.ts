import type { CellFigures, Neighbours } from '@trygghetskartan/analysis'
import type { Cells } from './cells.ts'
import { boxAbout, degreesOf } from './degrees.ts'
import type { Spot } from './hotspot-protocol.ts'

/** A cell is part of a hotspot where it is hot at 95 %. */
const least = 2
/** No more are listed. */
export const mostSpots = 100

/** Two tops are one hotspot where it never falls below this share of the lower one between them, or by less than chance moves it. */
const saddle = { share: 2 / 3, deviations: 3 } as const

/**
 * Cells of a class or higher, each in one group: those that hang together, parted where fewer happen between two tops, as a
 * town's square and its station are two places to go to. The statistic of a cell is of those about it too, and tells no tops
 * apart. The group with the surest cell first.
 */
export function groupsOf(
  { counts, statistic, classes }: Pick<Tested, 'counts' | 'statistic' | 'classes'>,
  { start, index }: Neighbours,
): number[][] {
  const hot = Array.from({ length: classes.length }, (_, cell) => cell)
    .filter((cell) => classes[cell]! >= least)
    .sort((a, b) => counts[b]! - counts[a]!)
  /** By cell the top it belongs to, by itself or through the top of a lower group. */
  const above = new Int32Array(classes.length).fill(-1)
  const topOf = (cell: number): number => {
    let top = above[cell]!
    while (above[top]! !== top) top = above[top]!
    return top
  }
  const isOne = (low: number, between: number): boolean =>
    between >= saddle.share * low || low - between <= saddle.deviations * Math.sqrt(low)
  for (const cell of hot) {
    const beside = index.subarray(start[cell], start[cell + 1]).filter((next) => above[next]! >= 0)
    const fullest = beside.reduce(
      (best, next) => (counts[next]! > counts[best]! ? next : best),
      beside[0] ?? cell,
    )
    above[cell] = fullest === cell ? cell : topOf(fullest)
    for (const next of beside) {
      const [mine, other] = [topOf(cell), topOf(next)]
      const [high, low] = counts[mine]! >= counts[other]! ? [mine, other] : [other, mine]
      if (isOne(counts[low]!, counts[cell]!)) above[low] = high
    }
  }
  const groups = Map.groupBy(hot, topOf)
  const surest = (group: readonly number[]) => Math.max(...group.map((cell) => statistic[cell]!))
  return [...groups.values()].toSorted((a, b) => surest(b) - surest(a))
}

type Tested = Pick<CellFigures, 'counts' | 'statistic' | 'p' | 'q' | 'classes'>

/** A group of cells as a hotspot of the list: named by the cell with most, and as sure as its surest. */
export function spotOf(
  { grid, ring }: Cells,
  group: readonly number[],
  { counts, statistic, p, q, classes }: Tested,
): Spot {
  const fullest = group.reduce((best, cell) => (counts[cell]! > counts[best]! ? cell : best))
  const surest = group.reduce((best, cell) => (statistic[cell]! > statistic[best]! ? cell : best))
  const all = counts.reduce((sum, one) => sum + one, 0)
  return {
    at: degreesOf(grid.srid, [grid.x[fullest]!, grid.y[fullest]!]),
    box: boxAbout(group.flatMap((cell) => ring(cell))),
    cells: group.length,
    n: group.reduce((sum, cell) => sum + counts[cell]!, 0),
    expected: (all / grid.length) * group.length,
    z: statistic[surest]!,
    p: p[surest]!,
    q: q[surest]!,
    level: classes[surest]!,
  }
}
