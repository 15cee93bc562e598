-- Extensions, roles, one schema per audience, settings, history, and what every layer's table gets.

create extension if not exists postgis;

-- Roles belong to the whole cluster, and another database of it may make them at the same moment.
do $$
declare
  app_role text;
begin
  foreach app_role in array array['app_public', 'app_reporter', 'app_planner', 'app_police', 'app_admin'] loop
    begin
      execute format('create role %I nologin noinherit', app_role);
    exception when duplicate_object or unique_violation then
      null;
    end;
    -- The owner steps into the role for each transaction, so that the role is the fence.
    if not pg_has_role(current_user, app_role, 'member') then
      execute format('grant %I to current_user', app_role);
    end if;
  end loop;
end
$$;

create schema if not exists core;
create schema if not exists basemap;
create schema public_map;
create schema reporter;
create schema planner;
create schema police;
create schema admin;

comment on schema core is 'The truth: one table per layer, settings and history. No audience reads it but through its views.';
comment on schema basemap is 'The ground under the layers: streets, buildings, places. Every audience reads it.';
comment on schema public_map is 'What anybody may see.';
comment on schema reporter is 'What field workers, guards and housing hosts may see.';
comment on schema planner is 'What the municipality''s planners may see and change.';
comment on schema police is 'What the police may see and change.';
comment on schema admin is 'What an administrator may see.';

grant usage on schema public_map to app_public;
grant usage on schema reporter to app_reporter;
grant usage on schema planner to app_planner;
grant usage on schema police to app_police;
grant usage on schema admin to app_admin;

-- Nobody but the owner makes objects here.
revoke create on schema public from public;

-- Settings of this municipality.

create table core.settings (
  key text primary key check (key ~ '^[a-z][a-z0-9_]*$'),
  value jsonb not null
);
comment on table core.settings is 'Settings of the municipality, readable by every audience: keep no secret here.';
comment on column core.settings.key is 'municipality, bounds, schematic, demo';
comment on column core.settings.value is 'municipality {name, code}; bounds [west, south, east, north] in degrees; schematic and demo true or false.';

create view public_map.settings as select key, value from core.settings;
create view reporter.settings as select key, value from core.settings;
create view planner.settings as select key, value from core.settings;
create view police.settings as select key, value from core.settings;
create view admin.settings as select key, value from core.settings;
grant select on public_map.settings to app_public;
grant select on reporter.settings to app_reporter;
grant select on planner.settings to app_planner;
grant select on police.settings to app_police;
grant select on admin.settings to app_admin;

-- The way of a measure from idea to evaluated.

create table core.statuses (
  status text primary key,
  public boolean not null
);
comment on table core.statuses is 'Every status a measure can have.';
comment on column core.statuses.status is 'The status.';
comment on column core.statuses.public is 'The public sees measures that have it.';
insert into core.statuses (status, public) values
  ('idea', false), ('proposed', false), ('in_review', false), ('declined', false),
  ('decided', true), ('ordered', true), ('built', true), ('in_operation', true), ('evaluated', true),
  ('ended', false);

create table core.status_steps (
  from_status text not null references core.statuses,
  to_status text not null references core.statuses,
  primary key (from_status, to_status)
);
comment on table core.status_steps is 'The steps a measure may take. Anything else is refused.';
comment on column core.status_steps.from_status is 'The status it has.';
comment on column core.status_steps.to_status is 'A status it may get next.';
insert into core.status_steps (from_status, to_status) values
  ('idea', 'proposed'),
  ('proposed', 'in_review'), ('proposed', 'idea'),
  ('in_review', 'decided'), ('in_review', 'declined'), ('in_review', 'proposed'),
  ('declined', 'idea'),
  ('decided', 'ordered'),
  ('ordered', 'built'),
  ('built', 'in_operation'), ('built', 'evaluated'),
  ('in_operation', 'evaluated'), ('in_operation', 'ended'),
  ('evaluated', 'ended');

-- History: what was, what became of it, when and by whom.

