export { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
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
export {
  type AssumedCamera,
  assumedCamera,
  knownCameraOf,
} from './ground/assumed-camera.ts'
export type { Demand, DemandReport, IncidentCell, SurveyArea } from './ground/demand.ts'
export type {
  Box,
  Ground,
  GroundArea,
  GroundBuilding,
  GroundCamera,
  GroundLamp,
  GroundStreet,
  Rings,
  SensitiveArea,
  SensitiveUse,
} from './ground/ground.ts'
export { hoursOfWeek } from './ground/hours-of-week.ts'
export { lampsOf, type MeasuredLamps } from './ground/lamps-of.ts'
export { luminaireFrom } from './ground/luminaire-file.ts'
export type {
  CameraMeasure,
  ClearanceMeasure,
  KnownCamera,
  KnownLight,
  LampArrangement,
  LightMeasure,
  PresenceMeasure,
  SitingMeaning,
  SitingMeasure,
  WeekHours,
} from './ground/measure.ts'
export { type LayerObject, measureFrom } from './ground/measure-from.ts'
export { areaOf, isWithin, type PlaneArea, planeArea } from './ground/plane-area.ts'
export { towardsStreet } from './ground/towards-street.ts'
export {
  buildingAt,
  buildingsNear,
  isOpenGround,
  isWater,
  type Town,
  type TownArea,
  type TownBuilding,
  type TownCamera,
  type TownLamp,
  type TownSensitive,
  type TownStreet,
  townFrom,
} from './ground/town.ts'
export { readIes } from './ies.ts'
export { type Illuminance, type IlluminanceOptions, illuminanceAt, type Lamp } from './illuminance.ts'
export { type IsoLine, isoLines } from './iso-lines.ts'
export { type Isovist, isovistArea, isovistRing, seesPoint } from './isovist.ts'
export { type LocalPlane, type LonLat, localPlane, obstaclesFrom } from './local-plane.ts'
export { intensityAt, type Luminaire, lumensOf, type PhotometryRefusal } from './photometry.ts'
export { type BuiltProposal, buildProposal } from './proposal/build.ts'
export { type CoveredRisk, riskCovered } from './proposal/covered-risk.ts'
export { type Reproduction, reproduce } from './proposal/reproduce.ts'
export type {
  CameraTemplate,
  ClearingTemplate,
  Costs,
  DrawnCandidate,
  LampTemplate,
  MeansKind,
  PresenceTemplate,
  ProposalInputs,
  ProposalRequest,
  ProposalRules,
} from './proposal/request.ts'
export type { Constraint, MeansAnswer, ProposalResult, ProposedSite } from './proposal/result.ts'
export { methodsVersion, type SitingRun, type SitingRunKind } from './proposal/run.ts'
export { type SolveOptions, solveProposal } from './proposal/solve.ts'
export { type CameraReport, type CameraReportInputs, cameraReport } from './reports/camera-report.ts'
export { type CameraShape, cameraShape, type ShapeZone } from './reports/camera-shape.ts'
export {
  type ClearanceReport,
  type ClearanceReportInputs,
  clearanceReport,
} from './reports/clearance-report.ts'
export {
  type LightReport,
  type LightReportInputs,
  type LuminaireFiles,
  lightReport,
  type StretchLux,
  type StretchReport,
} from './reports/light-report.ts'
export { type PlaceFacts, type PlaceFactsInputs, placeFacts } from './reports/place-facts.ts'
export {
  type PlacedCamera,
  placedCamera,
  seesUnmasked,
  standingCameras,
} from './reports/placed-camera.ts'
export { type PlanReport, type PlanReportInputs, planReport } from './reports/plan-report.ts'
export { defaultRisk, type RiskPart, type RiskSettings } from './risk/settings.ts'
export {
  type PartTold,
  type RiskEntries,
  type RiskSurface,
  riskByHour,
  riskParts,
  riskSurface,
  type SurfaceOptions,
} from './risk/surface.ts'
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
