import type { Ground } from '../ground/ground.ts'
import type { SitingMeasure } from '../ground/measure.ts'
import type { LonLat } from '../local-plane.ts'
import type { LuminaireFiles } from './light-report.ts'

export interface PlaceFactsInputs {
  readonly at: LonLat
  readonly ground: Ground
  readonly planned: readonly SitingMeasure[]
  readonly luminaires: LuminaireFiles
}

/** What lights a place and who sees it. */
export interface PlaceFacts {
  /** Lux now, and with what is planned. */
  readonly lux: number
  readonly luxPlanned: number
  /** Brightest first, those that give at least a hundredth of a lux. */
  readonly lamps: readonly {
    readonly id: string
    readonly title: string
    readonly metres: number
    readonly lux: number
    readonly planned: boolean
    readonly assumed: boolean
  }[]
  /** `density` in pixels per metre; `hours` as said, null around the clock. */
  readonly cameras: readonly {
    readonly id: string
    readonly title: string
    readonly metres: number
    readonly density: number
    readonly planned: boolean
    readonly assumed: boolean
  }[]
  /** Buildings with windows that may see the place: nearest first, at most ten. */
  readonly overlooked: readonly {
    readonly id: string
    readonly name: string
    readonly use: string
    readonly metres: number
  }[]
  /** Square metres of ground one sees from here within 60 m. */
  readonly openView: number
  /** '' where it stands in the open. */
  readonly inside: string
}
