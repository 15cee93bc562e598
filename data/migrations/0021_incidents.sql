-- Incidents: what has happened, one row each, seen by the police alone; others get counts in fixed squares.

-- Kinds.

create table core.incident_kinds (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  number smallint not null unique check (number >= 0),
  title_sv text not null check (length(title_sv) between 1 and 120),
  title_en text not null check (length(title_en) between 1 and 120),
  kind_group text not null
    check (kind_group in ('violence', 'theft', 'damage', 'drugs_weapons', 'disorder', 'traffic', 'fire_rescue', 'other'))
);
comment on table core.incident_kinds is 'What an incident can be. Each of the eight groups of police events is itself a kind, for what is known no better.';
comment on column core.incident_kinds.code is 'Names the kind, for ever.';
comment on column core.incident_kinds.number is 'The kind in the packed table of incidents on its way out of the database.';
comment on column core.incident_kinds.title_sv is 'Title in Swedish.';
comment on column core.incident_kinds.title_en is 'Title in English.';
comment on column core.incident_kinds.kind_group is 'violence, theft, damage, drugs_weapons, disorder, traffic, fire_rescue, other.';
insert into core.incident_kinds (number, code, title_sv, title_en, kind_group) values
  (0, 'violence', 'Våld och hot, ospecificerat', 'Violence and threats, unspecified', 'violence'),
  (1, 'theft', 'Stöld, rån och inbrott, ospecificerat', 'Theft, robbery and burglary, unspecified', 'theft'),
  (2, 'damage', 'Skadegörelse, ospecificerad', 'Damage, unspecified', 'damage'),
  (3, 'drugs_weapons', 'Narkotika och vapen, ospecificerat', 'Drugs and weapons, unspecified', 'drugs_weapons'),
  (4, 'disorder', 'Ordningsstörning, ospecificerad', 'Disorder, unspecified', 'disorder'),
  (5, 'traffic', 'Trafik, ospecificerat', 'Traffic, unspecified', 'traffic'),
  (6, 'fire_rescue', 'Brand och räddning, ospecificerat', 'Fire and rescue, unspecified', 'fire_rescue'),
  (7, 'other', 'Övrigt', 'Other', 'other'),
  (10, 'assault', 'Misshandel', 'Assault', 'violence'),
  (11, 'aggravated_assault', 'Grov misshandel', 'Aggravated assault', 'violence'),
  (12, 'threat', 'Olaga hot', 'Unlawful threat', 'violence'),
  (13, 'sexual_offence', 'Sexualbrott', 'Sexual offence', 'violence'),
  (14, 'shooting', 'Skottlossning', 'Shooting', 'violence'),
  (15, 'lethal_violence', 'Mord, dråp och försök till det', 'Murder, manslaughter and attempts', 'violence'),
  (20, 'robbery', 'Rån', 'Robbery', 'theft'),
  (21, 'bicycle_theft', 'Cykelstöld', 'Bicycle theft', 'theft'),
  (22, 'vehicle_theft', 'Stöld av fordon', 'Theft of a vehicle', 'theft'),
  (23, 'theft_from_vehicle', 'Stöld ur eller från fordon', 'Theft from a vehicle', 'theft'),
  (24, 'home_burglary', 'Inbrott i bostad', 'Burglary of a home', 'theft'),
  (25, 'other_burglary', 'Inbrott i annat än bostad', 'Burglary other than of homes', 'theft'),
  (26, 'shop_theft', 'Stöld i butik', 'Theft from a shop', 'theft'),
  (27, 'pickpocketing', 'Fickstöld', 'Pickpocketing', 'theft'),
  (28, 'fraud', 'Bedrägeri', 'Fraud', 'theft'),
  (30, 'graffiti', 'Klotter', 'Graffiti', 'damage'),
  (31, 'vandalism', 'Skadegörelse', 'Vandalism', 'damage'),
  (40, 'drug_possession', 'Narkotikabrott, innehav och bruk', 'Drug offence, possession and use', 'drugs_weapons'),
  (41, 'drug_dealing', 'Narkotikabrott, överlåtelse', 'Drug offence, dealing', 'drugs_weapons'),
  (42, 'weapon', 'Brott mot vapenlagen eller knivlagen', 'Weapon or knife offence', 'drugs_weapons'),
  (50, 'fight', 'Bråk', 'Fight', 'disorder'),
  (51, 'disturbance', 'Ordningsstörning', 'Disturbance', 'disorder'),
  (52, 'drunkenness', 'Fylleri, LOB', 'Drunkenness', 'disorder'),
  (53, 'harassment', 'Ofredande', 'Harassment', 'disorder'),
  (54, 'noise', 'Störande ljud', 'Noise', 'disorder'),
  (55, 'youth_gathering', 'Ungdomar samlade', 'Young people gathered', 'disorder'),
  (60, 'traffic_accident', 'Trafikolycka', 'Traffic accident', 'traffic'),
  (61, 'drunk_driving', 'Rattfylleri', 'Drunk driving', 'traffic'),
  (62, 'traffic_offence', 'Annat trafikbrott', 'Other traffic offence', 'traffic'),
  (70, 'fire', 'Brand', 'Fire', 'fire_rescue'),
  (71, 'arson', 'Mordbrand', 'Arson', 'fire_rescue'),
  (72, 'explosion', 'Detonation', 'Explosion', 'fire_rescue');

