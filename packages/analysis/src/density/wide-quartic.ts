import type { Squares, WeightedPoints } from './kernels.ts'

/** Numbers kept of each place in a row: five coefficients and how many kernels cover it. */
const kept = 6
/** How many reaches wide a block is: the fourth power of half of it is what rounding grows by. */
const blockReaches = 12

/**
 * `spreadQuartic` for kernels that reach over many squares. Along a row each kernel is a polynomial of the fourth degree between two
 * columns: its coefficients are added where it begins and taken away where it ends, and a running sum over the row knows the sum
 * of all kernels at every square. So a point costs the same in each row, however far it reaches. Coefficients are about
 * the middles of blocks of columns, which keeps eight digits.
 */
export function spreadWideQuartic(
  points: WeightedPoints,
  squares: Squares,
  bandwidth: number,
  into: Float64Array,
): void {
  const { columns, rows, step } = squares
  const reach = bandwidth / step
  const square = reach * reach
  const { east, north, weight, start } = byRow(points, squares, square * square)
  const block = Math.ceil(blockReaches * reach)
  const changes = new Float64Array((columns + 1) * kept)
  const add = (column: number, sign: number, level: number, turn: number): void => {
    const at = column * kept
    changes[at]! += sign * level * level
    changes[at + 1]! += 2 * sign * level * turn
    changes[at + 2]! += sign * (turn * turn - 2 * level)
    changes[at + 3]! -= 2 * sign * turn
    changes[at + 4]! += sign
    changes[at + 5]! += sign > 0 ? 1 : -1
  }
  for (let row = 0; row < rows; row++) {
    const first = start[Math.max(0, Math.min(rows, Math.floor(row - reach)))]!
    const last = start[Math.max(0, Math.min(rows, Math.floor(row + reach) + 1))]!
    for (let k = first; k < last; k++) {
      const left = square - (row - north[k]!) ** 2
      if (left <= 0) continue
      const half = Math.sqrt(left)
      const from = Math.max(0, Math.ceil(east[k]! - half))
      const to = Math.min(columns - 1, Math.floor(east[k]! + half))
      for (let begin = from; begin <= to; ) {
        const end = Math.min(columns, (Math.floor(begin / block) + 1) * block)
        // left - (t - p)² = level + turn × t - t², t from the middle of the block.
        const p = east[k]! - end + block / 2
        const level = left - p * p
        add(begin, weight[k]!, level, 2 * p)
        if (to + 1 < end) add(to + 1, -weight[k]!, level, 2 * p)
        begin = end
      }
    }
    sumUp(changes, columns, block, into, row * columns)
    changes.fill(0)
  }
}

function sumUp(changes: Float64Array, columns: number, block: number, into: Float64Array, at: number): void {
  for (let begin = 0; begin < columns; begin += block) {
    let [a, b, c, d, e, covering] = [0, 0, 0, 0, 0, 0]
    // As above: the last block is as wide as the row leaves it, and so is the middle of its numbers.
    const end = Math.min(columns, begin + block)
    for (let column = begin; column < end; column++) {
      const k = column * kept
      covering += changes[k + 5]!
      if (covering === 0) {
        // Nothing there is exactly nothing, and what rounding left is forgotten.
        a = b = c = d = e = 0
        continue
      }
      a += changes[k]!
      b += changes[k + 1]!
      c += changes[k + 2]!
      d += changes[k + 3]!
      e += changes[k + 4]!
      const t = column - end + block / 2
      const sum = a + t * (b + t * (c + t * (d + t * e)))
      if (sum > 0) into[at + column]! += sum
    }
  }
}

/** Points in squares from the south-west middle, in order of their rows: those of row r from start[r] on; weights / scale. */
function byRow(
  { length, x, y, weight }: WeightedPoints,
  { west, south, step, rows }: Squares,
  scale: number,
) {
  const rowOf = (i: number) => Math.max(0, Math.min(rows - 1, Math.floor((y[i]! - south) / step - 0.5)))
  const start = new Uint32Array(rows + 1)
  for (let i = 0; i < length; i++) start[rowOf(i) + 1]!++
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!
  const next = start.slice()
  const sorted = {
    east: new Float64Array(length),
    north: new Float64Array(length),
    weight: new Float64Array(length),
  }
  for (let i = 0; i < length; i++) {
    const at = next[rowOf(i)]!++
    sorted.east[at] = (x[i]! - west) / step - 0.5
    sorted.north[at] = (y[i]! - south) / step - 0.5
    sorted.weight[at] = weight[i]! / scale
  }
  return { ...sorted, start }
}
