import { gridOf } from './point-grid.ts'

/** How far apart two points are: along a straight line, or along streets that cross at right angles. */
export type Metric = 'euclidean' | 'manhattan'

/** Pairs of points by band of distance: partners of i in band b are partner[start[b * n + i]] up to the next start. */
export interface ClosePairs {
  readonly n: number
  readonly bands: number
  readonly start: Uint32Array
  readonly partner: Uint16Array | Uint32Array
}

/**
 * Every pair nearer than the last edge, once, in half-open bands [edge, next edge). `edges` ascend. Undefined where
 * there are more than `most`.
 */
export function closePairs(
  x: Float64Array,
  y: Float64Array,
  edges: readonly number[],
  metric: Metric,
  most: number,
): ClosePairs | undefined {
  const n = x.length
  const bands = edges.length - 1
  const start = new Uint32Array(bands * n + 1)
  let pairs = 0
  eachPair(x, y, edges, metric, (band, i) => {
    start[band * n + i + 1]!++
    return ++pairs <= most
  })
  if (pairs > most) return undefined
  for (let at = 0; at < bands * n; at++) start[at + 1]! += start[at]!
  const next = start.slice()
  // Half as much to read in every simulation where the numbers fit.
  const partner = n <= 65_536 ? new Uint16Array(pairs) : new Uint32Array(pairs)
  eachPair(x, y, edges, metric, (band, i, j) => {
    partner[next[band * n + i]!++] = j
    return true
  })
  return { n, bands, start, partner }
}

/** Calls `found` for every pair within the edges, i < j, until it answers false. */
function eachPair(
  x: Float64Array,
  y: Float64Array,
  edges: readonly number[],
  metric: Metric,
  found: (band: number, i: number, j: number) => boolean,
): void {
  const reach = edges.at(-1)!
  const grid = gridOf(x, y, reach)
  const straight = metric === 'euclidean'
  const try2 = (a: number, b: number): boolean => {
    const dx = Math.abs(x[a]! - x[b]!)
    const dy = Math.abs(y[a]! - y[b]!)
    const distance = straight ? Math.sqrt(dx * dx + dy * dy) : dx + dy
    if (distance >= reach || distance < edges[0]!) return true
    let band = 0
    while (distance >= edges[band + 1]!) band++
    return a < b ? found(band, a, b) : found(band, b, a)
  }
  const { order, start } = grid
  for (let c = 0; c < grid.cells; c++) {
    const from = start[c]!
    const to = start[c + 1]!
    for (let p = from; p < to; p++) for (let q = p + 1; q < to; q++) if (!try2(order[p]!, order[q]!)) return
    for (const [right, up] of ahead) {
      const other = grid.at(grid.column[c]! + right, grid.row[c]! + up)
      if (other === -1) continue
      for (let p = from; p < to; p++)
        for (let q = start[other]!; q < start[other + 1]!; q++) if (!try2(order[p]!, order[q]!)) return
    }
  }
}

/** Half of the neighbours of a square, so that no pair is met twice. */
const ahead = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const
