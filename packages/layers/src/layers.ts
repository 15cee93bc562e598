import { cameraSites } from './camera-sites.ts'
import type { LayerDefinition } from './definition.ts'
import { fieldWorkerAreas } from './field-worker-areas.ts'
import { guardZones } from './guard-zones.ts'
import { lightingUpgrades } from './lighting-upgrades.ts'
import { neighbourhoodWatchAreas } from './neighbourhood-watch-areas.ts'
import { patrolZones } from './patrol-zones.ts'
import { policeEvents } from './police-events.ts'
import { reportedPlaces } from './reported-places.ts'
import { safetyMapCells } from './safety-map-cells.ts'
import { safetySurveyAreas } from './safety-survey-areas.ts'
import { safetyWalks } from './safety-walks.ts'
import { shrubClearances } from './shrub-clearances.ts'
import { unsafeReports } from './unsafe-reports.ts'
import { walkRemarks } from './walk-remarks.ts'

/** Every layer, bottom to top: the one list of them. */
export const layers: readonly LayerDefinition[] = [
  safetySurveyAreas,
  safetyMapCells,
  neighbourhoodWatchAreas,
  fieldWorkerAreas,
  guardZones,
  patrolZones,
  safetyWalks,
  walkRemarks,
  shrubClearances,
  unsafeReports,
  reportedPlaces,
  policeEvents,
  lightingUpgrades,
  cameraSites,
]
