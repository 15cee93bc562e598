export {
  type IncidentColumns,
  type Precision,
  placedPrecisions,
  precisions,
  type TimePrecision,
  timePrecisions,
} from './incidents/columns.ts'
export { packIncidents } from './incidents/pack.ts'
export { columnsOf, type IncidentRow } from './incidents/rows.ts'
export { unpackIncidents } from './incidents/unpack.ts'
export {
  defaultKnox,
  type KnoxParameters,
  type KnoxResult,
  knox,
} from './knox.ts'
export type { KnoxCell } from './knox-table.ts'
export type { LeftOut, LeftOutReason, Remark } from './left-out.ts'
export { defaultSeed, type Random, seeded } from './random.ts'
export type { RunControl } from './run-steps.ts'