-- Incidents.

create table core.incidents (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Point, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  occurred_from timestamptz not null,
  occurred_to timestamptz not null,
  time_precision text not null check (time_precision in ('minute', 'day', 'month')),
  kind text not null references core.incident_kinds,
  precision text not null check (precision in ('exact', 'street', 'locality', 'municipality', 'county')),
  place_name text check (length(place_name) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  source text not null check (length(source) between 1 and 60),
  source_id text check (length(source_id) between 1 and 120),
  content bytea not null check (octet_length(content) = 16),
  import_id uuid,
  state text not null default 'valid' check (state in ('valid', 'corrected', 'withdrawn')),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint interval_ends_after_start check (occurred_from <= occurred_to)
);
create index incidents_geom on core.incidents using gist (geom);
create index incidents_occurred on core.incidents (occurred_from, id);
comment on table core.incidents is 'What has happened, as the police have recorded it. Seen by the police alone, and by others as counts in fixed squares.';
comment on column core.incidents.id is 'Identity, made of the source and its own number, or of the content: reading a file again finds the same rows.';
comment on column core.incidents.geom is 'Point, degrees WGS84. The middle of something where the precision says so.';
comment on column core.incidents.version is 'Rises by one with each correction.';
comment on column core.incidents.occurred_from is 'When it happened, or the earliest it can have happened.';
comment on column core.incidents.occurred_to is 'The latest it can have happened.';
comment on column core.incidents.time_precision is 'minute: an instant, or an interval between two; day, month: the interval is the whole of it.';
comment on column core.incidents.kind is 'What happened.';
comment on column core.incidents.precision is 'How well the place is known: exact, street, locality, municipality, county. Only the first two are places.';
comment on column core.incidents.place_name is 'What the place is called.';
comment on column core.incidents.note is 'Free text, without the sentences that speak of a person.';
comment on column core.incidents.source is 'The system it comes from.';
comment on column core.incidents.source_id is 'Its number there.';
comment on column core.incidents.content is 'Digest of what the source last said of it: another one is a correction.';
comment on column core.incidents.import_id is 'The import that brought it, in core.imports.';
comment on column core.incidents.state is 'valid; corrected: it has said something else before; withdrawn: it counts no more.';
comment on column core.incidents.demo is 'Demonstration data.';
comment on column core.incidents.created_at is 'When it came in.';
comment on column core.incidents.updated_at is 'When it was last corrected.';
revoke truncate on core.incidents from public;

create table core.incident_changes (
  entry bigint generated always as identity primary key,
  incident_id uuid not null references core.incidents on delete cascade,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  action text not null check (action in ('corrected', 'withdrawn', 'restored')),
  reason text check (length(reason) <= 2000),
  before jsonb not null
);
create index incident_changes_incident on core.incident_changes (incident_id, entry);
comment on table core.incident_changes is 'Append-only: what an incident said before it was corrected or withdrawn. That it came in leaves no entry: a million may come in at once.';
comment on column core.incident_changes.entry is 'Order of writing.';
comment on column core.incident_changes.incident_id is 'The incident.';
comment on column core.incident_changes.version is 'Its version after the change.';
comment on column core.incident_changes.at is 'When it was changed.';
comment on column core.incident_changes.actor_id is 'Account that changed it; import for a file.';
comment on column core.incident_changes.actor_name is 'Name of the account at that time, or of the file.';
comment on column core.incident_changes.action is 'corrected, withdrawn, restored.';
comment on column core.incident_changes.reason is 'Why, as was said.';
comment on column core.incident_changes.before is 'The row before, geometry as GeoJSON under geom.';

create function core.keep_incident_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  kept constant text[] := array['geom', 'version', 'content', 'import_id', 'created_at', 'updated_at'];
  done text;
begin
  if new.id <> old.id or new.source <> old.source or new.source_id is distinct from old.source_id then
    raise exception 'an incident keeps its identity' using errcode = 'check_violation', column = 'id', table = 'incidents';
  end if;
  new.version := old.version;
  new.created_at := old.created_at;
  new.updated_at := old.updated_at;
  -- Equal as bytes: = on geometries compares boxes only.
  if ST_AsBinary(new.geom) = ST_AsBinary(old.geom) and to_jsonb(new) - kept = to_jsonb(old) - kept then
    return new;
  end if;
  done := case
    when new.state = 'withdrawn' and old.state <> 'withdrawn' then 'withdrawn'
    when old.state = 'withdrawn' and new.state <> 'withdrawn' then 'restored'
    else 'corrected' end;
  if new.state = 'valid' then
    new.state := 'corrected';
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  insert into core.incident_changes (incident_id, version, actor_id, actor_name, action, reason, before)
  values (
    old.id, new.version,
    coalesce(nullif(current_setting('app.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'System'),
    done, nullif(current_setting('app.note', true), ''),
    to_jsonb(old) - array['id', 'content', 'demo'] || jsonb_build_object('geom', ST_AsGeoJSON(old.geom, 15)::jsonb)
  );
  return new;
end
$$;
comment on function core.keep_incident_change() is 'Trigger: keeps what an incident said before. A write that changes nothing leaves no entry.';
create trigger keep before update on core.incidents for each row execute function core.keep_incident_change();

-- How far the incidents have come: what a client has fetched is still right as long as this stands.

create table core.incident_data (
  one boolean primary key default true check (one),
  version bigint not null default 1,
  changed_at timestamptz not null default clock_timestamp()
);
insert into core.incident_data default values;
comment on table core.incident_data is 'One row: rises with each statement that writes incidents, police events or what else is counted among them.';
comment on column core.incident_data.one is 'There is one row.';
comment on column core.incident_data.version is 'Rises by one.';
comment on column core.incident_data.changed_at is 'When it last rose.';

create function core.touch_incidents() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  update core.incident_data set version = version + 1, changed_at = clock_timestamp();
  -- Equal notices of one transaction are told once.
  perform core.notify_reload('incidents');
  return null;
end
$$;
comment on function core.touch_incidents() is 'Trigger: says that there is something else among the incidents.';
create trigger touch after insert or update or delete or truncate on core.incidents
  for each statement execute function core.touch_incidents();
create trigger touch_incidents after insert or update or delete or truncate on core.police_events
  for each statement execute function core.touch_incidents();

-- How a table's columns are read, kept by name.

create table core.incident_mappings (
  name text primary key check (length(name) between 1 and 80),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  updated_by text not null default 'system',
  updated_by_name text not null default 'System'
);
comment on table core.incident_mappings is 'Which column of a table says what, kept to be used for the next file of its kind.';
comment on column core.incident_mappings.name is 'Names the mapping.';
comment on column core.incident_mappings.mapping is 'Columns by their titles, codes of kinds, reference system and the rest, as packages/formats has it.';
comment on column core.incident_mappings.version is 'Rises by one with each change.';
comment on column core.incident_mappings.updated_at is 'When it was last saved.';
comment on column core.incident_mappings.updated_by is 'Account that last saved it.';
comment on column core.incident_mappings.updated_by_name is 'Name of that account at the time.';

create function core.keep_incident_mapping() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  new.version := case tg_op when 'UPDATE' then old.version + 1 else 1 end;
  new.updated_at := now();
  new.updated_by := coalesce(nullif(current_setting('app.actor_id', true), ''), 'system');
  new.updated_by_name := coalesce(nullif(current_setting('app.actor_name', true), ''), 'System');
  return new;
end
$$;
comment on function core.keep_incident_mapping() is 'Trigger: writes down who saved a mapping and when.';
create trigger keep before insert or update on core.incident_mappings for each row execute function core.keep_incident_mapping();

-- What the police see. Imports of incidents are theirs alone: what was refused of one stands in nobody else's list.

alter table core.imports drop constraint imports_format_check;
alter table core.imports add constraint imports_format_check check (format in ('osm', 'geojson', 'csv', 'polisen', 'incidents'));
comment on column core.imports.format is 'osm, geojson, csv, polisen or incidents.';

create or replace view admin.import_rejects as
  select r.import_id, r.nth, r.line, r.element, r.code, r.message from core.import_rejects r
  where not exists (select from core.imports i where i.id = r.import_id and i.format = 'incidents');
comment on view admin.import_rejects is 'What imports refused, but those of incidents.';

create view police.incident_kinds as select code, number, title_sv, title_en, kind_group from core.incident_kinds;
create view police.incidents as
  select id, geom, version, occurred_from, occurred_to, time_precision, kind, precision, place_name, note, source, source_id, import_id,
    state, demo, created_at, updated_at
  from core.incidents;
create view police.incident_changes as
  select entry, incident_id, version, at, actor_id, actor_name, action, reason, before from core.incident_changes;
create view police.incident_data as select version, changed_at from core.incident_data;
create view police.incident_mappings as
  select name, mapping, version, updated_at, updated_by_name from core.incident_mappings;
create view police.incident_imports with (security_barrier) as
  select id, at, actor_id, actor_name, name, bytes, read, written, unchanged, refused, reasons, seconds, outcome, message
  from core.imports where format = 'incidents';
create view police.incident_import_rejects with (security_barrier) as
  select r.import_id, r.nth, r.line, r.element, r.code, r.message from core.import_rejects r
  where exists (select from core.imports i where i.id = r.import_id and i.format = 'incidents');
comment on view police.incident_kinds is 'What an incident can be.';
comment on view police.incidents is 'What has happened.';
comment on view police.incident_changes is 'What incidents said before they were corrected or withdrawn.';
comment on view police.incident_data is 'Rises when there is something else among the incidents.';
comment on view police.incident_mappings is 'Which column of a table says what.';
comment on view police.incident_imports is 'Imports of incidents.';
comment on view police.incident_import_rejects is 'What they refused.';
grant select on police.incident_kinds, police.incidents, police.incident_changes, police.incident_data, police.incident_mappings,
  police.incident_imports, police.incident_import_rejects to app_police;
grant update (geom, occurred_from, occurred_to, time_precision, kind, precision, place_name, note, state) on police.incidents to app_police;
grant insert (name, mapping), update (mapping), delete on police.incident_mappings to app_police;

-- Incidents to others than the police: the squares of police events count them too. A million of them are not counted at each asking:
-- what is told is kept, and counted anew when a quarter has ended and after imports.

create table core.incident_square_counts (
  square_row integer not null,
  square_column integer not null,
  n integer not null check (n >= 5),
  kinds integer[] not null check (cardinality(kinds) = 8),
  blocks integer[] not null check (cardinality(blocks) = 56),
  quarters integer[] not null check (cardinality(quarters) = 8),
  primary key (square_row, square_column)
);
comment on table core.incident_square_counts is 'Incidents of the last eight whole quarters of a year that are known to the street, in fixed squares of 100 m: as told. None with fewer than five.';
comment on column core.incident_square_counts.square_row is 'Row of the square: core.square_row.';
comment on column core.incident_square_counts.square_column is 'Column of the square: core.square_column.';
comment on column core.incident_square_counts.n is 'How many.';
comment on column core.incident_square_counts.kinds is 'By group: violence, theft, damage, drugs_weapons, disorder, traffic, fire_rescue, other.';
comment on column core.incident_square_counts.blocks is 'By three hours of the week, Monday 00-03 first; incidents whose hour is known.';
comment on column core.incident_square_counts.quarters is 'By quarter of the calendar, the latest first.';

create table core.incident_counting (
  one boolean primary key default true check (one),
  until timestamp not null,
  counted_at timestamptz not null default clock_timestamp(),
  suppressed integer not null,
  imprecise integer not null
);
comment on table core.incident_counting is 'One row once incidents have been counted.';
comment on column core.incident_counting.one is 'There is one row.';
comment on column core.incident_counting.until is 'End of the last quarter counted, Swedish time.';
comment on column core.incident_counting.counted_at is 'When it was last counted.';
comment on column core.incident_counting.suppressed is 'Incidents of the whole municipality in squares with fewer than five.';
comment on column core.incident_counting.imprecise is 'Incidents of the whole municipality known no better than to a locality.';

do $$
declare
  groups constant text[] := array['violence', 'theft', 'damage', 'drugs_weapons', 'disorder', 'traffic', 'fire_rescue', 'other'];
  window_end constant text := $q$date_trunc('quarter', now() at time zone 'Europe/Stockholm')$q$;
  by_kind text;
  by_block text;
  by_quarter text;
  sum_kinds text;
  sum_blocks text;
  sum_quarters text;
  s text;
begin
  select string_agg(format('count(*) filter (where kind_group = %L)::integer', g), ', ' order by i) into by_kind from unnest(groups) with ordinality as u(g, i);
  select string_agg(format('count(*) filter (where block = %s)::integer', b), ', ' order by b) into by_block from generate_series(0, 55) b;
  select string_agg(format('count(*) filter (where quarter = %s)::integer', q), ', ' order by q) into by_quarter from generate_series(0, 7) q;
  select string_agg(format('%L, sum(kinds[%s])', g, i), ', ') into sum_kinds from unnest(groups) with ordinality as u(g, i);
  select string_agg(format('sum(blocks[%s])::integer', b), ', ' order by b) into sum_blocks from generate_series(1, 56) b;
  select string_agg(format('sum(quarters[%s])::integer', q), ', ' order by q) into sum_quarters from generate_series(1, 8) q;

  execute format($view$
    create view core.incident_squares_now as
      -- Materialized, or each count would reckon the clock anew.
      with w as materialized (select %s as until),
      placed as materialized (
        -- As core.square_row and core.square_column, which cost a call for each row.
        select i.band::integer as square_row,
          floor((ST_X(i.geom) + 180) * 1111.950797 * cos(radians((i.band + 0.5) / 1111.950797 - 90)))::integer as square_column, k.kind_group,
          case when i.time_precision = 'minute' and date_trunc('day', i.local) = date_trunc('day', i.latest)
              and floor(date_part('hour', i.local) / 3) = floor(date_part('hour', i.latest) / 3) then
            (date_part('isodow', i.local)::integer - 1) * 8 + floor(date_part('hour', i.local) / 3)::integer end as block,
          ((date_part('year', i.until) - date_part('year', i.local)) * 4 + date_part('quarter', i.until) - date_part('quarter', i.local))::integer - 1 as quarter
        from (
          select p.geom, p.kind, p.time_precision, floor((ST_Y(p.geom) + 90) * 1111.950797) as band, (select until from w) as until,
            p.occurred_from at time zone 'Europe/Stockholm' as local, p.occurred_to at time zone 'Europe/Stockholm' as latest
          from core.incidents p
          where p.precision in ('exact', 'street') and p.state <> 'withdrawn'
            and p.occurred_from < (select until at time zone 'Europe/Stockholm' from w)
            and p.occurred_from >= (select (until - interval '24 months') at time zone 'Europe/Stockholm' from w)
          offset 0
        ) i
        join core.incident_kinds k on k.code = i.kind
      )
      select square_row, square_column, count(*)::integer as n, array[%s] as kinds, array[%s] as blocks, array[%s] as quarters
      from placed
      group by square_row, square_column
    $view$, window_end, by_kind, by_block, by_quarter);
  comment on view core.incident_squares_now is 'Incidents counted in squares as they are at this moment. Nobody is told this.';

  execute format($view$
    create or replace view core.incident_squares with (security_barrier) as
      select square_row, square_column, core.square_bounds(square_row, square_column) as bounds, sum(n)::integer as n,
        jsonb_build_object(%s) as kinds, array[%s] as blocks, array[%s] as quarters
      from (
        select square_row, square_column, count(*)::integer as n, array[%s] as kinds, array[%s] as blocks, array[%s] as quarters
        from (
          select core.square_row(e.geom) as square_row, core.square_column(e.geom) as square_column, e.kind_group,
            -- A date without a time of day comes in as midnight.
            case when (e.occurred_at at time zone 'Europe/Stockholm')::time <> '00:00' then
              (extract(isodow from e.occurred_at at time zone 'Europe/Stockholm')::integer - 1) * 8
              + floor(extract(hour from e.occurred_at at time zone 'Europe/Stockholm') / 3)::integer end as block,
            ((extract(year from w.until) - extract(year from e.local)) * 4 + extract(quarter from w.until) - extract(quarter from e.local))::integer - 1 as quarter
          from (
            select p.geom, p.kind_group, p.occurred_at, p.precision, coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' as local
            from core.police_events p
          ) e
          cross join (select %s as until) w
          where e.precision in ('exact', 'street') and e.local < w.until and e.local >= w.until - interval '24 months'
        ) placed
        group by square_row, square_column
        union all
        select c.square_row, c.square_column, c.n, c.kinds, c.blocks, c.quarters
        from core.incident_square_counts c
        where exists (select from core.incident_counting t where t.until = %s)
      ) parts
      group by square_row, square_column
    $view$, sum_kinds, sum_blocks, sum_quarters, by_kind, by_block, by_quarter, window_end, window_end);
  comment on view core.incident_squares is 'Police events and incidents of the last eight whole quarters of a year that are known to the street, counted in fixed squares of 100 m. What the public feed tells can be taken off by anybody: incidents are in only where they are five by themselves.';

  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create or replace view %I.incident_rest with (security_barrier) as
        select
          ((select coalesce(sum(n), 0) from core.incident_squares where n < 5)
            + (select coalesce(sum(t.suppressed), 0) from core.incident_counting t where t.until = %s))::integer as suppressed,
          ((select count(*) from core.police_events p
            cross join (select %s as until) w
            where p.precision not in ('exact', 'street')
              and coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' < w.until
              and coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' >= w.until - interval '24 months')
            + (select coalesce(sum(t.imprecise), 0) from core.incident_counting t where t.until = %s))::integer as imprecise
      $view$, s, window_end, window_end, window_end);
    execute format('comment on view %I.incident_squares is %L', s, 'Police events and incidents counted in fixed squares of 100 m; no square with fewer than five.');
    execute format('comment on view %I.incident_rest is %L', s, 'How many events and incidents of the whole municipality are in no square: too few in theirs, or too imprecise in place.');
  end loop;
end
$$;

create function core.count_incidents(anew boolean default false) returns boolean
language plpgsql set search_path = pg_catalog, core, public, pg_temp as $$
declare
  this_quarter constant timestamp := date_trunc('quarter', now() at time zone 'Europe/Stockholm');
  whole constant boolean := anew or not exists (select from core.incident_counting t where t.until = this_quarter);
  few bigint;
  coarse bigint;
begin
  create temporary table if not exists counted_squares (like core.incident_square_counts) on commit drop;
  delete from counted_squares;
  insert into counted_squares select * from core.incident_squares_now;
  select coalesce(sum(n), 0) into few from counted_squares where n < 5;
  select count(*) into coarse from core.incidents i
  where i.precision not in ('exact', 'street') and i.state <> 'withdrawn'
    and i.occurred_from at time zone 'Europe/Stockholm' < this_quarter
    and i.occurred_from at time zone 'Europe/Stockholm' >= this_quarter - interval '24 months';
  -- Between quarters a square says something else only where five or more have come or gone: one alone would stand in the difference.
  delete from core.incident_square_counts t
  where whole or abs(t.n - coalesce((select c.n from counted_squares c where c.square_row = t.square_row and c.square_column = t.square_column), 0)) >= 5;
  insert into core.incident_square_counts
  select c.* from counted_squares c
  where c.n >= 5 and not exists (
    select from core.incident_square_counts t where t.square_row = c.square_row and t.square_column = c.square_column);
  insert into core.incident_counting as t (until, suppressed, imprecise) values (this_quarter, few, coarse)
  on conflict (one) do update set until = excluded.until, counted_at = clock_timestamp(),
    suppressed = case when whole or abs(t.suppressed - excluded.suppressed) >= 5 then excluded.suppressed else t.suppressed end,
    imprecise = case when whole or abs(t.imprecise - excluded.imprecise) >= 5 then excluded.imprecise else t.imprecise end;
  drop table counted_squares;
  return whole;
end
$$;
comment on function core.count_incidents(boolean) is 'Counts incidents in squares for those who may not see them: after imports, and when a quarter has ended. Anew: whatever was told before.';

revoke execute on function core.keep_incident_change(), core.touch_incidents(), core.keep_incident_mapping(), core.count_incidents(boolean) from public;
