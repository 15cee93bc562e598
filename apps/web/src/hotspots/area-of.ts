import type { IncidentColumns, StudyArea } from '@trygghetskartan/analysis'
import { areaIn } from './degrees.ts'
import type { HotspotQuestion } from './hotspot-protocol.ts'
import { groundOf } from './known-incidents.ts'
import { boxArea } from './question-of.ts'

/** Where a question looks, in the incidents' metres. */
export const areaOf = (incidents: IncidentColumns, { area }: HotspotQuestion): StudyArea =>
  area ? areaIn(incidents.srid, area) : (groundOf(incidents) ?? areaIn(incidents.srid, nowhere))

/** Some area, for a store without places. */
const nowhere = boxArea([14, 56, 14.1, 56.1])
