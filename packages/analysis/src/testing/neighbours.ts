import type { Neighbours } from '../grids/neighbours.ts'

/** Neighbours by a rule on every pair. */
export function neighboursBy(n: number, isNear: (i: number, j: number) => boolean): Neighbours {
  const start = [0]
  const index: number[] = []
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j && isNear(i, j)) index.push(j)
    start.push(index.length)
  }
  return { start: Uint32Array.from(start), index: Uint32Array.from(index) }
}

/** A chessboard of so many cells a side, neighbours by sides and corners. */
export const chessboard = (side: number): Neighbours =>
  neighboursBy(
    side * side,
    (i, j) =>
      Math.abs((i % side) - (j % side)) <= 1 && Math.abs(Math.floor(i / side) - Math.floor(j / side)) <= 1,
  )
