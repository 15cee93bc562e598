import type { Neighbours } from '../grids/neighbours.ts'

/** Pieces of ground that zones are put together of: cells of a grid, or stretches of street. */
export interface ZoneUnits {
  /** Risk that each holds, 0 or more: incidents, or a weight of them. */
  readonly score: ArrayLike<number>
  /** What each takes of the budget, more than 0: square metres, or metres of street. */
  readonly size: ArrayLike<number>
  /** Middles, metres. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  /** Each way, as `gridNeighbours` has them. */
  readonly neighbours: Neighbours
}
