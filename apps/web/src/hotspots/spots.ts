import type { CellFigures, Neighbours } from '@trygghetskartan/analysis'
import type { Cells } from './cells.ts'
import { boxAbout, degreesOf } from './degrees.ts'
import type { Spot } from './hotspot-protocol.ts'

/** A cell is part of a hotspot where it is hot at 95 %. */
const least = 2
/** No more are listed. */
export const mostSpots = 100

/** Cells of a class or higher that hang together, each in one group; the group with the highest cell first. */
export function groupsOf(
  statistic: ArrayLike<number>,
  classes: ArrayLike<number>,
  { start, index }: Neighbours,
): number[][] {
  const seen = new Uint8Array(classes.length)
  const groups: { readonly group: number[]; readonly top: number }[] = []
  for (let cell = 0; cell < classes.length; cell++) {
    if (classes[cell]! < least || seen[cell]) continue
    const group = [cell]
    seen[cell] = 1
    let top = 0
    // It grows while it is walked through.
    for (const one of group) {
      top = Math.max(top, statistic[one]!)
      for (let k = start[one]!; k < start[one + 1]!; k++) {
        const next = index[k]!
        if (classes[next]! < least || seen[next]) continue
        seen[next] = 1
        group.push(next)
      }
    }
    groups.push({ group, top })
  }
  return groups.toSorted((a, b) => b.top - a.top).map(({ group }) => group)
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
