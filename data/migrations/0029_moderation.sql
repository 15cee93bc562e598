-- Planners' moderation of reports: whose turn it is, what belongs together, what the public may see of a place, and what came of it.

-- Ten working days from when it came in; holidays are not known here.
create function core.answer_by(received date) returns date
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select max(d.day)::date from (
    select day from generate_series(received + 1, received + 20, interval '1 day') day
    where extract(isodow from day) < 6 order by day limit 10
  ) d
$$;
comment on function core.answer_by(date) is 'The tenth working day after a day, Monday to Friday.';

alter table core.report_work add column same_as uuid references core.unsafe_reports on delete set null,
  add column seen_to bigint,
  add column version integer not null default 1,
  add constraint not_same_as_itself check (same_as <> report_id);
create index report_work_same on core.report_work (same_as) where same_as is not null;
comment on column core.report_work.same_as is 'Report that it is about the same as, while neither has a public place: it goes where that one goes.';
comment on column core.report_work.seen_to is 'Last message that somebody had seen when it was closed, or said to need no answer: its nth.';
comment on column core.report_work.version is 'Rises by one with each step taken with the report, and with what its reporter writes.';

create function core.keep_work() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if core.asks_as_audience() or new.due_on is null then
      new.due_on := core.answer_by((select r.received_on from core.unsafe_reports r where r.id = new.report_id));
    end if;
    return new;
  end if;
  new.version := old.version + 1;
  if new.same_as is distinct from old.same_as and new.same_as is not null then
    if exists (select from core.unsafe_reports r where r.id = new.same_as and r.place_id is not null)
      or exists (select from core.report_work w where w.report_id = new.same_as and w.same_as is not null)
      or exists (select from core.report_work w where w.same_as = new.report_id) then
      raise exception 'a report is held together with one that stands by itself' using errcode = 'check_violation', constraint = 'report_same_as', table = 'report_work';
    end if;
  end if;
  return new;
end
$$;
comment on function core.keep_work() is 'Trigger: says until when it is to be answered, counts versions, and keeps what belongs together one step deep.';
create trigger a_keep before insert or update on core.report_work for each row execute function core.keep_work();

create function core.touch_report(report uuid) returns void
language sql set search_path = pg_catalog, core, pg_temp as $$
  insert into core.report_work (report_id, version)
  select r.id, 2 from core.unsafe_reports r where r.id = report
  on conflict (report_id) do update set report_id = excluded.report_id
$$;
comment on function core.touch_report(uuid) is 'Raises the version of the work with a report.';

create function core.touch_work() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if coalesce(current_setting('app.bulk', true), '') = 'on' then
    return null;
  end if;
  case tg_table_name
    when 'report_work' then
      perform core.notify_change('report_work', 'update', new.report_id);
    when 'unsafe_reports' then
      if new.version <> old.version then
        perform core.touch_report(new.id);
      end if;
    when 'report_links' then
      perform core.touch_report(coalesce(new.report_id, old.report_id));
    when 'report_messages' then
      perform core.touch_report(new.report_id);
  end case;
  return null;
end
$$;
comment on function core.touch_work() is 'Trigger: what happens to a report raises the version of the work with it, and is told to those who listen.';
create trigger d_touch after insert or update on core.report_work for each row execute function core.touch_work();
create trigger d_touch after update on core.unsafe_reports for each row execute function core.touch_work();
create trigger d_touch after insert or delete on core.report_links for each row execute function core.touch_work();
-- What the office writes raises it where it notes that the reporter was answered.
create trigger d_touch after insert on core.report_messages for each row when (new.direction = 'reporter') execute function core.touch_work();

create function core.keep_report_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  measure jsonb;
begin
  if new.measure_id is null then
    return new;
  end if;
  if to_regclass(format('core.%I', new.layer)) is null or not exists (
    select from pg_attribute a where a.attrelid = format('core.%I', new.layer)::regclass and a.attname = 'status'
  ) then
    raise exception 'only a measure comes of a report' using errcode = 'check_violation', constraint = 'problem_measure', column = 'measure_id', table = 'report_links';
  end if;
  execute format('select to_jsonb(o) - ''geom'' from core.%I o where o.id = $1', new.layer) into measure using new.measure_id;
  if measure is null then
    raise exception 'the measure is not there' using errcode = 'check_violation', constraint = 'problem_measure', column = 'measure_id', table = 'report_links';
  end if;
  if core.shows_draft(measure) then
    raise exception 'a draft is its plan''s matter' using errcode = 'check_violation', constraint = 'problem_draft', column = 'measure_id', table = 'report_links';
  end if;
  return new;
