import { type Lines, noPieces, type Pieces } from './envelope.ts'

/** A corner in metres, [east, north]. */
export type Corner = readonly [number, number]

/** What blocks sight, in metres of a local plane. Rings may be closed or open, and turn either way. */
export interface Obstacles {
  /** Solid: each is its outer ring and then its courtyards. Nothing stands inside them. */
  readonly buildings: readonly (readonly (readonly Corner[])[])[]
  /** Thin: lines of corners, seen from both sides. */
  readonly walls?: readonly (readonly Corner[])[]
}

/** Obstacles made ready for many questions: their edges as flat arrays, and a grid that finds those near a place. */
export interface Scene {
  /** Number of edges. */
  readonly length: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  /** Of each edge the building it belongs to, -1 for a wall. */
  readonly building: Int32Array
  /** Of each edge of a building the one that follows on its ring. The solid lies to the left of every edge. */
  readonly next: Int32Array
  /** Where the edges of each building begin, and the end as a last entry. */
  readonly edgesOf: Int32Array
  /** Box of each building: west, south, east, north. */
  readonly boxes: Float64Array
  readonly grid: EdgeGrid
  /** Memory that questions reuse, so that dragging allocates next to nothing. Holds no result. */
  readonly workspace: Workspace
}

export interface EdgeGrid {
  readonly west: number
  readonly south: number
  readonly size: number
  readonly columns: number
  readonly rows: number
  /** Cell k holds edges[starts[k]] to edges[starts[k + 1] - 1]. */
  readonly starts: Int32Array
  readonly edges: Int32Array
}

export interface Workspace extends Lines {
  /** Which question looked at an edge last, so that an edge in many cells is looked at once. */
  readonly seen: Int32Array
  question: number
  edge: Int32Array
  from: Float64Array
  to: Float64Array
  near: Float64Array
  runs: Int32Array
  readonly pieces: [Pieces, Pieces, Pieces]
}

/** Throws RangeError where a coordinate is not a finite number. Edges without length are left out. */
export function prepareScene({ buildings, walls = [] }: Obstacles): Scene {
  let most = 0
  for (const rings of buildings) for (const ring of rings) most += ring.length
  for (const wall of walls) most += wall.length
  const x0 = new Float64Array(most)
  const y0 = new Float64Array(most)
  const x1 = new Float64Array(most)
  const y1 = new Float64Array(most)
  const building = new Int32Array(most)
  const next = new Int32Array(most)
  const edgesOf = new Int32Array(buildings.length + 1)
  const boxes = new Float64Array(4 * buildings.length)
  let n = 0
  const add = (from: Corner, to: Corner, of: number) => {
    if (![from[0], from[1], to[0], to[1]].every(Number.isFinite))
      throw new RangeError('A corner of an obstacle is not a finite position')
    if (from[0] === to[0] && from[1] === to[1]) return
    x0[n] = from[0]
    y0[n] = from[1]
    x1[n] = to[0]
    y1[n] = to[1]
    building[n] = of
    next[n] = n + 1
    n++
  }
  buildings.forEach((rings, of) => {
    edgesOf[of] = n
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
    rings.forEach((ring, at) => {
      const first = n
      const corners = turnsLeft(ring) === (at === 0) ? ring : [...ring].reverse()
      corners.forEach((corner, i) => {
        add(corner, corners[(i + 1) % corners.length]!, of)
        box[0] = Math.min(box[0], corner[0])
        box[1] = Math.min(box[1], corner[1])
        box[2] = Math.max(box[2], corner[0])
        box[3] = Math.max(box[3], corner[1])
      })
      if (n > first) next[n - 1] = first
    })
    boxes.set(box, 4 * of)
  })
  edgesOf[buildings.length] = n
  for (const wall of walls) for (let i = 1; i < wall.length; i++) add(wall[i - 1]!, wall[i]!, -1)

  const edges = {
    length: n,
    x0: x0.subarray(0, n),
    y0: y0.subarray(0, n),
    x1: x1.subarray(0, n),
    y1: y1.subarray(0, n),
  }
  return {
    ...edges,
    building: building.subarray(0, n),
    next: next.subarray(0, n),
    edgesOf,
    boxes,
    grid: edgeGrid(edges),
    workspace: workspaceFor(n),
  }
}

function turnsLeft(ring: readonly Corner[]): boolean {
  const [ox, oy] = ring[0] ?? [0, 0]
  let doubled = 0
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!
    doubled += (x - ox) * (v - oy) - (u - ox) * (y - oy)
  })
  return doubled > 0
}

type Edges = Pick<Scene, 'length' | 'x0' | 'y0' | 'x1' | 'y1'>

/** About two cells for each edge, so that a cell holds few. */
function edgeGrid({ length, x0, y0, x1, y1 }: Edges): EdgeGrid {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let i = 0; i < length; i++) {
    west = Math.min(west, x0[i]!, x1[i]!)
    south = Math.min(south, y0[i]!, y1[i]!)
    east = Math.max(east, x0[i]!, x1[i]!)
    north = Math.max(north, y0[i]!, y1[i]!)
  }
  if (length === 0) west = south = east = north = 0
  const wanted = Math.min(1 << 20, 2 * length + 1)
  const size =
    Math.max(Math.sqrt(((east - west) * (north - south)) / wanted), (east - west + north - south) / wanted) ||
    1
  const columns = Math.floor((east - west) / size) + 1
  const rows = Math.floor((north - south) / size) + 1
  const visit = (i: number, cell: (k: number) => void) => {
    const low = Math.min(y0[i]!, y1[i]!)
    const high = Math.max(y0[i]!, y1[i]!)
    const firstRow = Math.floor((low - south) / size)
    const lastRow = Math.floor((high - south) / size)
    const slope = (x1[i]! - x0[i]!) / (y1[i]! - y0[i]!)
    const slack = 1e-9 * size
    for (let row = firstRow; row <= lastRow; row++) {
      let left = Math.min(x0[i]!, x1[i]!)
      let right = Math.max(x0[i]!, x1[i]!)
      if (firstRow !== lastRow) {
        const bottom = x0[i]! + (Math.max(low, south + row * size) - y0[i]!) * slope
        const top = x0[i]! + (Math.min(high, south + (row + 1) * size) - y0[i]!) * slope
        left = Math.max(left, Math.min(bottom, top) - slack)
        right = Math.min(right, Math.max(bottom, top) + slack)
      }
      const to = Math.min(columns - 1, Math.floor((right - west) / size))
      for (let column = Math.floor((left - west) / size); column <= to; column++) cell(row * columns + column)
    }
  }
  const starts = new Int32Array(columns * rows + 1)
  for (let i = 0; i < length; i++) visit(i, (k) => starts[k + 1]!++)
  for (let k = 0; k < columns * rows; k++) starts[k + 1]! += starts[k]!
  const edges = new Int32Array(starts[columns * rows]!)
  const fill = starts.slice()
  for (let i = 0; i < length; i++)
    visit(i, (k) => {
      edges[fill[k]!++] = i
    })
  return { west, south, size, columns, rows, starts, edges }
}

function workspaceFor(length: number): Workspace {
  return {
    seen: new Int32Array(length),
    question: 0,
    edge: new Int32Array(length),
    a: new Float64Array(length),
    b: new Float64Array(length),
    from: new Float64Array(length),
    to: new Float64Array(length),
    near: new Float64Array(length),
    runs: new Int32Array(length + 2),
    pieces: [noPieces(), noPieces(), noPieces()],
  }
}
