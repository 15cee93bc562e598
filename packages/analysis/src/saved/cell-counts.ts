import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { countsByPeriod, periodsUntil } from '../counts-by-period.ts'
import { cellAt } from '../grids/cell-at.ts'
import { gridOver } from '../grids/grid.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { type IncidentFilter, type Selection, selectIncidents } from '../incidents/filter.ts'
import { chosenMinutes, chosenWithin, sumsOf } from '../incidents/week.ts'
import type { LeftOut } from '../left-out.ts'
import { type CountedPeriod, type PeriodChange, periodChange } from '../period-change.ts'
import { type TrendResult, trend } from '../trend.ts'
import { sumUp } from './chosen-incidents.ts'
import type { Period, QuestionOf } from './question.ts'

/** What is told of incidents beside a result that knows only counts. */
export interface Counted {
  readonly leftOut: readonly LeftOut[]
  readonly outside: number
  readonly srid: number
}

type Cells = ReturnType<typeof cellsOf>
const cellsOf = (grid: Parameters<typeof cellAt>[0], { x, y }: IncidentColumns, { rows }: Selection) => {
  const cells = Int32Array.from(rows, (row) => cellAt(grid, x[row]!, y[row]!))
  return { cells, outside: cells.reduce((sum, cell) => (cell < 0 ? sum + 1 : sum), 0) }
}

/** Trend of each cell of a grid over periods of equal length. */
export function trendInCells(
  incidents: IncidentColumns,
  { area, filter, cells: choice, periods, parameters }: QuestionOf<'trend'>,
): (TrendResult & Counted) | Refusal {
  const { until, count, days } = periods
  if (!(Number.isInteger(count) && count >= 1 && count <= 1000 && days > 0 && days <= 3660))
    return refuse(
      'periods',
      'Perioderna ska vara 1 till 1 000, av högst tio år.',
      'The periods must be 1 to 1,000, of at most ten years.',
    )
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return grid
  const edges = periodsUntil(until, count, days)
  const selection = selectIncidents(incidents, { ...filter, from: edges[0]!, until })
  if (isRefusal(selection)) return selection
  const { cells, outside } = cellsOf(grid, incidents, selection)
  const counted = countsByPeriod(incidents, selection, cells, grid.length, edges)
  if (isRefusal(counted)) return counted
  const result = trend(counted.counts, count, parameters)
  if (isRefusal(result)) return result
  return {
    ...result,
    leftOut: sumUp([...selection.leftOut, ...counted.leftOut]),
    outside,
    srid: grid.srid,
  }
}

/** One period against another in each cell of a grid. Rates are per day of the hours that were chosen. */
export function changeInCells(
  incidents: IncidentColumns,
  { area, filter, cells: choice, before, after, alpha }: QuestionOf<'change'>,
): (PeriodChange & Counted & { readonly n: number }) | Refusal {
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return grid
  const sums = sumsOf(chosenMinutes(filter))
  const count = (period: Period): (CountedPeriod & Counted & { readonly n: number }) | Refusal => {
    const selection = selectIncidents(incidents, { ...filter, ...period } satisfies IncidentFilter)
    if (isRefusal(selection)) return selection
    const { cells, outside }: Cells = cellsOf(grid, incidents, selection)
    const counts = new Float64Array(grid.length)
    cells.forEach((cell, k) => {
      if (cell >= 0) counts[cell]! += selection.weight[k]!
    })
    return {
      counts,
      lasting: chosenWithin(sums, period.from, period.until) / 1440,
      leftOut: selection.leftOut,
      outside,
      srid: grid.srid,
      n: selection.n - outside,
    }
  }
  const [first, second] = [count(before), count(after)]
  if (isRefusal(first)) return first
  if (isRefusal(second)) return second
  const result = periodChange(first, second, alpha)
  if (isRefusal(result)) return result
  return {
    ...result,
    n: first.n + second.n,
    leftOut: sumUp([...first.leftOut, ...second.leftOut]),
    outside: first.outside + second.outside,
    srid: grid.srid,
  }
}