create table core.history (
  entry bigint generated always as identity primary key,
  layer text not null,
  object_id uuid not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  note text
);
comment on table core.history is 'Append-only: one entry for each change of each object of each layer.';
comment on column core.history.entry is 'Order of writing.';
comment on column core.history.layer is 'Id of the layer.';
comment on column core.history.object_id is 'Id of the object; it may be gone.';
comment on column core.history.version is 'Version after the change; of a removal, the version removed.';
comment on column core.history.at is 'When it was written.';
comment on column core.history.actor_id is 'Account that wrote it, as the session told; system for the owner''s own jobs.';
comment on column core.history.actor_name is 'Name of the account at that time.';
comment on column core.history.op is 'insert, update or delete.';
comment on column core.history.before is 'The row before, geometry as GeoJSON under geom.';
comment on column core.history.after is 'The row after, geometry as GeoJSON under geom.';
comment on column core.history.note is 'What its author wrote beside the change.';
create index history_object on core.history (object_id, entry);

-- A staff audience sees the history of the layers it has a view of.
create view planner.history with (security_barrier) as
  select layer, object_id, version, at, actor_id, actor_name, op, before, after, note
  from core.history where to_regclass(format('planner.%I', layer)) is not null;
create view police.history with (security_barrier) as
  select layer, object_id, version, at, actor_id, actor_name, op, before, after, note
  from core.history where to_regclass(format('police.%I', layer)) is not null;
grant select on planner.history to app_planner;
grant select on police.history to app_police;

