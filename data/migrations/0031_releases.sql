-- The safety map: once a month a release is made of what residents have reported, in fixed squares and in words, and is never changed.

-- Which reports there is word of already. It goes with the report.

create table core.release_reports (
  id uuid primary key default gen_random_uuid(),
  report_id uuid unique references core.unsafe_reports on delete cascade,
  support_id uuid unique references core.report_support on delete cascade,
  square text not null check (length(square) <= 40),
  area text not null check (length(area) <= 120),
  reasons text[] not null,
  since date not null check (extract(day from since) = 1),
  counted date check (extract(day from counted) = 1),
  told date check (extract(day from told) = 1),
  check (num_nonnulls(report_id, support_id) = 1)
);
create index release_reports_waiting on core.release_reports (since) where counted is null;
comment on table core.release_reports is 'What releases know of a report: the square it is told in, and whether it has been.';
comment on column core.release_reports.id is 'Names it here; nobody outside knows it.';
comment on column core.release_reports.report_id is 'The report, or';
comment on column core.release_reports.support_id is 'the “me too”. This goes with it.';
comment on column core.release_reports.square is 'The square of its reference point.';
comment on column core.release_reports.area is 'The area of its reference point; empty outside all areas.';
comment on column core.release_reports.reasons is 'As they were when it was first known.';
comment on column core.release_reports.since is 'Month whose release first knew it.';
comment on column core.release_reports.counted is 'Month from which its square tells of it; null while it waits for others.';
comment on column core.release_reports.told is 'Month from which its area tells of it.';

create table core.release_batches (
  kind text not null check (kind in ('square', 'area')),
  name text not null check (length(name) between 1 and 120),
  month date not null check (extract(day from month) = 1),
  size integer not null check (size > 0),
  categories text[] not null,
  demo boolean not null default false,
  primary key (kind, name, month)
);
create index release_batches_month on core.release_batches (month);
comment on table core.release_batches is 'Reports that are told of together. All that is published follows from these and from nothing else.';
comment on column core.release_batches.kind is 'square or area.';
comment on column core.release_batches.name is 'The square, or the area.';
comment on column core.release_batches.month is 'Month from which it is told of.';
comment on column core.release_batches.size is 'Reports in it. Never published.';
comment on column core.release_batches.categories is 'What enough of them are about: light, sight, deserted, traffic, decay.';
comment on column core.release_batches.demo is 'Demonstration data.';

-- What was published.

create table core.releases (
  month date primary key check (extract(day from month) = 1),
  rules jsonb not null,
  town text not null check (town in ('none_or_few', 'some', 'many')),
  areas jsonb not null,
  before_sha256 text check (before_sha256 ~ '^[0-9a-f]{64}$'),
  content_sha256 text not null unique check (content_sha256 ~ '^[0-9a-f]{64}$'),
  demo boolean not null default false
);
comment on table core.releases is 'One release a month, never changed.';
comment on column core.releases.month is 'The last month it holds, by its first day. Nothing finer is kept of when it was made.';
comment on column core.releases.rules is 'The rules it was made by.';
comment on column core.releases.town is 'The municipality in words: none_or_few, some, many.';
comment on column core.releases.areas is 'Areas: what is told of each, its survey with its uncertainty, measures done and coming.';
comment on column core.releases.before_sha256 is 'content_sha256 of the release before.';
comment on column core.releases.content_sha256 is 'SHA-256 of all that is published in it, as apps/api/src/releases/content.ts writes it.';
comment on column core.releases.demo is 'Demonstration data.';

create table core.release_cells (
  month date not null references core.releases on delete cascade,
  square text not null check (length(square) <= 40),
  area text not null check (length(area) <= 120),
  level text not null check (level in ('none_or_few', 'some', 'many')),
  about text[] not null check (about <@ array['light', 'sight', 'deserted', 'traffic', 'decay']),
  done integer not null check (done >= 0),
  coming integer not null check (coming >= 0),
  primary key (month, square)
);
comment on table core.release_cells is 'Squares of a release. One that is withheld looks as one that is empty.';
comment on column core.release_cells.month is 'The release.';
comment on column core.release_cells.square is 'Its south-west corner in EPSG:3006.';
comment on column core.release_cells.area is 'Area it lies in; empty outside all areas.';
comment on column core.release_cells.level is 'none_or_few, some, many.';
comment on column core.release_cells.about is 'What it is mostly about: light, sight, deserted, traffic, decay.';
comment on column core.release_cells.done is 'Public measures that are done.';
comment on column core.release_cells.coming is 'Public measures that are decided.';

