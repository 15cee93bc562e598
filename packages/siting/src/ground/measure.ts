import type { LonLat } from '../local-plane.ts'
import type { Rings } from './ground.ts'

/**
 * A measure as siting reckons with it, whichever layer it is of: what stands, what a plan holds, what is proposed.
 * Degrees and metres; absent values are assumed where they are reckoned with, and the assumption told.
 */
export type SitingMeasure = CameraMeasure | LightMeasure | ClearanceMeasure | PresenceMeasure

interface MeasureBase {
  readonly id: string
  /** Id of its layer. */
  readonly layer: string
  readonly title: string
  readonly status: string
  /** SEK once, and a year; null where nobody has said. */
  readonly investment: number | null
  readonly yearly: number | null
}

export interface CameraMeasure extends MeasureBase {
  readonly kind: 'camera'
  readonly at: LonLat
  readonly camera: KnownCamera
  /** Ground that is masked out of the picture. */
  readonly masks: readonly Rings[]
  /** When it watches; null around the clock. */
  readonly hours: WeekHours | null
}

/** What is known of a camera. */
export interface KnownCamera {
  readonly movement?: 'fixed' | 'ptz' | 'all_round'
  /** Metres above the ground. */
  readonly height?: number
  /** Degrees clockwise from north. */
  readonly direction?: number
  /** Degrees below the horizon. */
  readonly tilt?: number
  readonly focalLength?: number
  readonly sensorWidth?: number
  /** Degrees across; wins over the lens where both are given. */
  readonly fieldOfView?: number
  readonly across?: number
  readonly down?: number
  /** Metres. */
  readonly reach?: number
}

export interface LightMeasure extends MeasureBase {
  readonly kind: 'light'
  /** One lamp, or the line a row of lamps follows. */
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: LonLat }
    | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
  readonly light: KnownLight
}

export interface KnownLight {
  /** Metres from ground to light. */
  readonly height?: number
  /** Lumens out of each luminaire. */
  readonly lumens?: number
  /** Metres between lamps along the line. */
  readonly spacing?: number
  /** Lamps on the line in all; wins over spacing where both are given. */
  readonly count?: number
  /** Along the line's own direction. */
  readonly arrangement?: LampArrangement
  /** Metres from the line to the poles. */
  readonly setback?: number
  /** Of a single lamp: where it lights, degrees clockwise from north. */
  readonly direction?: number
  /** Share of light left as lamps age, 0 to 1. */
  readonly maintenance?: number
  /** Id of a photometric file (GET /api/luminaires); the built-in road luminaire where absent. */
  readonly luminaire?: string
  /** Class of EN 13201-2 that is wanted: 'P3'. */
  readonly wanted?: string
}

export type LampArrangement = 'left' | 'right' | 'both' | 'staggered' | 'central'

export interface ClearanceMeasure extends MeasureBase {
  readonly kind: 'clearance'
  readonly rings: Rings
  /** Metres the shrubs are left with; what is no higher than 0.7 m stops no eye. */
  readonly heightAfter?: number
}

/** Guards, patrols, field workers: people who are there. */
export interface PresenceMeasure extends MeasureBase {
  readonly kind: 'presence'
  readonly rings: Rings
  readonly hours: WeekHours | null
}

export interface WeekHours {
  /** ISO weekdays, 1 Monday to 7 Sunday; all where empty. */
  readonly weekdays: readonly number[]
  /** "HH:MM"; an end before the start is on the next day, the same twice is around the clock. */
  readonly from: string
  readonly to: string
}

/** What a layer means to siting: which of its columns says what. The registry's `siting` field has this shape. */
export interface SitingMeaning {
  readonly kind: SitingMeasure['kind']
  /** Role -> column. Roles are the property names of KnownCamera, KnownLight and the measures above. */
  readonly columns: Readonly<Record<string, string>>
}
