-- Promises to residents (medborgarlöften): by year under an agreement of municipality and police, how they go, and what came of them.
-- Nobody's name is kept in these tables: who wrote what stands in the audit trail alone.

create table core.commitment_agreements (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 160) check (btrim(title) <> ''),
  parties text[] not null check (cardinality(parties) between 2 and 10 and array_position(parties, null) is null and length(array_to_string(parties, '')) <= 1000),
  from_on date not null check (from_on between '1990-01-01' and '2100-12-31'),
  to_on date not null check (to_on between '1990-01-01' and '2100-12-31'),
  reference text check (length(reference) between 1 and 300),
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint agreement_period check (to_on > from_on and to_on < from_on + interval '4 years')
);
comment on table core.commitment_agreements is 'Cooperation agreements (samverkansöverenskommelser) that promises are made under.';
comment on column core.commitment_agreements.id is 'Names the agreement.';
comment on column core.commitment_agreements.title is 'What it is called.';
comment on column core.commitment_agreements.parties is 'Who has made it: municipality, police area; no persons.';
comment on column core.commitment_agreements.from_on is 'First day it holds.';
comment on column core.commitment_agreements.to_on is 'Last day it holds.';
comment on column core.commitment_agreements.reference is 'Case number or where it can be read.';
comment on column core.commitment_agreements.version is 'Rises by one with each change.';
comment on column core.commitment_agreements.demo is 'Demonstration data.';
comment on column core.commitment_agreements.created_at is 'Created.';
comment on column core.commitment_agreements.updated_at is 'Last changed.';

create table core.commitments (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references core.commitment_agreements,
  year integer not null check (year between 1990 and 2100),
  number integer not null check (number between 1 and 99),
  title text not null check (length(title) between 1 and 120) check (btrim(title) <> ''),
  text text not null check (length(text) between 1 and 4000) check (btrim(text) <> ''),
  why text check (length(why) between 1 and 4000),
  owner text not null default 'both' check (owner in ('municipality', 'police', 'both')),
  state text not null default 'draft' check (state in ('draft', 'published', 'evaluated')),
  published_on date,
  status text not null default 'not_begun' check (status in ('not_begun', 'on_way', 'at_risk', 'kept', 'partly_kept', 'not_kept')),
  status_on date,
  indicator text check (length(indicator) between 1 and 200),
  unit text check (length(unit) between 1 and 40),
  direction text not null default 'down' check (direction in ('up', 'down')),
  base_value double precision check (abs(base_value) <= 1e12),
  base_on date check (base_on between '1990-01-01' and '2100-12-31'),
  target_value double precision check (abs(target_value) <= 1e12),
  target_on date check (target_on between '1990-01-01' and '2100-12-31'),
  evaluation text check (length(evaluation) between 1 and 8000),
  result text check (result in ('kept', 'partly_kept', 'not_kept')),
  evaluated_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint commitment_number unique (year, number),
  constraint commitment_base check ((base_value is null) = (base_on is null)),
  constraint commitment_target check ((target_value is null) = (target_on is null)),
  constraint commitment_target_later check (target_on > base_on),
  constraint commitment_direction check (case direction when 'up' then target_value > base_value else target_value < base_value end),
  constraint commitment_evaluation check ((evaluation is null) = (result is null))
);
create index commitments_agreement on core.commitments (agreement);
comment on table core.commitments is 'Promises to residents, each of a year. Seen by all once published; closed to change once evaluated and signed by both parties.';
comment on column core.commitments.id is 'Names the promise.';
comment on column core.commitments.agreement is 'The agreement it is made under.';
comment on column core.commitments.year is 'The year it is made for.';
comment on column core.commitments.number is 'Its number among the promises of the year.';
comment on column core.commitments.title is 'What it is about, in a few words.';
comment on column core.commitments.text is 'What is promised.';
comment on column core.commitments.why is 'Why, in words. What it rests on is beside it.';
comment on column core.commitments.owner is 'Who keeps it: municipality, police or both.';
comment on column core.commitments.state is 'draft: for staff alone. published. evaluated: signed and closed.';
comment on column core.commitments.published_on is 'The day it was published.';
comment on column core.commitments.status is 'How it goes: that of its newest line, and once evaluated its result.';
comment on column core.commitments.status_on is 'The day of that.';
comment on column core.commitments.indicator is 'What is measured to know.';
comment on column core.commitments.unit is 'Unit of the indicator.';
comment on column core.commitments.direction is 'Whether the indicator is to go up or down.';
comment on column core.commitments.base_value is 'The indicator where one began.';
comment on column core.commitments.base_on is 'When that was.';
comment on column core.commitments.target_value is 'What the indicator is to be.';
comment on column core.commitments.target_on is 'When it is to be that.';
comment on column core.commitments.evaluation is 'What came of it, at the end of the year.';
comment on column core.commitments.result is 'kept, partly_kept or not_kept.';
comment on column core.commitments.evaluated_on is 'The day both parties had signed.';
comment on column core.commitments.version is 'Rises by one with each change of it or of what hangs on it.';
comment on column core.commitments.demo is 'Demonstration data.';
comment on column core.commitments.created_at is 'Created.';
comment on column core.commitments.updated_at is 'Last changed.';

