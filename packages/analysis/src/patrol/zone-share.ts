import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { placeIn } from '../area/place-in.ts'
import { type StudyArea, squareMetresOf } from '../area/study-area.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { type IncidentFilter, selectIncidents } from '../incidents/filter.ts'
import type { LeftOut } from '../left-out.ts'
import { type ShareWithInterval, wilson } from './wilson.ts'

export interface ZoneShareQuestion {
  /** Metres in the incidents' reference system, as the study area: what lies outside that does not exist. */
  readonly zone: StudyArea
  readonly study: StudyArea
  /** With the hours in which somebody is there. */
  readonly filter: IncidentFilter
  /** Weight of each of the incidents' kinds; without it each weighs 1. */
  readonly weights?: readonly number[]
}

export interface ZoneShare {
  /** Incidents in the zone and in its hours; parts where the time is an interval. */
  readonly n: number
  /** Of so many in the study area in the same hours. */
  readonly of: number
  /** Share of the weight in the study area in the same hours that the zone holds, with its 95 % interval. */
  readonly held: ShareWithInterval
  /** Share of the weight of all hours of the week. */
  readonly heldOfAllHours: number
  /** Prediction accuracy index of the zone, (n/N)/(a/A), with the interval of n/N. */
  readonly pai: ShareWithInterval
  /** Square metres. */
  readonly area: number
  readonly studyArea: number
  /** Incidents outside the study area. */
  readonly outside: number
  readonly leftOut: readonly LeftOut[]
  readonly filter: IncidentFilter
  readonly srid: number
}

/**
 * How much of what happens a drawn zone holds in its hours. An incident known as an interval counts with the part of it that
 * lies in the hours. PAI by Chainey, Tompson and Uhlig 2008 (Security Journal 21:4-28). The interval is Wilson's, for weights
 * with the effective number (sum w)²/sum w² (Kish 1965). Refuses a zone or study area without area, and a filter that cannot be.
 */
export function zoneShare(incidents: IncidentColumns, question: ZoneShareQuestion): ZoneShare | Refusal {
  const { zone, study, filter, weights } = question
  const [area, studyArea] = [squareMetresOf(zone), squareMetresOf(study)]
  if (!(area > 0 && studyArea > 0))
    return refuse('no-area', 'Området har ingen yta.', 'The zone has no area.')
  const own = selectIncidents(incidents, filter)
  if (isRefusal(own)) return own
  const always = selectIncidents(incidents, { ...filter, hours: null, weekdays: null, hoursOfWeek: null })
  if (isRefusal(always)) return always
  const { x, y, kind } = incidents
  const inZone = placeIn(zone)
  const inStudy = placeIn(study)
  const weightOf = (row: number): number => (weights ? (weights[kind[row]!] ?? 0) : 1)
  let [n, of, held, all, squares, outside, allHours] = [0, 0, 0, 0, 0, 0, 0]
  own.rows.forEach((row, k) => {
    if (!inStudy(x[row]!, y[row]!)) {
      outside++
      return
    }
    const part = own.weight[k]!
    const weight = part * weightOf(row)
    of += part
    all += weight
    squares += weight ** 2
    if (!inZone(x[row]!, y[row]!)) return
    n += part
    held += weight
  })
  always.rows.forEach((row, k) => {
    if (inStudy(x[row]!, y[row]!)) allHours += always.weight[k]! * weightOf(row)
  })
  const share = wilson(all > 0 ? held / all : 0, squares > 0 ? all ** 2 / squares : 0)
  const times = studyArea / area
  return {
    n,
    of,
    held: share,
    heldOfAllHours: allHours > 0 ? held / allHours : 0,
    pai: { share: share.share * times, low: share.low * times, high: share.high * times },
    area,
    studyArea,
    outside,
    leftOut: own.leftOut,
    filter,
    srid: incidents.srid,
  }
}
