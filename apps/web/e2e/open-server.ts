import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { RegisterAnswer } from '@trygghetskartan/api/contract-decisions'
import { runFolder } from '@trygghetskartan/api/testing/run-folder'

/** First start of the embedded engine with the whole demonstration, on a busy machine; in milliseconds. */
const longestStart = 400_000
const root = join(import.meta.dirname, '..', '..', '..')

export interface RunningServer {
  /** "http://localhost:51234" */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Starts the server as `npm start` does, on a free port, with a data folder of its own and the demonstration town in it.
 * The town is laid out once in a run of tests. E2E_URL names a server that already runs instead.
 */
export async function openServer(): Promise<RunningServer> {
  if (process.env.E2E_URL) return { url: process.env.E2E_URL, close: async () => undefined }
  if (!existsSync(join(root, 'apps', 'web', 'dist', 'index.html'))) {
    throw new Error('The client is not built: run npm test, or vite build in apps/web')
  }
  const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-e2e-'))
  const town = join(runFolder(), 'demo-town')
  await layOutOnce(town)
  await cp(town, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return startServer(folder)
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
  const { url, stop } = await startServer(unfinished)
  try {
    const last = Date.now() + longestStart
    while (!(await isDocumented(url)) && Date.now() < last) await pause(500)
  } finally {
    await stop()
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

interface StartedServer extends RunningServer {
  /** Ends it, and leaves its folder. */
  readonly stop: () => Promise<void>
}

async function startServer(folder: string): Promise<StartedServer> {
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'apps', 'api', 'src', 'main.ts')],
    {
      env: {
        ...process.env,
        PORT: '0',
        DATA_FOLDER: folder,
        DEMO: '1',
        DATABASE_URL: '',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said: string[] = []
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => said.push(String(text)))
  const stop = () => end(server)
  const close = async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { url: await readyAddress(server, () => said.join('')), stop, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The server says its address when it is ready. */
async function readyAddress(server: ChildProcess, said: () => string): Promise<string> {
  const last = Date.now() + longestStart
  while (Date.now() < last) {
    const [url] = /http:\/\/localhost:\d+/.exec(said()) ?? []
    if (url) return url
    if (server.exitCode !== null) throw new Error(`The server stopped with ${server.exitCode}:\n${said()}`)
    await pause(250)
  }
  throw new Error(`The server was not ready in ${longestStart / 1000} s:\n${said()}`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const inTime = await Promise.race([ended.then(() => true), pause(20_000, false)])
  if (!inTime) server.kill('SIGKILL')
}
