import { createSegmentBuilder, encodeTile } from '@trygghetskartan/tiles'
import { decodeLayer, doubleArea } from '@trygghetskartan/tiles/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sql } from '../database/database.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'

const columns = ['id', 'kind', 'amount', 'open']
type Address = readonly [number, number, number]

/**
 * Seeded shapes about Kristianstad, in degrees: points, crooked lines, and turned houses, every seventh with a yard.
 * The lines never return the way they came: PostGIS takes such spurs for straight lines, and ours keeps them.
 */
const shapes = {
  points: (sql: Sql) => sql`ST_MakePoint(14.16 + dx * 0.3, 56.03 + dy * 0.2)`,
  lines: (
    sql: Sql,
  ) => sql`(select ST_MakeLine(ST_MakePoint(14.16 + dx * 0.3 + step / 1e4 + (hashint4(i * 31 + step) % 1000) / 4e7,
    56.03 + dy * 0.2 + (hashint4(i * 57 + step) % 1000) / 7e5) order by step) from generate_series(1, 2 + i % 9) step)`,
  polygons: (sql: Sql) => sql`ST_Transform(ST_SetSRID((select ST_Rotate(
      case when i % 7 = 0 and least(w, h) > 30 then ST_Difference(house, ST_Buffer(ST_Centroid(house), least(w, h) / 4, 2)) else house end, dx * 6, x, y)
    from (select x, y, w, h, ST_MakeEnvelope(x, y, x + w, y + h) as house
      from (select 1576000 + dx * 30000 as x, 7558000 + dy * 36000 as y, 8 + abs(hashint4(i) % 60) as w, 8 + abs(hashint4(i + 9) % 40) as h) s) t), 3857), 4326)`,
}

const addresses: Address[] = []
for (const z of [10, 12, 14, 16]) {
  const x = Math.floor((14.18 / 360 + 0.5) * 2 ** z)
  const sin = Math.sin((56.04 * Math.PI) / 180)
  const y = Math.floor((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * 2 ** z)
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
  ] as const)
    addresses.push([z, x + dx, y + dy])
}

/** What PostGIS makes of the same rows. Its index compares in single precision, so the box is asked for exactly too. */
const byDatabase = (database: TestDatabase, [z, x, y]: Address) =>
  database.owner(async (sql) => {
    const box = sql`ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => 64.0 / 4096)`
    const [row] = await sql<{ tile: Uint8Array }[]>`
      select ST_AsMVT(t, 'layer', 4096, 'cut') as tile from (
        select id, kind, amount, open, ST_AsMVTGeom(m, ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int), 4096, 64, true) as cut
        from (select *, ST_Transform(geom, 3857) as m from core.golden) g where m && ${box} and ST_Intersects(m, ${box})
      ) t where cut is not null`
    return row!.tile
  })

describe.runIf(engines.includes('postgres'))('our tiles and those of ST_AsMVT', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase('postgres')
  })
  afterAll(() => database.close())

  const prepare = (shape: keyof typeof shapes) =>
    database.owner(async (sql) => {
      await sql`drop table if exists core.golden`
      await sql`select setseed(0.56)`
      await sql`create table core.golden as
        select i as id, (array['a', 'b', null, 'åäö'])[1 + i % 4] as kind, (i % 90 - 30)::int as amount, i % 3 = 0 as open,
          ST_SetSRID(${shapes[shape](sql)}, 4326) as geom
        from (select i, random() as dx, random() as dy from generate_series(1, 6000) i) seeded`
      const builder = createSegmentBuilder(columns)
      for (const row of await sql`select ${sql(columns)}, ST_AsBinary(geom) as wkb from core.golden`)
        expect(
          builder.add(
            row.wkb,
            columns.map((column) => row[column]),
          ),
        ).toBeUndefined()
      return [{ name: 'layer', columns, segments: [builder.finish()], options: { buffer: 64 } }]
    })

  test.each(['points', 'lines', 'polygons'] as const)(
    'hold the same %s with the same attributes',
    async (shape) => {
      const sources = await prepare(shape)
      let compared = 0
      for (const address of addresses) {
        const theirs = decodeLayer(await byDatabase(database, address), 'layer')
        const ours = new Map(
          decodeLayer(encodeTile(sources, ...address).bytes, 'layer').map((f) => [f.properties.id, f]),
        )
        expect([address, [...ours.keys()].sort()]).toEqual([
          address,
          theirs.map(({ properties }) => properties.id).sort(),
        ])
        let ourArea = 0
        let theirArea = 0
        for (const feature of theirs) {
          const mine = ours.get(feature.properties.id)!
          compared++
          expect(mine.properties).toEqual(feature.properties)
          if (shape !== 'polygons') expect(mine.geometry).toEqual(feature.geometry)
          else {
            ourArea += doubleArea(mine.geometry)
            theirArea += doubleArea(feature.geometry)
            // Folding an edge onto a corner it passes within half a unit moves at most a few square units.
            expect(Math.abs(doubleArea(mine.geometry) - doubleArea(feature.geometry))).toBeLessThanOrEqual(12)
          }
        }
        if (shape === 'polygons') expect(Math.abs(ourArea - theirArea)).toBeLessThanOrEqual(0.01 * theirArea)
      }
      expect(compared).toBeGreaterThan(3000)
    },
  )
})
