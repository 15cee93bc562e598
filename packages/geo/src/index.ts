export { areaProblem } from './area-problem.ts'
export { type BBox, bboxesTouch, bboxOf, bboxUnion, type Position, parseBBox } from './bbox.ts'
export { earthRadius, metresBetween } from './distance.ts'
export { featureSchema, geometrySchema, type PlainGeometry, positionSchema } from './geojson.ts'
export { latOf, lonOf, mercatorX, mercatorY } from './mercator.ts'
export { type PlaceName, placeWords } from './place-words.ts'
export { placeInRing } from './point-in-ring.ts'
export { fromWgs84, isKnownSrid, knownSrids, type Srid, toWgs84 } from './reference-systems.ts'
export { isRefusal, type Refusal, refuse } from './refusal.ts'
export { asSaved, type Difference, differences, nearly } from './same-figures.ts'
export { looksSwapped, sweden } from './swapped.ts'
export { deepestZoom, isTileAddress, type TileRange, tileBBox, tilesTouching } from './tile-address.ts'
export {
  defaultMaxVertices,
  type GeometryProblem,
  type GeometryProblemCode,
  type ValidationLimits,
  validateGeometry,
} from './validate-geometry.ts'
