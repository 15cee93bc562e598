import {
  type AnalysisQuestion,
  answerTo,
  forSaving,
  geojsonOf,
  type IncidentColumns,
  type RowPlace,
  rowsToName,
  type SavedResult,
  tableOf,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import { analysisOf, changeOf } from './analysis-of.ts'
import { areaOf } from './area-of.ts'
import { countIncidents } from './counts.ts'
import type { HotspotQuestion, Streets } from './hotspot-protocol.ts'

/** An answer with all it follows from, as it is saved and put in files. */
export interface WholeAnswer {
  readonly asked: AnalysisQuestion
  readonly result: SavedResult
  /** Lines in metres, where streets were asked about. */
  readonly streets: readonly (readonly Position[])[] | null
  /** Column names and rows. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Text of a GeoJSON file; null where the rows are no places. */
  readonly geojson: string | null
  /** Rows that a name says something of. */
  readonly toName: readonly RowPlace[]
}

/** Rows that one request names. */
const mostNamed = 1000

/** Answers a question once more, whole. */
export async function wholeAnswer(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  streets: Streets | null,
  tell: (done: number) => void,
): Promise<WholeAnswer | Refusal> {
  const { srid } = incidents
  const ground = areaOf(incidents, question)
  const n = question.method === 'clusters' ? countIncidents(incidents, question, ground).n : 0
  const asked = changeOf(question, ground) ?? analysisOf(question, ground, n)
  const lines = streets?.map((line) => line.map((place): Position => fromWgs84(srid, [...place]))) ?? null
  const answer = await answerTo(
    asked,
    { incidents, ...(lines && { streets: lines }) },
    { onProgress: (done, of) => tell(of > 0 ? done / of : 1) },
  )
  if (isRefusal(answer)) return answer
  const result = forSaving(asked.kind, answer)
  const table = tableOf(asked, result, lines ?? undefined)
  if (isRefusal(table)) return table
  const { area: _, ...told } = asked as Extract<AnalysisQuestion, { area: unknown }>
  const map = table.shapes && geojsonOf(table, srid, told)
  return {
    asked,
    result,
    streets: lines,
    columns: table.columns,
    rows: table.rows,
    geojson: map && !isRefusal(map) ? JSON.stringify(map) : null,
    toName: rowsToName(table, srid, mostNamed),
  }
}