end
$$;
comment on function core.keep_report_link() is 'Trigger: refuses to link what is no measure, or a draft of a plan.';
create trigger b_link before insert on core.report_links for each row execute function core.keep_report_link();

-- Words that were taken out of a report stay in its history for planners alone.
create or replace view police.history with (security_barrier) as
  select layer, object_id, version, at, actor_id, actor_name, op,
    case when layer = 'unsafe_reports' then before - 'words' else before end as before,
    case when layer = 'unsafe_reports' then after - 'words' else after end as after, note
  from core.history
  where to_regclass(format('police.%I', layer)) is not null
    and (not core.shows_draft(before) or (before ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()))
    and (not core.shows_draft(after) or (after ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()));

create or replace view planner.report_work as
  select report_id, quiet, supports, assigned_to, (select a.name from identity.accounts a where a.id = assigned_to) as assigned_name,
    due_on, first_answered_at, closed_at, reopened_at, same_as, seen_to, version
  from core.report_work;
grant update (same_as, seen_to) on planner.report_work to app_planner;

create view planner.report_queue as
  select r.id, r.geom, coalesce(w.version, 1) as version, r.state, r.reasons, r.words, r.received_on, r.place_id, r.demo,
    coalesce(w.due_on, core.answer_by(r.received_on)) as due_on, coalesce(w.quiet, false) as quiet, w.supports, w.same_as, w.assigned_to,
    (select a.name from identity.accounts a where a.id = w.assigned_to) as assigned_name,
    w.first_answered_at, w.closed_at, w.reopened_at,
    coalesce((select m.direction = 'reporter' and m.nth > coalesce(w.seen_to, 0) from core.report_messages m where m.report_id = r.id order by m.nth desc limit 1), false) as replied,
    exists (select from core.report_photos p where p.report_id = r.id) as has_photo
  from core.unsafe_reports r left join core.report_work w on w.report_id = r.id;
comment on view planner.report_queue is 'Reports with the work with them, also where nobody has begun.';
grant select on planner.report_queue to app_planner;

