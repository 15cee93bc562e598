import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import { startProcess } from '@trygghetskartan/api/testing/server-process'

const root = join(import.meta.dirname, '..', '..', '..')

export interface RunningServer {
  /** "http://127.0.0.1:51234" */
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
  await copyDemoTown(folder)
  const server = await startProcess({ DATA_FOLDER: folder, DEMO: '1', LOG_LEVEL: 'warn' })
  const remove = () => rm(folder, { recursive: true, force: true })
  if ('exitCode' in server) {
    await remove()
    throw new Error(`The server stopped with ${server.exitCode}:\n${server.output}`)
  }
  return {
    url: server.url,
    close: async () => {
      await server.end()
      await remove()
    },
  }
}
