-- Presence that was: what the police were in a zone for, and when. And what a zone rests on, and what a guard's permit allows.

-- Patrol zones.

alter table core.patrol_zones add column basis text check (length(basis) between 1 and 2000);
comment on column core.patrol_zones.basis is 'Basis. What the zone rests on: the analysis it was proposed from, with its selection and its figures. No personal data.';
select core.show_drafts('patrol_zones', 'police', array[
  'title', 'presence', 'status', 'plan_id', 'responsible', 'unit', 'basis', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek', 'demo',
  'created_at', 'updated_at'
]);
select core.let_edit('patrol_zones', 'police');

-- What a permit for guards allows, beside the hours they serve.

alter table core.guard_zones
  add column permit_weekdays smallint[] check (core.are_weekdays(permit_weekdays)),
  add column permit_from text check (core.is_hour(permit_from)),
  add column permit_to text check (core.is_hour(permit_to)),
  add constraint permit_hours_together check ((permit_from is null) = (permit_to is null));
comment on column core.guard_zones.permit_weekdays is 'Weekdays of the permit. ISO 1 to 7, Monday first; none are all.';
comment on column core.guard_zones.permit_from is 'Permit from. HH:MM, local time; without one the permit names no hours.';
comment on column core.guard_zones.permit_to is 'Permit until. HH:MM, local time.';

drop view planner.guard_zones, police.guard_zones, reporter.guard_zones;
select core.show_layer('guard_zones', 'reporter', array[
  'title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'permit_weekdays', 'permit_from', 'permit_to',
  'weekdays', 'hours_from', 'hours_to', 'responsible', 'contact', 'public_text', 'demo'
]);
select core.show_layer('guard_zones', s, array[
  'title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'permit_weekdays', 'permit_from', 'permit_to',
  'weekdays', 'hours_from', 'hours_to', 'guards', 'responsible', 'contact', 'public_text', 'internal_text', 'demo',
  'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('guard_zones', 'planner');

-- The log of presence.

create table core.presence_log (
  id uuid primary key default gen_random_uuid(),
  zone_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  presence text not null check (presence in ('visible', 'targeted')),
  officers smallint check (officers between 1 and 200),
  note text check (length(note) between 1 and 1000),
  account text not null,
  by_name text not null,
  demo boolean not null default false,
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_why text check (length(withdrawn_why) between 1 and 300) check (btrim(withdrawn_why) <> ''),
  constraint presence_span check (to_at > from_at and to_at <= from_at + interval '24 hours'),
  constraint withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_why) in (0, 4))
);
create index presence_log_zone on core.presence_log (zone_id, from_at);
create index presence_log_time on core.presence_log (from_at);
comment on table core.presence_log is 'When the police were in a patrol zone. Append-only: what was wrong is withdrawn, and stays as withdrawn.';
comment on column core.presence_log.id is 'Names the entry; made where it is written, so that it is written once.';
comment on column core.presence_log.zone_id is 'The patrol zone; it may be gone.';
comment on column core.presence_log.from_at is 'From when they were there.';
comment on column core.presence_log.to_at is 'Until when; at most a day later.';
comment on column core.presence_log.presence is 'Kind of presence. visible, targeted.';
comment on column core.presence_log.officers is 'How many they were.';
comment on column core.presence_log.note is 'What is worth knowing. No personal data.';
comment on column core.presence_log.account is 'Account that wrote it.';
comment on column core.presence_log.by_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.presence_log.demo is 'Demonstration data.';
comment on column core.presence_log.at is 'When it was written.';
comment on column core.presence_log.withdrawn_at is 'When it was withdrawn; it counts no longer.';
comment on column core.presence_log.withdrawn_by is 'Account that withdrew it.';
comment on column core.presence_log.withdrawn_by_name is 'Name of that account then; a pseudonym once it is erased.';
comment on column core.presence_log.withdrawn_why is 'Why it was withdrawn. No personal data.';

create function core.keep_presence() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  zone core.patrol_zones;
  names constant text[] := array['by_name', 'withdrawn_by_name'];
  withdrawal constant text[] := array['withdrawn_at', 'withdrawn_by', 'withdrawn_by_name', 'withdrawn_why'];
begin
  if tg_op = 'DELETE' then
    if core.asks_as_audience() then
      raise exception 'the log of presence is append-only' using errcode = 'insufficient_privilege', table = 'presence_log';
    end if;
    return old;
  end if;
  if not core.asks_as_audience() then
    -- The owner's jobs: the demonstration, and the name of an account that is erased.
    if tg_op = 'UPDATE' and to_jsonb(new) - names <> to_jsonb(old) - names then
      raise exception 'the log of presence is append-only' using errcode = 'insufficient_privilege', table = 'presence_log';
    end if;
    return new;
  end if;
  if core.actor_account() is null then
    raise exception 'presence is logged by a person' using errcode = 'insufficient_privilege', table = 'presence_log';
  end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - withdrawal <> to_jsonb(old) - withdrawal or new.withdrawn_why is null then
      raise exception 'the log of presence is append-only' using errcode = 'insufficient_privilege', table = 'presence_log';
    end if;
    if old.withdrawn_at is not null then
      raise exception 'the entry is withdrawn already' using errcode = 'check_violation', constraint = 'presence_withdrawn', table = 'presence_log';
    end if;
    if old.account <> current_setting('app.actor_id') and not core.actor_decides() then
      raise exception 'an entry is withdrawn by who wrote it, or who decides' using errcode = 'insufficient_privilege', table = 'presence_log';
    end if;
    new.withdrawn_at := now();
    new.withdrawn_by := current_setting('app.actor_id');
    new.withdrawn_by_name := current_setting('app.actor_name');
    return new;
  end if;
  select * into zone from core.patrol_zones z where z.id = new.zone_id;
  if zone.id is null then
    raise exception 'presence is in a patrol zone' using errcode = 'foreign_key_violation', constraint = 'presence_zone', column = 'zone', table = 'presence_log';
  end if;
  if new.to_at > now() + interval '15 minutes' or new.from_at < now() - interval '1 year' then
    raise exception 'presence has been, within a year' using errcode = 'check_violation', constraint = 'presence_past', column = 'to', table = 'presence_log';
  end if;
  new.account := current_setting('app.actor_id');
  new.by_name := current_setting('app.actor_name');
  new.demo := zone.demo;
  new.at := now();
  return new;
end
$$;
comment on function core.keep_presence() is 'Trigger: writes down who logged and withdrew; nothing else of an entry ever changes, and what is logged has been.';
create trigger keep before insert or update or delete on core.presence_log for each row execute function core.keep_presence();
revoke truncate on core.presence_log from public;

create view police.presence_log with (security_barrier) as
  select p.id, p.zone_id, p.from_at, p.to_at, p.presence, p.officers, p.note, p.account, p.by_name, p.at,
    p.withdrawn_at, p.withdrawn_by_name, p.withdrawn_why
  from core.presence_log p where core.sees_object('police', 'patrol_zones', p.zone_id)
  with local check option;
comment on view police.presence_log is 'When the police were in the patrol zones one sees.';
grant select, insert (id, zone_id, from_at, to_at, presence, officers, note), update (withdrawn_why) on police.presence_log to app_police;

revoke execute on function core.keep_presence() from public;
