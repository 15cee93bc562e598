-- What residents say when they are asked: survey results by area, year and question, and remarks of safety walks with their answers.

-- Surveys.

create function core.survey_least() returns integer
language sql immutable parallel safe as $$
  select 30
$$;
comment on function core.survey_least() is 'A share of fewer answers than this is for planners alone.';

create function core.survey_few() returns integer
language sql immutable parallel safe as $$
  select 5
$$;
comment on function core.survey_few() is 'So is one that fewer people than this are on either side of.';

create table core.survey_codes (
  code text primary key check (length(code) between 1 and 40),
  area text not null check (length(area) between 1 and 120)
);
comment on table core.survey_codes is 'What areas of surveys are called in tables that give codes alone.';
comment on column core.survey_codes.code is 'The code.';
comment on column core.survey_codes.area is 'Name of the area, as in core.safety_survey_areas.';

create table core.survey_results (
  id uuid primary key default gen_random_uuid(),
  area text not null check (length(area) between 1 and 120),
  year integer not null check (year between 1990 and 2100),
  question text not null check (length(question) between 1 and 200),
  share double precision not null check (share between 0 and 100),
  n integer not null check (n between 1 and 1000000),
  response_rate double precision check (response_rate between 0 and 100),
  source text check (length(source) between 1 and 200),
  demo boolean not null default false,
  imported_at timestamptz not null default now(),
  unique (area, question, year)
);
comment on table core.survey_results is 'What each question of a safety survey got in each area and year, all of it: for planners.';
comment on column core.survey_results.id is 'Names the result.';
comment on column core.survey_results.area is 'Name of the area, as in core.safety_survey_areas: there is its ground.';
comment on column core.survey_results.year is 'Year.';
comment on column core.survey_results.question is 'What was asked.';
comment on column core.survey_results.share is 'Share who said so (%).';
comment on column core.survey_results.n is 'Answers.';
comment on column core.survey_results.response_rate is 'Response rate (%).';
comment on column core.survey_results.source is 'Survey.';
comment on column core.survey_results.demo is 'Demonstration data.';
comment on column core.survey_results.imported_at is 'When it came in, or last changed.';

create table core.survey_shown (
  id uuid primary key references core.survey_results on delete cascade,
  area text not null,
  year integer not null,
  question text not null,
  share double precision,
  n integer,
  response_rate double precision,
  source text,
  suppressed boolean not null,
  demo boolean not null,
  constraint survey_suppressed check (suppressed = (share is null) and suppressed = (n is null))
);
create index survey_shown_area on core.survey_shown (area, question, year);
comment on table core.survey_shown is 'The same for everybody else: small numbers are taken away before it is stored.';
comment on column core.survey_shown.id is 'As in core.survey_results.';
comment on column core.survey_shown.area is 'As in core.survey_results.';
comment on column core.survey_shown.year is 'As in core.survey_results.';
comment on column core.survey_shown.question is 'As in core.survey_results.';
comment on column core.survey_shown.share is 'As there, to a tenth; null where it is suppressed.';
comment on column core.survey_shown.n is 'As there; null where it is suppressed.';
comment on column core.survey_shown.response_rate is 'As there; null where it is suppressed.';
comment on column core.survey_shown.source is 'As in core.survey_results.';
comment on column core.survey_shown.suppressed is 'Too few answered, or too few are on one side.';
comment on column core.survey_shown.demo is 'As in core.survey_results.';

create function core.show_survey() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  hidden constant boolean := new.n < core.survey_least() or least(new.share, 100 - new.share) * new.n / 100 < core.survey_few();
begin
  insert into core.survey_shown (id, area, year, question, share, n, response_rate, source, suppressed, demo)
  values (
    new.id, new.area, new.year, new.question, case when not hidden then round(new.share::numeric, 1)::double precision end,
    case when not hidden then new.n end, case when not hidden then new.response_rate end, new.source, hidden, new.demo
  )
  on conflict (id) do update set share = excluded.share, n = excluded.n, response_rate = excluded.response_rate, source = excluded.source,
    suppressed = excluded.suppressed;
  return null;
end
$$;
comment on function core.show_survey() is 'Trigger: stores what others than planners may know of a result.';
create trigger show after insert or update on core.survey_results for each row execute function core.show_survey();

create view planner.survey_results as
  select r.id, r.area, r.year, r.question, r.share, r.n, r.response_rate, r.source, s.suppressed, r.demo
  from core.survey_results r join core.survey_shown s on s.id = r.id;
comment on view planner.survey_results is 'Survey results, and which of them others do not see.';
grant select on planner.survey_results to app_planner;

do $$
declare
  s text;
