import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { HistoryEntry } from '../contract.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { columns, listed } from './fragments.ts'
import { type ItemRow, propertiesOf, viewOf } from './items.ts'

export interface StoredObject extends ItemRow {
  layer: LayerDefinition
  version: number
}

/** One object as the audience sees it, sought in each of the layers; undefined where it sees none. */
export async function findObject(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  id: string,
): Promise<StoredObject | undefined> {
  const one = (layer: LayerDefinition) => sql`
    select ${layer.id}::text as layer, v.id::text as id, v.version, ST_AsGeoJSON(v.geom, 15)::jsonb as geometry,
      ${propertiesOf(sql, layer, audience)} as properties
    from ${viewOf(sql, layer, audience)} v where v.id = ${id}`
  const [first, ...others] = layers
  if (!first) return undefined
  const all = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  const [row] = await sql<(ItemRow & { layer: string; version: number })[]>`${all}`
  return row && { ...row, layer: layers.find((layer) => layer.id === row.layer)! }
}

/** The given values as the view's own types: the database reads dates, arrays and numbers itself. */
const valuesOf = (
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  properties: Record<string, unknown>,
) => sql`
  select ${columns(sql, Object.keys(properties), 'r')}
  from jsonb_populate_record(null::${viewOf(sql, layer, audience)}, ${JSON.stringify(properties)}::text::jsonb) r`

const geometryOf = (sql: Sql, geometry: Geometry) =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)`

/** Writes a new object; a taken id is a unique violation (23505). */
export async function insertObject(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  object: { id: string; geometry: Geometry; properties: Record<string, unknown> },
): Promise<void> {
  await writesExactly(
    1,
    sql`
    insert into ${viewOf(sql, layer, audience)} (id, geom, ${columns(sql, Object.keys(object.properties))})
    select ${object.id}::uuid, ${geometryOf(sql, object.geometry)}, n.* from (${valuesOf(sql, layer, audience, object.properties)}) n`,
  )
}

/** Writes the given columns if the version still holds; false where it does not (or the object is gone). */
export async function updateObject(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  object: { id: string; version: number; geometry?: Geometry; properties: Record<string, unknown> },
): Promise<boolean> {
  const names = Object.keys(object.properties)
  const sets = [
    ...(object.geometry ? [sql`geom = ${geometryOf(sql, object.geometry)}`] : []),
    ...names.map((name) => sql`${sql(name)} = n.${sql(name)}`),
  ]
  if (sets.length === 0) return true
  const values = names.length > 0 ? sql`from (${valuesOf(sql, layer, audience, object.properties)}) n` : sql``
  const rows = await sql`
    update ${viewOf(sql, layer, audience)} v set ${listed(sql, sets)} ${values}
    where v.id = ${object.id} and v.version = ${object.version}
    returning v.id`
  return rows.length === 1
}

/** Removes the object if the version still holds. */
export async function deleteObject(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  id: string,
  version: number,
): Promise<boolean> {
  const rows =
    await sql`delete from ${viewOf(sql, layer, audience)} v where v.id = ${id} and v.version = ${version} returning v.id`
  return rows.length === 1
}

export interface HistoryRow {
  layer: string
  version: number
  at: string
  by: string
  op: HistoryEntry['op']
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What happened to an object, newest first; `before` and `after` hold all columns of the row. */
export async function readHistory(sql: Sql, audience: Audience, id: string): Promise<HistoryRow[]> {
  return sql<HistoryRow[]>`
    select layer, version, to_jsonb(at) #>> '{}' as at, actor_name as by, op, before, after
    from ${sql(schemaOf[audience])}.history where object_id = ${id} order by at desc, version desc limit 500`
}
