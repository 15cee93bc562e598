export { type AssumedLamp, assumedLamp, type KnownLamp } from './assumed-lamp.ts'
export {
  type Camera,
  type CameraView,
  cameraView,
  distanceAtDensity,
  groundDistanceAtDensity,
} from './camera.ts'
export { type Bound, boundPlacement, defaultMemory, gapOf } from './coverage/bound.ts'
export { compareMeans, type Means, type MeansResult, restrictTo } from './coverage/compare.ts'
export { coveredShares, evaluate, existingShares } from './coverage/evaluate.ts'
export { type DemandTags, explainPlacement, type SiteReason, type TaggedWeight } from './coverage/explain.ts'
export { greedyPlacement } from './coverage/greedy.ts'
export {
  defaultEffort,
  proposePlacement,
  type SearchOptions,
  type SearchResult,
} from './coverage/heuristic.ts'
export type { SolverSource } from './coverage/highs.ts'
export { keepsRules } from './coverage/keeps-rules.ts'
export type {
  CandidateSite,
  CoverageProblem,
  CoverMatrix,
  ExistingAssets,
  MinimumShare,
  Placement,
  PlacementRules,
  RuleName,
  RuleRefusal,
} from './coverage/problem.ts'
export { type ProofOptions, type ProofProgress, type ProofResult, provePlacement } from './coverage/prove.ts'
export { checkProblem } from './coverage/validate.ts'
export {
  type CameraCoverage,
  type CoverageShares,
  cameraCoverage,
  cameraSees,
  coverageShares,
  type Mask,
  multiPolygonOf,
  pointsSeen,
} from './coverage-area.ts'
export { type DensityEdition, type DensityZone, densityZones } from './density-zones.ts'
export { readEulumdat } from './eulumdat.ts'
export { genericRoadLuminaire } from './generic-luminaire.ts'
export { readIes } from './ies.ts'
export { type Illuminance, type IlluminanceOptions, illuminanceAt, type Lamp } from './illuminance.ts'
export { type IsoLine, isoLines } from './iso-lines.ts'
export { type Isovist, isovistArea, isovistRing, seesPoint } from './isovist.ts'
export { type LocalPlane, type LonLat, localPlane, obstaclesFrom } from './local-plane.ts'
export { intensityAt, type Luminaire, lumensOf, type PhotometryRefusal } from './photometry.ts'
export { isRefusal, type Refusal, refuse } from './refusal.ts'
export { type Corner, type Obstacles, prepareScene, type Scene } from './scene.ts'
export {
  classReached,
  type StreetClass,
  type StretchLight,
  streetClasses,
  stretchLight,
} from './street-classes.ts'
export { lightStretches, type Stretch, type StretchResult } from './stretches.ts'
export { gridPoints, type PointGrid, type SurfacePoints, stretchPoints } from './surface-points.ts'
export type { Band } from './view-pieces.ts'
export { visibleFrom } from './visibility.ts'
