import {
  type IncidentColumns,
  incidentGround,
  presenceEffect,
  type StudyArea,
  type ZoneShare,
  zoneShare,
} from '@trygghetskartan/analysis'
import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { areaIn } from '../hotspots/degrees.ts'
import { incidentsOf } from '../hotspots/known-incidents.ts'
import type { PackedIncidents } from '../hotspots/use-incidents.ts'
import { areaOf, filterOf } from './asked.ts'
import { coverOf } from './cover-of.ts'
import type { PatrolReport, PatrolWork, ZoneFigures } from './patrol-protocol.ts'
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
    case 'cover':
      return { kind: 'cover', cover: coverOf(incidents, work.choice, work.presences) }
    case 'propose':
      return {
        kind: 'propose',
        proposal: propose(incidents, {
          ...{ study, filter: filterOf(work.choice, work.hours) },
          ...{ budget: work.budget, streets: work.streets },
        }),
      }
  }
}

const dayMinutes = 1440

function nothingKnown(work: PatrolWork): PatrolReport {
  const none = refuse('no-incidents', 'Inga händelser har en plats.', 'No incident has a place.')
  if (work.kind === 'effect') return { kind: 'effect', effect: none }
  if (work.kind === 'cover') return { kind: 'cover', cover: none }
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