create function core.keep_release() returns trigger
language plpgsql set search_path = pg_catalog, core, pg_temp as $$
begin
  -- The demonstration is taken away whole.
  if tg_op = 'DELETE' and coalesce(current_setting('app.clearing_demo', true), '') = 'on' then
    if not exists (select from core.releases r where r.month = old.month and not r.demo) then
      return old;
    end if;
  end if;
  raise exception 'a release is never changed' using errcode = 'check_violation', constraint = 'release_kept', table = tg_table_name;
end
$$;
comment on function core.keep_release() is 'Trigger: refuses every change of what was published.';
create trigger a_keep before update or delete on core.releases for each row execute function core.keep_release();
create trigger a_keep before update or delete on core.release_cells for each row execute function core.keep_release();

create function core.keep_whole() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a release is never changed' using errcode = 'check_violation', constraint = 'release_kept', table = tg_table_name;
end
$$;
comment on function core.keep_whole() is 'Trigger: refuses to empty a table, which passes triggers of rows by.';
create trigger a_whole before truncate on core.releases execute function core.keep_whole();
create trigger a_whole before truncate on core.release_cells execute function core.keep_whole();

-- The newest release as a layer: tiles, list and file.

create table core.safety_map_cells (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POLYGON', 'MULTIPOLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  area text check (length(area) <= 120),
  level text not null default 'none_or_few' check (level in ('none_or_few', 'some', 'many')),
  about text[] check (
    cardinality(about) between 0 and 5
    and about <@ array['light', 'sight', 'deserted', 'traffic', 'decay']
    and array_position(about, null) is null
  ),
  done integer check (done between 0 and 100000),
  coming integer check (coming between 0 and 100000),
  month date not null check (extract(day from month) = 1),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table core.safety_map_cells is 'Squares of the newest release of the safety map.';
comment on column core.safety_map_cells.id is 'Follows from the square, so that it is the same in every release and tells nothing of when.';
comment on column core.safety_map_cells.geom is 'Polygon, MultiPolygon, degrees WGS84: the fixed square.';
comment on column core.safety_map_cells.version is 'Rises by one with each change.';
comment on column core.safety_map_cells.title is 'Square. Its south-west corner in EPSG:3006.';
comment on column core.safety_map_cells.area is 'Area.';
comment on column core.safety_map_cells.level is 'Reports, in words. none_or_few, some, many.';
comment on column core.safety_map_cells.about is 'Mostly about. light, sight, deserted, traffic, decay.';
comment on column core.safety_map_cells.done is 'Measures done.';
comment on column core.safety_map_cells.coming is 'Measures coming.';
comment on column core.safety_map_cells.month is 'Last month that is counted, by its first day.';
comment on column core.safety_map_cells.demo is 'Demonstration data.';
comment on column core.safety_map_cells.created_at is 'Created.';
comment on column core.safety_map_cells.updated_at is 'Last changed.';

select core.register_layer('safety_map_cells', false);
-- What was before is in the release before: laying a new one out writes no history.
drop trigger c_history on core.safety_map_cells;
create trigger c_history after insert or update or delete on core.safety_map_cells for each row
  when (coalesce(current_setting('app.bulk', true), '') <> 'on') execute function core.keep_history();
select core.show_layer('safety_map_cells', s, array['title', 'area', 'level', 'about', 'done', 'coming', 'month', 'demo'])
from unnest(array['public_map', 'reporter', 'admin']) s;
select core.show_layer('safety_map_cells', s, array[
  'title', 'area', 'level', 'about', 'done', 'coming', 'month', 'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;

do $$
declare
  s text;
begin
  foreach s in array array['public_map', 'reporter', 'planner', 'police', 'admin'] loop
    execute format('create view %I.releases as select month, rules, town, areas, before_sha256, content_sha256 from core.releases', s);
    execute format('create view %I.release_cells as select month, square, area, level, about, done, coming from core.release_cells', s);
    execute format('comment on view %I.releases is %L', s, 'Every release of the safety map.');
    execute format('comment on view %I.release_cells is %L', s, 'Squares of every release of the safety map.');
    execute format('grant select on %I.releases, %I.release_cells to %I', s, s, 'app_' || case s when 'public_map' then 'public' else s end);
  end loop;
end
$$;

-- Who is watched by a camera is to know who watches (GDPR article 13): a department or a role, as the form says.

drop view public_map.camera_sites;
drop view reporter.camera_sites;
drop view admin.camera_sites;
select core.show_layer('camera_sites', s, array[
  'title', 'camera_type', 'status', 'responsible', 'purpose', 'public_text', 'starts_on', 'completed_on',
  'weekdays', 'hours_from', 'hours_to', 'storage_days', 'sound', 'contact', 'demo'
], 'status in (select status from core.statuses where public)') from unnest(array['public_map', 'reporter', 'admin']) s;
