import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { placeIn } from '../area/place-in.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { selectIncidents } from '../incidents/filter.ts'
import { takeRows } from '../incidents/take-rows.ts'
import type { LeftOut } from '../left-out.ts'
import type { Chosen } from './question.ts'

export interface ChosenIncidents {
  readonly incidents: IncidentColumns
  readonly leftOut: readonly LeftOut[]
  /** Chosen, but not in the area. */
  readonly outside: number
}

/**
 * The incidents of a filter in an area, for methods that count each as one: in are those that the filter chooses by at least
 * half of the time they may have happened in; the others are left out and counted.
 */
export function chosenIncidents(
  incidents: IncidentColumns,
  { area, filter }: Chosen,
): ChosenIncidents | Refusal {
  const selection = selectIncidents(incidents, filter)
  if (isRefusal(selection)) return selection
  const isIn = area ? placeIn(area) : () => true
  const rows: number[] = []
  let outside = 0
  let unsure = 0
  selection.rows.forEach((row, k) => {
    if (!isIn(incidents.x[row]!, incidents.y[row]!)) outside++
    else if (selection.weight[k]! < 0.5) unsure++
    else rows.push(row)
  })
  return {
    incidents: takeRows(incidents, rows),
    leftOut: sumUp([
      ...selection.leftOut,
      ...(unsure > 0 ? [{ reason: 'interval', count: unsure } as const] : []),
    ]),
    outside,
  }
}

/** One entry for each reason. */
export const sumUp = (all: readonly LeftOut[]): LeftOut[] =>
  [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, list]) => ({
    reason,
    count: list.reduce((sum, { count }) => sum + count, 0),
  }))
