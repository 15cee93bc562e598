import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import type { SitingMeasure } from '../ground/measure.ts'
import type { RiskPart, RiskSettings } from '../risk/settings.ts'
import type { LuminaireFiles } from './light-report.ts'
import type { Text } from './text.ts'

export interface PlanReportInputs {
  readonly measures: readonly SitingMeasure[]
  readonly ground: Ground
  readonly demand: Demand
  readonly luminaires: LuminaireFiles
  readonly risk: RiskSettings
}

/** One column of the comparison of plans. Risk in points of the area's 100. */
export interface PlanReport {
  readonly investment: number
  readonly yearly: number
  /** Measures nobody has put a price on. */
  readonly unpriced: number
  readonly count: Readonly<Record<SitingMeasure['kind'], number>>
  /** Risk covered, existing measures included, and by existing ones alone. */
  readonly covered: number
  readonly existing: number
  readonly addedByPart: Readonly<Partial<Record<RiskPart, number>>>
  /** Risk added by hour of the week: 168 numbers. */
  readonly addedByHour: readonly number[]
  /** Metres of street that reach their class by the plan. */
  readonly metresBroughtUp: number
  /** Homes with façade in view of the plan's cameras, each once. */
  readonly homesInView: number
  /** People who live there, by 2.2 to a home [2nd: Statistics Sweden, mean household size]. */
  readonly peopleWatched: number
  readonly sensitiveInView: number
  /** Measures siting cannot reckon with, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: Text }[]
  readonly assumptions: readonly Text[]
}
