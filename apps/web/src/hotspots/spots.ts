import type { Neighbours } from '@trygghetskartan/analysis'
import { toWgs84 } from '@trygghetskartan/geo'
import type { Cells } from './cells.ts'
import type { GiClass } from './gi-ramp.ts'
import type { Spot } from './hotspot-protocol.ts'

/** A cell is part of a hotspot where it is hot at 95 %. */
const least = 2

interface Tested {
  readonly counts: Float64Array
  readonly z: Float64Array
  readonly p: Float64Array
  /** -3 to 3. */
  readonly classes: Int8Array
  readonly neighbours: Neighbours
}

/** Hot cells that hang together, each in one group; the surest group first. */
export function groupsOf({
  z,
  classes,
  neighbours,
}: Pick<Tested, 'z' | 'classes' | 'neighbours'>): number[][] {
  const seen = new Uint8Array(classes.length)
  const groups: number[][] = []
  for (let cell = 0; cell < classes.length; cell++) {
    if (classes[cell]! < least || seen[cell]) continue
    const group = [cell]
    seen[cell] = 1
    // It grows while it is walked through.
    for (const one of group)
      for (let k = neighbours.start[one]!; k < neighbours.start[one + 1]!; k++) {
        const next = neighbours.index[k]!
        if (classes[next]! < least || seen[next]) continue
        seen[next] = 1
        group.push(next)
      }
    groups.push(group)
  }
  const top = (group: readonly number[]) => group.reduce((most, cell) => Math.max(most, z[cell]!), 0)
  return groups
    .map((group) => ({ group, top: top(group) }))
    .toSorted((a, b) => b.top - a.top)
    .map(({ group }) => group)
}

/** A group of cells as a hotspot of the list: named by its surest cell. */
export function spotOf({ grid, ring }: Cells, group: readonly number[], tested: Tested): Spot {
  const { counts, z, p, classes } = tested
  const surest = group.reduce((best, cell) => (z[cell]! > z[best]! ? cell : best))
  const sum = (values: Float64Array) => values.reduce((all, one) => all + one, 0)
  const corners = group.flatMap((cell) => ring(cell))
  const lons = corners.map(([lon]) => lon)
  const lats = corners.map(([, lat]) => lat)
  const [lon, lat] = toWgs84(grid.srid, [grid.x[surest]!, grid.y[surest]!])
  return {
    at: [Number(lon.toFixed(6)), Number(lat.toFixed(6))],
    box: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
    cells: group.length,
    n: group.reduce((all, cell) => all + counts[cell]!, 0),
    expected: (sum(counts) / grid.length) * group.length,
    z: z[surest]!,
    p: p[surest]!,
    giClass: classes[surest] as GiClass,
  }
}