create table core.commitment_texts (
  nth bigint generated always as identity primary key,
  commitment uuid not null references core.commitments on delete cascade,
  until_on date not null,
  title text not null,
  text text not null,
  why text,
  goal jsonb not null check (jsonb_typeof(goal) = 'object')
);
create index commitment_texts_commitment on core.commitment_texts (commitment, nth);
comment on table core.commitment_texts is 'What a published promise said before it was changed: written by the database, read by all.';
comment on column core.commitment_texts.nth is 'Order of writing.';
comment on column core.commitment_texts.commitment is 'The promise; what it said goes with it.';
comment on column core.commitment_texts.until_on is 'The day it was changed.';
comment on column core.commitment_texts.title is 'What it was called.';
comment on column core.commitment_texts.text is 'What was promised.';
comment on column core.commitment_texts.why is 'Why, as it was said then.';
comment on column core.commitment_texts.goal is 'Indicator, base and target as they were: {indicator, unit, baseValue, baseOn, targetValue, targetOn}.';

create table core.commitment_grounds (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references core.commitments on delete cascade,
  nth integer not null check (nth between 0 and 99),
  kind text not null check (kind in ('dialogue', 'survey', 'picture', 'other')),
  title text not null check (length(title) between 1 and 200) check (btrim(title) <> ''),
  text text check (length(text) between 1 and 2000),
  source text check (length(source) between 1 and 300),
  layer text check (layer ~ '^[a-z][a-z0-9_]{0,62}$'),
  object_id uuid,
  constraint ground_link check ((layer is null) = (object_id is null))
);
create index commitment_grounds_commitment on core.commitment_grounds (commitment, nth);
comment on table core.commitment_grounds is 'What a promise rests on: dialogues, surveys, pictures, other sources.';
comment on column core.commitment_grounds.id is 'Names the ground.';
comment on column core.commitment_grounds.commitment is 'The promise; its grounds go with it.';
comment on column core.commitment_grounds.nth is 'Order.';
comment on column core.commitment_grounds.kind is 'dialogue, survey, picture, other.';
comment on column core.commitment_grounds.title is 'What it is.';
comment on column core.commitment_grounds.text is 'What it says. No personal data.';
comment on column core.commitment_grounds.source is 'Where it comes from.';
comment on column core.commitment_grounds.layer is 'Layer of the object it is about, where it is one on the map.';
comment on column core.commitment_grounds.object_id is 'The object; it may be gone. Who does not see it does not see the ground.';

