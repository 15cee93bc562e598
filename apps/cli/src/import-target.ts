import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { type FolderOwner, folderOwner } from '@trygghetskartan/api/database/lock'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { DatabaseProblem } from '@trygghetskartan/api/database/problem'
import { keepImport } from '@trygghetskartan/api/imports/keep-import'
import type { ImportFormat, ImportSummary, ImportTask } from '@trygghetskartan/api/imports/run-import'
import { FormatError } from '@trygghetskartan/formats'
import { layers } from '@trygghetskartan/layers'
import { type CommandIo, databaseFolder } from './command.ts'

export interface ImportRequest {
  readonly format: ImportFormat
  readonly name: string
  readonly layerId: string | undefined
  readonly srid: number | undefined
  readonly ignoreUnknown: boolean
  /** Only say what would come of it. */
  readonly preview: boolean
}

type Hooks = Required<Pick<ImportTask, 'onProgress' | 'onReject' | 'signal'>>

/** The server that has the embedded database, if one has. */
export async function serverWith(env: NodeJS.ProcessEnv): Promise<FolderOwner | null> {
  const folder = databaseFolder(env)
  return env.DATABASE_URL || !existsSync(folder) ? null : folderOwner(folder)
}

/** Imports into a database that this process opens. */
export async function runHere(
  { env, tell }: CommandIo,
  request: ImportRequest,
  input: AsyncIterable<Uint8Array>,
  hooks: Hooks,
): Promise<ImportSummary> {
  const { format, name, layerId, srid, ignoreUnknown, preview } = request
  const database = await openDatabase({
    url: env.DATABASE_URL,
    folder: databaseFolder(env),
    migrationsFolder: new URL('../../../data/migrations', import.meta.url).pathname,
    onProgress: tell,
  })
  try {
    const { summary } = await keepImport({
      actor: { id: 'operator', name: 'Kommandoraden', audience: 'admin' },
      preview,
      database,
      layers,
      format,
      name,
      input,
      ...(layerId !== undefined && { layerId }),
      options: { ignoreUnknown, ...(srid !== undefined && { srid }) },
      ...hooks,
    })
    return summary
  } finally {
    await database.close()
  }
}

/** Hands the file to the running server: the folder has one owner, and open maps see the change at once. */
export async function runThere(
  { url, token, pid }: FolderOwner,
  { format, name, layerId, srid, ignoreUnknown, preview }: ImportRequest,
  input: AsyncIterable<Uint8Array>,
  { onProgress, onReject, signal }: Hooks,
  language: CommandIo['language'],
): Promise<ImportSummary> {
  if (!url || !token) throw occupied(pid)
  const address = new URL('/api/imports', url)
  const query = {
    format,
    name,
    layer: layerId,
    srid,
    ignoreUnknown: ignoreUnknown ? '1' : undefined,
    preview: preview ? '1' : undefined,
  }
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(key, String(value))
  }
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'accept-language': language,
    },
    body: Readable.toWeb(Readable.from(input)) as ReadableStream,
    duplex: 'half',
    signal,
  } as RequestInit).catch((error: unknown) => {
    throw signal.aborted ? cancelled() : Object.assign(unreachable(), { cause: error })
  })
  if (!response.ok || !response.body) throw told((await response.json()) as Told)
  try {
    for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
      const message = JSON.parse(line)
      if (message.progress) onProgress(message.progress)
      else if (message.reject) onReject(message.reject)
      else if (message.problem) throw told(message.problem)
      else if (message.summary) return message.summary as ImportSummary
    }
  } catch (error) {
    throw signal.aborted ? cancelled() : error
  }
  throw unreachable()
}

export interface Told {
  readonly title?: string
  readonly detail?: string
}

/** The server has put it in words of the caller's language already. */
export function told(problem: Told): FormatError {
  const words = problem.detail ?? problem.title ?? 'failed'
  return new FormatError('refused', { sv: words, en: words })
}

export const cancelled = () =>
  new FormatError('cancelled', {
    sv: 'Importen avbröts. Inget har ändrats.',
    en: 'The import was cancelled. Nothing has been changed.',
  })

export const unreachable = () =>
  new FormatError('unreachable', {
    sv: 'Förbindelsen med servern bröts innan importen var klar. Kör den igen.',
    en: 'The connection to the server was lost before the import was done. Run it again.',
  })

export const occupied = (pid: number) =>
  new DatabaseProblem('locked', {
    sv: `En annan process (pid ${pid}) har databasen. Vänta tills den är klar.`,
    en: `Another process (pid ${pid}) has the database. Wait until it is done.`,
  })