begin
  foreach s in array array['public_map', 'reporter', 'police', 'admin'] loop
    execute format('create view %I.survey_results as
      select id, area, year, question, share, n, response_rate, source, suppressed, demo from core.survey_shown', s);
    execute format('comment on view %I.survey_results is %L', s, 'Survey results without small numbers.');
    execute format('grant select on %I.survey_results to %I', s, 'app_' || case s when 'public_map' then 'public' else s end);
  end loop;
end
$$;

-- Walks: which walk another follows up.

alter table core.safety_walks add column earlier_walk uuid;
create index safety_walks_earlier on core.safety_walks (earlier_walk) where earlier_walk is not null;
comment on column core.safety_walks.earlier_walk is 'Second walk of. The walk that this one follows up.';

do $$
declare
  s text;
begin
  foreach s in array array['public_map', 'reporter', 'planner', 'police', 'admin'] loop
    execute format('drop view %I.safety_walks', s);
  end loop;
end
$$;
select core.show_layer('safety_walks', s, array[
  'title', 'state', 'organiser', 'walked_on', 'feedback_on', 'rewalk_on', 'earlier_walk', 'public_text', 'demo'
]) from unnest(array['public_map', 'reporter', 'admin']) s;
select core.show_layer('safety_walks', s, array[
  'title', 'state', 'organiser', 'participants', 'first_meeting_on', 'walked_on', 'feedback_on',
  'rewalk_on', 'earlier_walk', 'remarks', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('safety_walks', 'planner');

-- Remarks of walks.

create table core.walk_remarks (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Point, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  kind text not null check (kind in ('darkness', 'blocked_view', 'deserted', 'people', 'traffic', 'decay', 'good', 'other')),
  state text not null default 'noted' check (state in ('noted', 'answered', 'done', 'not_done')),
  walk_id uuid not null,
  words text check (length(words) <= 1000),
  answer text check (length(answer) <= 1000),
  answer_responsible text check (length(answer_responsible) <= 200),
  answer_on date,
  measure_id uuid,
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint remark_answered check (
    state = 'noted'
    or (answer is not null and (state <> 'answered' or (answer_responsible is not null and answer_on is not null)))
  )
);
create index walk_remarks_walk on core.walk_remarks (walk_id);
comment on table core.walk_remarks is 'What was seen on safety walks, where it was seen and what is done about it.';
comment on column core.walk_remarks.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.walk_remarks.geom is 'Point, degrees WGS84, as it was drawn.';
comment on column core.walk_remarks.version is 'Rises by one with each change.';
comment on column core.walk_remarks.kind is 'What. darkness, blocked_view, deserted, people, traffic, decay, good, other.';
comment on column core.walk_remarks.state is 'State. noted, answered, done, not_done.';
comment on column core.walk_remarks.walk_id is 'Walk. It goes with the walk.';
comment on column core.walk_remarks.words is 'Remark. What the group saw. No names or other personal data. Shown to the public once it is answered.';
comment on column core.walk_remarks.answer is 'Answer. What is done, or why it is not. Shown to the public.';
comment on column core.walk_remarks.answer_responsible is 'Done by. Department, unit or role, not a person.';
comment on column core.walk_remarks.answer_on is 'To be done by.';
comment on column core.walk_remarks.measure_id is 'Measure. The measure on the map that answers the remark; it may be gone.';
comment on column core.walk_remarks.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.walk_remarks.demo is 'Demonstration data.';
comment on column core.walk_remarks.created_at is 'Created.';
comment on column core.walk_remarks.updated_at is 'Last changed.';

select core.register_layer('walk_remarks', false);
select core.show_layer('walk_remarks', s, array[
  'kind', 'state', 'walk_id', 'words', 'answer', 'answer_responsible', 'answer_on', 'demo'
], 'state <> ''noted''') from unnest(array['public_map', 'reporter', 'admin']) s;
select core.show_layer('walk_remarks', s, array[
  'kind', 'state', 'walk_id', 'words', 'answer', 'answer_responsible', 'answer_on', 'measure_id', 'internal_text', 'demo',
  'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('walk_remarks', 'planner');

create function core.keep_remark() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if not core.asks_as_audience() then
    return new;
  end if;
  if not exists (select from core.safety_walks w where w.id = new.walk_id for key share) then
    raise exception 'a remark is of a walk' using errcode = 'check_violation', constraint = 'remark_walk', column = 'walk_id', table = 'walk_remarks';
  end if;
  if tg_op = 'INSERT' and (select count(*) from core.walk_remarks r where r.walk_id = new.walk_id) >= 200 then
    raise exception 'a walk has at most 200 remarks' using errcode = 'check_violation', constraint = 'remarks_per_walk', table = 'walk_remarks';
  end if;
  return new;
end
$$;
comment on function core.keep_remark() is 'Trigger: refuses a remark of no walk, and the 201st of one.';
create trigger b_keep before insert or update of walk_id on core.walk_remarks for each row execute function core.keep_remark();

create function core.drop_remarks() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  delete from core.walk_remarks r where r.walk_id = old.id;
  update core.safety_walks w set earlier_walk = null where w.earlier_walk = old.id;
  return null;
end
$$;
comment on function core.drop_remarks() is 'Trigger: remarks go with their walk, and a walk that followed it up stands by itself.';
create trigger d_remarks after delete on core.safety_walks for each row execute function core.drop_remarks();

create function core.keep_walk() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  before date;
begin
  if new.earlier_walk is null or not core.asks_as_audience() then
    return new;
  end if;
  select w.walked_on into before from core.safety_walks w where w.id = new.earlier_walk and w.id <> new.id;
  if not found or before >= new.walked_on then
    raise exception 'a second walk is of one before it' using errcode = 'check_violation', constraint = 'walk_earlier', column = 'earlier_walk', table = 'safety_walks';
  end if;
  return new;
end
$$;
comment on function core.keep_walk() is 'Trigger: a walk follows up one that was before it.';
create trigger b_earlier before insert or update of earlier_walk, walked_on on core.safety_walks for each row execute function core.keep_walk();

revoke execute on function core.show_survey(), core.keep_remark(), core.drop_remarks(), core.keep_walk() from public;
