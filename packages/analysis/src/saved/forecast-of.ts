import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type Raster, rasterOver } from '../density/raster.ts'
import { cellAt } from '../grids/cell-at.ts'
import { cellArea, gridOver } from '../grids/grid.ts'
import { type HotspotData, hotspots } from '../hotspot.ts'
import type { HotspotMethod, HotspotQuestion } from '../hotspot-question.ts'
import type { CellFigures } from '../hotspot-result.ts'
import type { Forecast, JudgedCells } from '../judge-fold.ts'
import { moranQuadrants } from '../local-moran.ts'
import { nearestSegment } from '../streets/nearest-segment.ts'
import { streetSegments } from '../streets/segments.ts'

/** A map of hotspots as a forecast: the cells it draws, and how it ranks them from what had happened by then. */
export function forecastOf(
  question: HotspotQuestion,
  streets: HotspotData['streets'],
): { readonly cells: JudgedCells; readonly forecast: Forecast } | Refusal {
  const cells = cellsOf(question, streets)
  if (isRefusal(cells)) return cells
  const { filter } = question
  return {
    cells,
    forecast: async (incidents, fold) => {
      const asked = { ...question, filter: { ...filter, from: fold.from, until: fold.split } }
      const found = await hotspots({ incidents, ...(streets && { streets }) }, asked)
      if (isRefusal(found)) return found
      const { figures } = found
      if (figures.kind === 'cells') return figures.quadrant ? ranked(figures) : figures.statistic
      return figures.density.values.filter((_, at) => figures.density.inside[at] === 1)
    },
  }
}

/** Local Moran tells surprise, not height: cells that are high among high rank first, then the high, then the rest by how low. */
function ranked({ statistic, quadrant }: CellFigures): Float64Array {
  return statistic.map((i, cell) => {
    const name = moranQuadrants[quadrant![cell]!]
    return name === 'high-high' ? i : name === 'high-low' ? 0 : -Math.abs(i)
  })
}

function cellsOf({ area, method }: HotspotQuestion, streets: HotspotData['streets']): JudgedCells | Refusal {
  if (method.name === 'density') {
    const raster = rasterOver(area, method.step)
    return isRefusal(raster) ? raster : squaresOf(raster)
  }
  return cellsBy(area, method.cells, streets)
}

function cellsBy(
  area: HotspotQuestion['area'],
  choice: Exclude<HotspotMethod, { name: 'density' }>['cells'],
  streets: HotspotData['streets'],
): JudgedCells | Refusal {
  if (choice.kind === 'street') {
    const segments = streetSegments(streets ?? [], area, choice.longest)
    if (isRefusal(segments)) return segments
    return { areas: segments.metres, cellAt: nearestSegment(segments, choice.reach) }
  }
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return grid
  return {
    areas: new Float64Array(grid.length).fill(cellArea(choice)),
    cellAt: (x, y) => cellAt(grid, x, y),
  }
}

function squaresOf({ west, south, step, columns, rows, inside }: Raster): JudgedCells {
  const numbers = new Int32Array(inside.length).fill(-1)
  let n = 0
  inside.forEach((one, at) => {
    if (one === 1) numbers[at] = n++
  })
  return {
    areas: new Float64Array(n).fill((step * step) / 1e6),
    cellAt: (x, y) => {
      const column = Math.floor((x - west) / step)
      const row = Math.floor((y - south) / step)
      return column >= 0 && column < columns && row >= 0 && row < rows ? numbers[row * columns + column]! : -1
    },
  }
}
