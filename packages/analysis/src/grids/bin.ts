import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { IncidentColumns } from '../incidents/columns.ts'
import type { Selection } from '../incidents/filter.ts'
import { cellAt } from './cell-at.ts'
import type { Grid } from './grid.ts'

/** Incidents by cell. */
export interface Binned {
  /** Sum of weights in each cell. */
  readonly counts: Float64Array
  /** Of each row of the selection its cell, -1 outside. */
  readonly cells: Int32Array
  /** Incidents in a cell, and their weights in all. */
  readonly n: number
  readonly total: number
  /** Incidents in no cell. */
  readonly outside: number
}

/** Refuses a selection of which nothing lies in the grid. */
export function binIncidents(
  grid: Grid,
  incidents: IncidentColumns,
  { rows, weight }: Selection,
): Binned | Refusal {
  if (grid.srid !== incidents.srid)
    throw new RangeError(`A grid in EPSG:${grid.srid} for incidents in EPSG:${incidents.srid}`)
  const { x, y } = incidents
  const counts = new Float64Array(grid.length)
  const cells = new Int32Array(rows.length)
  let n = 0
  let total = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!
    const cell = cellAt(grid, x[row]!, y[row]!)
    cells[k] = cell
    if (cell < 0) continue
    n++
    total += weight[k]!
    counts[cell]! += weight[k]!
  }
  if (n === 0 && rows.length > 0)
    return refuse(
      'area-misses-incidents',
      `Ingen av de ${rows.length} händelserna ligger i området.`,
      `None of the ${rows.length} incidents lies in the area.`,
    )
  return { counts, cells, n, total, outside: rows.length - n }
}
