import { constants, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { RegisterAnswer } from '../contract-decisions.ts'
import { runFolder } from './run-folder.ts'
import { startProcess } from './server-process.ts'

/** First start of the embedded engine with the whole demonstration, on a busy machine; in milliseconds. */
const longestStart = 400_000

/**
 * Fills a data folder with what a first start with DEMO=1 leaves in it: the embedded database and the demonstration town.
 * The town is laid out once in a run of tests, by a real first start; its sessions and secrets are shared by the copies.
 */
export async function copyDemoTown(folder: string): Promise<void> {
  const town = join(runFolder(), 'demo-town')
  await layOutOnce(town)
  await cp(town, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

/** The first of the run's processes lays it out; the others wait, and take over where it failed. */
async function layOutOnce(town: string): Promise<void> {
  const claim = `${town}.claim`
  while (!existsSync(town)) {
    const isMine = await mkdir(claim).then(
      () => true,
      () => false,
    )
    if (!isMine) {
      await pause(500)
      continue
    }
    try {
      if (!existsSync(town)) await layOutTown(town)
    } finally {
      await rm(claim, { recursive: true })
    }
  }
}

/** A first start, to its end: the demonstration is loaded and its cameras documented. */
async function layOutTown(town: string): Promise<void> {
  const unfinished = await mkdtemp(`${town}-`)
  const server = await startProcess({ DATA_FOLDER: unfinished, DEMO: '1', LOG_LEVEL: 'warn' })
  if ('exitCode' in server)
    throw new Error(`The first start ended with ${server.exitCode}:\n${server.output}`)
  try {
    const last = Date.now() + longestStart
    while (!(await isDocumented(server.url)) && Date.now() < last) await pause(500)
  } finally {
    await server.end()
  }
  await rename(unfinished, town)
}

/** Whether every demonstration camera in operation has the dossier it needs. */
async function isDocumented(url: string): Promise<boolean> {
  const signIn = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ account: 'demo-planner' }),
  })
  const cookie = signIn.headers.getSetCookie().map((one) => one.split(';')[0]!)
  const answer = await fetch(`${url}/api/camera-register`, { headers: { cookie: cookie.join('; ') } })
  const { entries } = (await answer.json()) as RegisterAnswer
  return entries.every(({ status, documentation }) => status !== 'in_operation' || documentation === 'signed')
}
