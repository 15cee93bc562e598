import type { StudyArea } from '../area/study-area.ts'
import type { ClusterParameters } from '../clusters.ts'
import type { EffectQuestion } from '../effect.ts'
import type { GridChoice } from '../grids/grid.ts'
import type { HotspotQuestion } from '../hotspot-question.ts'
import type { IncidentFilter } from '../incidents/filter.ts'
import type { Fold } from '../judge-fold.ts'
import type { KnoxParameters } from '../knox.ts'
import type { RepeatParameters } from '../repeat-places.ts'
import type { TrendParameters } from '../trend.ts'

/** Rises when a method changes so that the same question gives other figures. */
export const analysisMethods = 1

/** What can be asked and saved, each with all that its answer follows from beside the incidents and the streets. */
export const analysisKinds = [
  'hotspots',
  'prediction',
  'knox',
  'clusters',
  'trend',
  'change',
  'hours',
  'places',
  'effect',
] as const
export type AnalysisKind = (typeof analysisKinds)[number]

/** Incidents of an area, or wherever they are. */
export interface Chosen {
  readonly area: StudyArea | null
  readonly filter: IncidentFilter
}

/** Incidents of an area by cells. The period of the filter is not used: periods are asked for by themselves. */
export interface InCells {
  readonly area: StudyArea
  readonly filter: IncidentFilter
  readonly cells: GridChoice
}

/** From a minute up to another. */
export interface Period {
  readonly from: number
  readonly until: number
}

/** `count` periods of so many days that end at `until`. */
export interface Periods {
  readonly until: number
  readonly count: number
  readonly days: number
}

export type AnalysisQuestion =
  | ({ readonly kind: 'hotspots' } & HotspotQuestion)
  | ({
      readonly kind: 'prediction'
      readonly folds: readonly Fold[]
      readonly shares: readonly number[]
    } & HotspotQuestion)
  | ({ readonly kind: 'knox'; readonly parameters: KnoxParameters; readonly seed: number } & Chosen)
  | ({ readonly kind: 'clusters'; readonly parameters: ClusterParameters } & Chosen)
  | ({ readonly kind: 'trend'; readonly periods: Periods; readonly parameters: TrendParameters } & InCells)
  | ({
      readonly kind: 'change'
      readonly before: Period
      readonly after: Period
      readonly alpha: number
    } & InCells)
  | ({ readonly kind: 'hours' } & Chosen)
  | ({ readonly kind: 'places'; readonly parameters: RepeatParameters } & Chosen)
  | ({ readonly kind: 'effect' } & EffectQuestion)
export type QuestionOf<K extends AnalysisKind> = Extract<AnalysisQuestion, { kind: K }>

/** When and of what kinds and sources incidents may matter to the answer; null where none do. All others are not kept with it. */
export function neededBy(
  question: AnalysisQuestion,
): Pick<IncidentFilter, 'from' | 'until' | 'kinds' | 'sources'> | null {
  if (question.kind === 'effect') return null
  const { kinds, sources } = question.filter
  const span = (periods: readonly Period[]) => ({
    from: Math.min(...periods.map(({ from }) => from)),
    until: Math.max(...periods.map(({ until }) => until)),
  })
  switch (question.kind) {
    case 'prediction':
      return { ...span(question.folds), kinds, sources }
    case 'trend': {
      const { until, count, days } = question.periods
      return { from: until - count * days * 1440, until, kinds, sources }
    }
    case 'change':
      return { ...span([question.before, question.after]), kinds, sources }
    default:
      return { from: question.filter.from, until: question.filter.until, kinds, sources }
  }
}
