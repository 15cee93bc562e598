import type { Position } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'

/** Another text once the ground was imported anew, or the areas that the public knows are others. */
export async function readGroundStamp(sql: Sql): Promise<string> {
  const [row] = await sql<{ stamp: string }[]>`
    select md5(concat_ws(' ',
      (select string_agg(concat_ws(' ', d.id, d.imported_at, d.sha256), ',' order by d.id) from basemap.datasets d),
      (select string_agg(a.title || encode(ST_AsBinary(a.geom), 'hex'), ',' order by a.title collate "C", a.geom) from planner.public_areas a),
      (select count(*) from basemap.features f where f.theme = 'address'))) as stamp`
  return row!.stamp
}

/** Every address; of a ground that knows fewer than `least` of them, every home instead. */
export async function readAddresses(sql: Sql, least: number): Promise<Position[]> {
  const places = await sql<{ lon: number; lat: number }[]>`
    with places as (
      select f.theme, ST_PointOnSurface(f.geom) as at from basemap.features f
      where f.theme = 'address' or (f.theme = 'building' and f.kind in
        ('house', 'detached', 'semidetached_house', 'terrace', 'apartments', 'residential', 'farm', 'bungalow', 'dormitory'))
    ), enough as (select count(*) >= ${least} as yes from places where theme = 'address')
    select ST_X(p.at) as lon, ST_Y(p.at) as lat from places p, enough
    where p.theme = case when enough.yes then 'address' else 'building' end`
  return places.map(({ lon, lat }) => [lon, lat])
}

export interface Outline {
  readonly name: string
  /** Polygons of rings, degrees. */
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** Areas as the public knows them. */
export const readOutlines = (sql: Sql): Promise<Outline[]> => sql<Outline[]>`
  select a.title as name, ST_AsGeoJSON(ST_Multi(a.geom), 7)::jsonb -> 'coordinates' as polygons
  from planner.public_areas a order by a.title collate "C"`

/** The point of a street, path or square nearest a place, at most so many metres away; null where there is none. */
export async function readNearestRoad(
  sql: Sql,
  [lon, lat]: Position,
  metres: number,
): Promise<Position | null> {
  const [row] = await sql<{ lon: number; lat: number }[]>`
    with here as (select ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326) as at)
    select ST_X(n.at) as lon, ST_Y(n.at) as lat
    from here h, basemap.features f, lateral (select ST_ClosestPoint(f.geom, h.at) as at) n
    where f.theme = 'road' and f.geom && ST_Expand(h.at, ${metres / 60_000}, ${metres / 111_000})
      and ST_DistanceSphere(n.at, h.at) <= ${metres}
    order by ST_DistanceSphere(n.at, h.at), f.source_id collate "C", f.geom limit 1`
  return row ? [row.lon, row.lat] : null
}

/** The point of a street, path or square in a ring that is nearest a place in it; null where there is none. */
export async function readRoadWithin(
  sql: Sql,
  [lon, lat]: Position,
  ring: readonly Position[],
): Promise<Position | null> {
  const [row] = await sql<{ lon: number; lat: number }[]>`
    with here as (select ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326) as at,
      ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'Polygon', coordinates: [ring] })}), 4326) as box)
    select ST_X(n.at) as lon, ST_Y(n.at) as lat
    from here h, basemap.features f, lateral (select ST_ClosestPoint(ST_Intersection(f.geom, h.box), h.at) as at) n
    where f.theme = 'road' and f.geom && h.box and ST_Intersects(f.geom, h.box)
    order by ST_DistanceSphere(n.at, h.at), f.source_id collate "C", f.geom limit 1`
  return row ? [row.lon, row.lat] : null
}
