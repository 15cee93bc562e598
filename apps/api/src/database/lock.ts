import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { DatabaseProblem } from './problem.ts'

/** Who has an embedded database's folder. */
const ownerSchema = z.object({
  pid: z.number().int(),
  started: z.string(),
  /** Where the running server can be asked, and with which token, once it has said so. */
  url: z.string().optional(),
  token: z.string().optional(),
})

export type FolderOwner = z.infer<typeof ownerSchema>

export interface FolderLock {
  release(): Promise<void>
}

const startedAt = new Date().toISOString()

const ownerFile = (folder: string): string => join(folder, 'owner.json')

/**
 * Takes the folder for this process until release or until the process ends, however it ends: the operating system keeps the lock
 * (an exclusive SQLite transaction on an empty file), so none is ever left behind by the dead. Throws `locked` with the owner's pid.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const handle = tryLock(folder)
  if (!handle) throw lockedError(folder, await readOwner(folder))
  await rm(ownerFile(folder), { force: true })
  await announceOwner(folder)
  return {
    async release() {
      if (!handle.isOpen) return
      await rm(ownerFile(folder), { force: true })
      handle.close()
    },
  }
}

/** Writes who has the folder, and where it can be asked. Only the one that has the lock may call it. */
export async function announceOwner(
  folder: string,
  server: { url?: string; token?: string } = {},
): Promise<void> {
  const owner: FolderOwner = { pid: process.pid, started: startedAt, ...server }
  // The file holds a token: nobody else on this machine may read it.
  await writeFile(ownerFile(folder), JSON.stringify(owner), { mode: 0o600 })
}

/** The process that has the folder now; null when nobody has. */
export async function folderOwner(folder: string): Promise<FolderOwner | null> {
  const handle = tryLock(folder)
  if (!handle) return (await readOwner(folder)) ?? { pid: 0, started: '' }
  handle.close()
  return null
}

function tryLock(folder: string): DatabaseSync | null {
  const handle = new DatabaseSync(join(folder, 'lock'))
  try {
    handle.exec('begin exclusive')
    return handle
  } catch {
    handle.close()
    return null
  }
}

async function readOwner(folder: string): Promise<FolderOwner | null> {
  const text = await readFile(ownerFile(folder), 'utf8').catch(() => '')
  if (text === '') return null
  return ownerSchema.parse(JSON.parse(text))
}

const lockedError = (folder: string, owner: FolderOwner | null): DatabaseProblem => {
  const who = owner ? ` (pid ${owner.pid})` : ''
  return new DatabaseProblem('locked', {
    sv: `Databasen i ${folder} används redan av en annan process${who}. Stäng den först, eller sätt DATABASE_URL.`,
    en: `The database in ${folder} is already in use by another process${who}. Stop that one first, or set DATABASE_URL.`,
  })
}
