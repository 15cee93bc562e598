import type { Town } from '../ground/town.ts'
import { isoLines } from '../iso-lines.ts'
import type { LonLat } from '../local-plane.ts'
import { groundOf } from './camera-shape.ts'
import { degreesAt, rounded } from './figures.ts'
import { type LightField, middles } from './light-field.ts'
import type { LightReport } from './light-report.ts'

/** Lux at which lines are drawn: the means of the classes, and a few below and above. */
const levels = [0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 50]
/** Metres about the lamps that the picture shows: at least so many, and so many for each metre they are high. */
const leastMargin = 25
const marginPerHeight = 4
/** A picture of more squares than this is made coarser. */
const mostSquares = 40_000

/** The light about new lamps as squares on a fixed mesh, so that what stands already is reckoned once as they move. */
export function lightPicture(
  town: Town,
  standing: LightField,
  added: LightField,
  wantedStep: number,
): Pick<LightReport, 'isoLines' | 'raster'> {
  const { lamps } = added
  const margin = Math.max(leastMargin, ...lamps.map(({ height }) => marginPerHeight * height))
  const xs = lamps.map(({ x }) => x)
  const ys = lamps.map(({ y }) => y)
  const west = Math.min(...xs) - margin
  const south = Math.min(...ys) - margin
  const east = Math.max(...xs) + margin
  const north = Math.max(...ys) + margin
  let step = wantedStep
  while (((east - west) * (north - south)) / step ** 2 > mostSquares) step *= 2
  const column = Math.floor(west / step)
  const row = Math.floor(south / step)
  const columns = Math.ceil(east / step) - column
  const rows = Math.ceil(north / step) - row
  const box = { west: column * step, south: row * step, step, columns, rows }
  const lux = standing.squares(column, row, columns, rows, step)
  const { x, y } = middles(column, row, columns, rows, step)
  added.at(x, y).forEach((value, i) => {
    lux[i]! += value
  })
  const open = groundOf(town, box)
  lux.forEach((_, i) => {
    if (open[i] === 0) lux[i] = 0
  })
  // No line follows the walls of buildings.
  const inOpen = lux.map((value, i) => (open[i] === 0 ? Number.NaN : value))
  const grid = { west: box.west + step / 2, south: box.south + step / 2, step, columns, rows }
  const [left, bottom] = degreesAt(town.plane, box.west, box.south)
  const [right, top] = degreesAt(town.plane, box.west + columns * step, box.south + rows * step)
  return {
    raster: {
      west: left,
      south: bottom,
      east: right,
      north: top,
      columns,
      rows,
      lux: Array.from(lux, (value) => rounded(value)),
    },
    isoLines: isoLines(grid, inOpen, levels).map(({ level, line }) => ({
      lux: level,
      line: Array.from(
        { length: line.length / 2 },
        (_, i): LonLat => degreesAt(town.plane, line[2 * i]!, line[2 * i + 1]!),
      ),
    })),
  }
}
