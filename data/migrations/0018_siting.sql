-- Siting: what else is known of cameras and lamps, photometric files, police events as counts in fixed squares, and saved runs.

-- What a camera may not see.

create function core.are_areas(areas jsonb) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
declare
  area jsonb;
  ring jsonb;
  corners integer;
begin
  if jsonb_typeof(areas) <> 'array' or jsonb_array_length(areas) not between 1 and 20 then
    return false;
  end if;
  for area in select value from jsonb_array_elements(areas) loop
    if jsonb_typeof(area) <> 'array' or jsonb_array_length(area) = 0 then
      return false;
    end if;
    corners := 0;
    for ring in select value from jsonb_array_elements(area) loop
      if jsonb_typeof(ring) <> 'array' or jsonb_array_length(ring) < 4 or ring -> 0 <> ring -> -1 or exists (
        select from jsonb_array_elements(ring) p
        where case when jsonb_typeof(p) <> 'array' then true
          else jsonb_array_length(p) <> 2 or jsonb_typeof(p -> 0) <> 'number' or jsonb_typeof(p -> 1) <> 'number' end
      ) then
        return false;
      end if;
      corners := corners + jsonb_array_length(ring);
    end loop;
    if corners > 100 or not ST_IsValid(ST_GeomFromGeoJSON(jsonb_build_object('type', 'Polygon', 'coordinates', area))) then
      return false;
    end if;
  end loop;
  return true;
end
$$;
comment on function core.are_areas(jsonb) is 'True for 1 to 20 polygons, each a list of closed rings in degrees with at most 100 corners in all.';

create function core.areas_within(areas jsonb, at geometry, metres double precision) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_and(ST_DistanceSphere(at, ST_SetSRID(ST_MakePoint((p ->> 0)::float8, (p ->> 1)::float8), 4326)) <= metres), true)
  from jsonb_array_elements(areas) area, jsonb_array_elements(area) ring, jsonb_array_elements(ring) p
$$;
comment on function core.areas_within(jsonb, geometry, double precision) is 'True where every corner of the polygons is so many metres from a point, at most.';

-- Photometric files.

