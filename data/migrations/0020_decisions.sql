-- Who decides, what was decided, and the documentation of cameras: dossiers, signed before a camera is put in operation, and the register.

-- Accounts that decide.

alter table identity.accounts add column decides boolean not null default false;
comment on column identity.accounts.decides is 'May take the steps to decided and declined, and sign dossiers, of what the account may change. Given by an administrator.';
update identity.accounts set decides = true where issuer = 'demo' and subject in ('demo-planner', 'demo-police');

drop trigger tell on identity.accounts;
create trigger tell after update of audience, enabled, decides, name, erased_at or delete on identity.accounts
  for each row execute function identity.tell();

create or replace view admin.accounts as
  select id, issuer, name, email, audience, audience_by, claimed_audience, enabled, created_at, last_seen_at, erased_at, decides
  from identity.accounts;
grant update (decides) on admin.accounts to app_admin;

-- Somebody with a face: imports, jobs and migrations are the owner's.
create function core.asks_as_audience() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case current_setting('role') when 'none' then session_user::text else current_setting('role') end like 'app\_%'
$$;
comment on function core.asks_as_audience() is 'True where the transaction is an audience''s, false in the owner''s own.';

create function core.actor_decides() returns boolean
language sql stable security definer set search_path = pg_catalog, core, identity, pg_temp as $$
  select exists (
    select from identity.accounts a
    where a.id = core.actor_account() and a.decides and a.enabled and a.erased_at is null and a.audience in ('planner', 'police')
  )
$$;
comment on function core.actor_decides() is 'Whether the account of the transaction decides. A token is no account.';

-- Steps and who takes them.

alter table core.status_steps add column by text not null default 'editor' check (by in ('editor', 'decider'));
comment on column core.status_steps.by is 'editor: who may change the layer. decider: of those, who decides.';
update core.status_steps set by = 'decider' where to_status in ('decided', 'declined');

create table core.decisions (
  id uuid primary key default gen_random_uuid(),
  layer text not null,
  object_id uuid not null,
  version integer not null,
  from_status text not null references core.statuses,
  to_status text not null references core.statuses,
  text text not null check (length(text) between 1 and 4000) check (btrim(text) <> ''),
  reference text check (length(reference) between 1 and 100),
  body text check (length(body) between 1 and 200),
  account text not null,
  by_name text not null,
  demo boolean not null default false,
  at timestamptz not null default now(),
  unique (object_id, version)
);
comment on table core.decisions is 'Decisions about measures, each written with the step it is about. Append-only.';
comment on column core.decisions.id is 'Names the decision.';
comment on column core.decisions.layer is 'Layer of the measure.';
comment on column core.decisions.object_id is 'The measure; it may be gone.';
comment on column core.decisions.version is 'Version the measure reached with the step.';
comment on column core.decisions.from_status is 'The status it had.';
comment on column core.decisions.to_status is 'The status it got.';
comment on column core.decisions.text is 'What was decided, and why. No personal data.';
comment on column core.decisions.reference is 'Case number.';
comment on column core.decisions.body is 'Who decided: a board or a delegate, not a person.';
comment on column core.decisions.account is 'Account that took the step.';
comment on column core.decisions.by_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.decisions.demo is 'About demonstration data.';
comment on column core.decisions.at is 'When it was written.';

create function core.keep_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  measure jsonb;
  remains boolean;
begin
  if tg_op = 'DELETE' then
    execute format('select exists (select from core.%I o where o.id = $1)', old.layer) into remains using old.object_id;
    if core.asks_as_audience() or (remains and not old.demo) then
      raise exception 'a decision stays as long as what it is about' using errcode = 'insufficient_privilege', table = 'decisions';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    -- The name of an account that is erased.
    if core.asks_as_audience() or to_jsonb(new) - 'by_name' <> to_jsonb(old) - 'by_name' then
      raise exception 'decisions are append-only' using errcode = 'insufficient_privilege', table = 'decisions';
    end if;
    return new;
  end if;
  if not core.asks_as_audience() then
    return new;
  end if;
  if not core.actor_decides() then
    raise exception 'only who decides writes a decision' using errcode = 'insufficient_privilege', table = 'decisions';
  end if;
  execute format('select to_jsonb(o) - ''geom'' from core.%I o where o.id = $1 for no key update', new.layer) into measure using new.object_id;
  new.version := (measure ->> 'version')::integer + 1;
  new.from_status := measure ->> 'status';
  new.demo := (measure ->> 'demo')::boolean;
  new.account := current_setting('app.actor_id');
  new.by_name := current_setting('app.actor_name');
  new.at := now();
  if not exists (
    select from core.status_steps s
    where s.from_status = new.from_status and s.to_status = new.to_status and s.by = 'decider'
  ) then
    raise exception 'a decision is about a step that is decided' using errcode = 'check_violation', constraint = 'status_step', column = 'to', table = 'decisions';
  end if;
  return new;
