import { type Bench, median, round } from './bench.ts'
import { type Load, load, loadText } from './load.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { openTileBench, serve, tilesAbout } from './tile-server.ts'

const rounds = 3
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
            `${loadText}, median of ${rounds} rounds taken by turns; server and load share the machine.`,
          ],
        }
      } finally {
        ours.server.close()
        await bench.service.close()
        await bench.database.close()
      }
    }),
}
