import { join } from 'node:path'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { loadDemo } from '@trygghetskartan/api/demo/load-demo'
import { readEnv } from '@trygghetskartan/api/env'
import { createLog } from '@trygghetskartan/api/protection/log'
import { startServer } from '@trygghetskartan/api/server'
import { type Bench, median, round } from './bench.ts'
import { type Load, load, loadText } from './load.ts'
import { withPrivateCluster } from './private-cluster.ts'

const rounds = 5
const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')

/** What each path costs with a session against without: the audience is the same, so the body is. */
const paths = [
  ['a cached tile', '/api/basemap/14/8836/5099.mvt'],
  ['a cached tile of a layer', '/api/tiles/lighting_upgrades/14/8836/5099.mvt'],
  ['a page of items', '/api/layers/lighting_upgrades/items?limit=20'],
] as const

async function cookieFrom(url: string, account: string): Promise<string> {
  const answer = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`No session for ${account}: ${answer.status}`)
  return cookie
}

/** Signed-in requests against public ones, through the whole server on PostgreSQL. */
export const signedIn: Bench = {
  name: 'signed-in',
  title: 'Signed in against not, the same bodies through the whole server',
  run: () =>
    withPrivateCluster(async (url, folder) => {
      const database = await openDatabase({ url, folder: '', migrationsFolder })
      await loadDemo(database, { now: new Date() })
      await database.close()
      const env = readEnv({
        DATABASE_URL: url,
        DATA_FOLDER: folder,
        DEMO: '1',
        PORT: '0',
        HOST: '127.0.0.1',
        RATE_LIMITS: 'off',
      })
      const server = await startServer({ env, log: createLog('silent') })
      try {
        const cookie = await cookieFrom(server.url, 'demo-reporter')
        const planner = await cookieFrom(server.url, 'demo-planner')
        // A session without a role sees what the public sees.
        const owner = await openDatabase({ url, folder: '', migrationsFolder })
        await owner.owner(
          (sql) =>
            sql`update identity.accounts set audience = null, audience_by = 'admin' where subject = 'demo-reporter'`,
        )
        await owner.close()
        const rows: (string | number)[][] = []
        const ratios: number[] = []
        for (const [what, path] of paths) {
          for (const header of [undefined, cookie, planner]) {
            const answer = await fetch(server.url + path, header ? { headers: { cookie: header } } : {})
            if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
          }
          const measured: Record<'none' | 'session' | 'planner', Load>[] = []
          for (let i = 0; i < rounds; i++)
            measured.push({
              none: await load(server.url + path),
              session: await load(server.url + path, { cookie }),
              planner: await load(server.url + path, { cookie: planner }),
            })
          const of = (who: 'none' | 'session' | 'planner') =>
            median(measured.map((each) => each[who].requests))
          const cost = of('none') / of('session') - 1
          ratios.push(cost)
          rows.push([
            what,
            Math.round(of('none')),
            Math.round(of('session')),
            `${round(cost * 100)} %`,
            Math.round(of('planner')),
          ])
        }
        const most = Math.max(...ratios)
        return {
          columns: [
            '',
            'public, requests/s',
            'signed in, same body, requests/s',
            'cost of the session',
            'planner (more columns), requests/s',
          ],
          rows,
          targets: [
            {
              what: 'signed-in requests cost at most 10 % more than public ones',
              reached: `${round(most * 100)} % at the most`,
              met: most <= 0.1,
            },
          ],
          notes: [
            `${loadText}, median of ${rounds} rounds taken by turns; server and load share the machine.`,
          ],
        }
      } finally {
        await server.close()
      }
    }),
}
