import { type FieldCover, fieldCover, type IncidentColumns, incidentGround } from '@trygghetskartan/analysis'
import { isRefusal, type Refusal, refuse, toWgs84 } from '@trygghetskartan/geo'
import { areaOf, filterOf } from './asked.ts'
import type { AskedZone, Choice } from './patrol-protocol.ts'

/** How much of what is chosen lies where and when somebody is; places in degrees. */
export function coverOf(
  incidents: IncidentColumns,
  choice: Choice,
  presences: readonly AskedZone[],
): FieldCover | Refusal {
  const study = incidentGround(incidents)
  if (!study) return refuse('no-incidents', 'Inga händelser har en plats.', 'No incident has a place.')
  const always = { weekdays: [], from: null, to: null }
  const cover = fieldCover(
    incidents,
    study,
    filterOf(choice, always),
    presences.map((presence) => {
      const { weekdays, hours } = filterOf(choice, presence)
      return { area: areaOf(incidents.srid, presence.rings), week: { weekdays, hours } }
    }),
  )
  if (isRefusal(cover)) return cover
  return {
    ...cover,
    places: cover.places.map((place) => {
      const [x, y] = toWgs84(incidents.srid, [place.x, place.y])
      return { ...place, x, y }
    }),
  }
}
