import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type Grid, rowHeight } from './grid.ts'

/** Neighbours of cell i: index[start[i]] up to index[start[i + 1]], itself not among them, each of weight 1. */
export interface Neighbours {
  readonly start: Uint32Array
  readonly index: Uint32Array
}

/**
 * 'adjacent': cells that share a side or a corner (queen); six of a hexagon. 'sides': cells that share a side (rook).
 * Else those whose middles lie within so many metres, the distance itself included.
 */
export type NeighbourRule = 'adjacent' | 'sides' | { readonly within: number }

/** 80 MB of indices. */
const mostPairs = 20_000_000

/** Refuses a distance that makes too many pairs, or that reaches no cell. */
export function gridNeighbours(grid: Grid, rule: NeighbourRule): Neighbours | Refusal {
  const { kind, size, firstRow, rows, columns, lookup, length } = grid
  // Half a metre in a thousand for distances that are equal but for rounding.
  const reach = (typeof rule === 'object' ? rule.within : size * shares[kind][rule]) * (1 + 1e-9)
  if (!(reach >= size && reach < Infinity))
    return refuse(
      'neighbour-distance',
      `Grannavståndet måste vara minst rutornas storlek, ${size} m.`,
      `The distance to neighbours must be at least the size of the cells, ${size} m.`,
    )
  if (((Math.PI * reach ** 2) / (size * rowHeight(grid))) * length > mostPairs)
    return refuse(
      'too-many-neighbours',
      `Grannavståndet ${Math.round(reach)} m ger för många grannar. Välj ett kortare avstånd eller större rutor.`,
      `Neighbours within ${Math.round(reach)} m are too many. Choose a shorter distance or larger cells.`,
    )
  const offsets = [offsetsOf(grid, reach, 0), offsetsOf(grid, reach, 1)] as const
  const start = new Uint32Array(length + 1)
  const index = new Uint32Array((length * Math.max(offsets[0].length, offsets[1].length)) / 2)
  let pairs = 0
  for (let row = 0; row < rows; row++) {
    const steps = offsets[(firstRow + row) & 1]!
    for (let column = 0; column < columns; column++) {
      const cell = lookup[row * columns + column]!
      if (cell < 0) continue
      for (let k = 0; k < steps.length; k += 2) {
        const toRow = row + steps[k]!
        const toColumn = column + steps[k + 1]!
        if (toRow < 0 || toRow >= rows || toColumn < 0 || toColumn >= columns) continue
        const neighbour = lookup[toRow * columns + toColumn]!
        if (neighbour >= 0) index[pairs++] = neighbour
      }
      start[cell + 1] = pairs
    }
  }
  return { start, index: index.slice(0, pairs) }
}

/** Distances to neighbours, in sizes of a cell. */
const shares = {
  square: { adjacent: Math.SQRT2, sides: 1 },
  hexagon: { adjacent: 1, sides: 1 },
} as const

/** Steps [rows, columns, …] to the middles within reach, from a row of even (0) or odd (1) number. */
function offsetsOf(grid: Grid, reach: number, odd: 0 | 1): Int32Array {
  const height = rowHeight(grid)
  const steps: number[] = []
  const high = Math.floor(reach / height)
  const wide = Math.ceil(reach / grid.size) + 1
  for (let rows = -high; rows <= high; rows++) {
    const aside = grid.kind === 'hexagon' && (rows & 1) === 1 ? (odd === 1 ? 0.5 : -0.5) : 0
    // From an even row an odd one stands half a cell further east, and the other way round.
    for (let columns = -wide; columns <= wide; columns++) {
      if (rows === 0 && columns === 0) continue
      if (Math.hypot((columns - aside) * grid.size, rows * height) <= reach) steps.push(rows, columns)
    }
  }
  return Int32Array.from(steps)
}
