import { createSegmentBuilder, type Segment } from '@trygghetskartan/tiles'
import type postgres from 'postgres'

/** What is measured: a table of generated features about Kristianstad, in Web Mercator with its index, as a tile query likes it. */
export interface BenchTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly target: number
}

export const pointTable: BenchTable = { name: 'bench_points', columns: ['id', 'kind', 'amount'], target: 5 }
export const buildingTable: BenchTable = {
  name: 'bench_buildings',
  columns: ['id', 'kind', 'levels'],
  target: 10,
}

/** 200,000 points, clustered as addresses are, and 60,000 buildings, half of them with wings. Seeded: the same each time. */
export async function generate(sql: postgres.Sql): Promise<void> {
  await sql`create extension if not exists postgis`
  await sql`select setseed(0.290)`
  await sql`create table bench_points as
    select i as id, (array['lamp','tree','bench','sign','pole','hydrant','stop','bin'])[1 + floor(random() * 8)::int] as kind,
      floor(random() * 1000)::int as amount,
      ST_SetSRID(ST_MakePoint(1575000 + cx + (random() - 0.5) * spread, 7556000 + cy + (random() - 0.5) * spread), 3857) as geom
    from (select i, (hashint4(i % 400) & 65535) / 65535.0 * 40000 as cx, (hashint4(i % 400 + 1000) & 65535) / 65535.0 * 40000 as cy,
      case when i % 4 = 0 then 12000 else 1500 end as spread from generate_series(1, 200000) i) placed`
  await sql`create table bench_buildings as
    select i as id, (array['house','apartments','garage','shed','industrial'])[1 + floor(random() * 5)::int] as kind,
      1 + floor(random() * 8)::int as levels,
      ST_SetSRID(ST_Rotate(case when i % 2 = 0 then
        ST_MakePolygon(ST_MakeLine(array[ST_MakePoint(x, y), ST_MakePoint(x + w, y), ST_MakePoint(x + w, y + h), ST_MakePoint(x, y + h), ST_MakePoint(x, y)]))
      else
        ST_MakePolygon(ST_MakeLine(array[ST_MakePoint(x, y), ST_MakePoint(x + w, y), ST_MakePoint(x + w, y + h), ST_MakePoint(x + w / 2, y + h),
          ST_MakePoint(x + w / 2, y + h * 2), ST_MakePoint(x, y + h * 2), ST_MakePoint(x, y)]))
      end, turn, x, y), 3857) as geom
    from (select i, 1575000 + random() * 40000 as x, 7556000 + random() * 40000 as y, 8 + random() * 40 as w, 8 + random() * 25 as h,
      random() * 3.14 as turn from generate_series(1, 60000) i) placed`
  for (const { name } of [pointTable, buildingTable]) {
    await sql`create index on ${sql(name)} using gist (geom)`
    await sql`cluster ${sql(name)} using ${sql(`${name}_geom_idx`)}`
    await sql`vacuum analyze ${sql(name)}`
  }
}

/** The same features packed for our engine. */
export async function packTable(sql: postgres.Sql, table: BenchTable): Promise<Segment> {
  const builder = createSegmentBuilder(table.columns)
  const rows = sql`select ST_AsBinary(ST_Transform(geom, 4326)) as wkb, ${sql([...table.columns])} from ${sql(table.name)}`
  for await (const batch of rows.cursor(5000))
    for (const row of batch)
      builder.add(
        row.wkb,
        table.columns.map((column) => row[column]),
      )
  return builder.finish()
}

/**
 * The plain query; with `onlySize` the tile is made but not sent, so that sending it costs the database nothing.
 * Without, what the index lets through by its single precision, up to a third of a unit outside, is left out of the tile.
 */
export async function plainTile(
  sql: postgres.Sql,
  table: BenchTable,
  [z, x, y]: readonly [number, number, number],
  onlySize: boolean,
): Promise<Uint8Array | null> {
  const tile = sql`ST_AsMVT(t, 'layer', 4096, 'cut')`
  const box = sql`ST_TileEnvelope(${z}, ${x}, ${y}, margin => 64.0 / 4096)`
  const [row] = await sql`
    select ${onlySize ? sql`octet_length(${tile})` : tile} as tile
    from (
      select ${sql([...table.columns])}, ST_AsMVTGeom(geom, ST_TileEnvelope(${z}, ${x}, ${y}), 4096, 64, true) as cut
      from ${sql(table.name)}
      where geom && ${box} ${onlySize ? sql`` : sql`and ST_Intersects(geom, ${box})`}
    ) t where cut is not null`
  return onlySize ? null : row!.tile
}
