import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'

export interface StoredResult {
  readonly question: string
  readonly year: number
  readonly share: number | null
  readonly n: number | null
  readonly responseRate: number | null
  readonly source: string | null
  readonly suppressed: boolean
}

/** Results of an area as the audience may know them, by question and year. */
export const readResults = (sql: Sql, audience: Audience, area: string): Promise<StoredResult[]> => sql<
  StoredResult[]
>`
  select question, year, share, n, response_rate as "responseRate", source, suppressed
  from ${sql(schemaOf[audience])}.survey_results where area = ${area} order by question, year limit 2000`
