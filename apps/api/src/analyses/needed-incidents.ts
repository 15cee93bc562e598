import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  type AnalysisQuestion,
  type IncidentColumns,
  neededRows,
  packIncidents,
  takeRows,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'

const unzip = promisify(gunzip)
const rowsAtOnce = 32_768

/**
 * Of all incidents, packed and zipped, those that a question may follow from, packed; undefined where it asks of none. Between pieces others
 * get their turn.
 */
export async function neededIncidents(
  zipped: Uint8Array,
  question: AnalysisQuestion,
): Promise<Buffer | undefined> {
  if (question.kind === 'effect') return undefined
  const all = unpackIncidents(await unzip(zipped))
  if (isRefusal(all)) throw new Error(all.text.en)
  const parts: Uint8Array[] = []
  for await (const part of packIncidents(inPieces(all, neededRows(all, question)), all.srid)) parts.push(part)
  return Buffer.concat(parts)
}

async function* inPieces(all: IncidentColumns, rows: Uint32Array): AsyncGenerator<IncidentColumns> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await setImmediate()
    yield takeRows(all, rows.subarray(at, at + rowsAtOnce))
  }
}
