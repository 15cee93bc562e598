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
export { areaOfRings, insideOf, type Rings } from './patrol/polygon.ts'
export {
  type ProposedZone,
  proposeZones,
  type ZoneBudget,
  type ZoneProposal,
} from './patrol/propose-zones.ts'
export { hourShares, type ShiftHours, type WeekMinutes, weekMinutes } from './patrol/week-minutes.ts'
export { type ZoneLeftOut, type ZoneShare, type ZoneShareQuestion, zoneShare } from './patrol/zone-share.ts'
export { neighboursOf, type ZoneUnits } from './patrol/zone-units.ts'
export { defaultSeed, type Random, seeded } from './random.ts'
export type { RunControl } from './run-steps.ts'
