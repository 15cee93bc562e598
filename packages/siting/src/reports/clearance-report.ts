import type { Demand } from '../ground/demand.ts'
import type { Ground, Rings } from '../ground/ground.ts'
import type { ClearanceMeasure, SitingMeasure } from '../ground/measure.ts'
import type { LonLat } from '../local-plane.ts'
import type { Text } from './text.ts'

export interface ClearanceReportInputs {
  readonly clearance: ClearanceMeasure
  readonly ground: Ground
  readonly demand: Demand
  readonly others: readonly SitingMeasure[]
}

/** What one sees from the paths by a shrubbery before and after it is cleared. Areas in m² of ground within 60 m. */
export interface ClearanceReport {
  readonly cleared: number
  /** Places along the nearest paths, and the ground seen from each. */
  readonly viewpoints: readonly {
    readonly at: LonLat
    readonly path: string
    readonly before: number
    readonly after: number
  }[]
  readonly before: number
  readonly after: number
  /** Ground seen after and not before. */
  readonly opened: readonly Rings[]
  /** Sight lines that open: from a path to the other side. */
  readonly sightLines: readonly { readonly from: LonLat; readonly to: LonLat; readonly metres: number }[]
  readonly reports: { readonly n: number; readonly ids: readonly string[] }
  readonly assumptions: readonly Text[]
}
