import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolderOf } from '../database/embedded-folder.ts'
import { readMigrations } from '../database/migrate.ts'
import { openDatabase } from '../database/open-database.ts'
import { oneAtATime } from './run-folder.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
const cache = join(root, 'node_modules', '.cache', 'trygghetskartan')
/** Each is some 60 MB. */
const kept = 4
const anHour = 3_600_000

/** Copies a migrated cluster into the folder. It takes 15 s to make, so it is kept between runs for as long as nothing in it changes. */
export async function copyEmbeddedTemplate(migrationsFolder: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  await mkdir(folder, { recursive: true })
  const name = `embedded-${await fingerprint(migrationsFolder)}`
  const template = join(cache, name)
  await oneAtATime(`${template}.lock`, async () => {
    if (!existsSync(template)) await createTemplate(migrationsFolder, template)
    const now = new Date()
    await utimes(template, now, now)
    await cp(dataFolderOf(template), dataFolderOf(folder), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    })
    await prune()
  })
}

async function createTemplate(migrationsFolder: string, template: string): Promise<void> {
  const unfinished = `${template}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const database = await openDatabase({ folder: unfinished, migrationsFolder })
  await database.close()
  await rename(unfinished, template)
}

async function fingerprint(migrationsFolder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, sha256 } of await readMigrations(migrationsFolder)) hash.update(`${name} ${sha256}\n`)
  for (const library of ['pglite', 'pglite-postgis']) {
    const manifest = await readFile(
      join(root, 'node_modules', '@electric-sql', library, 'package.json'),
      'utf8',
    )
    hash.update(JSON.parse(manifest).version)
  }
  return hash.digest('hex').slice(0, 16)
}

async function prune(): Promise<void> {
  const names = (await readdir(cache)).filter((name) => /^embedded-[0-9a-f]+$/.test(name))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })),
  )
  dated.sort((a, b) => b.at - a.at)
  for (const { name, at } of dated.slice(kept)) {
    // Another run may be copying it just now.
    if (Date.now() - at < anHour) continue
    await rm(join(cache, name), { recursive: true, force: true })
    await rm(join(cache, `${name}.lock`), { force: true })
  }
}
