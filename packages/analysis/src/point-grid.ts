/** Points by the square of a grid (and the layer, where layers are given) that they lie in; only squares that hold any. */
export interface PointGrid {
  /** How many squares hold points. */
  readonly cells: number
  /** Points in the order of their squares: those of square c are order[start[c]] up to order[start[c + 1]]. */
  readonly order: Uint32Array
  readonly start: Uint32Array
  readonly column: Int32Array
  readonly row: Int32Array
  readonly layer: Int32Array
  /** The square there, or -1 where none holds points. */
  at(column: number, row: number, layer?: number): number
}

/** Squares are found by hashing, so that points far apart cost nothing. Coordinates are finite; side > 0. */
export function gridOf(x: Float64Array, y: Float64Array, side: number, layer?: Float64Array): PointGrid {
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
  const layers = new Int32Array(n)
  const counts = new Uint32Array(n)
  const cellOf = new Uint32Array(n)
  let cells = 0
  const slotOf = (column: number, row: number, deep: number): number => {
    let h = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77) ^ Math.imul(deep, 0x27d4eb2f)
    h ^= h >>> 15
    h = Math.imul(h, 0x2c1b3c6d)
    let slot = (h ^ (h >>> 13)) & mask
    for (;;) {
      const cell = slots[slot]!
      if (cell === -1 || (columns[cell] === column && rows[cell] === row && layers[cell] === deep))
        return slot
      slot = (slot + 1) & mask
    }
  }
  const enter = (column: number, row: number, deep: number): void => {
    const slot = slotOf(column, row, deep)
    if (slots[slot] !== -1) return
    columns[cells] = column
    rows[cells] = row
    layers[cells] = deep
    slots[slot] = cells++
  }
  const columnOf = (i: number) => Math.floor((x[i]! - west) / side)
  const rowOf = (i: number) => Math.floor((y[i]! - south) / side)
  for (let i = 0; i < n; i++) enter(columnOf(i), rowOf(i), layer ? layer[i]! : 0)
  // Row by row, so that squares that touch lie near each other in memory too.
  const sorted = inOrder(columns.subarray(0, cells), rows.subarray(0, cells), layers.subarray(0, cells))
  if (sorted) {
    slots.fill(-1)
    cells = 0
    sorted(enter)
  }
  for (let i = 0; i < n; i++) {
    const cell = slots[slotOf(columnOf(i), rowOf(i), layer ? layer[i]! : 0)]!
    cellOf[i] = cell
    counts[cell]!++
  }
  const start = new Uint32Array(cells + 1)
  for (let c = 0; c < cells; c++) start[c + 1] = start[c]! + counts[c]!
  const next = start.slice()
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[next[cellOf[i]!]!++] = i
  return {
    cells,
    order,
    start,
    column: columns.subarray(0, cells),
    row: rows.subarray(0, cells),
    layer: layers.subarray(0, cells),
    at: (column, row, deep = 0) => slots[slotOf(column, row, deep)]!,
  }
}

/** Calls back with every square by layer, row and column; undefined where their numbers are too many to tell apart. */
function inOrder(columns: Int32Array, rows: Int32Array, layers: Int32Array) {
  let [width, height, first, last] = [1, 1, Infinity, -Infinity]
  for (let c = 0; c < columns.length; c++) {
    width = Math.max(width, columns[c]! + 1)
    height = Math.max(height, rows[c]! + 1)
    first = Math.min(first, layers[c]!)
    last = Math.max(last, layers[c]!)
  }
  if (width * height * (last - first + 1) > Number.MAX_SAFE_INTEGER) return undefined
  const keys = Float64Array.from(
    columns,
    (column, c) => ((layers[c]! - first) * height + rows[c]!) * width + column,
  ).sort()
  return (found: (column: number, row: number, layer: number) => void): void => {
    for (const key of keys) {
      const above = Math.floor(key / width)
      found(key % width, above % height, first + Math.floor(above / height))
    }
  }
}
