-- The ground under the layers: what is imported from OpenStreetMap, or the demonstration's schematic plan.

create table basemap.datasets (
  id text primary key,
  source text not null check (source in ('osm', 'schematic')),
  title text not null,
  attribution text not null default '',
  imported_at timestamptz not null default now(),
  bounds float8[] check (array_length(bounds, 1) = 4),
  sha256 text,
  counts jsonb not null default '{}'
);
comment on table basemap.datasets is 'What the ground was made of: one row for each imported file.';
comment on column basemap.datasets.id is 'osm: and the name it was imported under; importing under the same name again replaces it.';
comment on column basemap.datasets.source is 'osm or schematic.';
comment on column basemap.datasets.title is 'Name of the file or plan.';
comment on column basemap.datasets.attribution is 'Line that must stand on the map.';
comment on column basemap.datasets.imported_at is 'When its content last changed.';
comment on column basemap.datasets.bounds is 'West, south, east, north in degrees.';
comment on column basemap.datasets.sha256 is 'Checksum of the file, hexadecimal.';
comment on column basemap.datasets.counts is 'Features by theme.';

create table basemap.features (
  source text not null check (source in ('osm', 'schematic')),
  source_id text not null,
  theme text not null check (theme in (
    'water', 'green', 'ground', 'building', 'road', 'railway', 'waterway', 'stop', 'poi', 'lamp', 'camera', 'address', 'place'
  )),
  kind text not null,
  name text,
  rank smallint not null default 0,
  props jsonb not null default '{}',
  geom geometry(Geometry, 4326) not null check (ST_IsValid(geom)),
  dataset text,
  primary key (source, source_id, theme)
);
comment on table basemap.features is 'Streets, buildings, water, lamps and what else the ground shows, WGS84.';
comment on column basemap.features.source is 'osm or schematic.';
comment on column basemap.features.source_id is 'Id in the source: n123, w45, r7 for nodes, ways and relations, c45 for the sea along way 45; s17 in the schematic plan.';
comment on column basemap.features.theme is 'Which part of the map it is; also its layer in the tiles.';
comment on column basemap.features.kind is 'OpenStreetMap''s own value of the tag that decided the theme: residential, school, park.';
comment on column basemap.features.name is 'Name as it is written on the spot; of an address, street and number.';
comment on column basemap.features.rank is 'Higher is drawn and named earlier within its theme; 0 last.';
comment on column basemap.features.props is 'By theme: road lit, bridge, tunnel, oneway, width (m), surface, layer; building height (m), levels; lamp height, lamp_type, mount; camera direction (degrees from north), type, zone, mount; address housenumber.';
comment on column basemap.features.geom is 'Point, line, polygon or multipolygon; a point for stop, poi, lamp, camera, address and place.';
comment on column basemap.features.dataset is 'The import that last wrote it.';

create function basemap.index_features() returns void
language sql set search_path = pg_catalog, basemap, public, pg_temp as $$
  create index if not exists features_road_geom on basemap.features using gist (geom) where theme = 'road';
  create index if not exists features_building_geom on basemap.features using gist (geom) where theme = 'building';
  create index if not exists features_place_geom on basemap.features using gist (geom) where theme = 'place';
  create index if not exists features_other_geom on basemap.features using gist (geom) where theme not in ('road', 'building', 'place');
$$;
comment on function basemap.index_features() is 'Makes the spatial indexes of the features, where they are not.';
select basemap.index_features();

create function basemap.unindex_features() returns void
language sql set search_path = pg_catalog, basemap, public, pg_temp as $$
  drop index if exists basemap.features_road_geom, basemap.features_building_geom, basemap.features_place_geom, basemap.features_other_geom;
$$;
comment on function basemap.unindex_features() is 'Drops the spatial indexes ahead of a first import: making them afterwards takes half the time. The same transaction ends with index_features().';
revoke execute on function basemap.index_features(), basemap.unindex_features() from public;

create table basemap.places (
  name text not null,
  folded text not null,
  kind text not null,
  rank smallint not null,
  within text not null,
  lon float8 not null,
  lat float8 not null,
  west float8 not null,
  south float8 not null,
  east float8 not null,
  north float8 not null
);
comment on table basemap.places is 'Search index over the named ground, rebuilt by basemap.refresh_places() after an import.';
comment on column basemap.places.name is 'Name as it is shown.';
comment on column basemap.places.folded is 'Lower case without accents, å, ä and ö kept: what a search compares with.';
comment on column basemap.places.kind is 'street, address, or the feature''s own kind.';
comment on column basemap.places.rank is 'Higher comes first among equal matches.';
comment on column basemap.places.within is 'Nearest named place, empty where there is none.';
comment on column basemap.places.lon is 'A point on or in it, degrees.';
comment on column basemap.places.lat is 'A point on or in it, degrees.';
comment on column basemap.places.west is 'Its box, degrees.';
comment on column basemap.places.south is 'Its box, degrees.';
comment on column basemap.places.east is 'Its box, degrees.';
comment on column basemap.places.north is 'Its box, degrees.';
create index places_folded on basemap.places (folded text_pattern_ops);

