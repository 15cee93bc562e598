import type { Text } from '@trygghetskartan/api/contract'

/** Columns of an analysis as a table, as the server's own export names them. */
export const analysisColumns: Readonly<Record<string, Text>> = {
  cell: { sv: 'ruta', en: 'cell' },
  stretch: { sv: 'gatudel', en: 'stretch' },
  metres: { sv: 'längd_m', en: 'length_m' },
  east: { sv: 'öst', en: 'east' },
  north: { sv: 'nord', en: 'north' },
  incidents: { sv: 'händelser', en: 'incidents' },
  class: { sv: 'klass', en: 'class' },
  ratio: { sv: 'kvot', en: 'ratio' },
  low: { sv: 'kvot_lägst', en: 'ratio_low' },
  high: { sv: 'kvot_högst', en: 'ratio_high' },
  metres_from: { sv: 'meter_från', en: 'metres_from' },
  metres_to: { sv: 'meter_till', en: 'metres_to' },
  days_from: { sv: 'dagar_från', en: 'days_from' },
  days_to: { sv: 'dagar_till', en: 'days_to' },
  observed: { sv: 'observerat', en: 'observed' },
  expected: { sv: 'väntat', en: 'expected' },
  simulated: { sv: 'simulerat', en: 'simulated' },
  cluster: { sv: 'kluster', en: 'cluster' },
  first_day: { sv: 'första_dag', en: 'first_day' },
  last_day: { sv: 'sista_dag', en: 'last_day' },
  place: { sv: 'plats', en: 'place' },
  where: { sv: 'var', en: 'where' },
}
