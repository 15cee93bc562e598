import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Database } from '@trygghetskartan/api/database/database'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { createTileService, type TileService } from '@trygghetskartan/api/tiles/tile-service'
import { layers } from '@trygghetskartan/layers'

/** A migrated database with camera sites about Kristianstad, seeded, and the tile service over it. */
export async function openTileBench(
  url: string,
  folder: string,
  cameras: number,
): Promise<{ database: Database; service: TileService }> {
  const database = await openDatabase({
    url,
    folder: join(folder, 'data'),
    migrationsFolder: join(import.meta.dirname, '..', '..', 'data', 'migrations'),
  })
  await database.owner(async (sql) => {
    await sql`set local app.bulk = 'on'`
    await sql`select setseed(0.1290)`
    await sql`insert into core.camera_sites (geom, title, status)
      select ST_SetSRID(ST_MakePoint(14.05 + random() * 0.2, 55.98 + random() * 0.1), 4326), 'Kamera ' || i, 'decided'
      from generate_series(1, ${cameras}::int) i`
  })
  return { database, service: await createTileService({ database, layers, poolSize: 2 }) }
}

/** Serves with the given listener on a free port; gives its address. */
export const serve = (
  listener: Parameters<typeof createServer>[1],
): Promise<{ server: Server; url: string }> =>
  new Promise((resolve) => {
    const server = createServer(listener)
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
    )
  })

/** Tiles of every zoom from 8 to 17 that lie about a place: what an open map may have asked for. */
export function tilesAbout(lon: number, lat: number): (readonly [number, number, number])[] {
  const tiles: (readonly [number, number, number])[] = []
  for (let z = 8; z <= 17; z++) {
    const x = Math.floor((lon / 360 + 0.5) * 2 ** z)
    const sin = Math.sin((lat * Math.PI) / 180)
    const y = Math.floor((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * 2 ** z)
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) tiles.push([z, x + dx, y + dy])
  }
  return tiles
}
