import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { writeFileWhole } from './atomic-file.ts'
import type { Database } from './database.ts'
import { dataFolderOf } from './embedded-folder.ts'
import { lockFolder } from './lock.ts'
import { DatabaseProblem } from './problem.ts'

/** A backup of the embedded engine is its cluster's folder, as one gzipped tar file. */

/**
 * Backs up an embedded database that this process has open. Writers wait while the folder is copied, not while it is packed.
 * The stream's reader may be as slow as it likes; the copy is removed when the stream ends or is destroyed.
 */
export async function streamBackup(database: Database, folder: string): Promise<Readable> {
  const copy = await mkdtemp(join(folder, copyPrefix))
  try {
    await database.owner(async (sql) => {
      await sql`checkpoint`
      // The engine has one session, and it is in this transaction: nothing is written meanwhile.
      await cp(dataFolderOf(folder), copy, { recursive: true })
    })
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw error
  }
  const stream = packFolder(copy)
  stream.once('close', () => void rm(copy, { recursive: true, force: true }))
  return stream
}

const copyPrefix = 'backup-'

/** Removes the copies of backups that a process did not live to finish. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(copyPrefix)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Backs up an embedded database that nobody has open. Throws `locked` when somebody has. */
export async function backupFolder(folder: string, file: string): Promise<void> {
  if (!existsSync(join(dataFolderOf(folder), 'PG_VERSION'))) throw nothingThere(folder)
  const lock = await lockFolder(folder)
  try {
    await writeFileWhole(file, packFolder(dataFolderOf(folder)))
  } finally {
    await lock.release()
  }
}

/**
 * Unpacks a backup into a folder that has no database yet: all of it, or nothing.
 * Throws `backup` when the folder has a database or the file is not a whole backup.
 */
export async function restoreFolder(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  const unfinished = join(folder, 'data.unfinished')
  try {
    if (existsSync(dataFolderOf(folder))) throw notEmpty(folder)
    await rm(unfinished, { recursive: true, force: true })
    await unpack(file, unfinished)
    if (!existsSync(join(unfinished, 'PG_VERSION'))) throw notABackup(file)
    await rename(unfinished, dataFolderOf(folder))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  } finally {
    await lock.release()
  }
}

function packFolder(folder: string): Readable {
  const archive = pack()
  const gzip = createGzip({ level: 6 })
  const fill = async (): Promise<void> => {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      const name = relative(folder, path).split(sep).join('/')
      if (entry.isDirectory()) {
        archive.entry({ name, type: 'directory', mode: 0o700 })
      } else {
        const { size } = await stat(path)
        await pipeline(createReadStream(path), archive.entry({ name, size, mode: 0o600 }))
      }
    }
    archive.finalize()
  }
  fill().catch((error: Error) => gzip.destroy(error))
  pipeline(archive, gzip).catch((error: Error) => gzip.destroy(error))
  return gzip
}

async function unpack(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const archive = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), archive)
  const writing = async (): Promise<void> => {
    for await (const entry of archive) {
      const path = resolve(folder, entry.header.name)
      if (!path.startsWith(folder + sep)) throw notABackup(file)
      if (entry.header.type === 'directory') await mkdir(path, { recursive: true, mode: 0o700 })
      else {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await pipeline(
          entry as unknown as AsyncIterable<Uint8Array>,
          createWriteStream(path, { mode: 0o600 }),
        )
      }
      entry.resume()
    }
  }
  try {
    await Promise.all([reading, writing()])
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOSPC'
      ? error
      : notABackup(file, error)
  }
}

const nothingThere = (folder: string): DatabaseProblem =>
  new DatabaseProblem('backup', {
    sv: `Det finns ingen databas i ${folder}.`,
    en: `There is no database in ${folder}.`,
  })

const notEmpty = (folder: string): DatabaseProblem =>
  new DatabaseProblem('backup', {
    sv: `Det finns redan en databas i ${folder}. Återställ till en tom mapp (DATA_FOLDER), eller flytta undan den först.`,
    en: `There is a database in ${folder} already. Restore into an empty folder (DATA_FOLDER), or move that one away first.`,
  })

const notABackup = (file: string, cause?: unknown): DatabaseProblem =>
  new DatabaseProblem(
    'backup',
    {
      sv: `${file} är inte en hel säkerhetskopia av den inbyggda databasen. Inget har återställts.`,
      en: `${file} is not a whole backup of the embedded database. Nothing has been restored.`,
    },
    { cause },
  )
