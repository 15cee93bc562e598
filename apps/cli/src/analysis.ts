import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  columnsOf,
  type HotspotData,
  type IncidentColumns,
  reproduceAnalysis,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { readWholeAnalysis } from '@trygghetskartan/api/analyses/whole-analysis'
import type { WholeAnalysis } from '@trygghetskartan/api/contract-analyses'
import { isRefusal } from '@trygghetskartan/geo'
import { UsageError } from './command.ts'
import { withTarget } from './open-target.ts'
import { isObject, savedResultCommand } from './saved-result.ts'

type Run = Pick<WholeAnalysis, 'methods' | 'question' | 'result' | 'incidents' | 'streets'>

/** Saved analyses of the police. */
export const command = savedResultCommand<Run>({
  summary: {
    sv: 'Räkna om en sparad analys och jämför varje siffra, eller skriv den till en fil',
    en: 'Make a saved analysis again and compare every figure, or write it to a file',
  },
  holds: { sv: 'methods, question, incidents och result', en: 'methods, question, incidents and result' },
  parse: (value) => {
    const { methods, question, result, incidents = null, streets = null } = value as Partial<Run>
    const whole =
      typeof methods === 'number' &&
      isObject(question) &&
      isObject(result) &&
      (incidents === null || typeof incidents === 'string')
    return whole ? { methods, question: question!, result: result!, incidents, streets } : null
  },
  stored: (id, io) =>
    withTarget<WholeAnalysis | undefined>(io, {
      here: (database) => database.owner((sql) => readWholeAnalysis(sql, 'owner', '', id)),
      there: async (ask) =>
        (await ask('GET', `/api/analyses/${id}/export?format=json`)).json() as Promise<WholeAnalysis>,
    }),
  again: async (run) => {
    const made = await reproduceAnalysis(run, await dataOf(run))
    return { ...made, remarks: made.remarks.map(({ text }) => text), saved: run.result, kept: false }
  },
})

async function dataOf({ incidents, streets }: Run): Promise<HotspotData> {
  const lines = streets?.map((line) => line.map(([x, y]): [number, number] => [x, y]))
  return { incidents: await incidentsOf(incidents), ...(lines && { streets: lines }) }
}

async function incidentsOf(packed: string | null): Promise<IncidentColumns> {
  if (packed === null) return columnsOf([], 3006)
  const bytes = await promisify(gunzip)(Buffer.from(packed, 'base64')).catch(() => new Uint8Array())
  const read = unpackIncidents(bytes)
  if (isRefusal(read)) throw new UsageError(read.text)
  return read
}
