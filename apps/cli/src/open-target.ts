import type { Database } from '@trygghetskartan/api/database/database'
import type { FolderOwner } from '@trygghetskartan/api/database/lock'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { DatabaseProblem } from '@trygghetskartan/api/database/problem'
import { type CommandIo, databaseFolder } from './command.ts'
import { serverWith } from './import-target.ts'

/** Who the command line is in history and audit. */
export const operator = { id: 'operator', name: 'Kommandoraden', audience: 'admin' } as const

/** Asks the server that has the embedded database, as the operator. */
export type Ask = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Response>

/** Does its work in a database that this process opens, or through the server that has it. */
export async function withTarget<T>(
  io: CommandIo,
  work: { here: (database: Database) => Promise<T>; there: (ask: Ask) => Promise<T> },
): Promise<T> {
  const server = await serverWith(io.env)
  if (server) return work.there(asking(server, io.language))
  const database = await openDatabase({
    url: io.env.DATABASE_URL,
    folder: databaseFolder(io.env),
    migrationsFolder: new URL('../../../data/migrations', import.meta.url).pathname,
    onProgress: io.tell,
  })
  try {
    return await work.here(database)
  } finally {
    await database.close()
  }
}

const asking =
  ({ pid, url, token }: FolderOwner, language: CommandIo['language']): Ask =>
  async (method, path, body) => {
    if (!url || !token) throw refused(pid, '')
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (response.ok) return response
    const { detail, title } = (await response.json()) as { detail?: string; title?: string }
    throw refused(pid, ` ${detail ?? title ?? response.status}`)
  }

const refused = (pid: number, words: string): DatabaseProblem =>
  new DatabaseProblem('locked', {
    sv: `Servern (pid ${pid}) har databasen och gör inte detta just nu.${words}`,
    en: `The server (pid ${pid}) has the database and does not do this just now.${words}`,
  })
