import { existsSync } from 'node:fs'
import { writeFileWhole } from '@trygghetskartan/api/database/atomic-file'
import { backupFolder } from '@trygghetskartan/api/database/embedded-backup'
import { type FolderOwner, folderOwner } from '@trygghetskartan/api/database/lock'
import { backupNative } from '@trygghetskartan/api/database/native-backup'
import { DatabaseProblem } from '@trygghetskartan/api/database/problem'
import { type Command, databaseFolder, UsageError } from './command.ts'

/** Writes the whole database to one file, also while the server runs. */
export const command: Command = {
  usage: '<file>',
  summary: { sv: 'Säkerhetskopiera databasen till en fil', en: 'Back up the database to a file' },
  async run([file, ...rest], { out, tell, env }) {
    if (!file || rest.length > 0) {
      throw new UsageError({ sv: 'Ange en fil att skriva till.', en: 'Give a file to write to.' })
    }
    if (existsSync(file)) {
      throw new UsageError({ sv: `${file} finns redan.`, en: `${file} exists already.` })
    }
    if (env.DATABASE_URL) await backupNative(env.DATABASE_URL, file)
    else await backupEmbedded(databaseFolder(env), file)
    out(file)
    tell({ sv: 'Säkerhetskopian är klar.', en: 'The backup is complete.' })
    return 0
  },
}

async function backupEmbedded(folder: string, file: string): Promise<void> {
  const owner = existsSync(folder) ? await folderOwner(folder) : null
  if (!owner) await backupFolder(folder, file)
  else await askServer(owner, file)
}

/** The server has the database, so the server makes the backup. */
async function askServer({ pid, url, token }: FolderOwner, file: string): Promise<void> {
  if (!url || !token) throw refused(pid, '')
  const response = await fetch(new URL('/api/backup', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  if (!response.ok || !response.body) throw refused(pid, ` (${response.status})`)
  await writeFileWhole(file, response.body)
}

const refused = (pid: number, status: string): DatabaseProblem =>
  new DatabaseProblem('locked', {
    sv: `Servern (pid ${pid}) har databasen och kan inte säkerhetskopiera den${status}. Stoppa servern och försök igen.`,
    en: `The server (pid ${pid}) has the database and cannot back it up${status}. Stop the server and try again.`,
  })
