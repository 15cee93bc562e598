import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type {
  IncidentImportLine,
  IncidentSummary,
  IncidentUpload,
} from '@trygghetskartan/api/contract-incidents'
import type { FolderOwner } from '@trygghetskartan/api/database/lock'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import type { ImportTask } from '@trygghetskartan/api/imports/run-import'
import { keepIncidentImport } from '@trygghetskartan/api/incidents/keep-incident-import'
import { findMapping } from '@trygghetskartan/api/queries/incident-mappings'
import {
  guessMapping,
  type IncidentMapping,
  mappingSchema,
  openTable,
  type TableRecord,
} from '@trygghetskartan/formats'
import { type CommandIo, databaseFolder, UsageError } from './command.ts'
import { cancelled, occupied, type Told, told, unreachable } from './import-target.ts'

export interface IncidentRequest {
  readonly file: string
  readonly name: string
  /** Name of a mapping that is kept; guessed from the header without one. */
  readonly mapping: string | undefined
  /** What goes before the mapping's own. */
  readonly given: Partial<Pick<IncidentMapping, 'dateForm' | 'srid' | 'source'>>
  readonly preview: boolean
}

type Hooks = Required<Pick<ImportTask, 'onProgress' | 'onReject' | 'signal'>>

/** Rows that a mapping is guessed from. */
const looked = 500

/** Imports incidents into a database that this process opens. */
export async function incidentsHere(
  { env, tell }: CommandIo,
  { file, name, mapping, given, preview }: IncidentRequest,
  hooks: Hooks,
): Promise<IncidentSummary> {
  const database = await openDatabase({
    url: env.DATABASE_URL,
    folder: databaseFolder(env),
    migrationsFolder: new URL('../../../data/migrations', import.meta.url).pathname,
    onProgress: tell,
  })
  const reopen = () => createReadStream(file, { highWaterMark: 1 << 18 })
  try {
    const kept =
      mapping === undefined ? await guessed(reopen) : await database.owner((sql) => findMapping(sql, mapping))
    if (!kept) throw unknownMapping(mapping ?? '')
    const { summary } = await keepIncidentImport({
      actor: { id: 'operator', name: 'Kommandoraden', audience: 'admin' },
      mapping: { ...mappingSchema.parse(kept), ...given },
      ...{ database, reopen, name, preview },
      ...hooks,
    })
    return summary
  } finally {
    await database.close()
  }
}

async function guessed(reopen: () => AsyncIterable<Uint8Array>): Promise<IncidentMapping> {
  const { header, rows } = await openTable(reopen)
  const first: TableRecord[] = []
  for await (const row of rows) if (first.push(row) === looked) break
  return guessMapping(header, first)
}

/** Hands the file to the running server, which has the database. */
export async function incidentsThere(
  { url, token, pid }: FolderOwner,
  { file, name, mapping, given, preview }: IncidentRequest,
  { onProgress, onReject, signal }: Hooks,
  language: CommandIo['language'],
): Promise<IncidentSummary> {
  if (!url || !token) throw occupied(pid)
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const stream = body instanceof Readable
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body !== undefined && {
          'content-type': stream ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && {
        body: stream ? Readable.toWeb(body) : JSON.stringify(body),
        duplex: 'half',
      }),
      signal,
    } as RequestInit).catch((error: unknown) => {
      throw signal.aborted ? cancelled() : Object.assign(unreachable(), { cause: error })
    })
    if (!response.ok) throw told((await response.json()) as Told)
    return response
  }
  const sent = await ask(
    'POST',
    `/api/incidents/uploads?name=${encodeURIComponent(name)}`,
    createReadStream(file),
  )
  const { id, guess } = (await sent.json()) as IncidentUpload
  const kept =
    mapping === undefined
      ? guess
      : ((await (
          await ask('GET', `/api/incidents/mappings/${encodeURIComponent(mapping)}`)
        ).json()) as IncidentMapping)
  const how = preview ? 'preview' : 'import'
  const response = await ask('POST', `/api/incidents/uploads/${id}/${how}`, { ...kept, ...given })
  try {
    for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
      const message = JSON.parse(line) as IncidentImportLine
      if (message.progress) onProgress(message.progress)
      else if (message.reject) onReject(message.reject)
      else if (message.problem) throw told(message.problem)
      else if (message.summary) {
        // A preview tells its refused rows at the end.
        if (preview) for (const reject of message.summary.rejects) onReject(reject)
        return message.summary
      }
    }
  } catch (error) {
    throw signal.aborted ? cancelled() : error
  } finally {
    if (preview) await ask('DELETE', `/api/incidents/uploads/${id}`).catch(() => {})
  }
  throw unreachable()
}

const unknownMapping = (name: string) =>
  new UsageError({
    sv: `Det finns ingen mappning som heter ${name}.`,
    en: `There is no mapping called ${name}.`,
  })

/** The summary in words, a line at a time. */
export function incidentLines(
  summary: IncidentSummary,
  rejects: string | null,
  language: 'sv' | 'en',
): string[] {
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  const n = (value: number) => number.format(value)
  const sv = language === 'sv'
  const { read, added, corrected, unchanged, duplicates, refused, seconds } = summary
  const lines = summary.preview
    ? [sv ? 'Förhandsgranskning: inget har sparats.' : 'Preview: nothing has been saved.']
    : []
  lines.push(
    sv
      ? `Klart på ${n(seconds)} s: ${n(read)} lästa, ${n(added)} nya, ${n(corrected)} rättade, ${n(unchanged)} oförändrade, ${n(duplicates)} dubbletter, ${n(refused)} avvisade.`
      : `Done in ${n(seconds)} s: ${n(read)} read, ${n(added)} new, ${n(corrected)} corrected, ${n(unchanged)} unchanged, ${n(duplicates)} duplicates, ${n(refused)} refused.`,
  )
  for (const { message } of summary.problems) lines.push(`  ${message[language]}`)
  for (const [flag, { count, lines: at }] of Object.entries(summary.flags))
    lines.push(
      `  ${flagWords[flag]?.[language] ?? flag}: ${n(count)} (${sv ? 'rad' : 'line'} ${at.join(', ')}${count > at.length ? ' …' : ''})`,
    )
  if (refused > 0) {
    const reasons = Object.entries(summary.reasons).map(([code, count]) => `${code} ${n(count)}`)
    lines.push(`${sv ? 'Avvisade' : 'Refused'}: ${reasons.join(', ')}.${rejects ? ` → ${rejects}` : ''}`)
  }
  return lines
}

const flagWords: Readonly<Record<string, { sv: string; en: string }>> = {
  outside: { sv: 'utanför kartans område', en: 'outside what the map covers' },
  unplaced: {
    sv: 'utan läge, satta mitt i kommunen',
    en: 'without a position, in the middle of the municipality',
  },
  'note-cut': {
    sv: 'fritext där meningar om personer tagits bort',
    en: 'text from which sentences about persons were taken',
  },
  'long-interval': { sv: 'kända till mer än en månad', en: 'known to more than a month' },
  'in-water': { sv: 'i vatten', en: 'in water' },
}
