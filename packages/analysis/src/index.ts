export { incidentGround } from './area/incident-ground.ts'
export { placeIn } from './area/place-in.ts'
export { type Box, boxOfArea, checkArea, type StudyArea, squareMetresOf } from './area/study-area.ts'
export {
  type AccuracySpread,
  type BackTestResult,
  backTest,
  foldsUntil,
  type Spread,
} from './back-test.ts'
export { type Cluster, type ClusterParameters, type ClustersResult, clusters } from './clusters.ts'
export { defaultRuns, type PermutationRuns } from './conditional-permutations.ts'
export { countsByPeriod, type PeriodCounts, periodsUntil } from './counts-by-period.ts'
export { suggestedBandwidth } from './density/bandwidth.ts'
export { type Kernel, kernels } from './density/kernels.ts'
export { type DensityLevel, densityLevels, densityShares } from './density/levels.ts'
export type { Raster } from './density/raster.ts'
export {
  type BeforeAfter,
  type Effect,
  type EffectQuestion,
  effectOf,
  type WdqMeaning,
  type WeightedDifference,
} from './effect.ts'
export { discoveryClasses, discoveryCut, discoveryLevels, discoveryQ } from './false-discovery-rate.ts'
export { gi, giStar, giStarPermuted, type LocalStatistic } from './gi-star.ts'
export { type Binned, binIncidents } from './grids/bin.ts'
export { cellAt, ringOf } from './grids/cell-at.ts'
export {
  cellArea,
  type Grid,
  type GridChoice,
  type GridKind,
  gridOver,
  mostCells,
  sizeThatWorks,
} from './grids/grid.ts'
export { gridNeighbours, type NeighbourRule, type Neighbours } from './grids/neighbours.ts'
export { type HotspotData, hotspots } from './hotspot.ts'
export {
  defaultDensity,
  defaultHotspots,
  defaultMoran,
  defaultStreets,
  type HotspotMethod,
  type HotspotQuestion,
  type StreetChoice,
} from './hotspot-question.ts'
export { refuseSelection, remarksOnCells, remarksOnSelection } from './hotspot-remarks.ts'
export {
  type CellFigures,
  type DensityFigures,
  type HotspotResult,
  hotspotsVersion,
} from './hotspot-result.ts'
export { type HourWeekday, hourWeekday } from './hour-weekday.ts'
export {
  type IncidentColumns,
  type Precision,
  placedPrecisions,
  precisions,
  type TimePrecision,
  timePrecisions,
} from './incidents/columns.ts'
export { everyIncident, type IncidentFilter, type Selection, selectIncidents } from './incidents/filter.ts'
export { packIncidents } from './incidents/pack.ts'
export { columnsOf, type IncidentRow } from './incidents/rows.ts'
export { takeRows } from './incidents/take-rows.ts'
export { unpackIncidents } from './incidents/unpack.ts'
export { type DayHours, dayMinutes, minuteOfWeek, type WeekChoice } from './incidents/week.ts'
export {
  addWeeks,
  isThird,
  isWeek,
  thirdOf,
  weekBegins,
  weekEnds,
  weekOf,
  weeksBetween,
  weeksOfThird,
} from './iso-week.ts'
export type { Fold, Forecast, JudgedCells, JudgedFold } from './judge-fold.ts'
export { type Density, type DensityParameters, kernelDensity } from './kernel-density.ts'
export {
  defaultKnox,
  type KnoxParameters,
  type KnoxResult,
  knox,
} from './knox.ts'
export type { KnoxCell } from './knox-table.ts'
export type { LeftOut, LeftOutReason, Remark } from './left-out.ts'
export { type LocalMoran, localMoran, moranQuadrants } from './local-moran.ts'
export { twoSidedP } from './normal.ts'
export { type FieldCover, type FieldPresence, fieldCover } from './patrol/field-cover.ts'
export { type PresenceEffect, presenceEffect } from './patrol/presence-effect.ts'
export {
  type ProposedZone,
  proposeZones,
  type ZoneBudget,
  type ZoneProposal,
} from './patrol/propose-zones.ts'
export { streetOutline } from './patrol/street-outline.ts'
export type { ShareWithInterval } from './patrol/wilson.ts'
export { zoneOutline } from './patrol/zone-outline.ts'
export { type ZoneShare, zoneShare } from './patrol/zone-share.ts'
export type { ZoneUnits } from './patrol/zone-units.ts'
export { type CountedPeriod, type PeriodChange, type PeriodRate, periodChange } from './period-change.ts'
export { poissonInterval, type RateRatio, rateRatio } from './poisson-interval.ts'
export { type Accuracy, predictionAccuracy } from './prediction-accuracy.ts'
export { defaultSeed, type Random, seeded } from './random.ts'
export {
  type HeldByTop,
  type RepeatedPlace,
  type RepeatParameters,
  type RepeatResult,
  repeatPlaces,
} from './repeat-places.ts'
export type { RunControl } from './run-steps.ts'
export { type AnswerTo, answerTo } from './saved/answer.ts'
export { type AnalysisGeoJson, geojsonOf } from './saved/geojson-of.ts'
export { type RowPlace, rowsToName, withNames } from './saved/named-rows.ts'
export { neededRows } from './saved/needed-rows.ts'
export {
  type AnalysisKind,
  type AnalysisQuestion,
  analysisKinds,
  analysisMethods,
  type Chosen,
  type Period,
  type Periods,
  type QuestionOf,
} from './saved/question.ts'
export {
  forSaving,
  type Reproduction,
  reproduceAnalysis,
  type SavedAnalysis,
  type SavedResult,
} from './saved/reproduce.ts'
export { type AnalysisTable, tableOf } from './saved/table-of.ts'
export { withoutSmallNumbers } from './small-numbers.ts'
export { snappedShare } from './snapped-points.ts'
export { binOnStreets, defaultReach, perHundredMetres, segmentNeighbours } from './streets/bin.ts'
export { nearestSegment } from './streets/nearest-segment.ts'
export { defaultLongest, type Segments, streetSegments } from './streets/segments.ts'
export {
  type AtLeast,
  type SuppressedTable,
  sumPublished,
  suppressTable,
  suppressTables,
} from './suppression.ts'
export { type ShareChange, type ShareInterval, shareChange, shareInterval } from './surveys/share-interval.ts'
export {
  defaultTrend,
  type TrendClass,
  type TrendParameters,
  type TrendResult,
  trend,
  trendClasses,
} from './trend.ts'
