import type { DensityEdition } from '../density-zones.ts'
import type { Demand } from '../ground/demand.ts'
import type { Ground, Rings, SensitiveUse } from '../ground/ground.ts'
import type { CameraMeasure, SitingMeasure } from '../ground/measure.ts'
import type { Text } from './text.ts'

export interface CameraReportInputs {
  readonly camera: CameraMeasure
  readonly edition: DensityEdition
  readonly ground: Ground
  readonly demand: Demand
  /** Other cameras of the plan; those that stand are in the ground. */
  readonly others: readonly SitingMeasure[]
}

/** What one camera sees and whom. Areas in m², masked ground left out of every count but `area.masked`. */
export interface CameraReport {
  readonly area: {
    readonly seen: number
    readonly masked: number
    readonly overlap: number
    readonly blind: number
  }
  readonly zones: readonly {
    readonly id: string
    readonly title: Text
    readonly density: number
    readonly reach: number
    readonly area: number
    readonly shape: readonly Rings[]
  }[]
  /** Ground in reach and direction that something stands before. */
  readonly blindSpots: readonly Rings[]
  readonly incidents: {
    readonly n: number
    readonly byHour: readonly number[]
    readonly byKind: Readonly<Record<string, number>>
  }
  readonly reports: {
    readonly n: number
    readonly ids: readonly string[]
    readonly byHour: readonly number[]
    readonly byReason: Readonly<Record<string, number>>
  }
  /** Share of the incidents and reports within 500 m that fall in view, 0 to 1; null where there are none. */
  readonly hotspotShare: number | null
  /** Existing and planned cameras that see some of the same ground. */
  readonly overlaps: readonly { readonly id: string; readonly title: string; readonly area: number }[]
  readonly sensitive: readonly {
    readonly id: string
    readonly use: SensitiveUse
    readonly name: string
    readonly area: number
    readonly facade: number
  }[]
  /** Homes with façade in view that no mask covers, and metres of it. */
  readonly homes: { readonly n: number; readonly facade: number }
  readonly assumptions: readonly Text[]
}
