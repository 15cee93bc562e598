import type { Text } from '@trygghetskartan/formats'
import type { Sql } from '../database/database.ts'
import {
  actAsImport,
  analyzeRowStage,
  countWritten,
  createRowStage,
  notifyReload,
  type Range,
  stageRows,
  unstageRow,
  writeRows,
} from '../queries/layer-import.ts'
import { startBulk, wrongCount } from './bulk.ts'
import type { Meter } from './meter.ts'
import type { Spool } from './spool.ts'
import type { Tally } from './tally.ts'

interface Target {
  readonly layer: string
  readonly columns: readonly string[]
  /** Of the file, for the history. */
  readonly name: string
}

const rowsAtOnce = 5000

/** Stages the rows and writes them, inside the caller's transaction. Returns how many are new or changed. */
export async function writeStagedRows(
  sql: Sql,
  target: Target,
  spool: Spool,
  meter: Meter,
  tally: Tally,
): Promise<number> {
  await startBulk(sql)
  await actAsImport(sql, target.name)
  await createRowStage(sql)
  for await (const batch of spool.read()) {
    meter.check()
    if ((await stageRows(sql, batch.json)) !== batch.count) throw wrongCount()
  }
  await analyzeRowStage(sql)
  const refusedBefore = tally.count
  let written = 0
  for (let from = 0; from < spool.count; from += rowsAtOnce) {
    meter.check()
    const to = Math.min(from + rowsAtOnce, spool.count) - 1
    written += await writeRange(sql, target, [from, to], tally)
    meter.at(to + 1)
  }
  const kept = spool.count - (tally.count - refusedBefore)
  if ((await countWritten(sql, target.layer)) !== kept) throw wrongCount()
  if (written > 0) await notifyReload(sql, target.layer)
  meter.check()
  return written
}

/** Writes a range; where the database refuses it, halves it until the rows that are at fault stand alone and are left out. */
async function writeRange(sql: Sql, target: Target, range: Range, tally: Tally): Promise<number> {
  const [from, to] = range
  try {
    return await sql.savepoint((inner) => writeRows(inner as Sql, target.layer, target.columns, range))
  } catch (error) {
    const refusal = constraintText(error)
    if (!refusal) throw error
    if (from === to) {
      tally.add({ ...(await unstageRow(sql, from)), code: 'refused-by-database', message: refusal })
      return 0
    }
    const middle = Math.floor((from + to) / 2)
    const first = await writeRange(sql, target, [from, middle], tally)
    return first + (await writeRange(sql, target, [middle + 1, to], tally))
  }
}

/** Words for what PostgreSQL says of a row: SQLSTATE class 22 (data) and 23 (constraints). Null for anything else. */
function constraintText(error: unknown): Text | null {
  if (!(error instanceof Error) || !('code' in error) || !/^2[23]/.test(String(error.code))) return null
  if ('constraint_name' in error && error.constraint_name === 'status_step') {
    return {
      sv: 'Åtgärden kan inte gå dit från sin nuvarande status.',
      en: 'The measure cannot go there from its present status.',
    }
  }
  return {
    sv: `Databasen tar inte emot raden: ${error.message}.`,
    en: `The database refuses the row: ${error.message}.`,
  }
}
