import type { SurveyRow } from '@trygghetskartan/formats'
import type { Sql } from '../database/database.ts'

/** Names of areas as the map has them, by what a table may call them: the name in small letters, or a code. */
export interface SurveyAreas {
  readonly byName: ReadonlyMap<string, string>
  readonly byCode: ReadonlyMap<string, string>
}

export async function readSurveyAreas(sql: Sql): Promise<SurveyAreas> {
  const names = await sql<{ title: string }[]>`select distinct title from core.safety_survey_areas`
  const codes = await sql<{ code: string; area: string }[]>`select code, area from core.survey_codes`
  return {
    byName: new Map(names.map(({ title }) => [title.toLowerCase(), title])),
    byCode: new Map(codes.map(({ code, area }) => [code, area])),
  }
}

/** Remembers which code goes with which area, where a table says both. */
export async function keepCodes(sql: Sql, rows: readonly Pick<SurveyRow, 'area' | 'code'>[]): Promise<void> {
  const codes = new Map(rows.flatMap(({ area, code }) => (code ? [[code, area] as const] : [])))
  const given = JSON.stringify([...codes].map(([code, area]) => ({ code, area })))
  await sql`
    insert into core.survey_codes (code, area)
    select code, area from jsonb_to_recordset(${given}::text::jsonb) as c(code text, area text)
    on conflict (code) do update set area = excluded.area`
}

/** Writes results; returns how many are new or other than before. */
export async function writeResults(sql: Sql, rows: readonly SurveyRow[]): Promise<number> {
  const given = JSON.stringify(
    rows.map(({ area, year, question, share, n, responseRate, source }) => ({
      ...{ area, year, question, share, n, source, response_rate: responseRate },
    })),
  )
  const { count } = await sql`
    insert into core.survey_results as r (area, year, question, share, n, response_rate, source)
    select area, year, question, share, n, response_rate, source from jsonb_to_recordset(${given}::text::jsonb)
      as g(area text, year integer, question text, share double precision, n integer, response_rate double precision, source text)
    on conflict (area, question, year) do update
      set share = excluded.share, n = excluded.n, response_rate = excluded.response_rate, source = excluded.source, imported_at = now()
      where (r.share, r.n, r.response_rate, r.source) is distinct from (excluded.share, excluded.n, excluded.response_rate, excluded.source)`
  return count
}
