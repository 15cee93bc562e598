import type { LeftOut } from '@trygghetskartan/analysis'
import type { Refusal } from '@trygghetskartan/geo'
import type { Feature } from 'geojson'
import type { GiClass } from './gi-ramp.ts'
import type { CellShape, Comparison, Method, Place } from './hotspot-view.ts'
import type { WeekCount } from './timeline.tsx'
import type { WeekHours } from './week-hours.ts'

/** Polygons in degrees, as a MultiPolygon has them. */
export type AreaInDegrees = readonly (readonly (readonly Place[])[])[]

/** What is asked of the worker: the view with everything said. Days are in, both ends. */
export interface HotspotQuestion {
  readonly method: Method
  readonly from: string | null
  readonly to: string | null
  readonly hours: WeekHours | null
  /** Codes of kinds. */
  readonly kinds: readonly string[] | null
  readonly sources: readonly string[] | null
  /** null: all the ground that incidents are known from. */
  readonly area: AreaInDegrees | null
  readonly shape: CellShape
  /** Metres. */
  readonly cell: number
  /** Metres; null for the suggested one. */
  readonly bandwidth: number | null
  readonly against: Comparison | null
}

export type HotspotWork =
  | { readonly kind: 'picture'; readonly question: HotspotQuestion }
  | { readonly kind: 'explain'; readonly question: HotspotQuestion; readonly at: Place }

export interface HotspotReports {
  readonly picture: Picture
  readonly explain: Explanation
}

/** What there is of each, whatever else is chosen: charts filter the map, and the map filters the charts. */
export interface Counts {
  /** Incidents in the store. */
  readonly stored: number
  /** That enter the figure: chosen, placed and within the area. */
  readonly n: number
  /** Chosen and placed, but outside the area. */
  readonly outside: number
  /** Of `n`, known as a span of time. */
  readonly spread: number
  readonly leftOut: readonly LeftOut[]
  /** Code -> incidents, whatever kinds are chosen. */
  readonly byKind: Readonly<Record<string, number>>
  /** 168 counts, Monday 00-01 first, whatever hours are chosen. */
  readonly byHour: Float64Array
  /** Whatever period is chosen; no gaps. */
  readonly byWeek: readonly WeekCount[]
  /** Name -> incidents in the store, placed or not. */
  readonly bySource: Readonly<Record<string, { readonly all: number; readonly placed: number }>>
}

/** A hotspot: cells that hang together. */
export interface Spot {
  /** Its surest cell: names it in an address. */
  readonly at: Place
  readonly box: readonly [west: number, south: number, east: number, north: number]
  readonly cells: number
  readonly n: number
  /** How many there would be if all were spread evenly over the area. */
  readonly expected: number
  readonly z: number
  readonly p: number
  readonly giClass: GiClass
}

export interface GiFigure {
  readonly method: 'gi'
  readonly cells: number
  readonly features: readonly Feature[]
  readonly spots: readonly Spot[]
  /** How many cells of each class. */
  readonly classes: Readonly<Record<string, number>>
}
export type Figure = GiFigure

export interface Picture {
  readonly question: HotspotQuestion
  readonly counts: Counts
  readonly figure: Figure | Refusal
  /** Where was looked, in degrees. */
  readonly area: AreaInDegrees
  /** km². */
  readonly squareKilometres: number
  readonly srid: number
  /** Milliseconds it took. */
  readonly took: number
}

export interface Explanation {
  readonly at: Place
  readonly spot: Spot | null
}
