-- Problems that police and municipality work on together, what they rest on, what is done about them, and joint operations.

create table core.problems (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 120) check (btrim(title) <> ''),
  description text check (length(description) between 1 and 8000),
  kind text not null check (kind in ('narcotics', 'violence', 'theft', 'damage', 'disorder', 'youth', 'traffic', 'insecurity', 'other')),
  geom geometry(Geometry, 4326) check (GeometryType(geom) in ('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  place text check (length(place) between 1 and 200),
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  affected text check (length(affected) between 1 and 2000),
  causes text[] not null default '{}' check (cardinality(causes) <= 20 and array_position(causes, null) is null and length(array_to_string(causes, '')) <= 8000),
  goal text check (length(goal) between 1 and 2000),
  indicator text check (length(indicator) between 1 and 300),
  unit text check (length(unit) between 1 and 40),
  base_value double precision check (abs(base_value) <= 1e12),
  base_on date check (base_on between '1990-01-01' and '2100-12-31'),
  target_value double precision check (abs(target_value) <= 1e12),
  target_on date check (target_on between '1990-01-01' and '2100-12-31'),
  responsible text check (length(responsible) between 1 and 200),
  state text not null default 'draft' check (state in ('draft', 'adopted', 'followed_up', 'closed')),
  adopted_on date check (adopted_on between '1990-01-01' and '2100-12-31'),
  adopted_by text check (length(adopted_by) between 1 and 200),
  reviewed_on date check (reviewed_on between '1990-01-01' and '2100-12-31'),
  outcome text check (length(outcome) between 1 and 4000),
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hours_together check ((hours_from is null) = (hours_to is null)),
  constraint problem_base check ((base_value is null) = (base_on is null)),
  constraint problem_target check ((target_value is null) = (target_on is null)),
  constraint problem_target_later check (target_on > base_on)
);
create index problems_geom on core.problems using gist (geom) where geom is not null;
comment on table core.problems is 'Problems of the local picture (act 2023:196): what it is, why, what is to be reached, how it goes.';
comment on column core.problems.id is 'Names the problem.';
comment on column core.problems.title is 'What it is called, such as "Young people and narcotics in the centre".';
comment on column core.problems.description is 'What happens. No personal data.';
comment on column core.problems.kind is 'narcotics, violence, theft, damage, disorder, youth, traffic, insecurity, other.';
comment on column core.problems.geom is 'Where: Point, LineString, Polygon, MultiPolygon, degrees WGS84. Null for the whole municipality.';
comment on column core.problems.place is 'The same in words.';
comment on column core.problems.weekdays is 'On which weekdays. ISO 1 to 7, Monday first.';
comment on column core.problems.hours_from is 'From. HH:MM, local time.';
comment on column core.problems.hours_to is 'Until. A time before the start is on the next day. HH:MM, local time.';
comment on column core.problems.affected is 'Who is affected: groups, never persons.';
comment on column core.problems.causes is 'What is taken to cause it, the most important first.';
comment on column core.problems.goal is 'What is to be reached.';
comment on column core.problems.indicator is 'What is measured to know.';
comment on column core.problems.unit is 'Unit of the indicator, such as per cent or events a month.';
comment on column core.problems.base_value is 'The indicator where one began.';
comment on column core.problems.base_on is 'When that was.';
comment on column core.problems.target_value is 'What the indicator is to be.';
comment on column core.problems.target_on is 'When it is to be that.';
comment on column core.problems.responsible is 'Department, unit or role, not a person.';
comment on column core.problems.state is 'draft, adopted, followed_up, closed.';
comment on column core.problems.adopted_on is 'When it was adopted.';
comment on column core.problems.adopted_by is 'By whom: the crime-prevention council or a board, not a person.';
comment on column core.problems.reviewed_on is 'When it was last gone through and held to be right.';
comment on column core.problems.outcome is 'What came of it.';
comment on column core.problems.version is 'Rises by one with each change.';
comment on column core.problems.demo is 'Demonstration data.';
comment on column core.problems.created_at is 'Created.';
comment on column core.problems.updated_at is 'Last changed.';

create table core.problem_readings (
  problem uuid not null references core.problems on delete cascade,
  read_on date not null check (read_on between '1990-01-01' and '2100-12-31'),
  value double precision not null check (abs(value) <= 1e12),
  note text check (length(note) between 1 and 1000),
  account text not null default 'system',
  by_name text not null default 'System',
  at timestamptz not null default now(),
  primary key (problem, read_on)
);
comment on table core.problem_readings is 'Readings of a problem''s indicator over time.';
comment on column core.problem_readings.problem is 'The problem; its readings go with it.';
comment on column core.problem_readings.read_on is 'The day it is about.';
comment on column core.problem_readings.value is 'The indicator, in the problem''s unit.';
comment on column core.problem_readings.note is 'Where it comes from, or what to think of it.';
comment on column core.problem_readings.account is 'Account that wrote it.';
comment on column core.problem_readings.by_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.problem_readings.at is 'When it was written.';

create table core.problem_evidence (
  id uuid primary key default gen_random_uuid(),
  problem uuid not null references core.problems on delete cascade,
  kind text not null check (kind in ('analysis', 'reports', 'observations', 'survey', 'walk', 'picture', 'text')),
  layer text check (layer ~ '^[a-z][a-z0-9_]{0,62}$'),
  object_id uuid,
  title text not null check (length(title) between 1 and 200) check (btrim(title) <> ''),
  text text check (length(text) between 1 and 4000),
  source text check (length(source) between 1 and 300),
  n integer check (n between 0 and 100000000),
  figures jsonb not null default '[]' check (jsonb_typeof(figures) = 'array' and jsonb_array_length(figures) <= 20),
  from_on date,
  to_on date,
  police_only boolean not null default false,
  account text not null default 'system',
  by_name text not null default 'System',
  at timestamptz not null default now(),
  constraint evidence_period check (to_on >= from_on)
);
create index problem_evidence_problem on core.problem_evidence (problem, at);
comment on table core.problem_evidence is 'What a problem rests on: saved results, reports, surveys, walks, words with their source.';
comment on column core.problem_evidence.id is 'Names the evidence.';
comment on column core.problem_evidence.problem is 'The problem; its evidence goes with it.';
comment on column core.problem_evidence.kind is 'analysis, reports, observations, survey, walk, picture, text.';
comment on column core.problem_evidence.layer is 'Layer of the object it is about, where it is about one of a layer.';
comment on column core.problem_evidence.object_id is 'The object, saved result or picture it is about; it may be gone.';
comment on column core.problem_evidence.title is 'What it is. Of what is for the police alone, planners read this too.';
comment on column core.problem_evidence.text is 'What it says. No personal data.';
comment on column core.problem_evidence.source is 'Where it comes from.';
comment on column core.problem_evidence.n is 'How many events, answers or remarks are behind it.';
comment on column core.problem_evidence.figures is 'Figures as they were then: [{label, value}].';
comment on column core.problem_evidence.from_on is 'First day it is about.';
comment on column core.problem_evidence.to_on is 'Last day it is about.';
comment on column core.problem_evidence.police_only is 'The police alone read it whole; planners get its title and a rounded number.';
comment on column core.problem_evidence.account is 'Account that added it.';
comment on column core.problem_evidence.by_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.problem_evidence.at is 'When it was added.';

create table core.problem_measures (
  problem uuid not null references core.problems on delete cascade,
  layer text not null check (layer ~ '^[a-z][a-z0-9_]{0,62}$'),
  object_id uuid not null,
  expected_effect text check (length(expected_effect) between 1 and 1000),
  account text not null default 'system',
  by_name text not null default 'System',
  at timestamptz not null default now(),
  primary key (problem, object_id)
);
create index problem_measures_object on core.problem_measures (object_id);
comment on table core.problem_measures is 'Which measures answer to which problems.';
comment on column core.problem_measures.problem is 'The problem; its links go with it.';
comment on column core.problem_measures.layer is 'Layer of the measure.';
comment on column core.problem_measures.object_id is 'The measure; it may be gone.';
comment on column core.problem_measures.expected_effect is 'What it is expected to do about the problem.';
comment on column core.problem_measures.account is 'Account that linked it.';
comment on column core.problem_measures.by_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.problem_measures.at is 'When it was linked.';

create table core.operations (
  id uuid primary key default gen_random_uuid(),
  problem uuid references core.problems on delete set null,
  title text not null check (length(title) between 1 and 120) check (btrim(title) <> ''),
  geom geometry(Geometry, 4326) check (GeometryType(geom) in ('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  place text check (length(place) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  authorities text[] not null check (cardinality(authorities) between 1 and 20 and array_position(authorities, null) is null and length(array_to_string(authorities, '')) <= 2000),
  owner text not null check (length(owner) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 2000),
  outcome text check (length(outcome) between 1 and 4000),
  cancelled boolean not null default false,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint operation_time check (ends_at > starts_at and ends_at <= starts_at + interval '366 days')
);
create index operations_starts_at on core.operations (starts_at);
create index operations_problem on core.operations (problem) where problem is not null;
create index operations_geom on core.operations using gist (geom) where geom is not null;
comment on table core.operations is 'Joint operations: several authorities act together at a place and time.';
comment on column core.operations.id is 'Names the operation.';
comment on column core.operations.problem is 'The problem it answers to; null where it answers to none yet.';
comment on column core.operations.title is 'What it is called.';
comment on column core.operations.geom is 'Where: Point, LineString, Polygon, MultiPolygon, degrees WGS84.';
comment on column core.operations.place is 'The same in words.';
comment on column core.operations.starts_at is 'From.';
comment on column core.operations.ends_at is 'Until.';
comment on column core.operations.authorities is 'Who takes part: authorities, units, associations.';
comment on column core.operations.owner is 'Who leads it: a unit or role, not a person.';
comment on column core.operations.purpose is 'What it is for. No personal data.';
comment on column core.operations.outcome is 'What came of it. No personal data.';
comment on column core.operations.cancelled is 'It did not come about.';
comment on column core.operations.version is 'Rises by one with each change.';
comment on column core.operations.demo is 'Demonstration data.';
comment on column core.operations.created_at is 'Created.';
comment on column core.operations.updated_at is 'Last changed.';

create table core.problem_history (
  entry bigint generated always as identity primary key,
  problem uuid references core.problems on delete cascade,
  operation uuid references core.operations on delete cascade,
  part text not null check (part in ('problem', 'reading', 'evidence', 'measure', 'operation')),
  op text not null check (op in ('insert', 'update', 'delete')),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  police_only boolean not null default false,
  before jsonb,
  after jsonb
);
create index problem_history_problem on core.problem_history (problem, entry);
create index problem_history_operation on core.problem_history (operation, entry) where operation is not null;
comment on table core.problem_history is 'Append-only: one entry for each change of a problem, of what hangs on it, and of operations. It goes with what it is about.';
comment on column core.problem_history.entry is 'Order of writing.';
comment on column core.problem_history.problem is 'The problem; null of an operation that answers to none.';
comment on column core.problem_history.operation is 'The operation, where it is about one.';
comment on column core.problem_history.part is 'problem, reading, evidence, measure, operation.';
comment on column core.problem_history.op is 'insert, update or delete.';
comment on column core.problem_history.at is 'When it was written.';
comment on column core.problem_history.actor_id is 'Account that wrote it; system for the owner''s own jobs.';
comment on column core.problem_history.actor_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.problem_history.police_only is 'About evidence that the police alone read whole.';
comment on column core.problem_history.before is 'The row before, geometry as GeoJSON under geom.';
comment on column core.problem_history.after is 'The row after, geometry as GeoJSON under geom.';

-- Rules.

create function core.keep_problem() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
begin
  if not core.asks_as_audience() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'a problem that was adopted is closed, not removed' using errcode = 'check_violation', constraint = 'problem_kept', table = 'problems';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := now();
    new.updated_at := now();
    if new.state <> 'draft' then
      raise exception 'a problem begins as a draft' using errcode = 'check_violation', constraint = 'problem_step', column = 'state', table = 'problems';
    end if;
    return new;
  end if;
  new.created_at := old.created_at;
  new.version := old.version;
  new.updated_at := old.updated_at;
  if new.geom is not distinct from old.geom and to_jsonb(new) - 'geom' = to_jsonb(old) - 'geom' then
    return new;
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  if new.state is distinct from old.state then
    if (old.state, new.state) not in (
      ('draft', 'adopted'), ('adopted', 'followed_up'), ('followed_up', 'adopted'),
      ('adopted', 'closed'), ('followed_up', 'closed'), ('closed', 'adopted')
    ) then
      raise exception 'a problem cannot go from % to %', old.state, new.state
        using errcode = 'check_violation', constraint = 'problem_step', column = 'state', table = 'problems';
    end if;
    if new.state = 'adopted' and not core.actor_decides() then
      raise exception 'only who decides adopts' using errcode = 'insufficient_privilege', table = 'problems';
    end if;
    if new.state = 'closed' and new.outcome is null then
      raise exception 'a problem is closed with what came of it' using errcode = 'check_violation', constraint = 'problem_outcome', column = 'outcome', table = 'problems';
    end if;
    if new.state = 'followed_up' and not exists (
      select from core.problem_readings r where r.problem = new.id and (new.base_on is null or r.read_on > new.base_on)
    ) then
      raise exception 'follow-up needs a reading' using errcode = 'check_violation', constraint = 'problem_reading', column = 'state', table = 'problems';
    end if;
  end if;
  if new.state <> 'draft' and (new.goal is null or new.responsible is null or new.adopted_on is null or new.adopted_by is null) then
    raise exception 'what is adopted has a goal and somebody who answers for it' using errcode = 'check_violation', constraint = 'problem_adopted',
      column = case when new.goal is null then 'goal' when new.responsible is null then 'responsible' when new.adopted_on is null then 'adopted_on' else 'adopted_by' end,
      table = 'problems';
  end if;
  return new;
end
$$;
comment on function core.keep_problem() is 'Trigger: counts versions, holds the steps of a problem, and refuses to adopt what has no goal or nobody who answers for it.';
create trigger a_keep before insert or update or delete on core.problems for each row execute function core.keep_problem();

create function core.keep_operation() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
begin
  if not core.asks_as_audience() then
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := now();
    new.updated_at := now();
    return new;
  end if;
  new.created_at := old.created_at;
  new.version := old.version;
  new.updated_at := old.updated_at;
  if new.geom is distinct from old.geom or to_jsonb(new) - 'geom' <> to_jsonb(old) - 'geom' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end
$$;
comment on function core.keep_operation() is 'Trigger: counts versions.';
create trigger a_keep before insert or update on core.operations for each row execute function core.keep_operation();

create function core.keep_problem_part() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.asks_as_audience() then
    new.account := current_setting('app.actor_id');
    new.by_name := current_setting('app.actor_name');
    new.at := now();
  end if;
  if tg_table_name = 'problem_evidence' then
    -- What planners have no view of is not for their eyes, whatever its author says.
    if new.layer is not null and to_regclass(format('planner.%I', new.layer)) is null then
      new.police_only := true;
    end if;
    if tg_op = 'INSERT' and (select count(*) from core.problem_evidence e where e.problem = new.problem) >= 200 then
      raise exception 'a problem has at most 200 pieces of evidence' using errcode = 'check_violation', constraint = 'evidence_per_problem', table = 'problem_evidence';
    end if;
  end if;
  return new;
end
$$;
comment on function core.keep_problem_part() is 'Trigger: writes down who added what hangs on a problem; evidence about what planners have no view of is for the police alone.';
create trigger a_keep before insert or update on core.problem_readings for each row execute function core.keep_problem_part();
create trigger a_keep before insert or update on core.problem_evidence for each row execute function core.keep_problem_part();
create trigger a_keep before insert or update on core.problem_measures for each row execute function core.keep_problem_part();

create function core.keep_problem_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  measure jsonb;
begin
  if to_regclass(format('core.%I', new.layer)) is null or not exists (
    select from pg_attribute a where a.attrelid = format('core.%I', new.layer)::regclass and a.attname = 'status'
  ) then
    raise exception 'only a measure answers to a problem' using errcode = 'check_violation', constraint = 'problem_measure', column = 'object_id', table = 'problem_measures';
  end if;
  execute format('select to_jsonb(o) - ''geom'' from core.%I o where o.id = $1', new.layer) into measure using new.object_id;
  if measure is null then
    raise exception 'the measure is not there' using errcode = 'check_violation', constraint = 'problem_measure', column = 'object_id', table = 'problem_measures';
  end if;
  if core.shows_draft(measure) then
    raise exception 'a draft is its plan''s matter' using errcode = 'check_violation', constraint = 'problem_draft', column = 'object_id', table = 'problem_measures';
  end if;
  return new;
end
$$;
comment on function core.keep_problem_link() is 'Trigger: refuses to link what is no measure, or a draft of a plan.';
create trigger b_link before insert on core.problem_measures for each row execute function core.keep_problem_link();

create function core.keep_problem_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  part constant text := tg_argv[0];
  was jsonb;
  is_now jsonb;
  whose uuid;
  hidden boolean;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old);
  end if;
  if tg_op <> 'DELETE' then
    is_now := to_jsonb(new);
  end if;
  if part in ('problem', 'operation') then
    if tg_op <> 'INSERT' then
      was := was || jsonb_build_object('geom', ST_AsGeoJSON(old.geom, 9)::jsonb);
    end if;
    if tg_op <> 'DELETE' then
      is_now := is_now || jsonb_build_object('geom', ST_AsGeoJSON(new.geom, 9)::jsonb);
    end if;
  end if;
  if tg_op = 'UPDATE' and was - array['at', 'updated_at', 'version', 'account', 'by_name'] = is_now - array['at', 'updated_at', 'version', 'account', 'by_name'] then
    return null;
  end if;
  whose := (coalesce(is_now, was) ->> case part when 'problem' then 'id' else 'problem' end)::uuid;
  hidden := coalesce((was ->> 'police_only')::boolean, false) or coalesce((is_now ->> 'police_only')::boolean, false);
  perform core.notify_change('problems', 'update', coalesce(whose, (coalesce(is_now, was) ->> 'id')::uuid));
  -- With what it is about its past goes too.
  if (part = 'problem' and tg_op = 'DELETE') or (whose is not null and not exists (select from core.problems p where p.id = whose)) then
    return null;
  end if;
  if part = 'operation' and tg_op = 'DELETE' and whose is null then
    return null;
  end if;
  insert into core.problem_history (problem, operation, part, op, actor_id, actor_name, police_only, before, after)
  values (
    whose, case when part = 'operation' and tg_op <> 'DELETE' then (is_now ->> 'id')::uuid end, part, lower(tg_op),
    coalesce(nullif(current_setting('app.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'System'),
    hidden, was - array['account', 'by_name'], is_now - array['account', 'by_name']
  );
  return null;
end
$$;
comment on function core.keep_problem_history() is 'Trigger: writes down what changed of a problem, of what hangs on it or of an operation, and tells listeners.';
create trigger c_history after insert or update or delete on core.problems for each row execute function core.keep_problem_history('problem');
create trigger c_history after insert or update or delete on core.problem_readings for each row execute function core.keep_problem_history('reading');
create trigger c_history after insert or update or delete on core.problem_evidence for each row execute function core.keep_problem_history('evidence');
create trigger c_history after insert or update or delete on core.problem_measures for each row execute function core.keep_problem_history('measure');
create trigger c_history after insert or update or delete on core.operations for each row execute function core.keep_problem_history('operation');

-- As planners and the police see them.

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %1$I.problems with (security_barrier) as
        select p.id, p.title, p.description, p.kind, p.geom, p.place, p.weekdays, p.hours_from, p.hours_to, p.affected, p.causes, p.goal, p.indicator, p.unit,
          p.base_value, p.base_on, p.target_value, p.target_on, p.responsible, p.state, p.adopted_on, p.adopted_by, p.reviewed_on, p.outcome,
          p.version, p.demo, p.created_at, p.updated_at,
          (select count(*)::integer from core.problem_measures m
            where m.problem = p.id and to_regclass(format('%1$I.%%I', m.layer)) is null) as hidden_measures
        from core.problems p
      $view$, s);
    execute format($view$
      create view %1$I.problem_readings with (security_barrier) as
        select problem, read_on, value, note, by_name, at from core.problem_readings
      $view$, s);
    execute format($view$
      create view %1$I.problem_measures with (security_barrier) as
        select problem, layer, object_id, expected_effect, by_name, at
        from core.problem_measures where core.sees_object(%1$L, layer, object_id)
        with local check option
      $view$, s);
    execute format($view$
      create view %1$I.operations with (security_barrier) as
        select id, problem, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled, version, demo, created_at, updated_at
        from core.operations
      $view$, s);
    execute format($view$
      create view %1$I.problem_history with (security_barrier) as
        select h.entry, h.problem, h.operation, h.part, h.op, h.at, h.actor_name, h.police_only,
          case when %2$s then h.before else jsonb_build_object('title', h.before -> 'title') end as before,
          case when %2$s then h.after else jsonb_build_object('title', h.after -> 'title') end as after
        from core.problem_history h
        where h.part <> 'measure' or to_regclass(format('%1$I.%%I', coalesce(h.after, h.before) ->> 'layer')) is not null
      $view$, s, case s when 'police' then 'true' else 'not h.police_only' end);
    execute format($view$
      create view %1$I.problem_evidence with (security_barrier) as
        select id, problem, kind, layer, object_id, title, text, source, n, figures, from_on, to_on, police_only, by_name, at
        from core.problem_evidence where %2$s
        with local check option
      $view$, s, case s when 'police' then 'true' else 'not police_only' end);
    execute format('comment on view %I.problems is %L', s, 'Problems, and how many measures answer to each that one does not see.');
    execute format('comment on view %I.problem_readings is %L', s, 'Readings of their indicators.');
    execute format('comment on view %I.problem_measures is %L', s, 'Measures one sees that answer to them.');
    execute format('comment on view %I.operations is %L', s, 'Joint operations.');
    execute format('comment on view %I.problem_history is %L', s, 'What changed, by whom.');
    execute format('comment on view %I.problem_evidence is %L', s, 'What they rest on, as far as one reads it whole.');
    execute format('grant select, delete,
      insert (id, title, description, kind, geom, place, weekdays, hours_from, hours_to, affected, causes, goal, indicator, unit, base_value, base_on,
        target_value, target_on, responsible),
      update (title, description, kind, geom, place, weekdays, hours_from, hours_to, affected, causes, goal, indicator, unit, base_value, base_on,
        target_value, target_on, responsible, state, adopted_on, adopted_by, reviewed_on, outcome)
      on %I.problems to %I', s, 'app_' || s);
    execute format('grant select, delete, insert (problem, read_on, value, note), update (value, note) on %I.problem_readings to %I', s, 'app_' || s);
    execute format('grant select, delete, insert (problem, layer, object_id, expected_effect), update (expected_effect) on %I.problem_measures to %I', s, 'app_' || s);
    execute format('grant select, delete,
      insert (id, problem, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled),
      update (problem, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled)
      on %I.operations to %I', s, 'app_' || s);
    execute format('grant select on %I.problem_history to %I', s, 'app_' || s);
    execute format('grant select, delete, insert (id, problem, kind, layer, object_id, title, text, source, n, figures, from_on, to_on, police_only)
      on %I.problem_evidence to %I', s, 'app_' || s);
  end loop;
end
$$;

-- Of what is for the police alone: that it is there, and about how much.
create view planner.withheld_evidence with (security_barrier) as
  select id, problem, kind, title, n / 5 * 5 as at_least, at
  from core.problem_evidence where police_only;
comment on view planner.withheld_evidence is 'Evidence that the police alone read whole: its title, and its number rounded down to fives so that no two of them can be subtracted to a few events.';
grant select on planner.withheld_evidence to app_planner;

revoke execute on function core.keep_problem(), core.keep_operation(), core.keep_problem_part(), core.keep_problem_link(), core.keep_problem_history() from public;