-- Independent of the database's locale, of which lower() knows no more than A to Z where it is C.
create function basemap.fold(name text) returns text
language sql immutable strict parallel safe as $$
  select translate(
    lower(regexp_replace(
      normalize(translate(normalize(btrim(regexp_replace(name, '\s+', ' ', 'g')), nfc), 'åäöÅÄÖ', E'\x01\x02\x03\x01\x02\x03'), nfd),
      U&'[\0300-\036F]', '', 'g')),
    E'\x01\x02\x03', 'åäö')
$$;
comment on function basemap.fold(text) is 'A name as a search compares it: lower case without accents, å, ä and ö kept, one space between words.';

create function basemap.search_rank(theme text, kind text) returns smallint
language sql immutable parallel safe as $$
  select (case
    when theme = 'place' then case kind
      when 'city' then 100 when 'town' then 90 when 'village' then 80 when 'borough' then 72 when 'suburb' then 70
      when 'quarter' then 68 when 'neighbourhood' then 66 when 'hamlet' then 60 when 'square' then 56 else 45 end
    when theme = 'road' then 50
    when theme = 'stop' then case kind when 'station' then 52 when 'bus_station' then 48 when 'ferry_terminal' then 48 else 28 end
    when theme = 'ground' then case kind when 'square' then 55 when 'school' then 41 when 'hospital' then 43 else 24 end
    when theme = 'poi' then case
      when kind in ('hospital', 'townhall', 'police', 'university') then 44
      when kind in ('school', 'kindergarten', 'nursing_home', 'library', 'college') then 42
      when kind in ('shop', 'restaurant', 'cafe', 'fast_food', 'bar', 'pub') then 22 else 30 end
    when theme in ('green', 'water', 'waterway') then 36
    when theme = 'building' then 20
    when theme = 'address' then 5
    else 10
  end)::smallint
$$;
comment on function basemap.search_rank(text, text) is 'How early a place comes among equal matches.';

create function basemap.refresh_places() returns integer
language plpgsql set search_path = pg_catalog, basemap, public, pg_temp set jit = off as $$
declare
  made integer;
begin
  delete from basemap.places;
  -- Pieces of one name closer than about 500 m are one street; the same name in the next town is another.
  insert into basemap.places (name, folded, kind, rank, within, lon, lat, west, south, east, north)
  with line as (
    select name, theme, kind, geom, ST_ClusterDBSCAN(geom, 0.006, 1) over (partition by theme, name) as part
    from basemap.features
    where theme in ('road', 'waterway') and name is not null
  ), lines as (
    select name, theme, mode() within group (order by kind) as kind, ST_Collect(geom) as geom
    from line group by theme, name, part
  ), area as (
    select name, theme, kind, geom, basemap.search_rank(theme, kind) as rank,
      ST_ClusterDBSCAN(ST_Centroid(geom), 0.003, 1) over (partition by name) as part
    from basemap.features
    where theme in ('place', 'stop', 'poi', 'green', 'ground', 'water', 'building') and name is not null
  ), areas as (
    -- A school is a building, its ground and a place of interest: one row, the most telling.
    select distinct on (name, part) name, theme, kind, geom from area order by name, part, rank desc, theme, kind, ST_XMin(geom)
  ), named as (
    select name, theme, case when theme = 'road' then 'street' else kind end as kind, geom from lines
    union all
    select name, theme, kind, geom from areas
    union all
    -- Every shop on a corner repeats its address.
    (select distinct on (name, round(ST_X(geom)::numeric, 3), round(ST_Y(geom)::numeric, 3)) name, theme, 'address', geom
    from basemap.features where theme = 'address' and name is not null
    order by name, round(ST_X(geom)::numeric, 3), round(ST_Y(geom)::numeric, 3), source_id)
  ), placed as materialized (
    -- Materialized, or the point would be made again for each place it is compared with.
    select *, case when theme in ('road', 'waterway') then ST_ClosestPoint(geom, ST_Centroid(geom)) else ST_PointOnSurface(geom) end as point
    from named
  )
  select p.name, basemap.fold(p.name), p.kind, basemap.search_rank(p.theme, p.kind), coalesce(near.name, ''),
    ST_X(p.point), ST_Y(p.point), ST_XMin(p.geom), ST_YMin(p.geom), ST_XMax(p.geom), ST_YMax(p.geom)
  from placed p
  left join lateral (
    select f.name from basemap.features f
    where f.theme = 'place' and f.name is not null and f.name <> p.name
      and f.kind in ('city', 'town', 'village', 'hamlet', 'borough', 'suburb', 'quarter', 'neighbourhood')
      -- A neighbourhood lies in a town, not in the next neighbourhood.
      and (p.theme <> 'place' or f.kind in ('city', 'town', 'village'))
    order by f.geom <-> p.point limit 1
  ) near on true;
  get diagnostics made = row_count;
  return made;
end
$$;
comment on function basemap.refresh_places() is 'Rebuilds the search index from the named features; returns how many places it holds.';

grant usage on schema basemap to app_public, app_reporter, app_planner, app_police, app_admin;
grant select on basemap.features, basemap.datasets, basemap.places to app_public, app_reporter, app_planner, app_police, app_admin;
revoke execute on function basemap.refresh_places() from public;
