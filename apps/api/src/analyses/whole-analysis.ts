import type { WholeAnalysis } from '../contract-analyses.ts'
import type { Sql } from '../database/database.ts'
import { pack, unpackKept } from '../kept-inputs.ts'
import { type AnalysisReader, findAnalysis, readAnalysisInputs } from '../queries/analyses.ts'

/** An analysis with everything it was made of; undefined where the caller sees none. Throws where what is kept is not what its name says. */
export async function readWholeAnalysis(
  sql: Sql,
  reader: AnalysisReader,
  account: string,
  id: string,
): Promise<WholeAnalysis | undefined> {
  const found = await findAnalysis(sql, reader, account, id)
  if (!found) return undefined
  const { incidents, streets, ...analysis } = found
  const names = [incidents, streets].filter((name) => name !== null)
  const kept = names.length > 0 ? await readAnalysisInputs(sql, reader, names) : new Map()
  return {
    ...analysis,
    incidents: incidents && (await pack(await unpackKept(kept, incidents, id))).toString('base64'),
    streets:
      streets === null
        ? null
        : (JSON.parse((await unpackKept(kept, streets, id)).toString('utf8')) as WholeAnalysis['streets']),
  }
}
