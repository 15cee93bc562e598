export {
  type Camera,
  type CameraView,
  cameraView,
  distanceAtDensity,
  groundDistanceAtDensity,
} from './camera.ts'
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
export { type Isovist, isovistArea, isovistRing, seesPoint } from './isovist.ts'
export { isRefusal, type Refusal, refuse } from './refusal.ts'
export { type Corner, type Obstacles, prepareScene, type Scene } from './scene.ts'
export type { Band } from './view-pieces.ts'
export { visibleFrom } from './visibility.ts'
