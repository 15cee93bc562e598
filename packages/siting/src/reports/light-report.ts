import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import type { LightMeasure, SitingMeasure } from '../ground/measure.ts'
import type { LonLat } from '../local-plane.ts'
import type { Text } from './text.ts'

export type LuminaireFiles = Readonly<
  Record<string, { readonly format: 'ldt' | 'ies'; readonly text: string }>
>

export interface LightReportInputs {
  readonly light: LightMeasure
  readonly ground: Ground
  readonly demand: Demand
  readonly others: readonly SitingMeasure[]
  readonly luminaires: LuminaireFiles
}

/** What new lamps give the streets about them, with the lamps that stand already. Lux, maintained. */
export interface LightReport {
  readonly lamps: readonly {
    readonly at: LonLat
    readonly direction: number
    readonly height: number
    readonly lumens: number
  }[]
  readonly stretches: readonly StretchReport[]
  /** Iso-lux lines. */
  readonly isoLines: readonly { readonly lux: number; readonly line: readonly LonLat[] }[]
  /** Lux about the lamps, rows from south to north: for a picture on the map. */
  readonly raster: {
    readonly west: number
    readonly south: number
    readonly east: number
    readonly north: number
    readonly columns: number
    readonly rows: number
    readonly lux: Float32Array
  }
  /** Metres of street that reach the class now and did not before. */
  readonly metresBroughtUp: number
  readonly metresFailing: number
  readonly assumptions: readonly Text[]
}

export interface StretchReport {
  readonly id: string
  readonly name: string
  readonly line: readonly LonLat[]
  readonly width: number
  readonly length: number
  readonly wanted: string
  readonly before: StretchLux
  readonly after: StretchLux
}

export interface StretchLux {
  readonly mean: number
  readonly minimum: number
  readonly uniformity: number
  readonly reached: string | null
  readonly fails: readonly ('mean' | 'minimum' | 'uniformity')[]
}
