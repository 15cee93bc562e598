import type { PlaceName } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'

/** Metres within which a street, and a landmark, say where a place is. */
const near = { street: 150, landmark: 200 }
const metresPerDegree = 111_195.08

/** Grounds one is in, before the street beside; and points that a street is told apart by. */
const grounds = [
  'square',
  'pedestrian',
  'park',
  'playground',
  'pitch',
  'recreation_ground',
  'cemetery',
  'marketplace',
]
const points = [
  'station',
  'bus_station',
  'school',
  'hospital',
  'university',
  'library',
  'townhall',
  'theatre',
  'museum',
  'place_of_worship',
  'mall',
]

const box = (sql: Sql, metres: number) => sql`
  ST_Expand(a.point, ${metres / metresPerDegree}::float8 / a.along, ${metres / metresPerDegree}::float8)`

/** Degrees are made equal at the place's own latitude, so that metres over a few blocks are right. */
const metres = (sql: Sql) =>
  sql`ST_Distance(ST_Scale(f.geom, a.along, 1), ST_Scale(a.point, a.along, 1)) * ${metresPerDegree}::float8`

/** What places are called, in their order: the ground they are in or the nearest street, what that is by, and the part of town. */
export const namesOf = (
  sql: Sql,
  places: readonly (readonly [lon: number, lat: number])[],
): Promise<PlaceName[]> => sql<PlaceName[]>`
  with asked as materialized (
    select t.n, ST_SetSRID(ST_MakePoint(t.lon, t.lat), 4326) as point, cos(radians(t.lat)) as along
    from unnest(${places.map(([lon]) => lon)}::float8[], ${places.map(([, lat]) => lat)}::float8[]) with ordinality t (lon, lat, n)
  ), seen as (
    select a.n, ground.name as ground, street.name as street, a.point, a.along
    from asked a
    left join lateral (
      select f.name from basemap.features f
      where f.theme not in ('road', 'building', 'place') and f.theme in ('ground', 'green') and f.kind = any (${grounds}::text[])
        and f.name is not null and f.geom && a.point and ST_Intersects(f.geom, a.point)
      order by ST_Area(f.geom), f.name limit 1
    ) ground on true
    left join lateral (
      select f.name from basemap.features f
      where f.theme = 'road' and f.name is not null and f.geom && ${box(sql, near.street)} and ${metres(sql)} <= ${near.street}
      order by ${metres(sql)}, f.name limit 1
    ) street on true
  )
  select coalesce(a.ground, a.street, landmark.name, '') as name,
    coalesce(case when a.ground is not null then nullif(a.street, a.ground) when a.street is not null then landmark.name end, '') as by,
    coalesce(part.name, '') as within
  from seen a
  left join lateral (
    select l.name from (
      select f.name, ${metres(sql)} as metres from basemap.features f
      where f.theme not in ('road', 'building', 'place') and f.theme in ('ground', 'green', 'stop', 'poi')
        and f.kind = any (${[...grounds, ...points]}::text[]) and f.geom && ${box(sql, near.landmark)}
      union all
      select f.name, ${metres(sql)} from basemap.features f
      where f.theme = 'place' and f.kind = 'square' and f.geom && ${box(sql, near.landmark)}
    ) l
    where a.ground is null and l.metres <= ${near.landmark} and l.name is distinct from a.street
    order by l.metres, l.name limit 1
  ) landmark on true
  left join lateral (
    select f.name from basemap.features f
    where f.theme = 'place' and f.name is not null
      and f.kind in ('city', 'town', 'village', 'hamlet', 'borough', 'suburb', 'quarter', 'neighbourhood')
    order by f.geom <-> a.point limit 1
  ) part on true
  order by a.n`
