import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { type LayerDefinition, layers as shippedLayers, type Text } from '@trygghetskartan/layers'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { createAudit } from './audit/audit.ts'
import { layerOfTile } from './audit/sensitive-layers.ts'
import { createAuth } from './auth.ts'
import { announceServer, openDatabase } from './database/open-database.ts'
import { writeDemoPictures } from './demo/demo-pictures.ts'
import { loadDemo } from './demo/load-demo.ts'
import { signDemoDossiers } from './demo/signed-dossiers.ts'
import type { Env } from './env.ts'
import { createSignIn } from './identity/oidc/sign-in.ts'
import { newSecret } from './identity/secret.ts'
import { askedOf } from './identity/visit.ts'
import { createUpkeep } from './jobs/upkeep.ts'
import { createProxies } from './protection/client-address.ts'
import { admit, defaultPatience, keepHeaders, serverLimits } from './protection/sockets.ts'
import { isEmpty, wantsDemo } from './queries/emptiness.ts'
import { mayTakeTile } from './rights/layers.ts'
import { createTileService } from './tiles/tile-service.ts'

export const migrationsFolder = join(import.meta.dirname, '..', '..', '..', 'data', 'migrations')

export interface RunningServer {
  readonly url: string
  readonly engine: 'embedded' | 'postgres'
  /** Finishes what was taken on, refuses what is new, closes the database. */
  close(): Promise<void>
}

export interface ServerOptions {
  env: Env
  log: Logger
  onProgress?: (text: Text) => void
  layers?: readonly LayerDefinition[]
  /** Folder of migrations; the shipped ones unless a test brings its own. */
  migrations?: string
}

const graceMilliseconds = 10_000

/** Opens the database, migrates, loads the demonstration where there is nothing, and serves. */
export async function startServer({
  env,
  log,
  onProgress = () => {},
  layers = shippedLayers,
  migrations = migrationsFolder,
}: ServerOptions): Promise<RunningServer> {
  const database = await openDatabase({
    ...(env.DATABASE_URL && { url: env.DATABASE_URL }),
    folder: join(env.DATA_FOLDER, 'database'),
    migrationsFolder: migrations,
    onProgress,
  })
  const stopping = new AbortController()
  try {
    if (env.DEMO && (await isEmpty(database)) && (await wantsDemo(database))) {
      onProgress({ sv: 'Laddar demonstrationskommunen …', en: 'Loading the demonstration municipality …' })
      await loadDemo(database, { now: new Date() })
    }
    const operatorToken = newSecret()
    const auth = createAuth({
      database,
      demo: env.DEMO,
      operatorToken,
      idleMinutes: env.SESSION_IDLE_MINUTES,
      absoluteHours: env.SESSION_HOURS,
      onError: (error) => log.error({ err: error }, 'sessions could not be checked or written down'),
    })
    const proxies = createProxies(env.TRUSTED_PROXIES, env.FORWARDED_HEADER)
    const tiles = await createTileService({
      database,
      layers,
      poolSize: env.TILE_WORKERS,
      onError: (error) =>
        log.error({ err: error }, 'a layer could not be read for its tiles; it is tried again'),
    })
    const audit = createAudit({ database, layers, log })
    const upkeep = createUpkeep({ database, env, log })
    const signIn = createSignIn({ env, database, auth, audit, log })
    const app = createApp({
      env,
      database,
      tiles,
      auth,
      signIn,
      audit,
      retention: upkeep.retention,
      jobs: upkeep.jobs,
      layers,
      log,
      stopping: stopping.signal,
    })
    const answer = getRequestListener(app.fetch)
    const server = createServer(serverLimits(defaultPatience), (request, response) => {
      if (!admit(request, response, defaultPatience)) return
      // Tiles that are already made are answered before any middleware: most requests of a map are these.
      const url = request.url ?? ''
      if (url.startsWith('/api/tiles/') || url.startsWith('/api/basemap/')) {
        const caller = auth.identify(askedOf(request, proxies))
        if (caller && mayTakeTile(caller, url) && tiles.serveCached(request, response, caller.audience)) {
          if (caller.audience !== 'public')
            audit.sensitiveRead(caller, { layer: layerOfTile(url), by: 'tiles' })
          return
        }
      }
      void answer(request, response)
    })
    keepHeaders(server)
    const url = await listen(server, env)
    await upkeep.start()
    const withdraw = await announceServer(database, { url, token: operatorToken })
    // Nobody waits for it: the map is there meanwhile.
    const signing = env.DEMO
      ? signDemoDossiers(database, layers, stopping.signal)
          .then(() => writeDemoPictures(database, layers, { signal: stopping.signal }))
          .catch((error: unknown) =>
            log.error(
              { err: error },
              'the demonstration’s dossiers and pictures could not be signed; they are tried at the next start',
            ),
          )
      : undefined
    return {
      url,
      engine: database.engine,
      close: async () => {
        stopping.abort()
        await withdraw()
        await finish(server)
        await signIn.close()
        await auth.close()
        await audit.close()
        await upkeep.close()
        await signing
        await tiles.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

const listen = (server: Server, env: Env): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, () =>
      resolve(`http://localhost:${(server.address() as AddressInfo).port}`),
    )
  })

/** Lets open answers end, within the grace. */
const finish = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
