import {
  everyIncident,
  type IncidentColumns,
  type IncidentFilter,
  incidentGround,
  presenceEffect,
  type StudyArea,
  type ZoneShare,
  zoneShare,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { areaIn, incidentsOf } from '../hotspots/known-incidents.ts'
import type { PackedIncidents } from '../hotspots/use-incidents.ts'
import type { Choice, Hours, PatrolReport, PatrolWork, Rings, ZoneFigures } from './patrol-protocol.ts'
import { propose } from './propose.ts'
import { startOfDay } from './swedish-clock.ts'

/** Answers what the panel of patrol zones asks about. */
export function reckonPatrol(work: PatrolWork, packed: PackedIncidents): PatrolReport {
  const incidents = incidentsOf(packed)
  const { srid } = incidents
  const { area } = work.choice
  const study = area ? areaIn(srid, area) : incidentGround(incidents)
  if (!study) return nothingKnown(work)
  switch (work.kind) {
    case 'shares':
      return {
        kind: 'shares',
        zones: Object.fromEntries(
          work.zones.map((zone) => [
            zone.id,
            figuresOf(
              zoneShare(incidents, {
                zone: areaOf(srid, zone.rings),
                study,
                filter: filterOf(work.choice, zone),
              }),
            ),
          ]),
        ),
      }
    case 'effect':
      return { kind: 'effect', effect: effectOf(incidents, study, work) }
    case 'propose':
      return {
        kind: 'propose',
        proposal: propose(incidents, study, filterOf(work.choice, work.hours), work.budget),
      }
  }
}

const dayMinutes = 1440
const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))

/** The incidents of a choice that happened in the hours. */
export function filterOf({ from, to, kinds }: Choice, hours: Hours): IncidentFilter {
  const around = hours.from === null || hours.to === null || hours.from === hours.to
  return {
    ...everyIncident,
    ...{ from: startOfDay(from), until: startOfDay(to) + dayMinutes, kinds },
    weekdays: hours.weekdays.length > 0 ? hours.weekdays : null,
    hours: around ? null : { from: minutesOf(hours.from!), until: minutesOf(hours.to!) },
  }
}

const areaOf = (srid: number, rings: Rings): StudyArea => ({
  srid,
  polygons: [rings.map((ring) => ring.map(([lon = 0, lat = 0]) => fromWgs84(srid, [lon, lat])))],
})

function nothingKnown(work: PatrolWork): PatrolReport {
  const none = refuse('no-incidents', 'Inga händelser har en plats.', 'No incident has a place.')
  if (work.kind === 'effect') return { kind: 'effect', effect: none }
  if (work.kind === 'propose') return { kind: 'propose', proposal: none }
  return { kind: 'shares', zones: Object.fromEntries(work.zones.map(({ id }) => [id, none])) }
}

export function figuresOf(share: ZoneShare | Refusal): ZoneFigures | Refusal {
  if (isRefusal(share)) return share
  const { n, of, held, heldOfAllHours, pai, area, studyArea, leftOut } = share
  return { n, of, held, heldOfAllHours, pai, area: area / 1e6, studyArea: studyArea / 1e6, leftOut }
}

function effectOf(
  incidents: IncidentColumns,
  study: StudyArea,
  { choice, zone, began, drawnBefore }: PatrolWork & { readonly kind: 'effect' },
) {
  const told = incidents.from.reduce((latest, minute) => Math.max(latest, minute), -Infinity)
  return presenceEffect(incidents, {
    ...{
      zone: areaOf(incidents.srid, zone.rings),
      study,
      filter: filterOf(choice, zone),
      began,
      drawnBefore,
    },
    // What has not come in yet has not failed to happen.
    until: Math.min(told, startOfDay(choice.to) + dayMinutes),
  })
}