create table core.commitment_activities (
  id uuid primary key default gen_random_uuid(),
  commitment uuid not null references core.commitments on delete cascade,
  nth integer not null check (nth between 0 and 99),
  title text not null check (length(title) between 1 and 300) check (btrim(title) <> ''),
  who text check (length(who) between 1 and 200),
  due_on date check (due_on between '1990-01-01' and '2100-12-31'),
  done_on date check (done_on between '1990-01-01' and '2100-12-31'),
  place text check (length(place) between 1 and 200)
);
create index commitment_activities_commitment on core.commitment_activities (commitment, nth);
comment on table core.commitment_activities is 'What is done to keep a promise.';
comment on column core.commitment_activities.id is 'Names the activity.';
comment on column core.commitment_activities.commitment is 'The promise; its activities go with it.';
comment on column core.commitment_activities.nth is 'Order.';
comment on column core.commitment_activities.title is 'What is done.';
comment on column core.commitment_activities.who is 'By whom: a unit or role, not a person.';
comment on column core.commitment_activities.due_on is 'When it is to be done.';
comment on column core.commitment_activities.done_on is 'When it was done; null before.';
comment on column core.commitment_activities.place is 'Where, in words.';

create table core.commitment_measures (
  commitment uuid not null references core.commitments on delete cascade,
  layer text not null check (layer ~ '^[a-z][a-z0-9_]{0,62}$'),
  object_id uuid not null,
  primary key (commitment, object_id)
);
create index commitment_measures_object on core.commitment_measures (object_id);
comment on table core.commitment_measures is 'Which objects on the map serve which promises. Only objects of layers that the public has.';
comment on column core.commitment_measures.commitment is 'The promise; its links go with it.';
comment on column core.commitment_measures.layer is 'Layer of the object.';
comment on column core.commitment_measures.object_id is 'The object; it may be gone. Who does not see it does not see the link.';

create table core.commitment_readings (
  commitment uuid not null references core.commitments on delete cascade,
  read_on date not null check (read_on between '1990-01-01' and '2100-12-31'),
  value double precision not null check (abs(value) <= 1e12),
  note text check (length(note) between 1 and 300),
  primary key (commitment, read_on)
);
comment on table core.commitment_readings is 'Readings of a promise''s indicator over time.';
comment on column core.commitment_readings.commitment is 'The promise; its readings go with it.';
comment on column core.commitment_readings.read_on is 'The day it is about.';
comment on column core.commitment_readings.value is 'The indicator, in the promise''s unit.';
comment on column core.commitment_readings.note is 'Where it comes from, or what to think of it.';

create table core.commitment_statuses (
  nth bigint generated always as identity primary key,
  commitment uuid not null references core.commitments on delete cascade,
  on_day date not null check (on_day between '1990-01-01' and '2100-12-31'),
  status text not null check (status in ('not_begun', 'on_way', 'at_risk', 'kept', 'partly_kept', 'not_kept')),
  text text not null check (length(text) between 1 and 1000) check (btrim(text) <> '')
);
create index commitment_statuses_commitment on core.commitment_statuses (commitment, on_day, nth);
comment on table core.commitment_statuses is 'How a promise goes, a line at a time, with why. Append-only.';
comment on column core.commitment_statuses.nth is 'Order of writing.';
comment on column core.commitment_statuses.commitment is 'The promise; its lines go with it.';
comment on column core.commitment_statuses.on_day is 'The day it is about.';
comment on column core.commitment_statuses.status is 'How it went then.';
comment on column core.commitment_statuses.text is 'Why. No personal data.';

create table core.commitment_signatures (
  commitment uuid not null references core.commitments on delete cascade,
  party text not null check (party in ('municipality', 'police')),
  role text not null check (length(role) between 1 and 120) check (btrim(role) <> ''),
  signed_on date not null,
  primary key (commitment, party)
);
comment on table core.commitment_signatures is 'Who has signed a promise''s evaluation: a role of each party. With both it is closed.';
comment on column core.commitment_signatures.commitment is 'The promise; its signatures go with it.';
comment on column core.commitment_signatures.party is 'municipality or police.';
comment on column core.commitment_signatures.role is 'The signer''s role, not a name: that stands in the audit trail.';
comment on column core.commitment_signatures.signed_on is 'The day.';

