import { join } from 'node:path'
import { startProcess } from '@trygghetskartan/api/testing/server-process'
import { type Browser, chromium as browserType } from 'playwright-core'
import { chromium } from '../run/system.mjs'
import { withPrivateCluster } from './private-cluster.ts'

/** What is drawn by a graphics card in use is drawn by the processor here, and nothing is fetched beside what is measured. */
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Runs the work with a browser, and closes it afterwards. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await browserType.launch({ executablePath: chromium() ?? '', args: flags })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

interface ServerOptions {
  /** Address of its database, and a folder to write in. */
  readonly database: string
  readonly folder: string
  readonly variables?: NodeJS.ProcessEnv
}

/** Runs the work with the address of a server of its own, without limits to what is asked, and stops it afterwards. */
export async function withServer<T>(
  { database, folder, variables }: ServerOptions,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = await startProcess({
    ...{ DATABASE_URL: database, DATA_FOLDER: join(folder, 'server'), DEMO: '0', RATE_LIMITS: 'off' },
    ...variables,
  })
  if ('exitCode' in server) throw new Error(server.output)
  try {
    return await work(server.url)
  } finally {
    await server.end()
  }
}

/** Runs the work with the address of the demonstration on a PostgreSQL of its own; where E2E_URL is set, with what is there. */
export function withDemoServer<T>(
  work: (url: string) => Promise<T>,
  prepare: (database: string) => Promise<void> = async () => {},
): Promise<T> {
  if (process.env.E2E_URL) return work(process.env.E2E_URL)
  return withPrivateCluster((database, folder) =>
    withServer({ database, folder, variables: { DEMO: '1' } }, async (url) => {
      await prepare(database)
      return work(url)
    }),
  )
}
