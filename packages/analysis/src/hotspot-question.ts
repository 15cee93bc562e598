import type { StudyArea } from './area/study-area.ts'
import { defaultRuns } from './conditional-permutations.ts'
import type { Kernel } from './density/kernels.ts'
import type { GridChoice } from './grids/grid.ts'
import type { NeighbourRule } from './grids/neighbours.ts'
import { everyIncident, type IncidentFilter } from './incidents/filter.ts'
import { defaultSeed } from './random.ts'
import { defaultReach } from './streets/bin.ts'
import { defaultLongest } from './streets/segments.ts'

/** Stretches of street of at most `longest` metres, each with what happened within `reach` metres of it. */
export interface StreetChoice {
  readonly kind: 'street'
  readonly longest: number
  readonly reach: number
}

export const defaultStreets: StreetChoice = { kind: 'street', longest: defaultLongest, reach: defaultReach }

export type HotspotMethod =
  | {
      readonly name: 'gi'
      readonly cells: GridChoice | StreetChoice
      /** Streets: those that meet, whatever is said here. */
      readonly neighbours: NeighbourRule
      /** How many permutations p comes from; null for the normal approximation. */
      readonly runs: number | null
    }
  | {
      readonly name: 'moran'
      readonly cells: GridChoice | StreetChoice
      readonly neighbours: NeighbourRule
      readonly runs: number
    }
  | {
      readonly name: 'density'
      readonly kernel: Kernel
      /** Metres; null for the suggested one. */
      readonly bandwidth: number | null
      readonly step: number
      readonly edgeCorrection: boolean
    }

/** All that a result follows from, beside the incidents and the streets: plain values, to be saved and asked again. */
export interface HotspotQuestion {
  readonly area: StudyArea
  readonly filter: IncidentFilter
  readonly method: HotspotMethod
  readonly seed: number
}

/** Hexagons of 150 m by Gi*: what one begins with. */
export const defaultHotspots: Omit<HotspotQuestion, 'area'> = {
  filter: everyIncident,
  method: { name: 'gi', cells: { kind: 'hexagon', size: 150 }, neighbours: 'adjacent', runs: null },
  seed: defaultSeed,
}

export const defaultMoran: Extract<HotspotMethod, { name: 'moran' }> = {
  name: 'moran',
  cells: { kind: 'hexagon', size: 150 },
  neighbours: 'adjacent',
  runs: defaultRuns,
}

export const defaultDensity: Extract<HotspotMethod, { name: 'density' }> = {
  name: 'density',
  kernel: 'quartic',
  bandwidth: null,
  step: 50,
  edgeCorrection: true,
}
