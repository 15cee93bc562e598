import type { Sql } from '../database/database.ts'

/** Stores survey results of the demonstration; what others than planners may know of them is made as of any. @throws Error when some are lost */
export async function insertDemoSurveys(
  sql: Sql,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const { count } = await sql`
    insert into core.survey_results (id, area, year, question, share, n, response_rate, source, demo)
    select id, area, year, question, share, n, response_rate, source, demo
    from jsonb_populate_recordset(null::core.survey_results, ${sql.json(rows as never)})`
  if (count !== rows.length) throw new Error(`${rows.length - count} survey results were not stored`)
}

export async function deleteDemoSurveys(sql: Sql): Promise<void> {
  await sql`delete from core.survey_results where demo`
}
