import type { PointGrid } from './surface-points.ts'

/** Lines along which a value on a grid is `level`; higher values lie to the left. A closed line repeats its first corner. */
export interface IsoLine {
  readonly level: number
  /** [east, north, east, north, …]. */
  readonly line: number[]
}

/** Sides of a cell: below, right, above, left. */
type Side = 0 | 1 | 2 | 3

/**
 * From which side to which the line goes, by which corners are high: 1 south-west, 2 south-east, 4 north-east, 8 north-west.
 * Where opposite corners are high (5 and 10) the middle of the cell decides: the second entry is for a high middle.
 */
const turns: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
]
const highMiddle: Record<number, readonly (readonly [Side, Side])[]> = {
  5: [
    [0, 1],
    [2, 3],
  ],
  10: [
    [3, 0],
    [1, 2],
  ],
}

/** Iso-lines by marching squares, straight between grid points. A cell with a value that is not a number has no line. */
export function isoLines(
  { west, south, step, columns, rows }: Omit<PointGrid, 'x' | 'y'>,
  values: Float64Array,
  levels: readonly number[],
): IsoLine[] {
  if (values.length !== columns * rows) throw new RangeError('The values do not fit the grid')
  return levels.flatMap((level) => {
    const onward = new Map<number, number>()
    const entered = new Set<number>()
    for (let row = 0; row + 1 < rows; row++)
      for (let column = 0; column + 1 < columns; column++) {
        const at = row * columns + column
        const southWest = values[at]!
        const southEast = values[at + 1]!
        const northEast = values[at + columns + 1]!
        const northWest = values[at + columns]!
        const sum = southWest + southEast + northEast + northWest
        if (Number.isNaN(sum)) continue
        const high =
          (southWest >= level ? 1 : 0) |
          (southEast >= level ? 2 : 0) |
          (northEast >= level ? 4 : 0) |
          (northWest >= level ? 8 : 0)
        if (high === 0 || high === 15) continue
        const middle = sum / 4
        const sides = (middle >= level ? highMiddle[high] : undefined) ?? turns[high]!
        // Grid edges by number: even ones run east from a point, odd ones north.
        const edges = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1]
        for (const [from, to] of sides) {
          onward.set(edges[from]!, edges[to]!)
          entered.add(edges[to]!)
        }
      }
    const corner = (edge: number): [number, number] => {
      const at = edge >> 1
      const other = at + (edge % 2 === 0 ? 1 : columns)
      const share = (level - values[at]!) / (values[other]! - values[at]!)
      const x = west + (at % columns) * step
      const y = south + Math.floor(at / columns) * step
      return edge % 2 === 0 ? [x + share * step, y] : [x, y + share * step]
    }
    const follow = (start: number): IsoLine => {
      const line = [...corner(start)]
      for (let edge = start; onward.has(edge); ) {
        const next = onward.get(edge)!
        onward.delete(edge)
        line.push(...corner(next))
        edge = next
      }
      return { level, line }
    }
    // Lines that begin at the rim of the grid first: what is left then are closed ones.
    const open = [...onward.keys()].filter((edge) => !entered.has(edge)).map(follow)
    const closed: IsoLine[] = []
    for (const edge of [...onward.keys()]) if (onward.has(edge)) closed.push(follow(edge))
    return [...open, ...closed]
  })
}
