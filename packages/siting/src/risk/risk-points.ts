import type { Town } from '../ground/town.ts'
import { across, type Cells, cellOf, eachPlaceBeside, placeArea, placeX, placeY } from './cells.ts'

/** Metres beside a street or path that still belong to it: pavement and verge. Assumption of this project. */
export const besideStreet = 3

/** Where risk is reckoned: one point for each cell with open ground in the study area. */
export interface RiskPoints {
  /** Metres in the town's plane: the open place nearest the middle of the cell. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** m² of open ground in the study area. */
  readonly open: Float64Array
  /** m² of it that is street or path. */
  readonly street: Float64Array
  /** Point of each cell, -1 where it has none. */
  readonly ofCell: Int32Array
  /** Open ground of each cell whether or not it lies in the study area, m². */
  readonly openOfCell: Float64Array
  /** Places of street ground in the study area and their points. */
  readonly streetPlaces: { readonly place: Int32Array; readonly point: Int32Array }
}

export function riskPoints(town: Town, cells: Cells): RiskPoints {
  const count = cells.columns * cells.rows
  const square = placeArea(cells)
  const openOfCell = new Float64Array(count)
  const openWithin = new Float64Array(count)
  const nearest = new Int32Array(count).fill(-1)
  const away = new Float64Array(count).fill(Infinity)
  for (let place = 0; place < cells.open.length; place++) {
    if (cells.open[place] === 0) continue
    const cell = cellOf(cells, place)
    openOfCell[cell]! += square
    if (cells.within[place] === 0) continue
    openWithin[cell]! += square
    const metres = fromMiddle(cells, place, cell)
    if (metres < away[cell]!) {
      away[cell] = metres
      nearest[cell] = place
    }
  }
  const ofCell = new Int32Array(count).fill(-1)
  const kept: number[] = []
  for (let cell = 0; cell < count; cell++) if (nearest[cell]! >= 0) ofCell[cell] = kept.push(cell) - 1
  const onStreet = new Uint8Array(cells.open.length)
  for (const { line, width, covered } of town.streets)
    if (!covered)
      eachPlaceBeside(cells, line, width / 2 + besideStreet, (place) => {
        onStreet[place] = 1
      })
  const street = new Float64Array(kept.length)
  const place: number[] = []
  const point: number[] = []
  onStreet.forEach((on, at) => {
    if (on === 0 || cells.open[at] === 0 || cells.within[at] === 0) return
    const of = ofCell[cellOf(cells, at)]!
    street[of]! += square
    place.push(at)
    point.push(of)
  })
  return {
    x: Float64Array.from(kept, (cell) => placeX(cells, nearest[cell]!)),
    y: Float64Array.from(kept, (cell) => placeY(cells, nearest[cell]!)),
    open: Float64Array.from(kept, (cell) => openWithin[cell]!),
    street,
    ofCell,
    openOfCell,
    streetPlaces: { place: Int32Array.from(place), point: Int32Array.from(point) },
  }
}

function fromMiddle(cells: Cells, place: number, cell: number): number {
  const wide = cells.columns * across
  const middle = (across - 1) / 2
  const dx = (place % wide) - (cell % cells.columns) * across - middle
  const dy = Math.floor(place / wide) - Math.floor(cell / cells.columns) * across - middle
  return dx * dx + dy * dy
}
