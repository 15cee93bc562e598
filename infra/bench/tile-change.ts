import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { openTileBench, tilesAbout } from './tile-server.ts'

const cameras = 20_000
const changes = 15
const planner = { id: 'bench', name: 'Bench', audience: 'planner' } as const

/** From a committed change of one object to the tile that shows it, with a map's worth of tiles in the cache. */
export const tileChange: Bench = {
  name: 'tile-change',
  title: 'One changed object: until tiles show it, and what is cut anew',
  run: () =>
    withPrivateCluster(async (url, folder) => {
      const { database, service } = await openTileBench(url, folder, cameras)
      try {
        const objects = await database.read(
          'planner',
          (sql) => sql<{ id: string; lon: number; lat: number }[]>`
            select id::text, ST_X(geom) as lon, ST_Y(geom) as lat from planner.camera_sites order by title limit ${changes}`,
        )
        const tiles = objects.flatMap(({ lon, lat }) => tilesAbout(lon, lat))
        const fetchAll = () =>
          Promise.all(tiles.map((tile) => service.tile('camera_sites', 'planner', ...tile)))
        await fetchAll()
        const kept = service.statistics().tiles
        const told: number[] = []
        const shown: number[] = []
        const recut: number[] = []
        for (const { id, lon, lat } of objects) {
          const heard = new Promise<number>((resolve) => {
            const stop = service.changes('planner', (event) => {
              if (event.id !== id) return
              stop()
              resolve(performance.now())
            })
          })
          await database.write(
            planner,
            (sql) => sql`update planner.camera_sites set title = title || '!' where id = ${id}`,
          )
          const committed = performance.now()
          told.push(Math.max(0, (await heard) - committed))
          const [z, x, y] = tilesAbout(lon, lat).at(-5)!
          await service.tile('camera_sites', 'planner', z, x, y)
          shown.push(performance.now() - committed)
          const before = service.statistics().cut
          await fetchAll()
          recut.push(service.statistics().cut - before + 1)
        }
        const worst = Math.max(...shown)
        return {
          columns: ['', 'median', 'largest'],
          rows: [
            ['commit to told, ms', round(median(told)), round(Math.max(...told))],
            ['commit to new tile in hand, ms', round(median(shown)), round(worst)],
            [`tiles cut anew of ${kept} kept`, median(recut), Math.max(...recut)],
          ],
          targets: [
            {
              what: 'visible in tiles within 200 ms',
              reached: `${round(worst)} ms at the most`,
              met: worst <= 200,
            },
            {
              what: 'only touched tiles are cut anew',
              reached: `${Math.max(...recut)} of ${kept} at the most`,
              met: Math.max(...recut) <= 40,
            },
          ],
          notes: [
            `${cameras} camera sites on native PostgreSQL; ${changes} changes one after the other; zoom 8 to 17 about each object in the cache. One object lies in one tile per zoom, and in a neighbour where it stands in its buffer.`,
          ],
        }
      } finally {
        await service.close()
        await database.close()
      }
    }),
}
