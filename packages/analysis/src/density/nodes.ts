import { gaussianReach, type Squares, type WeightedPoints } from './kernels.ts'

/** Points gathered on the corners of squares: node k stands at west + (k % columns) × apart and so on. */
export interface Nodes {
  readonly west: number
  readonly south: number
  readonly apart: number
  readonly columns: number
  readonly rows: number
  readonly weight: Float64Array
}

/** Places for nodes about a box of squares; points outside it are not expected. */
export const nodesFor = ({ west, south, step, columns, rows }: Squares, apart: number) => ({
  west,
  south,
  apart,
  columns: Math.ceil((columns * step) / apart) + 2,
  rows: Math.ceil((rows * step) / apart) + 2,
})

/**
 * Shares each point among the four nodes about it, the nearer the more (linear binning, Wand 1994, Journal of Computational and
 * Graphical Statistics 3:433-445): a kernel k is then off by at most apart² / 8 × (most of |k_xx| + most of |k_yy|).
 */
export function gatherOn({ length, x, y, weight }: WeightedPoints, places: Omit<Nodes, 'weight'>): Nodes {
  const { west, south, apart, columns, rows } = places
  const gathered = new Float64Array(columns * rows)
  for (let i = 0; i < length; i++) {
    const u = (x[i]! - west) / apart
    const v = (y[i]! - south) / apart
    const column = Math.floor(u)
    const row = Math.floor(v)
    const east = u - column
    const north = v - row
    const at = row * columns + column
    gathered[at]! += weight[i]! * (1 - east) * (1 - north)
    gathered[at + 1]! += weight[i]! * east * (1 - north)
    gathered[at + columns]! += weight[i]! * (1 - east) * north
    gathered[at + columns + 1]! += weight[i]! * east * north
  }
  return { ...places, weight: gathered }
}

/** `spreadGaussian` of nodes: first along each row of them, then along each column of squares. */
export function spreadNodes(nodes: Nodes, squares: Squares, bandwidth: number, into: Float64Array): void {
  const { columns, rows } = squares
  const east = bellsOf(nodes.columns, nodes.west, nodes.apart, columns, squares.west, squares.step, bandwidth)
  const north = bellsOf(nodes.rows, nodes.south, nodes.apart, rows, squares.south, squares.step, bandwidth)
  const along = new Float64Array(nodes.rows * columns)
  for (let row = 0; row < nodes.rows; row++) {
    const start = row * nodes.columns
    for (let column = 0; column < columns; column++) {
      let sum = 0
      const from = east.from[column]!
      const to = east.to[column]!
      for (let k = from; k < to; k++)
        sum += nodes.weight[start + k]! * east.bell[column * east.wide + k - from]!
      along[row * columns + column] = sum
    }
  }
  for (let row = 0; row < rows; row++) {
    const from = north.from[row]!
    for (let k = from; k < north.to[row]!; k++) {
      const share = north.bell[row * north.wide + k - from]!
      for (let column = 0; column < columns; column++)
        into[row * columns + column]! += share * along[k * columns + column]!
    }
  }
}

/** For each square along one axis the nodes within reach, `from` up to `to`, and the bell at each. */
function bellsOf(
  nodes: number,
  firstNode: number,
  apart: number,
  squares: number,
  firstSide: number,
  step: number,
  bandwidth: number,
) {
  const reach = gaussianReach * bandwidth
  const wide = Math.ceil((2 * reach) / apart) + 2
  const from = new Int32Array(squares)
  const to = new Int32Array(squares)
  const bell = new Float64Array(squares * wide)
  for (let square = 0; square < squares; square++) {
    const middle = firstSide + (square + 0.5) * step - firstNode
    from[square] = Math.max(0, Math.ceil((middle - reach) / apart))
    to[square] = Math.min(nodes, Math.floor((middle + reach) / apart) + 1)
    for (let k = from[square]!; k < to[square]!; k++)
      bell[square * wide + k - from[square]!] = Math.exp(-0.5 * ((middle - k * apart) / bandwidth) ** 2)
  }
  return { wide, from, to, bell }
}
