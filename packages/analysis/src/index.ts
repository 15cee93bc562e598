export {
  type IncidentColumns,
  type Precision,
  placedPrecisions,
  precisions,
  type TimePrecision,
  timePrecisions,
} from './incidents/columns.ts'