end
$$;
comment on function core.keep_decision() is 'Trigger: writes down who decided and what the step is; a decision is never changed, and goes only after what it is about.';
create trigger keep before insert or update or delete on core.decisions for each row execute function core.keep_decision();

create function core.check_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.asks_as_audience() and not exists (
    select from core.history h
    where h.object_id = new.object_id and h.version = new.version and h.after ->> 'status' = new.to_status
  ) then
    raise exception 'a decision is written with its step' using errcode = 'check_violation', constraint = 'decision_step', table = 'decisions';
  end if;
  return null;
end
$$;
comment on function core.check_decision() is 'Trigger at commit: refuses a decision whose step was not taken.';
create constraint trigger step_taken after insert on core.decisions
  deferrable initially deferred for each row execute function core.check_decision();

create or replace function core.check_status_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  taken_by text;
begin
  if tg_op = 'INSERT' then
    -- What is registered as decided already, and what is brought back as it was.
    if core.asks_as_audience() and new.status not in ('idea', 'proposed', 'in_review') and not core.actor_decides()
      and new.status is distinct from (select h.before ->> 'status' from core.history h where h.object_id = new.id order by h.entry desc limit 1)
    then
      raise exception 'only who decides registers a measure as %', new.status
        using errcode = 'insufficient_privilege', constraint = 'status_decider', column = 'status', table = tg_table_name;
    end if;
    return new;
  end if;
  if new.status is not distinct from old.status then
    return new;
  end if;
  select s.by into taken_by from core.status_steps s where s.from_status = old.status and s.to_status = new.status;
  if taken_by is null then
    raise exception 'a measure cannot go from % to %', old.status, new.status
      using errcode = 'check_violation', constraint = 'status_step', column = 'status', table = tg_table_name;
  end if;
  if taken_by = 'decider' and core.asks_as_audience() then
    if not core.actor_decides() then
      raise exception 'only who decides takes a measure to %', new.status
        using errcode = 'insufficient_privilege', constraint = 'status_decider', column = 'status', table = tg_table_name;
    end if;
    if not exists (select from core.decisions d where d.object_id = new.id and d.version = new.version and d.to_status = new.status) then
      raise exception 'a measure is taken to % with a decision', new.status
        using errcode = 'check_violation', constraint = 'decision_text', column = 'decision', table = tg_table_name;
    end if;
  end if;
  return new;
end
$$;
comment on function core.check_status_step() is 'Trigger: refuses a status that core.status_steps has no step to, and a step that is another''s to take.';

