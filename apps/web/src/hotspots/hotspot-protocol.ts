import type {
  AnalysisQuestion,
  KnoxCell,
  LeftOut,
  PeriodChange,
  Remark,
  TrendClass,
} from '@trygghetskartan/analysis'
import type { Refusal } from '@trygghetskartan/geo'
import type { Feature } from 'geojson'
import type { GiClass } from './gi-ramp.ts'
import type { CellShape, Comparison, Method, Place } from './hotspot-view.ts'
import type { WeekCount } from './timeline.tsx'
import type { WeekHours } from './week-hours.ts'
import type { WholeAnswer } from './whole-answer.ts'

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
  /** Days are counted up to this one where no end is chosen: today. */
  readonly today: string
}

/** Street lines in degrees: asked for where stretches of street are. */
export type Streets = readonly (readonly Place[])[]

export type HotspotWork =
  | { readonly kind: 'picture'; readonly question: HotspotQuestion; readonly streets: Streets | null }
  | { readonly kind: 'explain'; readonly question: HotspotQuestion; readonly at: Place }
  | { readonly kind: 'near'; readonly question: HotspotQuestion }
  | { readonly kind: 'prediction'; readonly question: HotspotQuestion }
  | { readonly kind: 'whole'; readonly question: HotspotQuestion; readonly streets: Streets | null }
  | { readonly kind: 'points'; readonly question: HotspotQuestion; readonly box: Box }

/** [west, south, east, north] in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

export interface HotspotReports {
  readonly picture: Picture
  readonly explain: Explanation
  readonly near: NearAnswer | Refusal
  readonly prediction: PredictionAnswer | Refusal
  readonly points: readonly Feature[]
  readonly whole: WholeAnswer | Refusal
}

/** What there is of each, whatever else is chosen: charts filter the map, and the map filters the charts. */
export interface Counts {
  /** Incidents in the store. */
  readonly stored: number
  /** That enter: chosen, placed and within the area. */
  readonly n: number
  /** Chosen and placed, but outside the area. */
  readonly outside: number
  /** Of `n`, known as a span of time that is chosen in part. */
  readonly spread: number
  readonly leftOut: readonly LeftOut[]
  /** Code -> incidents, whatever kinds are chosen. */
  readonly byKind: Readonly<Record<string, number>>
  /** 168 counts, Monday 00-01 first, whatever hours are chosen; those known as a span are spread over it. */
  readonly byHour: Float64Array
  /** Of these, without a known time of day. */
  readonly untimed: number
  /** Whatever period is chosen; no gaps. */
  readonly byWeek: readonly WeekCount[]
  /** Name -> incidents in the store, placed or not. */
  readonly bySource: Readonly<Record<string, { readonly all: number; readonly placed: number }>>
}

/** A place of the list: a hotspot, cluster, cell, street or repeated place. */
export interface Spot {
  /** Names it in an address. */
  readonly at: Place
  readonly box: Box
  /** Cells that hang together; 1 for what is no cells. */
  readonly cells: number
  readonly n: number
  /** How many there would be if all were spread evenly over the area; null where the method knows of none. */
  readonly expected: number | null
  readonly z: number | null
  readonly p: number | null
  readonly q: number | null
  /** Of Gi* and change how certain; of trend an index into its classes; else 0. */
  readonly level: number
}

interface Drawn {
  readonly features: readonly Feature[]
  readonly spots: readonly Spot[]
}
export interface CellsFigure extends Drawn {
  readonly kind: 'cells'
  readonly of: 'cells' | 'streets'
  /** How many were tested. */
  readonly cells: number
  /** How many of each class. */
  readonly classes: Readonly<Partial<Record<GiClass, number>>>
}
export interface TrendFigure extends Drawn {
  readonly kind: 'trend'
  readonly cells: number
  readonly tested: number
  readonly periods: number
  readonly sizes: Readonly<Record<TrendClass, number>>
}
export interface DensityFigure {
  readonly kind: 'density'
  readonly columns: number
  readonly rows: number
  /** 0 outside and where next to nothing is, up to 255; rows from the south. */
  readonly levels: Uint8Array
  /** North-west, north-east, south-east, south-west. */
  readonly corners: readonly [Place, Place, Place, Place]
  /** Incidents per km². */
  readonly mean: number
  readonly most: number
  readonly bandwidth: number
  readonly suggested: boolean
}
export interface ClustersFigure extends Drawn {
  readonly kind: 'clusters'
  readonly distance: number
  readonly least: number
  /** Incidents in no cluster. */
  readonly alone: number
}
export interface PlacesFigure extends Drawn {
  readonly kind: 'places'
  readonly places: number
  readonly repeated: number
  readonly atRepeated: number
  readonly expectedAtRepeated: number
  readonly tolerance: number
  /** Share of all incidents that a twentieth of the places hold. */
  readonly topHeld: number | null
}
/** Reckoned by itself, with progress. */
export interface NearFigure {
  readonly kind: 'near'
}
export type Figure = CellsFigure | TrendFigure | DensityFigure | ClustersFigure | PlacesFigure | NearFigure

/** One period against another, in all of the area. */
export interface Change {
  readonly before: { readonly from: string; readonly to: string; readonly n: number }
  readonly after: { readonly from: string; readonly to: string; readonly n: number }
  readonly whole: PeriodChange['change']
  readonly remarks: readonly Remark[]
}

type WithoutArea<Question> = Question extends unknown ? Omit<Question, 'area'> : never
export type Asked = WithoutArea<AnalysisQuestion>

export interface Picture {
  readonly question: HotspotQuestion
  readonly counts: Counts
  readonly figure: Figure | Refusal
  readonly remarks: readonly Remark[]
  /** Incidents that the figure rests on. */
  readonly n: number
  readonly change: Change | Refusal | null
  /** What the answer follows from, but the area: that may have thousands of corners. */
  readonly asked: Asked
  /** Of the area, km². */
  readonly squareKilometres: number
  readonly srid: number
  /** Milliseconds it took. */
  readonly took: number
}

export interface NearAnswer {
  readonly n: number
  readonly distances: readonly number[]
  readonly days: readonly number[]
  readonly table: readonly (readonly KnoxCell[])[]
  readonly remarks: readonly Remark[]
  readonly leftOut: readonly LeftOut[]
  readonly runs: number
  readonly seed: number
}

export interface PredictionAnswer {
  /** Incidents it was judged by. */
  readonly n: number
  readonly folds: number
  readonly days: number
  readonly past: number
  /** At each share of the area, 0 to 1. */
  readonly shares: readonly {
    readonly area: number
    readonly held: number
    readonly pai: number
    readonly paiLeast: number
    readonly paiMost: number
    readonly pei: number
  }[]
  readonly remarks: readonly Remark[]
}

export interface Explanation {
  readonly question: HotspotQuestion
  readonly at: Place
  /** The hotspot the place is in, or its cell; null where the method has no cells, or the place is outside. */
  readonly spot: Spot | null
  /** Outline of what is explained: cells, or a circle of so many metres. */
  readonly outline: AreaInDegrees
  readonly radius: number | null
  readonly n: number
  readonly byHour: Float64Array
  readonly byKind: Counts['byKind']
  readonly byWeek: readonly WeekCount[]
  /** Against as long a time before; null where that reaches before what is known. */
  readonly change: {
    readonly before: number
    readonly after: number
    readonly whole: PeriodChange['change']
  } | null
  readonly places: readonly { readonly at: Place; readonly n: number }[]
}
