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
export { defaultSeed, type Random, seeded } from './random.ts'
