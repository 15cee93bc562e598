import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'

/** A row of a layer as tiles need it: WKB (EPSG:4326) and the columns' values as JSON has them. */
export interface TileRow {
  id: string
  wkb: Uint8Array
  values: unknown[]
}

export interface BasemapRow {
  source: string
  source_id: string
  theme: string
  wkb: Uint8Array
  kind: string | null
  name: string | null
  rank: number | null
  props: Record<string, unknown>
}

/** Rows fetched at once: bounds memory while a layer is read. */
const batchSize = 5000

const columnsAsJson = (sql: Sql, columns: readonly string[]) =>
  columns.length === 0
    ? sql`'[]'::jsonb`
    : sql`jsonb_build_array(${columns.map((name, at) => (at === 0 ? sql`v.${sql(name)}` : sql`, v.${sql(name)}`))})`

/** All rows of a layer that an audience sees, batch by batch in the order of their ids. */
export async function* tileRows(
  sql: Sql,
  audience: Audience,
  layer: string,
  columns: readonly string[],
): AsyncGenerator<TileRow[]> {
  let after: string | null = null
  for (;;) {
    const rows: TileRow[] = await sql<TileRow[]>`
      select v.id::text as id, ST_AsBinary(v.geom) as wkb, ${columnsAsJson(sql, columns)} as values
      from ${sql(schemaOf[audience])}.${sql(layer)} v
      ${after === null ? sql`` : sql`where v.id > ${after}`}
      order by v.id limit ${batchSize}`
    if (rows.length > 0) yield rows
    if (rows.length < batchSize) return
    after = rows.at(-1)?.id ?? null
  }
}

/** Those of the given objects that the audience sees now. */
export const tileRowsById = (
  sql: Sql,
  audience: Audience,
  layer: string,
  columns: readonly string[],
  ids: readonly string[],
): Promise<TileRow[]> => sql<TileRow[]>`
  select v.id::text as id, ST_AsBinary(v.geom) as wkb, ${columnsAsJson(sql, columns)} as values
  from ${sql(schemaOf[audience])}.${sql(layer)} v
  where v.id in ${sql([...ids])}`

/** The whole basemap but addresses, batch by batch. */
export async function* basemapRows(sql: Sql): AsyncGenerator<BasemapRow[]> {
  let last: BasemapRow | null = null
  for (;;) {
    const rows: BasemapRow[] = await sql<BasemapRow[]>`
      select source, source_id, theme, ST_AsBinary(geom) as wkb, kind, name, rank, props
      from basemap.features
      where theme <> 'address'
      ${last === null ? sql`` : sql`and (source, source_id, theme) > (${last.source}, ${last.source_id}, ${last.theme})`}
      order by source, source_id, theme limit ${batchSize}`
    if (rows.length > 0) yield rows
    if (rows.length < batchSize) return
    last = rows.at(-1) ?? null
  }
}

export const countRows = async (sql: Sql, audience: Audience, layer: string): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from ${sql(schemaOf[audience])}.${sql(layer)}`
  return row?.count ?? 0
}
