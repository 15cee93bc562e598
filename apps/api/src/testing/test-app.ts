import { type LayerDefinition, layers as shipped } from '@trygghetskartan/layers'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { type Audit, createAudit } from '../audit/audit.ts'
import { createAuth } from '../auth.ts'
import { readEnv } from '../env.ts'
import { createTileService } from '../tiles/tile-service.ts'
import { type Engine, type TestDatabase, type TestDatabaseOptions, testDatabase } from './test-database.ts'

export interface TestApp {
  readonly database: TestDatabase
  readonly audit: Audit
  /** Sends a request as a demo account, or as nobody; a body is sent as JSON. */
  ask(
    account: DemoId | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>
  close(): Promise<void>
}

export type DemoId = 'demo-planner' | 'demo-planner-2' | 'demo-police' | 'demo-reporter' | 'demo-admin'

/** The whole HTTP surface over a fresh database, asked without a socket. */
export async function testApp(
  engine: Engine,
  options: TestDatabaseOptions & { layers?: readonly LayerDefinition[] } = {},
): Promise<TestApp> {
  const { layers = shipped, ...databaseOptions } = options
  const database = await testDatabase(engine, databaseOptions)
  const env = readEnv({
    DATA_FOLDER: database.folder,
    DEMO: '1',
    SESSION_SECRET: 'only for tests, but long enough to pass',
    MUNICIPALITY_NAME: 'Provköping',
  })
  const auth = createAuth({ secret: env.SESSION_SECRET, demo: true, operatorToken: 'operator' })
  const tiles = await createTileService({ database, layers, poolSize: 1 })
  const stopping = new AbortController()
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const audit = createAudit({ database, layers, log })
  const app = createApp({ env, database, tiles, auth, audit, layers, log, stopping: stopping.signal })
  return {
    database,
    audit,
    ask: async (account, method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          ...(account && { cookie: auth.signIn(account, false)?.split(';')[0] ?? '' }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      stopping.abort()
      await audit.close()
      await tiles.close()
      await database.close()
    },
  }
}
