/** Points by the square of a grid that they lie in; only squares that hold any. */
export interface PointGrid {
  readonly side: number
  /** How many squares hold points. */
  readonly cells: number
  /** Points in the order of their squares: those of square c are order[start[c]] up to order[start[c + 1]]. */
  readonly order: Uint32Array
  readonly start: Uint32Array
  readonly column: Int32Array
  readonly row: Int32Array
  /** The square there, or -1 where none holds points. */
  at(column: number, row: number): number
}

/** Squares are found by hashing, so that points far apart cost nothing. Coordinates are finite; side > 0. */
export function gridOf(x: Float64Array, y: Float64Array, side: number): PointGrid {
  const n = x.length
  let west = Infinity
  let south = Infinity
  for (let i = 0; i < n; i++) {
    if (x[i]! < west) west = x[i]!
    if (y[i]! < south) south = y[i]!
  }
  const mask = 2 ** Math.max(4, Math.ceil(Math.log2(n * 2 + 1))) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const columns = new Int32Array(n)
  const rows = new Int32Array(n)
  const counts = new Uint32Array(n + 1)
  const cellOf = new Uint32Array(n)
  let cells = 0
  const slotOf = (column: number, row: number): number => {
    let h = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77)
    h ^= h >>> 15
    h = Math.imul(h, 0x2c1b3c6d)
    let slot = (h ^ (h >>> 13)) & mask
    for (;;) {
      const cell = slots[slot]!
      if (cell === -1 || (columns[cell] === column && rows[cell] === row)) return slot
      slot = (slot + 1) & mask
    }
  }
  for (let i = 0; i < n; i++) {
    const column = Math.floor((x[i]! - west) / side)
    const row = Math.floor((y[i]! - south) / side)
    const slot = slotOf(column, row)
    if (slots[slot] === -1) {
      columns[cells] = column
      rows[cells] = row
      slots[slot] = cells++
    }
    cellOf[i] = slots[slot]!
    counts[cellOf[i]!]!++
  }
  const start = new Uint32Array(cells + 1)
  for (let c = 0; c < cells; c++) start[c + 1] = start[c]! + counts[c]!
  const next = start.slice()
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[next[cellOf[i]!]!++] = i
  return {
    side,
    cells,
    order,
    start,
    column: columns.subarray(0, cells),
    row: rows.subarray(0, cells),
    at: (column, row) => slots[slotOf(column, row)]!,
  }
}
