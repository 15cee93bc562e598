import { randomUUID } from 'node:crypto'
import { FormatError, type Refusal } from '@trygghetskartan/formats'
import { ProblemError } from '../errors.ts'
import { brokenOff, keptRejects, messageOf } from '../imports/keep-import.ts'
import { insertImport, insertRejects, type KeptImport } from '../queries/imports.ts'
import { type IncidentImport, importIncidents } from './import-incidents.ts'
import type { IncidentSummary } from './incident-summary.ts'

/**
 * Runs an import of incidents and keeps what came of it, with what was refused: of that the police alone read. A preview leaves nothing.
 * Throws what importIncidents throws, after it is written down.
 */
export async function keepIncidentImport(
  task: IncidentImport,
): Promise<{ id: string | null; summary: IncidentSummary }> {
  const { actor, database, name, onReject, preview, signal } = task
  if (preview) return { id: null, summary: (await importIncidents(task)).summary }
  const rejects: Refusal[] = []
  const keep = (came: Omit<KeptImport, 'actor' | 'format' | 'layer' | 'name'>) =>
    database.owner(async (sql) => {
      await insertImport(sql, { actor, format: 'incidents', layer: 'incidents', name, ...came })
      await insertRejects(sql, came.id, rejects)
    })
  try {
    const { id, summary } = await importIncidents({
      ...task,
      onReject: (refusal) => {
        if (rejects.length < keptRejects) rejects.push(refusal)
        onReject?.(refusal)
      },
    })
    const { added, corrected, unchanged, duplicates } = summary
    const counts = { ...summary, written: added + corrected, unchanged: unchanged + duplicates, removed: 0 }
    await keep({ id, summary: counts, outcome: 'done', message: null })
    return { id, summary }
  } catch (error) {
    const cancelled = signal?.aborted === true
    const told = !cancelled && (error instanceof FormatError || error instanceof ProblemError)
    const message = cancelled ? brokenOff : messageOf(error)
    await keep({ id: randomUUID(), summary: null, outcome: told ? 'refused' : 'failed', message })
    throw error
  }
}
