import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { openTileBench, serve, tilesAbout } from './tile-server.ts'

const rounds = 3
const seconds = 4
const connections = 32

interface Load {
  readonly requests: number
  readonly p99: number
}

/** Requests a second and the 99th percentile in milliseconds, by wrk with one thread. */
async function load(url: string): Promise<Load> {
  const { stdout } = await promisify(execFile)('wrk', [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'Accept-Encoding: gzip',
    url,
  ])
  const [, p99 = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const requests = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  if (!(requests > 0) || /Non-2xx/.test(stdout)) throw new Error(`wrk could not load ${url}:\n${stdout}`)
  return { requests, p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'] }
}

/** Cached tiles through our server's first step, against a bare Node server that sends the same bytes. */
export const cachedTiles: Bench = {
  name: 'cached-tiles',
  title: 'Cached tiles: our server against a bare Node server on the same body',
  run: () =>
    withPrivateCluster(async (database, folder) => {
      const bench = await openTileBench(database, folder, 5000)
      const ours = await serve((request, response) => {
        if (!bench.service.serveCached(request, response, 'public')) response.writeHead(500).end()
      })
      try {
        const rows: (string | number)[][] = []
        const ratios: number[] = []
        for (const z of [16, 14, 10]) {
          const [, x, y] = tilesAbout(14.16, 56.03).filter((tile) => tile[0] === z)[4]!
          const answer = await bench.service.tile('camera_sites', 'public', z, x, y)
          if (answer.kind !== 'tile' || answer.tile.size === 0)
            throw new Error(`z${z}: an empty tile measures nothing`)
          const { gzip } = answer.tile
          const bare = await serve((_, response) => {
            response.writeHead(200, {
              'Content-Type': 'application/vnd.mapbox-vector-tile',
              'Content-Encoding': 'gzip',
              'Content-Length': gzip.length,
            })
            response.end(gzip)
          })
          const path = `/api/tiles/camera_sites/${z}/${x}/${y}.mvt`
          const measured: { bare: Load; ours: Load }[] = []
          for (let i = 0; i < rounds; i++)
            measured.push({ bare: await load(bare.url + path), ours: await load(ours.url + path) })
          bare.server.close()
          const of = (side: 'bare' | 'ours', figure: keyof Load) =>
            median(measured.map((each) => each[side][figure]))
          const ratio = of('ours', 'requests') / of('bare', 'requests')
          ratios.push(ratio)
          rows.push([
            `z${z}`,
            gzip.length,
            Math.round(of('bare', 'requests')),
            Math.round(of('ours', 'requests')),
            `${Math.round(ratio * 100)} %`,
            round(of('bare', 'p99')),
            round(of('ours', 'p99')),
          ])
        }
        const least = Math.min(...ratios)
        return {
          columns: [
            'zoom',
            'bytes (gzip)',
            'bare, requests/s',
            'ours, requests/s',
            'ratio',
            'bare p99, ms',
            'ours p99, ms',
          ],
          rows,
          targets: [
            {
              what: 'at least 60 % of a bare server’s requests per second',
              reached: `${Math.round(least * 100)} % at the least`,
              met: least >= 0.6,
            },
          ],
          notes: [
            `wrk, one thread, ${connections} connections, ${seconds} s, median of ${rounds} rounds taken by turns; server and load share the machine.`,
          ],
        }
      } finally {
        ours.server.close()
        await bench.service.close()
        await bench.database.close()
      }
    }),
}
