import type { Position } from '@trygghetskartan/geo'
import { type Grid, hexagonRow } from './grid.ts'

/** The number of the cell a place lies in, or -1. A place on the side between two cells lies in one of them. */
export function cellAt(grid: Grid, x: number, y: number): number {
  const { kind, size, origin, firstRow, firstColumn, rows, columns, lookup } = grid
  const u = (x - origin[0]) / size
  let row: number
  let column: number
  if (kind === 'square') {
    row = Math.floor((y - origin[1]) / size)
    column = Math.floor(u)
  } else {
    // Hexagons are the places nearest to their middles, which form two lattices of rectangles: rows even and odd.
    const v = (y - origin[1]) / (2 * hexagonRow * size)
    row = Math.floor(v + 0.5)
    column = Math.floor(u + 0.5)
    const oddRow = Math.floor(v)
    const oddColumn = Math.floor(u)
    const du = u - column
    const dv = v - row
    const eu = u - oddColumn - 0.5
    const ev = v - oddRow - 0.5
    row *= 2
    // (2 × hexagonRow)² = 3.
    if (du * du + 3 * dv * dv > eu * eu + 3 * ev * ev) {
      row = 2 * oddRow + 1
      column = oddColumn
    }
  }
  row -= firstRow
  column -= firstColumn
  return row >= 0 && row < rows && column >= 0 && column < columns ? lookup[row * columns + column]! : -1
}

/** Outline of a cell as a closed ring, against the clock. */
export function ringOf({ kind, size, x, y }: Grid, cell: number): Position[] {
  const half = size / 2
  // A hexagon's corner lies size / √3 from its middle.
  const corners: readonly Position[] =
    kind === 'square'
      ? [
          [-half, -half],
          [half, -half],
          [half, half],
          [-half, half],
        ]
      : [
          [0, -size / Math.sqrt(3)],
          [half, -half / Math.sqrt(3)],
          [half, half / Math.sqrt(3)],
          [0, size / Math.sqrt(3)],
          [-half, half / Math.sqrt(3)],
          [-half, -half / Math.sqrt(3)],
        ]
  return [...corners, corners[0]!].map(([dx, dy]) => [x[cell]! + dx, y[cell]! + dy])
}
