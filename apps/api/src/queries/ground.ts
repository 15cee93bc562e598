import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { Box } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import type { Sql } from '../database/database.ts'
import { propertiesOf, viewOf } from './items.ts'

export interface GroundRow {
  id: string
  theme: string
  kind: string
  name: string | null
  props: Record<string, unknown>
  geometry: Geometry
}

export interface BuildingRow extends GroundRow {
  addresses: number
  interests: string[]
  /** Ground about it, where it was asked for. */
  yard: Geometry | null
}

const envelope = (sql: Sql, [west, south, east, north]: Box) =>
  sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`

/** How many buildings touch the box. */
export async function countBuildings(sql: Sql, box: Box): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from basemap.features f where f.theme = 'building' and f.geom && ${envelope(sql, box)}`
  return row!.n
}

/** Buildings that touch the box, whole, with what is in each; about those of `yardKinds` the ground within `yard` metres. */
export const readBuildings = (
  sql: Sql,
  box: Box,
  { yard, yardKinds }: { yard: number; yardKinds: readonly string[] },
): Promise<BuildingRow[]> => sql<BuildingRow[]>`
  with b as materialized (
    select f.source_id, f.kind, f.name, f.props, f.geom from basemap.features f
    where f.theme = 'building' and f.geom && ${envelope(sql, box)} and ST_Intersects(f.geom, ${envelope(sql, box)})
  ), inside as (
    select b.source_id, count(*) filter (where f.theme = 'address')::int as addresses,
      array_agg(distinct f.kind) filter (where f.theme = 'poi') as interests
    from b join basemap.features f on f.theme not in ('road', 'building', 'place') and f.theme in ('address', 'poi')
      and f.geom && b.geom and ST_Intersects(b.geom, f.geom)
    group by b.source_id
  )
  select b.source_id as id, 'building' as theme, b.kind, b.name, b.props, ST_AsGeoJSON(b.geom, 7)::jsonb as geometry,
    coalesce(i.addresses, 0) as addresses, coalesce(i.interests, '{}') as interests,
    case when b.kind = any (${[...yardKinds]}::text[]) then ST_AsGeoJSON(${around(sql, yard)}, 7)::jsonb end as yard
  from b left join inside i using (source_id)
  order by b.source_id collate "C"`

/** So many metres about a feature's shape: degrees are made equal at its own latitude first. */
const around = (sql: Sql, metres: number) => sql`
  ST_Scale(
    ST_Buffer(ST_Scale(b.geom, cos(radians(ST_YMin(b.geom))), 1), ${metres / 111_195.08}::float8, 'quad_segs=1 join=mitre mitre_limit=2'),
    1 / cos(radians(ST_YMin(b.geom))), 1)`

/** Streets, water, greenery and grounds in the box, cut at its edge where they are drawn for themselves alone; lamps, cameras and places in it. */
export const readFeatures = (sql: Sql, box: Box): Promise<GroundRow[]> => sql<GroundRow[]>`
  with wanted as (
    select f.source_id, f.theme, f.kind, f.name, f.props, f.geom from basemap.features f
    where f.theme = 'road' and f.geom && ${envelope(sql, box)} and ST_Intersects(f.geom, ${envelope(sql, box)})
    union all
    select f.source_id, f.theme, f.kind, f.name, f.props, f.geom from basemap.features f
    where f.theme not in ('road', 'building', 'place') and f.theme in ('water', 'green', 'ground', 'lamp', 'camera', 'poi')
      and f.geom && ${envelope(sql, box)} and ST_Intersects(f.geom, ${envelope(sql, box)})
  )
  select source_id as id, theme, kind, name, props,
    ST_AsGeoJSON(
      case when theme in ('road', 'water', 'green') and not ST_Within(geom, ${envelope(sql, box)})
        then ST_Intersection(geom, ${envelope(sql, box)}) else geom end, 7)::jsonb as geometry
  from wanted
  order by source_id collate "C", theme collate "C"`

/**
 * What a picture draws of the box: streets, water and greenery, and buildings where they are wanted. Shapes come whole and bare, so
 * that many pictures are drawn in the time that one box takes to be known.
 */
export const readDrawn = (
  sql: Sql,
  box: Box,
  { buildings }: { buildings: boolean },
): Promise<GroundRow[]> => sql<GroundRow[]>`
  with wanted as (
    select f.source_id, f.theme, f.kind, f.name, f.props, f.geom from basemap.features f
    where f.theme = 'road' and f.geom && ${envelope(sql, box)}
    union all
    select f.source_id, f.theme, f.kind, f.name, f.props, f.geom from basemap.features f
    where f.theme not in ('road', 'building', 'place') and f.theme in ('water', 'green') and f.geom && ${envelope(sql, box)}
    union all
    select f.source_id, f.theme, f.kind, null, '{}', f.geom from basemap.features f
    where ${buildings} and f.theme = 'building' and f.geom && ${envelope(sql, box)}
  )
  select source_id as id, theme, kind, name, props, ST_AsGeoJSON(geom, 6)::jsonb as geometry
  from wanted
  order by source_id collate "C", theme collate "C"`

/** Lines that must stand on what is made of the ground. */
export async function readSources(sql: Sql): Promise<string[]> {
  const rows = await sql<{ attribution: string }[]>`
    select distinct attribution collate "C" as attribution from basemap.datasets where attribution <> '' order by 1`
  return rows.map(({ attribution }) => attribution)
}

export interface MeasureRow {
  id: string
  geometry: Geometry
  properties: Record<string, unknown>
}

/** What stands of a layer in the box: measures that are built, in operation or evaluated; of what has a time, what goes on today. */
export function readStanding(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  box: Box,
): Promise<MeasureRow[]> {
  const columns = layer.properties.shape
  return sql<MeasureRow[]>`
    select v.id::text as id, ST_AsGeoJSON(v.geom, 7)::jsonb as geometry, ${propertiesOf(sql, layer, audience)} as properties
    from ${viewOf(sql, layer, audience)} v
    where v.geom && ${envelope(sql, box)} and ST_Intersects(v.geom, ${envelope(sql, box)})
      ${layer.measure ? sql`and v.status in ('built', 'in_operation', 'evaluated')` : sql``}
      ${columns.valid_from ? sql`and (v.valid_from is null or v.valid_from <= ${today(sql)})` : sql``}
      ${columns.valid_to ? sql`and (v.valid_to is null or v.valid_to >= ${today(sql)})` : sql``}
    order by v.id`
}

/** The day in Sweden. */
export const today = (sql: Sql) => sql`(now() at time zone 'Europe/Stockholm')::date`
