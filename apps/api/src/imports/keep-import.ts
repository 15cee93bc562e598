import { randomUUID } from 'node:crypto'
import { FormatError, type Refusal, type Text } from '@trygghetskartan/formats'
import type { Actor } from '../database/database.ts'
import { tellActor } from '../database/tell-actor.ts'
import { ProblemError } from '../errors.ts'
import { appendAudit } from '../queries/audit.ts'
import { insertImport, insertRejects, type KeptImport } from '../queries/imports.ts'
import { type ImportFormat, type ImportSummary, type ImportTask, runImport } from './run-import.ts'

/** Where a format says itself what it is about. */
const ownLayer: Readonly<Partial<Record<ImportFormat, string>>> = {
  polisen: 'police_events',
  survey: 'safety_survey_areas',
}

/** Refused objects kept to be looked at; all of them are counted. */
export const keptRejects = 10_000

export interface KeptTask extends ImportTask {
  /** Who runs it. */
  readonly actor: Actor
}

/**
 * Runs an import and keeps what came of it: a row for the administrators' list with what was refused, and in the transaction of the data
 * itself an entry in the audit trail. A preview leaves neither. Throws what runImport throws, after it is written down.
 */
export async function keepImport(task: KeptTask): Promise<{ id: string | null; summary: ImportSummary }> {
  const { actor, database, format, layerId, name, onReject, preview } = task
  if (preview) return { id: null, summary: await runImport(task) }
  const id = randomUUID()
  const rejects: Refusal[] = []
  const layer = ownLayer[format] ?? (format === 'osm' ? null : (layerId ?? null))
  const keep = async (came: Omit<KeptImport, 'id' | 'actor' | 'format' | 'layer' | 'name'>) => {
    await database.owner(async (sql) => {
      await insertImport(sql, { id, actor, format, layer, name, ...came })
      await insertRejects(sql, id, rejects)
    })
  }
  try {
    const summary = await runImport({
      ...task,
      onReject: (refusal) => {
        if (rejects.length < keptRejects) rejects.push(refusal)
        onReject?.(refusal)
      },
      seal: async (sql) => {
        await tellActor(sql, actor)
        await appendAudit(sql, {
          action: 'import.run',
          kind: layer ?? 'basemap',
          object: id,
          detail: { format, name },
        })
      },
    })
    await keep({ summary, outcome: 'done', message: null })
    return { id, summary }
  } catch (error) {
    // Where the sender goes away, what fails first is the reading.
    const cancelled = task.signal?.aborted === true
    const told = !cancelled && (error instanceof FormatError || error instanceof ProblemError)
    const message = cancelled ? brokenOff : messageOf(error)
    await keep({ summary: null, outcome: told ? 'refused' : 'failed', message })
    throw error
  }
}

export const brokenOff = {
  sv: 'Importen avbröts. Inget har ändrats.',
  en: 'The import was cancelled. Nothing has been changed.',
}
const ours = { sv: 'Något gick fel hos oss.', en: 'Something went wrong on our side.' }

/** What an administrator can be told; of faults that are ours the log says more. */
export function messageOf(error: unknown): Text {
  if (error instanceof ProblemError) return error.detail ?? ours
  return error instanceof Error && 'text' in error ? (error.text as Text) : ours
}
