export { type Area, areaOf } from './area.ts'
export { type Catchments, catchmentsOf, type Reference, referencesOf, snap } from './catchments.ts'
export { type Ground, groundOf, type Stand, standOf } from './places.ts'
export {
  type Batch,
  batchesOf,
  inForce,
  type Squares,
  type Told,
  tellSquare,
  tellTogether,
  type Waiting,
} from './release.ts'
export {
  type Category,
  classify,
  coarsenTime,
  firstDay,
  type Level,
  monthNumber,
  type Rules,
  rules,
} from './rules.ts'
export { ringOfSquare, squareOf } from './square.ts'
