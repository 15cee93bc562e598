import { type Position, type Refusal, refuse } from '@trygghetskartan/geo'
import { crossingsOf } from '../area/scan-lines.ts'
import { type Box, boxOfArea, checkArea, type StudyArea, squareMetresOf } from '../area/study-area.ts'

export type GridKind = 'square' | 'hexagon'

/**
 * Equal cells over a study area, in metres of `srid`. A cell belongs to the area where its middle lies in it; it then counts
 * whole, so that all cells are alike and every incident within one counts, also beyond the outline.
 * Rows run from south to north. Every second row of hexagons (those of an odd number, counted from the origin) stands half
 * a cell further east; hexagons have corners north and south.
 */
export interface Grid {
  readonly kind: GridKind
  readonly srid: number
  /** Metres: the side of a square; between opposite sides of a hexagon. */
  readonly size: number
  /** Corner of a square, or middle of a hexagon: row 0 and column 0. */
  readonly origin: Position
  /** Row and column of the first place in `lookup`. */
  readonly firstRow: number
  readonly firstColumn: number
  readonly rows: number
  readonly columns: number
  /** By row and then column the number of the cell, -1 where there is none. */
  readonly lookup: Int32Array
  /** Number of cells. */
  readonly length: number
  /** Middles of the cells. */
  readonly x: Float64Array
  readonly y: Float64Array
}

export interface GridChoice {
  readonly kind: GridKind
  readonly size: number
  /** [0, 0] where absent, so that the cells are the same whatever the area. */
  readonly origin?: Position
}

/** More cells than these say nothing more, and fill a browser. */
export const mostCells = 250_000
/** Places in the box about the area: 16 MB of lookup. */
const mostPlaces = 4_000_000

/** Rows of hexagons lie so far apart, for a size of 1. */
export const hexagonRow = Math.sqrt(3) / 2

export const rowHeight = ({ kind, size }: GridChoice): number =>
  kind === 'square' ? size : hexagonRow * size

/** km² of one cell. */
export const cellArea = (choice: GridChoice): number => (choice.size * rowHeight(choice)) / 1e6

/** Refuses an area that is none, a size that is none, too many cells (with a size that works) or none at all. */
export function gridOver(area: StudyArea, choice: GridChoice): Grid | Refusal {
  const { kind, size, origin = [0, 0] } = choice
  const wrong = checkArea(area) ?? checkSize(area, choice)
  if (wrong) return wrong
  const height = rowHeight(choice)
  const box = boxOfArea(area)
  const half = kind === 'square' ? 0.5 : 0
  const firstRow = Math.floor((box[1] - origin[1]) / height) - 1
  const firstColumn = Math.floor((box[0] - origin[0]) / size) - 1
  const rows = Math.ceil((box[3] - origin[1]) / height) + 1 - firstRow
  const columns = Math.ceil((box[2] - origin[0]) / size) + 1 - firstColumn
  const lookup = new Int32Array(rows * columns).fill(-1)
  const crossings = crossingsOf(area, origin[1] + (firstRow + half) * height, height, rows)
  const x: number[] = []
  const y: number[] = []
  for (let row = 0; row < rows; row++) {
    const isOdd = kind === 'hexagon' && ((firstRow + row) & 1) === 1
    const before = half + (isOdd ? 0.5 : 0)
    const middle = (column: number) => origin[0] + (firstColumn + column + before) * size
    for (let at = crossings.start[row]!; at + 1 < crossings.start[row + 1]!; at += 2) {
      const from = crossings.x[at]!
      const to = crossings.x[at + 1]!
      let column = Math.max(0, Math.floor((from - origin[0]) / size - before) - firstColumn)
      while (middle(column) < from) column++
      for (; column < columns && middle(column) < to; column++) {
        lookup[row * columns + column] = x.length
        x.push(middle(column))
        y.push(origin[1] + (firstRow + row + half) * height)
      }
    }
  }
  if (x.length === 0)
    return refuse(
      'cells-too-large',
      'Rutorna är för stora: ingen har sin mitt i området. Välj mindre rutor eller ett större område.',
      'The cells are too large: none has its middle in the area. Choose smaller cells or a larger area.',
    )
  return {
    kind,
    srid: area.srid,
    size,
    origin,
    firstRow,
    firstColumn,
    rows,
    columns,
    lookup,
    length: x.length,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  }
}

function checkSize(area: StudyArea, choice: GridChoice): Refusal | null {
  const { size } = choice
  if (!(size >= 1 && size <= 100_000))
    return refuse(
      'cell-size',
      'Rutorna måste vara mellan 1 m och 100 km.',
      'The cells must be between 1 m and 100 km.',
    )
  const cells = squareMetresOf(area) / (size * rowHeight(choice))
  const works = sizeThatWorks(area, choice)
  if (size >= works) return null
  const sv = cells.toLocaleString('sv-SE', { maximumFractionDigits: 0 })
  const en = cells.toLocaleString('en-GB', { maximumFractionDigits: 0 })
  return refuse(
    'too-many-cells',
    `Det blir omkring ${sv} rutor, högst 250 000 går. Välj rutor på minst ${works} m eller ett mindre område.`,
    `That makes about ${en} cells, at most 250,000 will do. Choose cells of at least ${works} m or a smaller area.`,
  )
}

/** The least size in whole 5 m, or under 5 m in whole metres, that `gridOver` takes. */
export function sizeThatWorks(area: StudyArea, { kind }: Pick<GridChoice, 'kind'>): number {
  const unit = kind === 'square' ? 1 : hexagonRow
  const [west, south, east, north]: Box = boxOfArea(area)
  // Cells by middles may be a few more than the area holds.
  const byCells = Math.sqrt((1.02 * squareMetresOf(area)) / (unit * mostCells))
  const byPlaces = Math.sqrt(((east - west) * (north - south)) / (unit * 0.9 * mostPlaces))
  const least = Math.max(1, byCells, byPlaces)
  return least <= 5 ? Math.ceil(least) : Math.ceil(least / 5) * 5
}