create function planner.take_report(report uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  reached integer;
begin
  perform from core.unsafe_reports r where r.id = report for no key update;
  if not found then
    return null;
  end if;
  insert into core.report_work (report_id) values (report) on conflict do nothing;
  select w.version into reached from core.report_work w where w.report_id = report for update;
  return reached;
end
$$;
comment on function planner.take_report(uuid) is 'Takes a report in hand until the transaction ends. The version of the work with it; null where there is no such report.';

-- What the public may see of where: the same for all that lies in one cell, and no cell in which few live.

create function core.public_reference(at geometry) returns geometry
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  -- A cell is 2,400 m, halved while no half of it has between one and seven addresses, to 150 m. Degrees, on a sphere of 111,195 m to the degree.
  tall double precision := 2400 / 111195.08;
  south double precision := floor(ST_Y(at) / tall) * tall;
  wide double precision := tall / cos(radians(south + tall / 2));
  west double precision := floor(ST_X(at) / wide) * wide;
  cell geometry;
  centre geometry;
  found_at geometry;
begin
  for halving in 1..4 loop
    exit when exists (
      select from generate_series(0, 1) x, generate_series(0, 1) y, lateral (
        select count(*) as n from (
          select from basemap.features f
          where f.theme not in ('road', 'building', 'place') and f.theme = 'address'
            and f.geom && ST_MakeEnvelope(west + x * wide / 2, south + y * tall / 2, west + (x + 1) * wide / 2, south + (y + 1) * tall / 2, 4326)
          limit 8
        ) eight
      ) addresses
      where addresses.n between 1 and 7
    );
    tall := tall / 2;
    wide := wide / 2;
    if ST_Y(at) >= south + tall then
      south := south + tall;
    end if;
    if ST_X(at) >= west + wide then
      west := west + wide;
    end if;
  end loop;
  cell := ST_MakeEnvelope(west, south, west + wide, south + tall, 4326);
  centre := ST_SetSRID(ST_MakePoint(west + wide / 2, south + tall / 2), 4326);
  select ST_ClosestPoint(ST_Intersection(f.geom, cell), centre) into found_at
  from basemap.features f
  where f.theme = 'road' and f.geom && cell and ST_Intersects(f.geom, cell)
  order by ST_Distance(f.geom, centre), f.source_id collate "C" limit 1;
  return ST_SnapToGrid(coalesce(found_at, centre), 0.00001);
end
$$;
comment on function core.public_reference(geometry) is 'The point on public ground that stands for all of a point''s cell: a cell that has at least eight addresses or none, and so have the cells it was halved with.';

create function planner.public_shape(shape geometry) returns geometry
language plpgsql stable security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  line geometry;
  area geometry;
begin
  if GeometryType(shape) = 'POINT' then
    return core.public_reference(shape);
  end if;
  -- Corner by corner, so that nothing of what was drawn by hand is left.
  select ST_RemoveRepeatedPoints(ST_MakeLine(core.public_reference(p.geom) order by p.path)) into line
  from ST_DumpPoints(case GeometryType(shape) when 'POLYGON' then ST_ExteriorRing(shape) else shape end) p;
  if ST_NPoints(line) < 2 or ST_Length(line) = 0 then
    return core.public_reference(ST_PointOnSurface(shape));
  end if;
  if GeometryType(shape) = 'POLYGON' and ST_NPoints(line) > 3 and ST_IsClosed(line) then
    area := ST_MakePolygon(line);
    if ST_IsValid(area) then
      return area;
    end if;
  end if;
  if GeometryType(shape) = 'POLYGON' or not ST_IsSimple(line) then
    return core.public_reference(ST_PointOnSurface(shape));
  end if;
  return line;
end
$$;
comment on function planner.public_shape(geometry) is 'What may be shown of a reported shape: its corners each moved to the point that stands for their cell; a point where that leaves no more.';

-- What came of it, for anybody.

create function core.heard_together(places uuid[], reports uuid[]) returns text
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  with so_far as (select date_trunc('month', now() at time zone 'Europe/Stockholm')::date as month),
  heard as (
    select (select count(*) from core.unsafe_reports r, so_far
        where (r.place_id = any (places) or r.id = any (reports)) and r.received_on < so_far.month)
      + (select count(*) from core.report_support s, so_far where s.place_id = any (places) and s.month < so_far.month) as n
  )
  select case
    when n >= 100 then 'at_least_100' when n >= 50 then 'at_least_50' when n >= 25 then 'at_least_25'
    when n >= 10 then 'at_least_10' when n >= 5 then 'at_least_5'
  end from heard
$$;
comment on function core.heard_together(uuid[], uuid[]) is 'How many reports places and single reports are together, in words and from five, of months that are over.';

create function public_map.chain_of(wanted_layer text, wanted uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  link record;
  measure jsonb;
  measures jsonb := '[]';
  places jsonb;
  shown boolean;
begin
  if to_regclass(format('public_map.%I', wanted_layer)) is null then
    return null;
  end if;
  execute format('select exists (select from public_map.%I where id = $1)', wanted_layer) into shown using wanted;
  if not shown then
    return null;
  end if;
  if wanted_layer = 'reported_places' then
    for link in
      select l.layer, l.measure_id from core.report_links l
      where l.place_id = wanted and l.measure_id is not null and to_regclass(format('public_map.%I', l.layer)) is not null
      order by l.layer, l.measure_id limit 20
    loop
      measure := null;
      -- The public's own view: what it does not show is not told here either.
      execute format('select jsonb_build_object(''layer'', $2, ''id'', v.id, ''title'', v.title, ''status'', v.status,
        ''startsOn'', v.starts_on, ''completedOn'', v.completed_on) from public_map.%I v where v.id = $1', link.layer)
        into measure using link.measure_id, link.layer;
      if measure is not null then
        measures := measures || measure;
      end if;
    end loop;
    return jsonb_build_object('measures', measures, 'places', '[]'::jsonb, 'heard', core.heard_of(wanted));
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'reasons', to_jsonb(p.reasons), 'state', p.state, 'month', p.month) order by p.month desc, p.id), '[]')
  into places
  from (select p.* from core.reported_places p join core.report_links l on l.place_id = p.id
    where l.measure_id = wanted and l.layer = wanted_layer order by p.month desc, p.id limit 50) p;
  return jsonb_build_object('measures', measures, 'places', places, 'heard', (
    select core.heard_together(
      coalesce(array_agg(l.place_id) filter (where l.place_id is not null), '{}'),
      coalesce(array_agg(l.report_id) filter (where l.report_id is not null), '{}'))
    from core.report_links l where l.measure_id = wanted and l.layer = wanted_layer));
end
$$;
comment on function public_map.chain_of(text, uuid) is 'What a place led to, or which places a measure answers; null where the public sees no such object.';

revoke execute on function core.keep_work(), core.touch_report(uuid), core.touch_work(), core.keep_report_link(), core.public_reference(geometry),
  core.heard_together(uuid[], uuid[]), planner.take_report(uuid), planner.public_shape(geometry), public_map.chain_of(text, uuid) from public;
grant execute on function planner.take_report(uuid), planner.public_shape(geometry) to app_planner;
grant execute on function public_map.chain_of(text, uuid) to app_public;
