import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import type { IncidentColumns } from './incidents/columns.ts'
import { extentOf } from './incidents/extent.ts'
import type { Selection } from './incidents/filter.ts'
import { takeRows } from './incidents/take-rows.ts'
import { type Accuracy, predictionAccuracy } from './prediction-accuracy.ts'

/** A forecast is made of [from, split) and judged by [split, until); minutes as in `IncidentColumns`. */
export interface Fold {
  readonly from: number
  readonly split: number
  readonly until: number
}

export interface JudgedCells {
  readonly areas: Float64Array
  /** The cell of a position, -1 outside of all. */
  cellAt(x: number, y: number): number
}

/** Risk of each cell from what had happened by then. It is never shown what came after. */
export type Forecast = (
  past: IncidentColumns,
  fold: Fold,
) => Float64Array | Refusal | Promise<Float64Array | Refusal>

export interface JudgedFold {
  readonly fold: Fold
  /** Incidents that the forecast was made of, and that it was judged by, with the sum of their weights. */
  readonly past: number
  readonly next: number
  readonly weight: number
  /** At each share of the area; why there is none, where the forecast could not be made or judged. */
  readonly accuracy: readonly Accuracy[] | Refusal
}

/** Makes a forecast of what was over by the split and judges it by what began after; rows across an edge of the fold are added to `over`. */
export async function judgeFold(
  incidents: IncidentColumns,
  { rows, weight }: Selection,
  cells: JudgedCells,
  fold: Fold,
  shares: readonly number[],
  forecast: Forecast,
  over: Set<number>,
): Promise<JudgedFold> {
  const past: number[] = []
  const counts = new Float64Array(cells.areas.length)
  let [next, sum] = [0, 0]
  rows.forEach((row, k) => {
    const extent = extentOf(incidents.from[row]!, incidents.to[row]!, incidents.timePrecision[row]!)
    if (extent.to <= fold.from || extent.from >= fold.until) return
    if (extent.from >= fold.from && extent.to <= fold.split) past.push(row)
    else if (extent.from >= fold.split && extent.to <= fold.until) {
      const cell = cells.cellAt(incidents.x[row]!, incidents.y[row]!)
      if (cell < 0) return
      counts[cell]! += weight[k]!
      sum += weight[k]!
      next++
    } else over.add(row)
  })
  const risk = await forecast(takeRows(incidents, past), fold)
  const accuracy = isRefusal(risk) ? risk : predictionAccuracy(risk, counts, cells.areas, shares)
  return { fold, past: past.length, next, weight: sum, accuracy }
}
