import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

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
 * E2E_URL names one that already runs instead.
 */
export async function openServer(): Promise<RunningServer> {
  if (process.env.E2E_URL) return { url: process.env.E2E_URL, close: async () => undefined }
  if (!existsSync(join(root, 'apps', 'web', 'dist', 'index.html'))) {
    throw new Error('The client is not built: run npm test, or vite build in apps/web')
  }
  const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-e2e-'))
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
  const close = async () => {
    await end(server)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { url: await readyAddress(server, () => said.join('')), close }
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