create table core.luminaires (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  format text not null check (format in ('ldt', 'ies')),
  text text not null check (length(text) between 1 and 1048576),
  manufacturer text check (length(manufacturer) <= 200),
  lumens double precision not null check (lumens > 0),
  efficiency double precision check (efficiency > 0),
  watts double precision check (watts >= 0),
  account_id uuid references identity.accounts,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index luminaires_account on core.luminaires (account_id);
comment on table core.luminaires is 'Photometric files: how luminaires spread their light. Each was read and found possible when it came in.';
comment on column core.luminaires.id is 'Names the file.';
comment on column core.luminaires.name is 'What it is called in lists.';
comment on column core.luminaires.format is 'ldt: EULUMDAT. ies: IES LM-63.';
comment on column core.luminaires.text is 'The file as it came.';
comment on column core.luminaires.manufacturer is 'As the file says.';
comment on column core.luminaires.lumens is 'Lumens out of the luminaire: the integral of its intensities.';
comment on column core.luminaires.efficiency is 'That integral over the lumens of its lamps; null for absolute files.';
comment on column core.luminaires.watts is 'As the file says.';
comment on column core.luminaires.account_id is 'Who added it; null for demonstration data.';
comment on column core.luminaires.demo is 'Demonstration data.';
comment on column core.luminaires.created_at is 'When it was added.';

-- Cameras and lamps.

alter table core.camera_sites
  add column tilt_deg double precision check (tilt_deg between 0 and 90),
  add column field_of_view_deg double precision check (field_of_view_deg between 1 and 360),
  add column vertical_pixels integer check (vertical_pixels between 64 and 50000),
  add column reach_m double precision check (reach_m between 1 and 1000),
  add column masks jsonb check (core.are_areas(masks)),
  add constraint masks_near check (core.areas_within(masks, geom, 500));
comment on column core.camera_sites.tilt_deg is 'Tilt (°). How far below the horizon the middle of the picture is.';
comment on column core.camera_sites.field_of_view_deg is 'Field of view (°). Across; goes before focal length and sensor width where both are given.';
comment on column core.camera_sites.vertical_pixels is 'Vertical resolution (px). Height of the picture in pixels, such as 1080.';
comment on column core.camera_sites.reach_m is 'Reach (m). Nothing is reckoned to be seen farther away.';
comment on column core.camera_sites.masks is 'Masked areas. Polygons that are masked out of the picture: a list of lists of rings, degrees WGS84.';

alter table core.lighting_upgrades
  add column luminaire_id uuid constraint luminaire_known references core.luminaires,
  add column arrangement text check (arrangement in ('left', 'right', 'both', 'staggered', 'central')),
  add column setback_m double precision check (setback_m between 0 and 50),
  add column direction_deg double precision check (direction_deg >= 0 and direction_deg <= 359.999),
  add column maintenance_factor double precision check (maintenance_factor between 0.1 and 1);
create index lighting_upgrades_luminaire on core.lighting_upgrades (luminaire_id) where luminaire_id is not null;
comment on column core.lighting_upgrades.luminaire_id is 'Photometric file. How the luminaire spreads its light; without one a usual road luminaire is reckoned with.';
comment on column core.lighting_upgrades.arrangement is 'Arrangement. left, right, both, staggered, central: along the direction in which the stretch is drawn.';
comment on column core.lighting_upgrades.setback_m is 'Setback (m). From the line to the columns.';
comment on column core.lighting_upgrades.direction_deg is 'Direction (°). Where a single lamp lights, clockwise from north.';
comment on column core.lighting_upgrades.maintenance_factor is 'Maintenance factor. Share of the light that is left as lamps age and get dirty.';

select core.show_drafts('camera_sites', s, array[
  'title', 'camera_type', 'status', 'plan_id', 'responsible', 'purpose', 'public_text', 'internal_text',
  'starts_on', 'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek',
  'mounting_height_m', 'direction_deg', 'tilt_deg', 'focal_mm', 'sensor_width_mm', 'field_of_view_deg',
  'horizontal_pixels', 'vertical_pixels', 'reach_m', 'masks', 'storage_days', 'sound', 'contact', 'demo',
  'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('camera_sites', 'planner');
select core.show_drafts('lighting_upgrades', s, array[
  'title', 'kind', 'status', 'plan_id', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'luminaire', 'luminaire_id', 'lamp_count', 'spacing_m',
  'arrangement', 'setback_m', 'mounting_height_m', 'direction_deg', 'flux_lm', 'maintenance_factor',
  'colour_temperature_k', 'power_w', 'lighting_class', 'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('lighting_upgrades', 'planner');

create function core.keep_luminaire() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if not core.is_own_job() then
    if core.actor_account() is null then
      raise exception 'a file is added by a person' using errcode = 'insufficient_privilege', table = 'luminaires';
    end if;
    new.account_id := core.actor_account();
    new.created_at := now();
  end if;
  return new;
end
$$;
comment on function core.keep_luminaire() is 'Trigger: writes down who added the file.';
create trigger keep before insert on core.luminaires for each row execute function core.keep_luminaire();

-- Police events to others than the police, and to the siting of the police themselves: counts in squares, periods and kinds that are
-- the same whoever asks and wherever the map is, so that no two answers can be subtracted from each other.

create function core.square_row(at geometry) returns integer
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select floor((ST_Y(at) + 90) * 1111.950797)::integer
$$;
comment on function core.square_row(geometry) is 'Row of the 100 m square that a point is in: bands of latitude, counted from the south pole. 1111.950797 squares to the degree on a sphere of 6,371,008.8 m.';

create function core.square_column(at geometry) returns integer
language sql immutable parallel safe set search_path = pg_catalog, public, core, pg_temp as $$
  select floor((ST_X(at) + 180) * 1111.950797 * cos(radians((floor((ST_Y(at) + 90) * 1111.950797) + 0.5) / 1111.950797 - 90)))::integer
$$;
comment on function core.square_column(geometry) is 'Column of the 100 m square that a point is in: counted eastwards from 180° west along its own row.';

create function core.square_bounds(square_row integer, square_column integer) returns double precision[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array[square_column / along - 180, square_row / 1111.950797 - 90, (square_column + 1) / along - 180, (square_row + 1) / 1111.950797 - 90]
  from (select 1111.950797 * cos(radians((square_row + 0.5) / 1111.950797 - 90))) as step(along)
$$;
comment on function core.square_bounds(integer, integer) is 'West, south, east and north of a square in degrees.';

create index police_events_square on core.police_events (core.square_row(geom));

do $$
declare
  groups constant text[] := array['violence', 'theft', 'damage', 'drugs_weapons', 'disorder', 'traffic', 'fire_rescue', 'other'];
  kinds text;
  blocks text;
  quarters text;
  s text;
begin
  select string_agg(format('%L, count(*) filter (where kind_group = %L)', g, g), ', ') into kinds from unnest(groups) g;
  select string_agg(format('count(*) filter (where block = %s)::integer', b), ', ' order by b) into blocks from generate_series(0, 55) b;
  select string_agg(format('count(*) filter (where quarter = %s)::integer', q), ', ' order by q) into quarters from generate_series(0, 7) q;

  execute format($view$
    create view core.incident_squares with (security_barrier) as
      select square_row, square_column, core.square_bounds(square_row, square_column) as bounds, count(*)::integer as n,
        jsonb_build_object(%s) as kinds, array[%s] as blocks, array[%s] as quarters
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
        cross join (select date_trunc('quarter', now() at time zone 'Europe/Stockholm') as until) w
        where e.precision in ('exact', 'street') and e.local < w.until and e.local >= w.until - interval '24 months'
      ) placed
      group by square_row, square_column
    $view$, kinds, blocks, quarters);
  comment on view core.incident_squares is 'Police events of the last eight whole quarters of a year that are known to the street, counted in fixed squares of 100 m.';
  comment on column core.incident_squares.blocks is 'By three hours of the week, Monday 00-03 first; events whose hour is known.';
  comment on column core.incident_squares.quarters is 'By quarter of the calendar, the latest first.';

  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %I.incident_squares with (security_barrier) as
        select square_row, square_column, bounds, n, kinds, blocks, quarters from core.incident_squares where n >= 5
      $view$, s);
    -- Of the whole municipality: told for a box, what is left out of two boxes would tell of the square between them.
    execute format($view$
      create view %I.incident_rest with (security_barrier) as
        select
          (select coalesce(sum(n), 0)::integer from core.incident_squares where n < 5) as suppressed,
          (select count(*)::integer from core.police_events p
            cross join (select date_trunc('quarter', now() at time zone 'Europe/Stockholm') as until) w
            where p.precision not in ('exact', 'street')
              and coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' < w.until
              and coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' >= w.until - interval '24 months') as imprecise
      $view$, s);
    execute format('comment on view %I.incident_squares is %L', s, 'Police events counted in fixed squares of 100 m; no square with fewer than five.');
    execute format('comment on view %I.incident_rest is %L', s, 'How many events of the whole municipality are in no square: too few in theirs, or too imprecise in place.');
    execute format('grant select on %I.incident_squares, %I.incident_rest to %I', s, s, 'app_' || s);
  end loop;
end
$$;

-- Saved runs: results with all they follow from.

create table core.siting_inputs (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null
);
-- It is packed already.
alter table core.siting_inputs alter column content set storage external;
comment on table core.siting_inputs is 'Ground and demand that saved runs were made of, each kept once.';
comment on column core.siting_inputs.sha256 is 'Of the JSON text: its name.';
comment on column core.siting_inputs.content is 'The JSON text, gzip.';

create table core.siting_runs (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('proposal', 'camera', 'light', 'clearance', 'plan')),
  title text not null check (length(title) between 1 and 120),
  plan_id uuid references core.plans on delete cascade,
  account_id uuid references identity.accounts,
  methods integer not null check (methods >= 1),
  request json not null,
  luminaires json not null default '{}',
  ground text not null references core.siting_inputs,
  demand text not null references core.siting_inputs,
  result json not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index siting_runs_plan on core.siting_runs (plan_id) where plan_id is not null;
create index siting_runs_account on core.siting_runs (account_id);
create index siting_runs_ground on core.siting_runs (ground);
create index siting_runs_demand on core.siting_runs (demand);
comment on table core.siting_runs is 'Results of siting that somebody has saved, with all they follow from.';
comment on column core.siting_runs.id is 'Names the run.';
comment on column core.siting_runs.kind is 'proposal, camera, light, clearance, plan.';
comment on column core.siting_runs.title is 'What it is called.';
comment on column core.siting_runs.plan_id is 'The plan it is in: its members see it. Without one its maker alone.';
comment on column core.siting_runs.account_id is 'Who saved it; null for demonstration data.';
comment on column core.siting_runs.methods is 'Version of the methods that made it.';
comment on column core.siting_runs.request is 'Its inputs but ground, demand and luminaires. Text, so that it is read back as it was written.';
comment on column core.siting_runs.luminaires is 'Photometric files it used: id -> {format, text}.';
comment on column core.siting_runs.ground is 'The ground it was made on.';
comment on column core.siting_runs.demand is 'The demand it was made of.';
comment on column core.siting_runs.result is 'The figures.';
comment on column core.siting_runs.demo is 'Demonstration data.';
comment on column core.siting_runs.created_at is 'When it was saved.';

create function core.keep_siting_run() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.is_own_job() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    -- Gone with its plan, or removed by who made it.
    if old.account_id is distinct from core.actor_account() and (old.plan_id is null or exists (select from core.plans p where p.id = old.plan_id)) then
      raise exception 'a run is removed by who saved it' using errcode = 'insufficient_privilege', table = 'siting_runs';
    end if;
    return old;
  end if;
  if core.actor_account() is null then
    raise exception 'a run is saved by a person' using errcode = 'insufficient_privilege', table = 'siting_runs';
  end if;
  new.account_id := core.actor_account();
  new.created_at := now();
  return new;
end
$$;
comment on function core.keep_siting_run() is 'Trigger: writes down whose run it is, and lets its maker alone remove it.';
create trigger keep before insert or delete on core.siting_runs for each row execute function core.keep_siting_run();

create function core.drop_siting_inputs() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  delete from core.siting_inputs i
  where i.sha256 in (old.ground, old.demand)
    and not exists (select from core.siting_runs r where r.ground = i.sha256)
    and not exists (select from core.siting_runs r where r.demand = i.sha256);
  return null;
end
$$;
comment on function core.drop_siting_inputs() is 'Trigger: inputs go with the last run that was made of them.';
create trigger drop_inputs after delete on core.siting_runs for each row execute function core.drop_siting_inputs();

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %I.luminaires as
        select l.id, l.name, l.format, l.text, l.manufacturer, l.lumens, l.efficiency, l.watts,
          (select a.name from identity.accounts a where a.id = l.account_id) as author, l.created_at
        from core.luminaires l
      $view$, s);
    execute format($view$
      create view %I.siting_runs with (security_barrier) as
        select r.id, r.kind, r.title, r.plan_id, r.account_id, (select a.name from identity.accounts a where a.id = r.account_id) as author,
          r.methods, r.request, r.luminaires, r.ground, r.demand, r.result, r.created_at
        from core.siting_runs r
        where r.plan_id in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
          or (r.plan_id is null and r.account_id = core.actor_account())
        with local check option
      $view$, s);
    execute format($view$
      create view %1$I.siting_inputs with (security_barrier) as
        select i.sha256, i.content from core.siting_inputs i
        where exists (
          select from core.siting_runs r
          where i.sha256 in (r.ground, r.demand) and (
            r.plan_id in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
            or (r.plan_id is null and r.account_id = core.actor_account())))
      $view$, s);
    execute format('comment on view %I.luminaires is %L', s, 'Photometric files.');
    execute format('comment on view %I.siting_runs is %L', s, 'Saved results of siting: those of one''s plans, and one''s own.');
    execute format('comment on view %I.siting_inputs is %L', s, 'What those were made of.');
    execute format('grant select on %I.luminaires to %I', s, 'app_' || s);
    execute format('grant select, delete, insert (id, kind, title, plan_id, methods, request, luminaires, ground, demand, result) on %I.siting_runs to %I', s, 'app_' || s);
    execute format('grant select, insert (sha256, content) on %I.siting_inputs to %I', s, 'app_' || s);
  end loop;
end
$$;
grant insert (id, name, format, text, manufacturer, lumens, efficiency, watts), delete on planner.luminaires to app_planner;

revoke execute on function core.keep_luminaire(), core.keep_siting_run(), core.drop_siting_inputs() from public;
