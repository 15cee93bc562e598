/** Pieces of ground that zones are put together of: cells of a grid, or stretches of street. */
export interface ZoneUnits {
  /** Risk that each holds, 0 or more: incidents, or a weight of them. */
  readonly score: ArrayLike<number>
  /** What each takes of the budget, more than 0: square metres, or metres of street. */
  readonly size: ArrayLike<number>
  /** Middles, metres. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  /** Neighbours of unit i: `neighbour[start[i]]` up to `neighbour[start[i + 1]]`; each way. */
  readonly start: Int32Array
  readonly neighbour: Int32Array
}

/** Neighbours as two arrays, from pairs of units told once. */
export function neighboursOf(
  units: number,
  pairs: Iterable<readonly [number, number]>,
): Pick<ZoneUnits, 'start' | 'neighbour'> {
  const lists: number[][] = Array.from({ length: units }, () => [])
  for (const [a, b] of pairs) {
    lists[a]!.push(b)
    lists[b]!.push(a)
  }
  const start = new Int32Array(units + 1)
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length
  })
  return { start, neighbour: Int32Array.from(lists.flat()) }
}
