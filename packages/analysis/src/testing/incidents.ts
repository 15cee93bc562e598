import { columnsOf, type IncidentRow } from '../incidents/rows.ts'

/** Incidents to the minute at exact places of EPSG:3006, with what differs. */
export const incidentsAt = (rows: readonly (Partial<IncidentRow> & { x: number; y: number })[]) =>
  columnsOf(
    rows.map((row) => ({
      from: 0,
      timePrecision: 'minute',
      kind: 'Skadegörelse',
      precision: 'exact',
      source: 'incidents',
      ...row,
    })),
    3006,
  )
