export { type Area, type Catchments, catchmentsOf, type Reference, referencesOf, snap } from './catchments.ts'
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
