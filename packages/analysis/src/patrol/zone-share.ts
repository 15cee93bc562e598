import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type IncidentColumns, placedPrecisions, timePrecisions } from '../incidents/columns.ts'
import { areaOfRings, insideOf, type Rings } from './polygon.ts'
import { type ShiftHours, weekLength, weekMinutes } from './week-minutes.ts'
import { type ShareWithInterval, wilson } from './wilson.ts'

export interface ZoneShareQuestion {
  /** The zone, metres in the incidents' reference system. */
  readonly zone: Rings
  /** The polygons that make up the study area: what lies outside does not exist. */
  readonly study: readonly Rings[]
  /** When somebody is there; null is always. */
  readonly hours: ShiftHours | null
  /** Minutes since 1970, from and up to; null is all there is. */
  readonly period?: { readonly from: number; readonly to: number } | null
  /** Weight of each of the incidents' kinds; without it each weighs 1. A kind of weight 0 is not counted. */
  readonly weights?: readonly number[]
}

/** Incidents that did not enter, by why. */
export interface ZoneLeftOut {
  /** The position is the middle of an area, no place. */
  readonly position: number
  readonly outsideStudy: number
  readonly outsidePeriod: number
  /** Only the day or the month is known, where hours are asked about. */
  readonly hour: number
  readonly kind: number
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
  readonly leftOut: ZoneLeftOut
  readonly srid: number
}

/**
 * How much of what happens a drawn zone holds in its hours. An incident known as an interval counts with the part of it that
 * lies in the hours (aoristic). PAI by Chainey, Tompson and Uhlig 2008 (Security Journal 21:4-28). The interval is Wilson's, for
 * weights with the effective number (sum w)²/sum w² (Kish 1965).
 */
export function zoneShare(incidents: IncidentColumns, question: ZoneShareQuestion): ZoneShare | Refusal {
  const { zone, study, hours, period = null, weights } = question
  const area = areaOfRings(zone)
  const studyArea = study.reduce((sum, rings) => sum + areaOfRings(rings), 0)
  if (!(area > 0)) return refuse('no-zone', 'Området har ingen yta.', 'The zone has no area.')
  if (!(studyArea > 0))
    return refuse('no-study-area', 'Undersökningsområdet har ingen yta.', 'The study area has no area.')
  const minutes = weekMinutes(hours)
  const isWhole = minutes.total === weekLength
  const inZone = insideOf(zone)
  const inStudy = study.map(insideOf)
  const minute = timePrecisions.indexOf('minute')
  const left = { position: 0, outsideStudy: 0, outsidePeriod: 0, hour: 0, kind: 0 }
  let [n, of, held, all, allHours, squares] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < incidents.length; i++) {
    const weight = weights ? (weights[incidents.kind[i]!] ?? 0) : 1
    const [from, to] = [incidents.from[i]!, incidents.to[i]!]
    if (!(weight > 0)) left.kind++
    else if (incidents.precision[i]! >= placedPrecisions) left.position++
    else if (period && (from < period.from || to >= period.to)) left.outsidePeriod++
    else if (!inStudy.some((inside) => inside(incidents.x[i]!, incidents.y[i]!))) left.outsideStudy++
    else if (!isWhole && incidents.timePrecision[i] !== minute) left.hour++
    else {
      const part = to > from ? minutes.between(from, to) / (to - from) : minutes.has(from) ? 1 : 0
      allHours += weight
      if (part === 0) continue
      of += part
      all += weight * part
      squares += (weight * part) ** 2
      if (!inZone(incidents.x[i]!, incidents.y[i]!)) continue
      n += part
      held += weight * part
    }
  }
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
    leftOut: left,
    srid: incidents.srid,
  }
}