create or replace function core.register_layer(layer text, measure boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  generated text;
begin
  select coalesce(string_agg(quote_literal(attname), ', '), '') into generated
  from pg_attribute where attrelid = format('core.%I', layer)::regclass and attgenerated <> '';
  execute format('create index %I on core.%I using gist (geom)', layer || '_geom', layer);
  execute format('create trigger a_stamp before insert or update on core.%I for each row execute function core.stamp_row(%s)', layer, generated);
  if measure then
    execute format('create trigger b_step before insert or update on core.%I for each row execute function core.check_status_step()', layer);
    execute format('alter table core.%I add constraint %I foreign key (status) references core.statuses', layer, layer || '_status');
  end if;
  execute format('create trigger c_history after insert or update or delete on core.%I for each row execute function core.keep_history()', layer);
  -- TRUNCATE would pass the row triggers by.
  execute format('revoke truncate on core.%I from public', layer);
end
$$;

do $$
declare
  layer text;
begin
  foreach layer in array array['lighting_upgrades', 'shrub_clearances', 'camera_sites', 'patrol_zones'] loop
    execute format('drop trigger b_step on core.%I', layer);
    execute format('create trigger b_step before insert or update on core.%I for each row execute function core.check_status_step()', layer);
  end loop;
end
$$;

-- Dossiers of cameras.

create table core.dossiers (
  object_id uuid not null,
  version integer not null check (version >= 1),
  revision integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'signed')),
  sections jsonb not null check (jsonb_typeof(sections) = 'object'),
  composed jsonb not null check (jsonb_typeof(composed) = 'object'),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  area geometry(Geometry, 4326) not null check (GeometryType(area) in ('POLYGON', 'MULTIPOLYGON')) check (not ST_IsEmpty(area)),
  picture bytea not null check (length(picture) between 1 and 8388608),
  surveillance jsonb not null,
  run uuid references core.siting_runs,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  updated_by_name text not null,
  signed_by text,
  signed_by_name text,
  signed_title text check (length(signed_title) between 1 and 200),
  signed_at timestamptz,
  previous_sha256 bytea check (length(previous_sha256) = 32),
  content text,
  sha256 bytea check (length(sha256) = 32),
  primary key (object_id, version),
  constraint signed_whole check (case state when 'signed'
    then num_nulls(signed_by, signed_by_name, signed_title, signed_at, content, sha256) = 0
    else num_nonnulls(signed_by, signed_by_name, signed_title, signed_at, previous_sha256, content, sha256) = 0 end)
);
alter table core.dossiers alter column picture set storage external;
create unique index dossiers_draft on core.dossiers (object_id) where state = 'draft';
create index dossiers_run on core.dossiers (run) where run is not null;
comment on table core.dossiers is 'What a camera''s surveillance rests on, in versions. A signed version never changes and is kept five years after the surveillance has ended.';
comment on column core.dossiers.object_id is 'The camera.';
comment on column core.dossiers.version is 'Rises by one with each version of a camera''s dossier.';
comment on column core.dossiers.revision is 'Rises by one with each save of the version.';
comment on column core.dossiers.state is 'draft or signed; a camera has one draft at most.';
comment on column core.dossiers.sections is 'The text, by section. No personal data.';
comment on column core.dossiers.composed is 'The text as it was composed from the map: sections that are still so are composed anew.';
comment on column core.dossiers.figures is 'What the map said.';
comment on column core.dossiers.area is 'Ground the camera sees, degrees WGS84.';
comment on column core.dossiers.picture is 'The map picture, PNG.';
comment on column core.dossiers.surveillance is 'The camera it is about, as core.surveillance_of tells it.';
comment on column core.dossiers.run is 'Saved run that makes the figures again.';
comment on column core.dossiers.demo is 'About demonstration data.';
comment on column core.dossiers.created_at is 'When the version was begun.';
comment on column core.dossiers.updated_at is 'When it was last saved.';
comment on column core.dossiers.updated_by is 'Account that saved it last.';
comment on column core.dossiers.updated_by_name is 'Name of that account then; a pseudonym once it is erased.';
comment on column core.dossiers.signed_by is 'Account that signed it.';
comment on column core.dossiers.signed_by_name is 'Name of that account then; a pseudonym once it is erased.';
comment on column core.dossiers.signed_title is 'In what capacity it was signed.';
comment on column core.dossiers.signed_at is 'When it was signed.';
comment on column core.dossiers.previous_sha256 is 'Of the camera''s signed version before this one.';
comment on column core.dossiers.content is 'All that was signed, as text: the account, but not the name, so that a name can be erased.';
comment on column core.dossiers.sha256 is 'Of that text in UTF-8.';

create function core.surveillance_of(camera core.camera_sites) returns jsonb
language sql stable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_object_agg(c.key, c.value) || jsonb_build_object('at', encode(ST_AsBinary(camera.geom), 'hex'))
  from jsonb_each(jsonb_strip_nulls(to_jsonb(camera) - 'geom')) c
  where c.key = any (array['camera_type', 'mounting_height_m', 'direction_deg', 'tilt_deg', 'focal_mm', 'sensor_width_mm', 'field_of_view_deg',
    'horizontal_pixels', 'vertical_pixels', 'reach_m', 'masks', 'weekdays', 'hours_from', 'hours_to', 'storage_days', 'sound'])
$$;
comment on function core.surveillance_of(core.camera_sites) is 'What of a camera its dossier stands and falls with: place, optics, direction, masks, hours, storage, sound.';

