import type { LayerRow, PastEntry } from '../queries/demo.ts'
import type { Plan } from './plan.ts'
import { areaRows, readAreas } from './rows/areas.ts'
import { calendarOf } from './rows/calendar.ts'
import { readEvents, readIncidents } from './rows/event-patterns.ts'
import { groundOf } from './rows/ground.ts'
import { incidentRows } from './rows/incidents.ts'
import { measureRows, readMeasures } from './rows/measures.ts'
import { policeEventRows } from './rows/police-events.ts'
import { readReports } from './rows/report-sites.ts'
import { readReportedPlaces, reportedPlaceRows } from './rows/reported-places.ts'
import { reportRows } from './rows/reports.ts'
import { withRemarks } from './rows/walk-remarks.ts'
import type { Town } from './town.ts'

/** The demonstration's rows of one layer, and their past. */
export interface DemoLayer {
  readonly layer: string
  readonly rows: readonly LayerRow[]
  readonly past: readonly PastEntry[]
}

/** Every layer's demonstration rows in the two years that end on the day of `now` in Sweden. The same day gives the same rows. */
export async function demoLayers(plan: Plan, town: Town, now: Date): Promise<DemoLayer[]> {
  const ground = groundOf(plan, town)
  const calendar = calendarOf(now)
  const areas = await readAreas()
  return [
    ...withRemarks(
      areas,
      [...areaRows(areas, ground, calendar), ...measureRows(await readMeasures(), ground, calendar)],
      ground,
      calendar,
    ),
    reportRows(await readReports(), ground, calendar),
    reportedPlaceRows(await readReportedPlaces(), ground, calendar),
    policeEventRows(await readEvents(), ground, calendar),
  ]
}

/** The demonstration's incidents, which are no layer. */
export const demoIncidents = async (plan: Plan, town: Town, now: Date): Promise<readonly LayerRow[]> =>
  incidentRows(await readIncidents(), groundOf(plan, town), calendarOf(now))
