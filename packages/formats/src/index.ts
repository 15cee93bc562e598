export type { Bytes } from './byte-source.ts'
export { readCsv } from './csv/read-csv.ts'
export { readGeoJson } from './geojson/read-geojson.ts'
export { formNames } from './incidents/date-survey.ts'
export { type DateForm, dateForms } from './incidents/dates.ts'
export { guessMapping } from './incidents/guess-mapping.ts'
export type { KnownKind } from './incidents/kind-words.ts'
export {
  type ColumnRole,
  columnRoles,
  type IncidentMapping,
  type IncidentPrecision,
  mappingSchema,
} from './incidents/mapping.ts'
export { openTable, type Reopen } from './incidents/open-table.ts'
export type { TableProblem } from './incidents/problem.ts'
export {
  type IncidentFlag,
  type ReadIncident,
  type ReadWithdrawal,
  readIncidents,
} from './incidents/read-incidents.ts'
export { type Surveyed, type SurveyedKind, surveyTable } from './incidents/survey-table.ts'
export type { BasemapFeature } from './osm/basemap-feature.ts'
export { type OsmReading, readOsm } from './osm/read-osm.ts'
export { type ArchivedTile, writePmtiles } from './pmtiles/write-pmtiles.ts'
export { Gazetteer, type GazetteerPlace } from './polisen/gazetteer.ts'
export { readPolisen } from './polisen/read-polisen.ts'
export { FormatError, type Read, type Refusal, type Text } from './refusal.ts'
export { readSurvey, type SurveyRow } from './survey/read-survey.ts'
export { type Field, folded, type Row, type TableOptions } from './table/field.ts'
export type { TableRecord } from './table/record.ts'