create function core.is_documented(camera core.camera_sites) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select coalesce((
    select d.surveillance = core.surveillance_of(camera) from core.dossiers d
    where d.object_id = camera.id and d.state = 'signed' order by d.version desc limit 1), false)
$$;
comment on function core.is_documented(core.camera_sites) is 'Whether the newest signed dossier is about the camera as it is.';

-- When a camera's surveillance ended: as its history says, or else its last change.
create function core.ended_at(camera core.camera_sites) returns timestamptz
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select case when camera.status = 'ended' then coalesce(
    (select max(h.at) from core.history h
      where h.object_id = camera.id and h.layer = 'camera_sites' and h.after ->> 'status' = 'ended' and h.before ->> 'status' is distinct from 'ended'),
    camera.updated_at) end
$$;
comment on function core.ended_at(core.camera_sites) is 'When the surveillance ended; null where it has not.';

create function core.keep_dossier() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  asked constant boolean := core.asks_as_audience();
  camera core.camera_sites;
  last core.dossiers;
begin
  if tg_op = 'DELETE' then
    if asked or (old.state = 'signed' and not old.demo and exists (select from core.camera_sites c where c.id = old.object_id)) then
      raise exception 'a dossier stays as long as its camera' using errcode = 'insufficient_privilege', table = 'dossiers';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state = 'signed' then
    -- The name of an account that is erased.
    if asked or to_jsonb(new) - array['updated_by_name', 'signed_by_name'] <> to_jsonb(old) - array['updated_by_name', 'signed_by_name'] then
      raise exception 'a signed dossier never changes' using errcode = 'insufficient_privilege', constraint = 'dossier_signed', table = 'dossiers';
    end if;
    return new;
  end if;
  -- One after the other, also when two begin a version at once.
  select * into camera from core.camera_sites c where c.id = new.object_id for no key update;
  if camera.id is null then
    -- An erased name, in a draft that its camera left behind.
    if tg_op = 'UPDATE' and not asked then
      return new;
    end if;
    raise exception 'a dossier is of a camera' using errcode = 'foreign_key_violation', table = 'dossiers';
  end if;
  select * into last from core.dossiers d where d.object_id = new.object_id and d.state = 'signed' order by d.version desc limit 1;
  if tg_op = 'INSERT' then
    new.version := coalesce((select max(d.version) from core.dossiers d where d.object_id = new.object_id), 0) + 1;
    new.revision := 1;
    new.demo := camera.demo;
  else
    new.object_id := old.object_id;
    new.version := old.version;
    new.revision := old.revision + 1;
    new.demo := old.demo;
    new.created_at := old.created_at;
  end if;
  if asked then
    new.updated_at := now();
    new.updated_by := current_setting('app.actor_id');
    new.updated_by_name := current_setting('app.actor_name');
    if tg_op = 'INSERT' then
      new.created_at := now();
    end if;
  end if;
  if new.state = 'signed' then
    if asked and not core.actor_decides() then
      raise exception 'only who decides signs' using errcode = 'insufficient_privilege', table = 'dossiers';
    end if;
    if new.surveillance <> core.surveillance_of(camera) then
      raise exception 'the figures are not about the camera as it is' using errcode = 'check_violation', constraint = 'dossier_stale', column = 'figures', table = 'dossiers';
    end if;
    if camera.hours_from is null or camera.storage_days is null then
      raise exception 'hours and storage have to be given' using errcode = 'check_violation', constraint = 'dossier_hours', column = 'hours', table = 'dossiers';
    end if;
    if exists (
      select from unnest(array['problem', 'hours', 'measures_tried', 'area', 'private_ground', 'purpose', 'storage', 'access', 'signs', 'contact', 'conclusion']) s
      where coalesce(btrim(new.sections ->> s, E' \n\r\t'), '') = ''
    ) then
      raise exception 'a section is empty' using errcode = 'check_violation', constraint = 'dossier_sections', column = 'sections', table = 'dossiers';
    end if;
    if asked then
      new.signed_by := new.updated_by;
      new.signed_by_name := new.updated_by_name;
      new.signed_at := now();
    end if;
    new.previous_sha256 := last.sha256;
    new.content := jsonb_build_object(
      'camera', new.object_id, 'version', new.version, 'surveillance', new.surveillance, 'sections', new.sections, 'figures', new.figures,
      'area', ST_AsGeoJSON(new.area, 9)::jsonb, 'picture', encode(sha256(new.picture), 'hex'),
      'signedBy', new.signed_by, 'title', new.signed_title, 'signedAt', to_char(new.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'previous', encode(last.sha256, 'hex'))::text;
    new.sha256 := sha256(convert_to(new.content, 'UTF8'));
  end if;
  return new;
end
$$;
comment on function core.keep_dossier() is 'Trigger: counts versions and saves, refuses to sign what is not whole, chains what is signed by SHA-256, and keeps it as it is.';
create trigger keep before insert or update or delete on core.dossiers for each row execute function core.keep_dossier();

create function core.drop_dossier_run() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  -- Somebody else's run is theirs to remove.
  delete from core.siting_runs r
  where r.id = old.run and not exists (select from core.dossiers d where d.run = r.id)
    and (core.is_own_job() or r.account_id = core.actor_account());
  return null;
end
$$;
comment on function core.drop_dossier_run() is 'Trigger: a run goes with the last dossier whose figures it makes.';
create trigger drop_run after delete or update of run on core.dossiers for each row execute function core.drop_dossier_run();

-- Whoever has the camera open sees at once that it may be put in operation, or no longer.
create function core.notify_dossier() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  perform core.notify_change('camera_sites', 'update', new.object_id);
  return null;
end
$$;
comment on function core.notify_dossier() is 'Trigger: tells listeners of the camera.';
create trigger notify after insert or update on core.dossiers for each row execute function core.notify_dossier();

create function core.guard_camera() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if not old.demo and exists (select from core.dossiers d where d.object_id = old.id and d.state = 'signed')
      and not coalesce(core.ended_at(old) <= now() - interval '5 years', false)
    then
      raise exception 'a camera with a signed dossier is ended, and kept five years after' using errcode = 'check_violation', constraint = 'camera_kept', table = 'camera_sites';
    end if;
    return old;
  end if;
  -- Cameras that are in operation already come in by import, and stand in the register as lacking documentation. One that was removed comes back as it was.
  if new.status in ('in_operation', 'evaluated')
    and (case tg_op
      when 'INSERT' then core.asks_as_audience()
        and new.status is distinct from (select h.before ->> 'status' from core.history h where h.object_id = new.id order by h.entry desc limit 1)
      else old.status not in ('in_operation', 'evaluated') end)
    and not core.is_documented(new)
  then
    raise exception 'a camera is put in operation when a signed dossier is about it as it is'
      using errcode = 'check_violation', constraint = 'camera_documented', column = 'status', table = 'camera_sites';
  end if;
  return new;
end
$$;
comment on function core.guard_camera() is 'Trigger: no camera is put in operation before a dossier about it is signed, and none that has one is removed before its time.';
create trigger b_surveillance before insert or update or delete on core.camera_sites for each row execute function core.guard_camera();

-- The register of surveillance.

create view core.camera_register as
  select c.id, c.title, c.status, c.camera_type, c.geom, c.purpose, c.weekdays, c.hours_from, c.hours_to, c.storage_days, c.sound, c.contact, c.responsible,
    case when c.status in ('in_operation', 'evaluated', 'ended') then coalesce(
      (select (min(h.at) at time zone 'Europe/Stockholm')::date from core.history h
        where h.object_id = c.id and h.layer = 'camera_sites' and h.op = 'update' and h.after ->> 'status' = 'in_operation' and h.before ->> 'status' <> 'in_operation'),
      c.completed_on, c.starts_on) end as started_on,
    (e.at at time zone 'Europe/Stockholm')::date as ended_on,
    ((e.at + interval '5 years') at time zone 'Europe/Stockholm')::date as kept_until,
    d.version as dossier_version, d.signed_by_name, d.signed_title, d.signed_at, d.sha256, d.area, (d.figures ->> 'homes')::integer as homes,
    coalesce(d.surveillance = core.surveillance_of(c), false) as documented,
    m.at as decided_at, m.reference as decision_reference, m.body as decision_body, c.demo
  from core.camera_sites c
  cross join lateral (
    -- As core.ended_at, written out: a view reads with the owner's eyes, a function in it with the caller's.
    select case when c.status = 'ended' then coalesce(
      (select max(h.at) from core.history h
        where h.object_id = c.id and h.layer = 'camera_sites' and h.after ->> 'status' = 'ended' and h.before ->> 'status' is distinct from 'ended'),
      c.updated_at) end as at
  ) e
  left join lateral (select * from core.dossiers s where s.object_id = c.id and s.state = 'signed' order by s.version desc limit 1) d on true
  left join lateral (select * from core.decisions s where s.object_id = c.id and s.to_status = 'decided' order by s.version desc limit 1) m on true
  where c.status in ('decided', 'ordered', 'built', 'in_operation', 'evaluated')
    or (c.status = 'ended' and e.at > now() - interval '5 years');
comment on view core.camera_register is 'Every camera from its decision until five years after its end, with its documentation.';

do $$
declare
  s text;
begin
  foreach s in array array['public_map', 'reporter', 'admin'] loop
    execute format($view$
      create view %I.camera_register with (security_barrier) as
        select id, title, status, camera_type, geom, purpose, weekdays, hours_from, hours_to, storage_days, sound, contact, started_on, ended_on, kept_until, demo
        from core.camera_register
      $view$, s);
  end loop;
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %I.camera_register with (security_barrier) as
        select id, title, status, camera_type, geom, purpose, weekdays, hours_from, hours_to, storage_days, sound, contact, started_on, ended_on, kept_until, demo,
          responsible, dossier_version, signed_by_name, signed_title, signed_at, sha256, area, homes, documented, decided_at, decision_reference, decision_body
        from core.camera_register
      $view$, s);
    execute format($view$
      create view %1$I.decisions with (security_barrier) as
        select id, layer, object_id, version, from_status, to_status, text, reference, body, account, by_name, at
        from core.decisions where core.sees_object(%1$L, layer, object_id)
        with local check option
      $view$, s);
    execute format($view$
      create view %1$I.dossiers with (security_barrier) as
        select d.object_id, d.version, d.revision, d.state, d.sections, d.composed, d.figures, d.area, d.picture, d.surveillance, d.run, d.created_at, d.updated_at,
          d.updated_by, d.updated_by_name, d.signed_by, d.signed_by_name, d.signed_title, d.signed_at, d.previous_sha256, d.sha256
        from core.dossiers d where core.sees_object(%1$L, 'camera_sites', d.object_id)
        with local check option
      $view$, s);
    execute format($view$
      create view %1$I.camera_documentation with (security_barrier) as
        select c.id, core.surveillance_of(c) as surveillance, coalesce((
          select d.surveillance = core.surveillance_of(c) from core.dossiers d
          where d.object_id = c.id and d.state = 'signed' order by d.version desc limit 1), false) as documented
        from core.camera_sites c where core.sees_object(%1$L, 'camera_sites', c.id)
      $view$, s);
    execute format('comment on view %I.decisions is %L', s, 'Decisions about the measures one sees.');
    execute format('comment on view %I.dossiers is %L', s, 'Dossiers of the cameras one sees.');
    execute format('comment on view %I.camera_documentation is %L', s, 'What of a camera its dossier stands and falls with, and whether a signed one is about it as it is.');
    execute format('grant select, insert (id, layer, object_id, to_status, text, reference, body) on %I.decisions to %I', s, 'app_' || s);
    execute format('grant select on %I.dossiers, %I.camera_documentation to %I', s, s, 'app_' || s);
  end loop;
  foreach s in array array['public', 'reporter', 'planner', 'police', 'admin'] loop
    execute format('comment on view %I.camera_register is %L', case s when 'public' then 'public_map' else s end, 'The register of camera surveillance.');
    execute format('grant select on %I.camera_register to %I', case s when 'public' then 'public_map' else s end, 'app_' || s);
  end loop;
end
$$;
-- The police read: planners answer for the cameras of the municipality.
grant insert (object_id, sections, composed, figures, area, picture, surveillance, run),
  update (sections, composed, figures, area, picture, surveillance, run, state, signed_title)
  on planner.dossiers to app_planner;

revoke execute on function core.actor_decides(), core.keep_decision(), core.check_decision(), core.keep_dossier(), core.drop_dossier_run(),
  core.notify_dossier(), core.guard_camera(), core.is_documented(core.camera_sites), core.ended_at(core.camera_sites) from public;
