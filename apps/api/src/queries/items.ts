import type { BBox } from '@trygghetskartan/geo'
import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import { columnsFor } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import { type Sql, schemaOf } from '../database/database.ts'
import { columns, type Fragment } from './fragments.ts'

export interface ItemFilter {
  bbox?: BBox
  /** Words sought in every text column the caller sees. */
  words?: string
  /** Column -> accepted values (choice columns) . */
  choices: Record<string, string[]>
  /** Date or time column -> half-open range [from, to). */
  ranges: Record<string, { from?: string; to?: string }>
  sort: string | null
  descending: boolean
  limit: number
  offset: number
}

export interface ItemRow {
  id: string
  geometry: Geometry
  properties: Record<string, unknown>
}

export const viewOf = (sql: Sql, layer: { id: string }, audience: Audience): Fragment =>
  sql`${sql(schemaOf[audience])}.${sql(layer.id)}` as Fragment

/** Rows that touch the box, by the index. Degrees. */
export const within = (sql: Sql, [west, south, east, north]: BBox): Fragment =>
  sql`and v.geom && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326) and ST_Intersects(v.geom, ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326))`

/** An object's columns as one JSON value: dates stay plain dates, times plain times. */
export const propertiesOf = (sql: Sql, layer: LayerDefinition, audience: Audience): Fragment =>
  sql`(select to_jsonb(p) from (select v.version, ${columns(sql, columnsFor(layer, audience), 'v')}) p)`

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function conditions(sql: Sql, layer: LayerDefinition, audience: Audience, filter: ItemFilter): Fragment {
  const parts: Fragment[] = []
  if (filter.bbox) parts.push(within(sql, filter.bbox))
  for (const [column, values] of Object.entries(filter.choices))
    parts.push(sql`and to_jsonb(v.${sql(column)}) ?| ${values}`)
  for (const [column, { from, to }] of Object.entries(filter.ranges)) {
    if (from) parts.push(sql`and v.${sql(column)} >= ${from}`)
    if (to) parts.push(sql`and v.${sql(column)} < ${to}`)
  }
  if (filter.words) {
    const pattern = `%${escapeLike(filter.words)}%`
    parts.push(
      sql`and exists (select 1 from jsonb_each_text(${propertiesOf(sql, layer, audience)}) e where e.value ilike ${pattern})`,
    )
  }
  return parts.reduce((all, part) => sql`${all} ${part}`, sql``)
}

/** How many objects match. */
export async function countItems(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  filter: ItemFilter,
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from ${viewOf(sql, layer, audience)} v where true ${conditions(sql, layer, audience, filter)}`
  return row!.n
}

/** One page of objects, ordered by the sort column (nothing last) and then by id, so that pages never overlap. */
export async function listItems(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  filter: ItemFilter,
): Promise<ItemRow[]> {
  const direction = filter.descending ? sql`desc` : sql`asc`
  const order = filter.sort ? sql`v.${sql(filter.sort)} ${direction} nulls last, v.id` : sql`v.id`
  return sql<ItemRow[]>`
    select v.id::text as id, ST_AsGeoJSON(v.geom, 15)::jsonb as geometry, ${propertiesOf(sql, layer, audience)} as properties
    from ${viewOf(sql, layer, audience)} v
    where true ${conditions(sql, layer, audience, filter)}
    order by ${order}
    limit ${filter.limit} offset ${filter.offset}`
}
