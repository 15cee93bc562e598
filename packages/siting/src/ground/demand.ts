import type { LonLat } from '../local-plane.ts'
import type { Box, Rings } from './ground.ts'

/** What has happened and been said in a piece of town, as GET /api/siting/demand tells it. Every list in the order of its ids. */
export interface Demand {
  readonly box: Box
  /** The day it was asked: ages are counted from it. "YYYY-MM-DD" */
  readonly asOf: string
  readonly reports: readonly DemandReport[]
  /** Police events as counts in fixed squares: single events stay with the police. */
  readonly incidents: readonly IncidentCell[]
  /** Events that are in no square: too imprecise in place, and in squares with too few. */
  readonly leftOut: { readonly imprecise: number; readonly suppressed: number }
  readonly surveys: readonly SurveyArea[]
}

/** An unsafe place as somebody reported it. */
export interface DemandReport {
  readonly id: string
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: LonLat }
    | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
    | { readonly type: 'Polygon'; readonly coordinates: Rings }
  /** The most important first: darkness, broken_lamp, blocked_view, hidden_corner, deserted, people, drugs, traffic, decay, other. */
  readonly reasons: readonly string[]
  readonly receivedOn: string
  /** ISO weekdays; null where it is always. */
  readonly weekdays: readonly number[] | null
  readonly from: string | null
  readonly to: string | null
}

/** A fixed square with the events of its period. */
export interface IncidentCell {
  readonly id: string
  /** The square's corners. */
  readonly ring: readonly LonLat[]
  readonly n: number
  /** Group of kinds (violence, theft, …) -> events. */
  readonly kinds: Readonly<Record<string, number>>
  /** Events by three-hour block of the week, Monday 00-03 first: 56 numbers that add up to the events whose hour is known. */
  readonly blocks: readonly number[]
  /** Events by how many whole quarters of a year ago they were, the latest first. */
  readonly quarters: readonly number[]
}

export interface SurveyArea {
  readonly id: string
  readonly title: string
  readonly year: number
  /** Per cent who feel unsafe. */
  readonly shareUnsafe: number
  readonly respondents: number
  readonly rings: Rings
}
