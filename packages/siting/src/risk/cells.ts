import type { PlaneArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import type { Corner } from '../scene.ts'

/** Each cell is looked at in so many places along each side. */
export const across = 4

/**
 * The ground about a study area in square cells of `step` metres, each looked at in 4 x 4 places. Cell k is column
 * k % columns from the west and row (k - column) / columns from the south; places likewise, four times as fine.
 */
export interface Cells {
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
  /** Of each place 1 where it is open ground: neither building nor water. */
  readonly open: Uint8Array
  /** Of each place 1 where it lies in the study area. */
  readonly within: Uint8Array
}

/** m² that one place stands for. */
export const placeArea = ({ step }: Cells): number => (step / across) ** 2

export const placeX = (cells: Cells, place: number): number =>
  cells.west + ((place % (cells.columns * across)) + 0.5) * (cells.step / across)

export const placeY = (cells: Cells, place: number): number =>
  cells.south + (Math.floor(place / (cells.columns * across)) + 0.5) * (cells.step / across)

/** The cell a place lies in. */
export const cellOf = ({ columns }: Cells, place: number): number => {
  const wide = columns * across
  return Math.floor(Math.floor(place / wide) / across) * columns + Math.floor((place % wide) / across)
}

/** Cells over the town's whole ground, so that what lies just outside the study area is known too. */
export function cellsOver(town: Town, area: PlaneArea, step: number): Cells {
  const [west, south, east, north] = town.box
  const columns = Math.max(1, Math.ceil((east - west) / step))
  const rows = Math.max(1, Math.ceil((north - south) / step))
  const cells: Cells = {
    west,
    south,
    step,
    columns,
    rows,
    open: new Uint8Array(columns * rows * across * across).fill(1),
    within: new Uint8Array(columns * rows * across * across),
  }
  for (const solid of [...town.buildings, ...town.water])
    eachPlaceIn(cells, solid, (place) => {
      cells.open[place] = 0
    })
  eachPlaceIn(cells, area, (place) => {
    cells.within[place] = 1
  })
  return cells
}

/** Visits every place within a polygon, row by row: where a row crosses its rings an odd number of times. */
export function eachPlaceIn(cells: Cells, { rings, box }: PlaneArea, visit: (place: number) => void): void {
  const fine = cells.step / across
  const wide = cells.columns * across
  const first = Math.max(0, Math.ceil((box[1] - cells.south) / fine - 0.5))
  const last = Math.min(cells.rows * across - 1, Math.floor((box[3] - cells.south) / fine - 0.5))
  for (let row = first; row <= last; row++) {
    const y = cells.south + (row + 0.5) * fine
    const crossings: number[] = []
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1]!
        const [bx, by] = ring[i]!
        if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
      }
    crossings.sort((a, b) => a - b)
    for (let i = 1; i < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i - 1]! - cells.west) / fine - 0.5))
      const to = Math.min(wide - 1, Math.floor((crossings[i]! - cells.west) / fine - 0.5))
      for (let column = from; column <= to; column++) visit(row * wide + column)
    }
  }
}

/** Visits every place within so many metres of a line, each as often as a straight part of the line is near it. */
export function eachPlaceBeside(
  cells: Cells,
  line: readonly Corner[],
  metres: number,
  visit: (place: number) => void,
): void {
  const fine = cells.step / across
  const wide = cells.columns * across
  const high = cells.rows * across
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const ex = bx - ax
    const ey = by - ay
    const square = ex * ex + ey * ey || 1
    const low = (from: number, origin: number) => Math.max(0, Math.floor((from - metres - origin) / fine))
    const top = (to: number, origin: number, most: number) =>
      Math.min(most - 1, Math.floor((to + metres - origin) / fine))
    const lastRow = top(Math.max(ay, by), cells.south, high)
    const lastColumn = top(Math.max(ax, bx), cells.west, wide)
    for (let row = low(Math.min(ay, by), cells.south); row <= lastRow; row++) {
      const y = cells.south + (row + 0.5) * fine
      for (let column = low(Math.min(ax, bx), cells.west); column <= lastColumn; column++) {
        const x = cells.west + (column + 0.5) * fine
        const along = Math.max(0, Math.min(1, ((x - ax) * ex + (y - ay) * ey) / square))
        if ((x - ax - along * ex) ** 2 + (y - ay - along * ey) ** 2 <= metres * metres)
          visit(row * wide + column)
      }
    }
  }
}
