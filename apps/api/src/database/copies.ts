import { constants } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const kept = 2

/** Copies a cluster at rest into the folder of copies, named by the time, and lets the oldest go. */
export async function keepCopy(dataFolder: string, copies: string): Promise<void> {
  await mkdir(copies, { recursive: true })
  const name = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const unfinished = join(copies, `${name}.unfinished`)
  await cp(dataFolder, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE })
  await rename(unfinished, join(copies, name))
  const names = (await readdir(copies)).sort()
  const surplus = names.filter((other) => other !== name && other.endsWith('.unfinished'))
  surplus.push(...names.filter((other) => !other.endsWith('.unfinished')).slice(0, -kept))
  for (const old of surplus) await rm(join(copies, old), { recursive: true, force: true })
}
