import type { AnalysisQuestion, SavedResult } from '@trygghetskartan/analysis'
import type { Sql } from '../database/database.ts'

export interface DemoAnalysis {
  readonly title: string
  readonly methods: number
  readonly question: AnalysisQuestion
  readonly result: SavedResult
  readonly n: number | null
  /** Packed incidents and their name. */
  readonly incidents: { readonly name: string; readonly content: Buffer }
}

/** Stores analyses of the demonstration, shared with the police. As the owner. */
export async function insertDemoAnalyses(
  sql: Sql,
  analyses: readonly DemoAnalysis[],
  at: Date,
): Promise<void> {
  for (const { title, methods, question, result, n, incidents } of analyses) {
    await sql`
      insert into core.analysis_inputs (sha256, content) values (${incidents.name}, ${incidents.content}) on conflict do nothing`
    await sql`
      insert into core.analyses (kind, title, shared, methods, question, incidents, result, n, demo, created_at)
      values (${question.kind}, ${title}, true, ${methods}, ${JSON.stringify(question)}::text::json, ${incidents.name},
        ${JSON.stringify(result)}::text::json, ${n}, true, ${at})`
  }
}

/** Removes them with the incidents they were made of. */
export const deleteDemoAnalyses = (sql: Sql): Promise<unknown> => sql`delete from core.analyses where demo`
