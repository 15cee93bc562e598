import { createWorkerPool, type WorkerPool } from '@trygghetskartan/api/tiles/worker-pool'
import { encodeTile, type Segment } from '@trygghetskartan/tiles'
import postgres from 'postgres'
import { type Bench, median, round } from './bench.ts'
import { compareTiles, type Difference } from './compare-tiles.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { type BenchTable, buildingTable, generate, packTable, plainTile, pointTable } from './tile-data.ts'

const zooms = [10, 12, 14, 16]
const mostTiles = 24
const rounds = 5
const threads = 2

type Address = readonly [number, number, number]

/** Tiles of a zoom that lie in the data, evenly spread. */
function addresses(z: number): Address[] {
  const tileOf = (mercator: number, sign: number) =>
    Math.floor((0.5 + (sign * mercator) / 40075016.685578) * 2 ** z)
  const all: Address[] = []
  for (let x = tileOf(1575000, 1); x <= tileOf(1615000, 1); x++)
    for (let y = tileOf(7596000, -1); y <= tileOf(7556000, -1); y++) all.push([z, x, y])
  const step = Math.max(1, all.length / mostTiles)
  return Array.from({ length: Math.min(all.length, mostTiles) }, (_, i) => all[Math.floor(i * step)]!)
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

interface Row {
  readonly table: BenchTable
  readonly z: number
  readonly cells: readonly (string | number)[]
  readonly ratio: number
}

async function measure(
  sql: postgres.Sql,
  pool: WorkerPool,
  table: BenchTable,
  segment: Segment,
  difference: Difference,
) {
  const sources = [{ name: 'layer', columns: table.columns, segments: [segment], options: {} }]
  pool.show({ key: table.name, sources: [{ ...sources[0]!, groups: [{ minzoom: 0, segments: [segment] }] }] })
  const rows: Row[] = []
  for (const z of zooms) {
    const tiles = addresses(z)
    const features = difference.features
    for (const tile of tiles) {
      const theirs = await plainTile(sql, table, tile, false)
      compareTiles(encodeTile(sources, ...tile).bytes, theirs!, difference)
    }
    const plain: number[] = []
    const single: number[] = []
    const pooled: number[] = []
    for (let i = 0; i < rounds; i++) {
      plain.push(
        await timed(async () => {
          for (const tile of tiles) await plainTile(sql, table, tile, true)
        }),
      )
      // The database's answer takes a round trip; ours is a call, so it is made often enough to be measured.
      const repeats = z >= 14 ? 20 : 3
      single.push(
        (await timed(() => {
          for (let repeat = 0; repeat < repeats; repeat++)
            for (const tile of tiles) encodeTile(sources, ...tile)
        })) / repeats,
      )
      pooled.push(await timed(() => Promise.all(tiles.map((tile) => pool.cut(table.name, ...tile)))))
    }
    const [a, b, c] = [plain, single, pooled].map((times) => median(times) / tiles.length) as [
      number,
      number,
      number,
    ]
    rows.push({
      table,
      z,
      ratio: a / b,
      cells: [
        table.name.slice(6),
        `z${z}`,
        tiles.length,
        Math.round((difference.features - features) / tiles.length),
        round(a),
        round(b),
        round(c),
        `${round(a / b)} ×`,
        `${round(a / c)} ×`,
      ],
    })
  }
  return rows
}

/** Tiles that are not in any cache: the plain ST_AsMVT query against our engine, through the same tiles. */
export const tiles: Bench = {
  name: 'tiles',
  title: 'Tiles not in cache: plain ST_AsMVT against our engine',
  run: () =>
    withPrivateCluster(async (url) => {
      const sql = postgres(url, { max: 1, onnotice: () => {} })
      const pool = createWorkerPool(threads)
      try {
        await generate(sql)
        await sql`set max_parallel_workers_per_gather = 0`
        const none: Difference = { features: 0, unmatched: 0, unequal: 0, areas: 0, largestArea: 0 }
        const points = { ...none }
        const buildings = { ...none }
        const rows = [
          ...(await measure(sql, pool, pointTable, await packTable(sql, pointTable), points)),
          ...(await measure(sql, pool, buildingTable, await packTable(sql, buildingTable), buildings)),
        ]
        const unequal = points.unmatched + points.unequal + buildings.unmatched + buildings.unequal
        return {
          columns: [
            'layer',
            'zoom',
            'tiles',
            'features per tile',
            'ST_AsMVT, ms per tile',
            'one thread, ms',
            `pool of ${threads}, ms, with gzip`,
            'ratio',
            'ratio of pool',
          ],
          rows: rows.map(({ cells }) => cells),
          targets: [
            ...rows
              .filter(({ z }) => z < 16)
              .map(({ table, z, ratio }) => ({
                what: `${table.name.slice(6)} z${z} at least ${table.target} times the speed`,
                reached: `${round(ratio)} ×`,
                met: ratio >= table.target,
              })),
            {
              what: 'decoded tiles equal in features and attributes',
              reached: `${unequal} of ${points.features + buildings.features} differ`,
              met: unequal === 0,
            },
          ],
          notes: [
            '200,000 points and 60,000 polygons with three attributes each, stored in Web Mercator, clustered by their index, read by one warm connection; the tile is made in the database and not sent. Nothing is aggregated or capped.',
            `Polygons whose area differs: ${buildings.areas} of ${buildings.features}, by at most ${buildings.largestArea} square units of a tile's 4096 × 4096: the database moves edges onto corners they pass within half a unit.`,
          ],
        }
      } finally {
        await pool.close()
        await sql.end()
      }
    }),
}
