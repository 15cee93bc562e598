import { type AnalysisTable, tableOf } from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import type { Text } from '@trygghetskartan/layers'
import type { NewAnalysis } from '../contract-analyses.ts'
import { decimal, harmless, quoted } from '../csv.ts'
import { ProblemError } from '../errors.ts'
import type { Language } from '../language.ts'

/** A result as a table. Throws `invalid` where it is no answer to its question. */
export function checkedTable(
  question: NewAnalysis['question'],
  result: NewAnalysis['result'],
  streets: NewAnalysis['streets'],
): AnalysisTable {
  const table = triedTable(question, result, streets)
  const isPlain = (cell: unknown) => cell === null || typeof cell === 'string' || typeof cell === 'number'
  if (table?.rows.every((row) => row.every(isPlain))) return table
  throw invalid('result', 'Resultatet svarar inte på frågan.', 'The result does not answer the question.')
}

function triedTable(
  question: NewAnalysis['question'],
  result: NewAnalysis['result'],
  streets: NewAnalysis['streets'],
): AnalysisTable | null {
  try {
    const lines = streets?.map((line) => line.map(([x, y]): [number, number] => [x, y]))
    const table = tableOf(question, result, lines)
    if (isRefusal(table)) throw invalid('question', table.text.sv, table.text.en)
    return table
  } catch (error) {
    // What is not there cannot be read as what it should be.
    if (error instanceof TypeError) return null
    throw error
  }
}

export const invalid = (field: string, sv: string, en: string): ProblemError =>
  new ProblemError('invalid', { sv, en }, { errors: [{ field, message: { sv, en } }] })

/** The table with its header in the caller's language, semicolons and a byte order mark as Swedish spreadsheets expect. */
export function tableCsv({ columns, rows }: AnalysisTable, language: Language): string {
  const header = columns.map((name) => titles[name]?.[language] ?? name)
  const cell = (value: string | number | null) =>
    value === null ? '' : typeof value === 'number' ? decimal(value, language) : quoted(harmless(value))
  return `\ufeff${[header, ...rows.map((row) => row.map(cell))].map((row) => row.join(';')).join('\r\n')}\r\n`
}

const titles: Readonly<Record<string, Text>> = {
  cell: { sv: 'ruta', en: 'cell' },
  stretch: { sv: 'gatudel', en: 'stretch' },
  metres: { sv: 'längd_m', en: 'length_m' },
  east: { sv: 'öst', en: 'east' },
  north: { sv: 'nord', en: 'north' },
  incidents: { sv: 'händelser', en: 'incidents' },
  z: { sv: 'z', en: 'z' },
  i: { sv: 'morans_i', en: 'morans_i' },
  class: { sv: 'klass', en: 'class' },
  quadrant: { sv: 'kvadrant', en: 'quadrant' },
  per_km2: { sv: 'per_km2', en: 'per_km2' },
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
  weekday: { sv: 'veckodag', en: 'weekday' },
  hour: { sv: 'timme', en: 'hour' },
  past_from: { sv: 'underlag_från', en: 'past_from' },
  split: { sv: 'prognos_från', en: 'forecast_from' },
  next_until: { sv: 'prognos_till', en: 'forecast_until' },
  past: { sv: 'händelser_i_underlaget', en: 'incidents_in_past' },
  next: { sv: 'händelser_att_förutsäga', en: 'incidents_to_predict' },
  area_share: { sv: 'andel_av_ytan', en: 'share_of_area' },
  hits: { sv: 'träffar', en: 'hits' },
  held: { sv: 'andel_träffar', en: 'share_of_hits' },
  not_judged: { sv: 'ej_prövad', en: 'not_judged' },
  figure: { sv: 'uppgift', en: 'figure' },
  value: { sv: 'värde', en: 'value' },
}
