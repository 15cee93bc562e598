import { type DensePoints, findSquares, mostSquares, near, noise } from './dense-points.ts'

/** 1 for each point with enough neighbours. */
export function findCores(points: DensePoints, least: number): Uint8Array {
  const { grid, weight, x, y, day, reach, days } = points
  const { start } = grid
  const cores = new Uint8Array(weight.length)
  const about = new Int32Array(mostSquares)
  for (let cell = 0; cell < grid.cells; cell++) {
    let here = 0
    for (let p = start[cell]!; p < start[cell + 1]!; p++) here += weight[p]!
    if (here >= least) {
      cores.fill(1, start[cell], start[cell + 1])
      continue
    }
    const squares = findSquares(points, cell, about)
    for (let p = start[cell]!; p < start[cell + 1]!; p++) {
      const [u, v, own] = [x[p]!, y[p]!, day[p]!]
      let neighbours = here
      for (let s = 0; s < squares && neighbours < least; s++)
        for (let q = start[about[s]!]!; q < start[about[s]! + 1]!; q++) {
          const dx = x[q]! - u
          const dy = y[q]! - v
          if (dx * dx + dy * dy <= reach && Math.abs(day[q]! - own) <= days) neighbours += weight[q]!
        }
      if (neighbours >= least) cores[p] = 1
    }
  }
  return cores
}

/** For each square one that stands for its cluster: squares whose cores touch have the same. */
export function joinSquares(points: DensePoints, cores: Uint8Array): Int32Array {
  const { grid, x, y, reach } = points
  const { start } = grid
  const above = Int32Array.from({ length: grid.cells }, (_, cell) => cell)
  const top = (cell: number): number => {
    let one = cell
    while (above[one] !== one) {
      above[one] = above[above[one]!]!
      one = above[one]!
    }
    return one
  }
  const box = new Float64Array(4 * grid.cells)
  for (let cell = 0; cell < grid.cells; cell++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = start[cell]!; p < start[cell + 1]!; p++) {
      if (!cores[p]) continue
      if (x[p]! < west) west = x[p]!
      if (x[p]! > east) east = x[p]!
      if (y[p]! < south) south = y[p]!
      if (y[p]! > north) north = y[p]!
    }
    box.set([west, south, east, north], 4 * cell)
  }
  const touch = (cell: number, other: number): boolean => {
    for (let p = start[cell]!; p < start[cell + 1]!; p++) {
      if (!cores[p]) continue
      const dx = Math.max(box[4 * other]! - x[p]!, 0, x[p]! - box[4 * other + 2]!)
      const dy = Math.max(box[4 * other + 1]! - y[p]!, 0, y[p]! - box[4 * other + 3]!)
      if (dx * dx + dy * dy > reach) continue
      for (let q = start[other]!; q < start[other + 1]!; q++) if (cores[q] && near(points, p, q)) return true
    }
    return false
  }
  const about = new Int32Array(mostSquares)
  for (let cell = 0; cell < grid.cells; cell++) {
    if (box[4 * cell] === Infinity) continue
    const squares = findSquares(points, cell, about)
    for (let s = 0; s < squares; s++) {
      const other = about[s]!
      if (other < cell || box[4 * other] === Infinity) continue
      const a = top(cell)
      const b = top(other)
      if (a !== b && touch(cell, other)) above[a] = b
    }
  }
  for (let cell = 0; cell < grid.cells; cell++) above[cell] = top(cell)
  return above
}

/** The square that stands for each point's cluster, or -1. */
export function joinEdges(points: DensePoints, cores: Uint8Array, joined: Int32Array): Int32Array {
  const { grid, x, y, day, reach, days } = points
  const { start } = grid
  const clusterOf = new Int32Array(cores.length).fill(noise)
  const found = new Int32Array(mostSquares)
  const hasCore = new Uint8Array(grid.cells)
  for (let cell = 0; cell < grid.cells; cell++)
    for (let p = start[cell]!; p < start[cell + 1]!; p++) if (cores[p]) hasCore[cell] = 1
  for (let cell = 0; cell < grid.cells; cell++) {
    let squares = -1
    for (let p = start[cell]!; p < start[cell + 1]!; p++) {
      if (cores[p]) {
        clusterOf[p] = joined[cell]!
        continue
      }
      if (squares === -1) {
        squares = findSquares(points, cell, found)
        found[squares++] = cell
      }
      const [u, v, own] = [x[p]!, y[p]!, day[p]!]
      let best = -1
      let least = reach
      for (let s = 0; s < squares; s++) {
        const other = found[s]!
        if (!hasCore[other]) continue
        for (let q = start[other]!; q < start[other + 1]!; q++) {
          const dx = x[q]! - u
          const dy = y[q]! - v
          const away = dx * dx + dy * dy
          if (away > least || !cores[q] || Math.abs(day[q]! - own) > days) continue
          const wins =
            best === -1 || away < least || (x[q]! - x[best]! || y[q]! - y[best]! || day[q]! - day[best]!) < 0
          if (!wins) continue
          best = q
          least = away
          clusterOf[p] = joined[other]!
        }
      }
    }
  }
  return clusterOf
}
