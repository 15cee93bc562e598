import type { Grid } from './grids/grid.ts'
import type { HotspotQuestion } from './hotspot-question.ts'
import type { Density } from './kernel-density.ts'
import type { LeftOut, Remark } from './left-out.ts'
import type { Segments } from './streets/segments.ts'

/** Rises when a method changes so that the same question gives other figures. */
export const hotspotsVersion = 1

/** Of each cell or stretch of street what was found. */
export interface CellFigures {
  readonly kind: 'cells'
  readonly cells: Grid | Segments
  /** Incidents, as the sum of their weights. */
  readonly counts: Float64Array
  /** What was tested: counts, or of streets incidents per 100 m. */
  readonly values: Float64Array
  /** Gi*: standard deviations from no pattern. Local Moran: I. */
  readonly statistic: Float64Array
  /** Two-sided. */
  readonly p: Float64Array
  /** The least share of false discoveries at which it is one. */
  readonly q: Float64Array
  /** Gi*: 3, 2, 1 for hot at 99, 95, 90 %, negative for cold. Local Moran: as surely something, with `quadrant`. */
  readonly classes: Int8Array
  /** Local Moran: index into `moranQuadrants`. */
  readonly quadrant: Uint8Array | null
  /** Cells without neighbours: never hot. */
  readonly alone: number
}

export interface DensityFigures {
  readonly kind: 'density'
  readonly density: Density
}

export interface HotspotResult {
  readonly figures: CellFigures | DensityFigures
  /** Incidents that entered, and the sum of their weights. */
  readonly n: number
  readonly total: number
  /** How many of the chosen ones count in part, since their time is an interval. */
  readonly spread: number
  readonly leftOut: readonly LeftOut[]
  /** Chosen, but in no cell. */
  readonly outside: number
  /** How many of `outside` do lie in the area: in cells whose middle does not, or off the street. */
  readonly atEdge: number
  readonly remarks: readonly Remark[]
  readonly parameters: HotspotQuestion
  readonly seed: number
  readonly srid: number
  readonly version: number
}
