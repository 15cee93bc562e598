import type { LonLat } from '../local-plane.ts'
import type { SitingMeasure } from './measure.ts'

/** Rings of a polygon in degrees: an outer ring and then its holes. */
export type Rings = readonly (readonly LonLat[])[]

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number]

/**
 * What stands in a piece of town, as GET /api/siting/ground tells it. Degrees WGS 84 and metres; every list in the order
 * of its ids, so that the same ground is the same text. A multipolygon comes as one entry for each of its polygons,
 * all with the same id.
 */
export interface Ground {
  readonly box: Box
  readonly buildings: readonly GroundBuilding[]
  /** Walls, hedges and fences that stop the eye. */
  readonly walls: readonly { readonly id: string; readonly line: readonly LonLat[] }[]
  readonly streets: readonly GroundStreet[]
  /** Lamps the imported map knows; those of our own measures are in `measures`. */
  readonly lamps: readonly GroundLamp[]
  /** Cameras the imported map knows; they are somebody else's. */
  readonly cameras: readonly GroundCamera[]
  /** Shrubs and woods one cannot see through at eye height. */
  readonly greenery: readonly GroundArea[]
  /** Ground where being watched weighs more. */
  readonly sensitive: readonly SensitiveArea[]
  readonly water: readonly GroundArea[]
  /** Our own measures that stand already (built, in operation, evaluated). */
  readonly measures: readonly SitingMeasure[]
  /** Attribution lines of what was imported. */
  readonly sources: readonly string[]
}

export interface GroundArea {
  readonly id: string
  /** The imported map's own word: scrub, wood, water, … */
  readonly kind: string
  readonly name?: string
  readonly rings: Rings
}

/** Privacy weighs most where people live, learn, are cared for and worship. */
export type SensitiveUse = 'home' | 'school' | 'preschool' | 'care' | 'worship' | 'playground' | 'yard'

export interface SensitiveArea extends GroundArea {
  readonly use: SensitiveUse
}

export interface GroundBuilding {
  readonly id: string
  readonly use: 'home' | 'school' | 'preschool' | 'care' | 'worship' | 'other'
  /** Dwellings in it, 0 where nobody lives; an estimate unless `homesAssumed` is false. */
  readonly homes: number
  readonly homesAssumed: boolean
  readonly name?: string
  /** Metres. */
  readonly height?: number
  readonly rings: Rings
}

export interface GroundStreet {
  readonly id: string
  /** residential, footway, cycleway, service, … */
  readonly kind: string
  readonly name?: string
  /** Metres; by kind where the map does not say. */
  readonly width: number
  readonly widthAssumed: boolean
  /** null: the map does not say. */
  readonly lit: boolean | null
  /** Under ground, or in a building: no light from outside, no sight of it. */
  readonly covered: boolean
  readonly line: readonly LonLat[]
}

export interface GroundLamp {
  readonly id: string
  readonly at: LonLat
  readonly height?: number
  readonly lampType?: string
  readonly mount?: string
  readonly direction?: number
}

export interface GroundCamera {
  readonly id: string
  readonly at: LonLat
  readonly direction?: number
  /** fixed, panning, dome, … */
  readonly type?: string
  /** public, outdoor, indoor, … as the map has it. */
  readonly kind?: string
  readonly height?: number
}
