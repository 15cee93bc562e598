import { type LayerDefinition, layers as shipped } from '@trygghetskartan/layers'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { type Audit, createAudit } from '../audit/audit.ts'
import { type Auth, createAuth } from '../auth.ts'
import { readEnv } from '../env.ts'
import { createSignIn, type SignIn } from '../identity/oidc/sign-in.ts'
import { createUpkeep, type Upkeep } from '../jobs/upkeep.ts'
import { createTileService } from '../tiles/tile-service.ts'
import { type Engine, type TestDatabase, type TestDatabaseOptions, testDatabase } from './test-database.ts'

export interface TestApp {
  readonly database: TestDatabase
  readonly audit: Audit
  readonly upkeep: Upkeep
  readonly auth: Auth
  readonly signIn: SignIn
  /** Answers a request as the server does. */
  readonly fetch: (request: Request, connection?: object) => Response | Promise<Response>
  /** The Cookie header of a demo account's session, the same each time. */
  cookieOf(account: DemoId): Promise<string>
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

/** What the server's own command line shows: Authorization: Bearer. */
export const testOperatorToken = 'operator'.padEnd(43, '-')

/** The whole HTTP surface over a fresh database, asked without a socket. */
export async function testApp(
  engine: Engine,
  options: TestDatabaseOptions & { layers?: readonly LayerDefinition[]; variables?: NodeJS.ProcessEnv } = {},
): Promise<TestApp> {
  const { layers = shipped, variables = {}, ...databaseOptions } = options
  const database = await testDatabase(engine, databaseOptions)
  const env = readEnv({
    DATA_FOLDER: database.folder,
    DEMO: '1',
    SESSION_SECRET: 'only for tests, but long enough to pass',
    MUNICIPALITY_NAME: 'Provköping',
    RATE_LIMITS: 'off',
    ...variables,
  })
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const auth = createAuth({
    database,
    demo: true,
    operatorToken: testOperatorToken,
    idleMinutes: env.SESSION_IDLE_MINUTES,
    absoluteHours: env.SESSION_HOURS,
    onError: (error) => log.error(error),
  })
  const tiles = await createTileService({ database, layers, poolSize: 1 })
  const stopping = new AbortController()
  const audit = createAudit({ database, layers, log })
  const signIn = createSignIn({ env, database, auth, audit, log })
  const upkeep = createUpkeep({ database, env, log })
  const { retention, jobs } = upkeep
  const services = { env, database, tiles, auth, signIn, audit, retention, jobs, layers, log }
  const app = createApp({ ...services, stopping: stopping.signal })
  const cookies = new Map<DemoId, Promise<string>>()
  /** Each account signs in once. */
  const cookieOf = (account: DemoId): Promise<string> => {
    let cookie = cookies.get(account)
    if (!cookie) {
      cookie = auth
        .signInDemo(account, {
          asked: { cookie: undefined, authorization: undefined, address: '' },
          userAgent: 'test',
          secure: false,
        })
        .then((opened) => opened?.cookie ?? '')
      cookies.set(account, cookie)
    }
    return cookie
  }
  return {
    database,
    auth,
    signIn,
    fetch: app.fetch,
    cookieOf,
    audit,
    upkeep,
    ask: async (account, method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(account && { cookie: await cookieOf(account) }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      stopping.abort()
      await signIn.close()
      await auth.close()
      await audit.close()
      await jobs.close()
      await tiles.close()
      await database.close()
    },
  }
}