-- Ahead of each write: version, clock, steps. Security definer, because no audience reads core.
create function core.stamp_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  bulk constant boolean := coalesce(current_setting('app.bulk', true), '') = 'on';
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := case when bulk then coalesce(new.created_at, now()) else now() end;
    new.updated_at := new.created_at;
    return new;
  end if;
  if new.id <> old.id then
    raise exception 'an object keeps its id' using errcode = 'check_violation', column = 'id';
  end if;
  new.version := old.version;
  new.created_at := old.created_at;
  new.updated_at := old.updated_at;
  -- Generated columns (the trigger's arguments) are not computed yet; geometry is compared exactly, not as rounded JSON.
  if new.geom = old.geom
    and to_jsonb(new) - 'geom' - coalesce(tg_argv, '{}') = to_jsonb(old) - 'geom' - coalesce(tg_argv, '{}')
  then
    return new;
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end
$$;
comment on function core.stamp_row() is 'Trigger: sets version, created_at and updated_at. A write that changes nothing leaves the version as it is.';

create function core.check_status_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if new.status is distinct from old.status
    and not exists (select from core.status_steps s where s.from_status = old.status and s.to_status = new.status)
  then
    raise exception 'a measure cannot go from % to %', old.status, new.status
      using errcode = 'check_violation', constraint = 'status_step', column = 'status', table = tg_table_name;
  end if;
  return new;
end
$$;
comment on function core.check_status_step() is 'Trigger: refuses a status that core.status_steps has no step to.';

create function core.notify_change(layer text, op text, id uuid) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  select pg_notify('changes', json_build_object('layer', layer, 'op', op, 'id', id)::text)
  where coalesce(current_setting('app.bulk', true), '') <> 'on'
$$;
comment on function core.notify_change(text, text, uuid) is 'Tells listeners of one change, unless app.bulk is on: then the writer ends with core.notify_reload.';

create function core.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  was jsonb;
  is_now jsonb;
  object uuid;
  reached integer;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old) || jsonb_build_object('geom', ST_AsGeoJSON(old.geom, 15)::jsonb);
    object := old.id;
    reached := old.version;
  end if;
  if tg_op <> 'DELETE' then
    is_now := to_jsonb(new) || jsonb_build_object('geom', ST_AsGeoJSON(new.geom, 15)::jsonb);
    object := new.id;
    reached := new.version;
  end if;
  if tg_op = 'UPDATE' and new.version = old.version then
    return null;
  end if;
  insert into core.history (layer, object_id, version, actor_id, actor_name, op, before, after, note)
  values (
    tg_table_name, object, reached,
    coalesce(nullif(current_setting('app.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'System'),
    lower(tg_op), was, is_now,
    nullif(current_setting('app.note', true), '')
  );
  perform core.notify_change(tg_table_name, lower(tg_op), object);
  return null;
end
$$;
comment on function core.keep_history() is 'Trigger: writes the history entry and tells listeners.';

create function core.notify_reload(layer text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  select pg_notify('changes', json_build_object('layer', layer, 'op', 'reload')::text)
$$;
comment on function core.notify_reload(text) is 'Tells listeners to read a layer anew, after a bulk write.';

create function core.register_layer(layer text, measure boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  generated text;
begin
  select coalesce(string_agg(quote_literal(attname), ', '), '') into generated
  from pg_attribute where attrelid = format('core.%I', layer)::regclass and attgenerated <> '';
  execute format('create index %I on core.%I using gist (geom)', layer || '_geom', layer);
  execute format('create trigger a_stamp before insert or update on core.%I for each row execute function core.stamp_row(%s)', layer, generated);
  if measure then
    execute format('create trigger b_step before update on core.%I for each row execute function core.check_status_step()', layer);
    execute format('alter table core.%I add constraint %I foreign key (status) references core.statuses', layer, layer || '_status');
  end if;
  execute format('create trigger c_history after insert or update or delete on core.%I for each row execute function core.keep_history()', layer);
  -- TRUNCATE would pass the row triggers by.
  execute format('revoke truncate on core.%I from public', layer);
end
$$;
comment on function core.register_layer(text, boolean) is 'Gives core.<layer> its spatial index, versions, history and, for a measure, its status steps.';

create function core.show_layer(layer text, audience_schema text, columns text[], rows_where text default null, derived jsonb default '{}') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  audience_role constant text := 'app_' || case audience_schema when 'public_map' then 'public' else audience_schema end;
begin
  -- The barrier keeps a condition of the caller's from being tried on hidden rows; && could then not use the index, so only where rows are hidden.
  execute format('create view %I.%I %s as select id, geom, version, %s from core.%I %s',
    audience_schema, layer,
    case when rows_where is null then '' else 'with (security_barrier)' end,
    (select string_agg(concat((derived ->> name) || ' as ', format('%I', name)), ', ' order by place) from unnest(columns) with ordinality as c(name, place)),
    layer,
    case when rows_where is null then '' else 'where ' || rows_where end);
  execute format('grant select on %I.%I to %I', audience_schema, layer, audience_role);
  execute format('comment on view %I.%I is %L', audience_schema, layer, obj_description(format('core.%I', layer)::regclass));
end
$$;
comment on function core.show_layer(text, text, text[], text, jsonb) is 'Makes <audience schema>.<layer>: id, geom, version and the given columns, of the rows the condition lets through. A derived column is an expression over core.<layer>, and cannot be written.';

create function core.let_edit(layer text, audience_schema text, insert_too boolean default true, only_columns text[] default null) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  audience_role constant text := 'app_' || audience_schema;
  writable text;
begin
  select string_agg(format('%I', v.attname), ', ' order by v.attnum) into writable
  from pg_attribute v
  join pg_attribute t on t.attrelid = format('core.%I', layer)::regclass and t.attname = v.attname
  where v.attrelid = format('%I.%I', audience_schema, layer)::regclass and v.attnum > 0 and not v.attisdropped
    and t.attgenerated = '' and v.attname not in ('id', 'version', 'created_at', 'updated_at', 'demo')
    and (only_columns is null or v.attname = any (only_columns));
  execute format('grant update (%s) on %I.%I to %I', writable, audience_schema, layer, audience_role);
  if insert_too then
    execute format('grant insert (id, %s) on %I.%I to %I', writable, audience_schema, layer, audience_role);
    execute format('grant delete on %I.%I to %I', audience_schema, layer, audience_role);
  end if;
end
$$;
comment on function core.let_edit(text, text, boolean, text[]) is 'Lets an audience write through its view: every column but what the database keeps itself (id after creation, version, clocks, demo, generated columns).';

-- Hours of day as text: "HH:MM" sorts as time does and is the same in a form, a file and a tile.
create function core.is_hour(hour text) returns boolean
language sql immutable parallel safe as $$
  select hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
$$;
comment on function core.is_hour(text) is 'True for a time of day from 00:00 to 23:59.';

create function core.are_weekdays(days smallint[]) returns boolean
language sql immutable parallel safe as $$
  select array_ndims(days) = 1 and count(distinct day) = cardinality(days) and bool_and(day between 1 and 7)
  from unnest(days) as d(day)
$$;
comment on function core.are_weekdays(smallint[]) is 'True for ISO weekdays 1 to 7 (Monday first), none twice and at least one.';

revoke execute on function core.notify_reload(text), core.notify_change(text, text, uuid), core.register_layer(text, boolean),
  core.show_layer(text, text, text[], text, jsonb), core.let_edit(text, text, boolean, text[]) from public;