-- Rules.

create function core.today() returns date
language sql stable set search_path = pg_catalog, pg_temp as $$ select (now() at time zone 'Europe/Stockholm')::date $$;
comment on function core.today() is 'The day it is in Sweden.';

create function core.audience_role() returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case current_setting('role') when 'none' then session_user::text else current_setting('role') end
$$;
comment on function core.audience_role() is 'Which role the transaction is of, also inside what runs with the owner''s rights.';

create function core.public_sees(layer text, object uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, core, public, pg_temp as $$
begin
  return core.sees_object('public_map', layer, object);
end
$$;
comment on function core.public_sees(text, uuid) is 'Whether everybody sees an object; staff are told what of a promise is shown.';

create function core.claim_commitment(commitment uuid, seen integer) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  found_now core.commitments;
begin
  select * into found_now from core.commitments c where c.id = commitment for update;
  if not found then
    return 'none';
  end if;
  if found_now.state = 'evaluated' then
    return 'closed';
  end if;
  if found_now.version <> seen then
    return 'stale';
  end if;
  update core.commitments c set version = c.version + 1, updated_at = now() where c.id = commitment;
  return 'claimed';
end
$$;
comment on function core.claim_commitment(uuid, integer) is 'Before a change of a promise or of what hangs on it: holds it until the transaction ends and counts the version. none, closed, stale or claimed.';

create function core.keep_agreement() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if not core.asks_as_audience() then
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := now();
  else
    new.version := old.version + 1;
    new.created_at := old.created_at;
    if exists (
      select from core.commitments c
      where c.agreement = new.id and c.year not between extract(year from new.from_on) and extract(year from new.to_on)
    ) then
      raise exception 'a promise under it is of another year' using errcode = 'check_violation', constraint = 'agreement_years', column = 'to_on', table = 'commitment_agreements';
    end if;
  end if;
  new.updated_at := now();
  return new;
end
$$;
comment on function core.keep_agreement() is 'Trigger: counts versions, and keeps the years of the promises within the agreement.';
create trigger a_keep before insert or update on core.commitment_agreements for each row execute function core.keep_agreement();

create function core.keep_commitment() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  signed integer;
begin
  if not core.asks_as_audience() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'what was promised is not removed' using errcode = 'check_violation', constraint = 'commitment_kept', table = 'commitments';
    end if;
    return old;
  end if;
  if not exists (
    select from core.commitment_agreements a
    where a.id = new.agreement and new.year between extract(year from a.from_on) and extract(year from a.to_on)
  ) then
    raise exception 'the agreement is of other years' using errcode = 'check_violation', constraint = 'commitment_year', column = 'year', table = 'commitments';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a promise begins as a draft' using errcode = 'check_violation', constraint = 'commitment_step', column = 'state', table = 'commitments';
    end if;
    new.version := 1;
    new.created_at := now();
    new.updated_at := now();
    return new;
  end if;
  if old.state = 'evaluated' then
    raise exception 'it is evaluated and closed' using errcode = 'check_violation', constraint = 'commitment_closed', table = 'commitments';
  end if;
  if old.state <> 'draft' and (new.year, new.number) is distinct from (old.year, old.number) then
    raise exception 'a published promise keeps its year and number' using errcode = 'check_violation', constraint = 'commitment_address', column = 'number', table = 'commitments';
  end if;
  if new.state is distinct from old.state then
    select count(*) into signed from core.commitment_signatures s where s.commitment = new.id;
    if (old.state, new.state) = ('draft', 'published') then
      new.published_on := core.today();
    elsif (old.state, new.state) = ('published', 'evaluated') and signed = 2 then
      new.evaluated_on := core.today();
      new.status := new.result;
      new.status_on := core.today();
    else
      raise exception 'a promise cannot go from % to %', old.state, new.state
        using errcode = 'check_violation', constraint = 'commitment_step', column = 'state', table = 'commitments';
    end if;
  end if;
  if new.evaluation is distinct from old.evaluation or new.result is distinct from old.result then
    if new.evaluation is not null and new.state <> 'published' then
      raise exception 'what is not published is not evaluated' using errcode = 'check_violation', constraint = 'commitment_unpublished', column = 'evaluation', table = 'commitments';
    end if;
    -- What was signed was another text.
    delete from core.commitment_signatures s where s.commitment = new.id;
  end if;
  if old.state = 'published' and (
    (new.title, new.text, new.why, new.indicator, new.unit, new.base_value, new.base_on, new.target_value, new.target_on)
      is distinct from (old.title, old.text, old.why, old.indicator, old.unit, old.base_value, old.base_on, old.target_value, old.target_on)
  ) then
    insert into core.commitment_texts (commitment, until_on, title, text, why, goal)
    values (old.id, core.today(), old.title, old.text, old.why, jsonb_build_object('indicator', old.indicator, 'unit', old.unit,
      'baseValue', old.base_value, 'baseOn', old.base_on, 'targetValue', old.target_value, 'targetOn', old.target_on));
  end if;
  return new;
end
$$;
comment on function core.keep_commitment() is 'Trigger: holds the steps of a promise, keeps what it said before, and closes it once evaluated.';
create trigger a_keep before insert or update or delete on core.commitments for each row execute function core.keep_commitment();

create function core.keep_commitment_part() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  row_now constant jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  parent core.commitments;
  there boolean := false;
begin
  if not core.asks_as_audience() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  select * into parent from core.commitments c where c.id = (row_now ->> 'commitment')::uuid;
  if parent.state = 'evaluated' then
    raise exception 'it is evaluated and closed' using errcode = 'check_violation', constraint = 'commitment_closed', table = tg_table_name;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row_now ->> 'layer' is not null then
    if to_regclass(format('public_map.%I', row_now ->> 'layer')) is not null and exists (
      select from pg_attribute a where a.attrelid = to_regclass(format('core.%I', row_now ->> 'layer')) and a.attname = 'geom'
    ) then
      execute format('select exists (select from core.%I o where o.id = $1)', row_now ->> 'layer') into there using (row_now ->> 'object_id')::uuid;
    end if;
    if not there then
      raise exception 'there is no such object that the public may see' using errcode = 'check_violation', constraint = 'commitment_object', table = tg_table_name;
    end if;
  end if;
  if tg_table_name = 'commitment_statuses' and core.audience_role() = 'app_police' and parent.owner = 'municipality' then
    raise exception 'the police say how their own promises go' using errcode = 'insufficient_privilege', table = tg_table_name;
  end if;
  return new;
end
$$;
comment on function core.keep_commitment_part() is 'Trigger: what hangs on an evaluated promise does not change, objects are such as the public may see, and the police say how their own promises go.';

create function core.take_commitment_status() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.asks_as_audience() then
    update core.commitments c set status = s.status, status_on = s.on_day
    from (select * from core.commitment_statuses l where l.commitment = new.commitment order by l.on_day desc, l.nth desc limit 1) s
    where c.id = new.commitment;
  end if;
  return null;
end
$$;
comment on function core.take_commitment_status() is 'Trigger: a promise goes as its newest line says.';
create trigger b_take after insert on core.commitment_statuses for each row execute function core.take_commitment_status();

create function core.keep_commitment_signature() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  parent core.commitments;
begin
  if not core.asks_as_audience() then
    return new;
  end if;
  new.party := case core.audience_role() when 'app_police' then 'police' else 'municipality' end;
  new.signed_on := core.today();
  select * into parent from core.commitments c where c.id = new.commitment for update;
  if parent.evaluation is null then
    raise exception 'there is no evaluation to sign' using errcode = 'check_violation', constraint = 'commitment_no_evaluation', column = 'evaluation', table = 'commitments';
  end if;
  if core.today() < make_date(parent.year, 12, 1) then
    raise exception 'the year is not over' using errcode = 'check_violation', constraint = 'commitment_too_early', column = 'role', table = 'commitments';
  end if;
  return new;
end
$$;
comment on function core.keep_commitment_signature() is 'Trigger: each party signs for itself, what there is to sign, from December of the year.';
create trigger b_keep before insert on core.commitment_signatures for each row execute function core.keep_commitment_signature();

create function core.close_commitment() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.asks_as_audience() and (select count(*) from core.commitment_signatures s where s.commitment = new.commitment) = 2 then
    update core.commitments c set state = 'evaluated' where c.id = new.commitment;
  end if;
  return null;
end
$$;
comment on function core.close_commitment() is 'Trigger: with both signatures the promise is closed.';
create trigger c_close after insert on core.commitment_signatures for each row execute function core.close_commitment();

-- As each audience sees them.

do $$
declare
  part text;
  s text;
  seen text;
begin
  foreach part in array array['grounds', 'activities', 'measures', 'readings', 'statuses', 'signatures'] loop
    execute format('create trigger a_keep before insert or update or delete on core.%I for each row execute function core.keep_commitment_part()', 'commitment_' || part);
  end loop;
  foreach s in array array['public_map', 'reporter', 'planner', 'police', 'admin'] loop
    -- Of a draft all but those who work on promises see nothing.
    seen := case when s in ('public_map', 'reporter') then 'exists (select from core.commitments c where c.id = commitment and c.state <> ''draft'')' else 'true' end;
    execute format($view$
      create view %1$I.commitments with (security_barrier) as
        select id, agreement, year, number, title, text, why, owner, state, published_on, status, status_on, indicator, unit, direction,
          base_value, base_on, target_value, target_on, %2$s, evaluated_on, version, demo
        from core.commitments where %3$s
      $view$, s,
      -- What is not signed by both is no evaluation yet.
      case when s in ('public_map', 'reporter') then 'case state when ''evaluated'' then evaluation end as evaluation, case state when ''evaluated'' then result end as result'
        else 'evaluation, result' end,
      case when s in ('public_map', 'reporter') then 'state <> ''draft''' else 'true' end);
    execute format($view$
      create view %1$I.commitment_agreements with (security_barrier) as
        select a.id, a.title, a.parties, a.from_on, a.to_on, a.reference, a.version, a.demo from core.commitment_agreements a where %2$s
      $view$, s, case when s in ('public_map', 'reporter') then 'exists (select from core.commitments c where c.agreement = a.id and c.state <> ''draft'')' else 'true' end);
    execute format('create view %I.commitment_texts with (security_barrier) as
      select nth, commitment, until_on, title, text, why, goal from core.commitment_texts where %s', s, seen);
    execute format('create view %1$I.commitment_grounds with (security_barrier) as
      select id, commitment, nth, kind, title, text, source, layer, object_id%3$s
      from core.commitment_grounds where %2$s and (layer is null or core.sees_object(%1$L, layer, object_id))', s, seen,
      case when seen = 'true' then ', layer is null or core.public_sees(layer, object_id) as shown' else '' end);
    execute format('create view %I.commitment_activities with (security_barrier) as
      select id, commitment, nth, title, who, due_on, done_on, place from core.commitment_activities where %s', s, seen);
    execute format('create view %1$I.commitment_measures with (security_barrier) as
      select commitment, layer, object_id%3$s from core.commitment_measures where %2$s and core.sees_object(%1$L, layer, object_id)', s, seen,
      case when seen = 'true' then ', core.public_sees(layer, object_id) as shown' else '' end);
    execute format('create view %I.commitment_readings with (security_barrier) as
      select commitment, read_on, value, note from core.commitment_readings where %s', s, seen);
    execute format('create view %I.commitment_statuses with (security_barrier) as
      select nth, commitment, on_day, status, text from core.commitment_statuses where %s', s, seen);
    execute format('create view %I.commitment_signatures with (security_barrier) as
      select commitment, party, role, signed_on from core.commitment_signatures where %s', s,
      case when s in ('public_map', 'reporter') then 'exists (select from core.commitments c where c.id = commitment and c.state = ''evaluated'')' else 'true' end);
    execute format('comment on view %I.commitments is %L', s, 'Promises, as far as one may see them.');
    execute format('comment on view %I.commitment_agreements is %L', s, 'The agreements they are made under.');
    execute format('comment on view %I.commitment_texts is %L', s, 'What published promises said before.');
    execute format('comment on view %I.commitment_grounds is %L', s, 'What they rest on, without what is about objects one does not see.');
    execute format('comment on view %I.commitment_activities is %L', s, 'What is done to keep them.');
    execute format('comment on view %I.commitment_measures is %L', s, 'Objects one sees that serve them.');
    execute format('comment on view %I.commitment_readings is %L', s, 'Readings of their indicators.');
    execute format('comment on view %I.commitment_statuses is %L', s, 'How they go.');
    execute format('comment on view %I.commitment_signatures is %L', s, 'Who has signed their evaluations.');
    execute format('grant select on %1$I.commitments, %1$I.commitment_agreements, %1$I.commitment_texts, %1$I.commitment_grounds,
      %1$I.commitment_activities, %1$I.commitment_measures, %1$I.commitment_readings, %1$I.commitment_statuses, %1$I.commitment_signatures to %2$I',
      s, 'app_' || case s when 'public_map' then 'public' else s end);
  end loop;
  foreach s in array array['planner', 'admin'] loop
    execute format('grant delete, insert (id, title, parties, from_on, to_on, reference), update (title, parties, from_on, to_on, reference)
      on %I.commitment_agreements to %I', s, 'app_' || s);
    execute format('grant delete,
      insert (id, agreement, year, number, title, text, why, owner, indicator, unit, direction, base_value, base_on, target_value, target_on),
      update (agreement, year, number, title, text, why, owner, indicator, unit, direction, base_value, base_on, target_value, target_on, state, evaluation, result)
      on %I.commitments to %I', s, 'app_' || s);
    execute format('grant delete, insert on %1$I.commitment_grounds, %1$I.commitment_activities, %1$I.commitment_measures, %1$I.commitment_readings to %2$I', s, 'app_' || s);
  end loop;
  foreach s in array array['planner', 'police', 'admin'] loop
    execute format('create function %I.claim_commitment(commitment uuid, seen integer) returns text
      language sql security definer set search_path = pg_catalog, core, pg_temp as ''select core.claim_commitment(commitment, seen)''', s);
    execute format('comment on function %I.claim_commitment(uuid, integer) is %L', s, 'Before a change of a promise or of what hangs on it: none, closed, stale or claimed.');
    execute format('revoke execute on function %I.claim_commitment(uuid, integer) from public', s);
    execute format('grant insert (commitment, on_day, status, text) on %I.commitment_statuses to %I', s, 'app_' || s);
    execute format('grant insert (commitment, role) on %I.commitment_signatures to %I', s, 'app_' || s);
    execute format('grant execute on function %I.claim_commitment(uuid, integer), core.public_sees(text, uuid) to %I', s, 'app_' || s);
  end loop;
end
$$;
grant execute on function core.sees_object(text, text, uuid) to app_public, app_reporter, app_admin;

revoke execute on function core.today(), core.audience_role(), core.public_sees(text, uuid), core.claim_commitment(uuid, integer),
  core.keep_agreement(), core.keep_commitment(), core.keep_commitment_part(), core.take_commitment_status(),
  core.keep_commitment_signature(), core.close_commitment() from public;
