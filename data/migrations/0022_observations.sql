-- What field workers, guards and housing hosts see: what, where and when, logged from a phone and sent when there is contact.

-- What a reporter works as decides who reads what is logged: an administrator says it, not the phone.

alter table identity.accounts add column works_as text check (works_as in ('field_worker', 'guard', 'housing_host'));
comment on column identity.accounts.works_as is 'Of a reporter: field_worker (the municipality''s own), guard, housing_host; null: not told. Given by an administrator.';
update identity.accounts set works_as = 'field_worker' where issuer = 'demo' and subject = 'demo-reporter';

create or replace view admin.accounts as
  select id, issuer, name, email, audience, audience_by, claimed_audience, enabled, created_at, last_seen_at, erased_at, decides, works_as
  from identity.accounts;
grant update (works_as) on admin.accounts to app_admin;

create table core.observation_kinds (
  kind text primary key check (kind ~ '^[a-z][a-z_]*$'),
  place smallint not null unique,
  title_sv text not null,
  title_en text not null,
  counts_people boolean not null,
  open_to_planners boolean not null
);
comment on table core.observation_kinds is 'What can be logged in the field.';
comment on column core.observation_kinds.kind is 'The kind.';
comment on column core.observation_kinds.place is 'Order in which they are offered.';
comment on column core.observation_kinds.title_sv is 'In Swedish.';
comment on column core.observation_kinds.title_en is 'In English.';
comment on column core.observation_kinds.counts_people is 'It makes sense to say how many were there.';
comment on column core.observation_kinds.open_to_planners is 'Planners read it whoever logged it: as a rule no offence, and no free choice of subject.';
insert into core.observation_kinds (place, kind, title_sv, title_en, counts_people, open_to_planners) values
  (1, 'youth_gathering', 'Ungdomar samlade', 'Young people gathered', true, true),
  (2, 'alcohol', 'Alkohol, berusning', 'Alcohol, drunkenness', true, true),
  (3, 'drugs', 'Narkotika', 'Drugs', true, false),
  (4, 'disorder', 'Bråk, störning', 'Disorder, disturbance', true, false),
  (5, 'threats', 'Hot, trakasserier', 'Threats, harassment', true, false),
  (6, 'feels_unsafe', 'Känns otryggt', 'Feels unsafe', true, true),
  (7, 'vandalism', 'Skadegörelse, klotter', 'Vandalism, graffiti', false, false),
  (8, 'damage', 'Något trasigt', 'Something broken', false, true),
  (9, 'dark', 'Mörkt, trasig lampa', 'Dark, broken lamp', false, true),
  (10, 'overgrown', 'Buskage, skymd sikt', 'Overgrown, no view', false, true),
  (11, 'littering', 'Nedskräpning', 'Littering', false, true),
  (12, 'other', 'Annat', 'Other', true, false);

create table core.observations (
  id uuid primary key,
  geom geometry(Point, 4326) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  accuracy_m double precision check (accuracy_m between 0 and 20000),
  precision text not null check (precision in ('exact', 'street')),
  kind text not null references core.observation_kinds,
  observed_from timestamptz not null,
  observed_to timestamptz not null,
  people text check (people in ('few', 'group', 'many')),
  words text check (length(words) between 1 and 500),
  account_id uuid references identity.accounts,
  works_as text check (works_as in ('field_worker', 'guard', 'housing_host')),
  received_at timestamptz not null default now(),
  clock_offset_s integer not null default 0,
  sha256 bytea check (length(sha256) = 32),
  withdrawn_at timestamptz,
  demo boolean not null default false,
  constraint observation_interval check (observed_to >= observed_from and observed_to - observed_from <= interval '3 days'),
  constraint observation_not_ahead check (observed_to <= received_at + interval '10 minutes'),
  constraint observation_recent check (observed_from >= received_at - interval '15 days'),
  constraint observation_whole check (withdrawn_at is not null or geom is not null),
  constraint observation_logged_by check (demo or account_id is not null),
  constraint observation_withdrawn_is_empty check (withdrawn_at is null or num_nonnulls(geom, accuracy_m, people, words, sha256) = 0)
);
create index observations_geom on core.observations using gist (geom);
create index observations_observed on core.observations (observed_from);
create index observations_account on core.observations (account_id, observed_from);
comment on table core.observations is 'What reporters have logged in the field. No person stands in it.';
comment on column core.observations.id is 'Made by the phone, so that what is sent twice is kept once.';
comment on column core.observations.geom is 'Point, degrees WGS84; null of what was withdrawn.';
comment on column core.observations.accuracy_m is 'What the phone said of its position, metres; null where the place was pointed out on the map.';
comment on column core.observations.precision is 'exact: the phone''s own position, known well; street: pointed out by hand, or known less well.';
comment on column core.observations.kind is 'What was seen.';
comment on column core.observations.observed_from is 'When it was seen, by the server''s clock; the beginning where it is known only to an interval.';
comment on column core.observations.observed_to is 'The end of it; the same where it is a moment.';
comment on column core.observations.people is 'How many were there: few (1 to 4), group (5 to 14), many (15 or more); null: not told.';
comment on column core.observations.words is 'What the reporter wrote. No personal data: identity numbers, telephone numbers, addresses and plates are refused.';
comment on column core.observations.account_id is 'Who logged it; of demonstration data it may be nobody.';
comment on column core.observations.works_as is 'What that account worked as at the time.';
comment on column core.observations.received_at is 'When it came in.';
comment on column core.observations.clock_offset_s is 'Seconds that were added to the phone''s times, where its clock was more than two minutes wrong.';
comment on column core.observations.sha256 is 'Of what was sent: tells the same thing sent again from another thing with the same id.';
comment on column core.observations.withdrawn_at is 'Taken back by who logged it: only that there was something is left, so that a late repetition does not bring it back.';
comment on column core.observations.demo is 'Demonstration data.';

create function core.keep_observation() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, identity, public, pg_temp as $$
begin
  if core.is_own_job() then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if old.account_id is distinct from core.actor_account() or old.withdrawn_at is not null then
      raise exception 'an observation is taken back once, by who logged it' using errcode = 'insufficient_privilege', table = 'observations';
    end if;
    if old.received_at <= now() - interval '24 hours' then
      raise exception 'an observation is taken back within a day' using errcode = 'check_violation', constraint = 'observation_withdrawn_in_time', table = 'observations';
    end if;
    old.geom := null;
    old.accuracy_m := null;
    old.people := null;
    old.words := null;
    old.sha256 := null;
    old.withdrawn_at := now();
    return old;
  end if;
  if core.actor_account() is null then
    raise exception 'an observation is logged by a person' using errcode = 'insufficient_privilege', table = 'observations';
  end if;
  new.account_id := core.actor_account();
  new.works_as := (select a.works_as from identity.accounts a where a.id = core.actor_account());
  new.received_at := now();
  new.withdrawn_at := null;
  new.demo := false;
  return new;
end
$$;
comment on function core.keep_observation() is 'Trigger: writes down whose observation it is, and lets that account alone take it back, once and within a day.';
create trigger keep before insert or update on core.observations for each row execute function core.keep_observation();
revoke execute on function core.keep_observation() from public;

-- A reporter reads and writes its own.
create view reporter.observations with (security_barrier) as
  select id, geom, accuracy_m, precision, kind, observed_from, observed_to, people, words, works_as, received_at, clock_offset_s, sha256,
    withdrawn_at, account_id
  from core.observations where account_id = core.actor_account()
  with local check option;
comment on view reporter.observations is 'What one has logged oneself.';
grant select,
  insert (id, geom, accuracy_m, precision, kind, observed_from, observed_to, people, words, clock_offset_s, sha256),
  update (withdrawn_at)
  on reporter.observations to app_reporter;

create view police.observations as
  select id, geom, accuracy_m, precision, kind, observed_from, observed_to, people, words, works_as,
    (select a.name from identity.accounts a where a.id = account_id) as author, received_at
  from core.observations where withdrawn_at is null;
comment on view police.observations is 'What reporters have logged, all of it.';
grant select on police.observations to app_police;

-- The municipality's own field workers log for it; of others planners read what as a rule is no offence.
create view planner.observations with (security_barrier) as
  select o.id, o.geom, o.accuracy_m, o.precision, o.kind, o.observed_from, o.observed_to, o.people, o.words, o.works_as, o.received_at
  from core.observations o join core.observation_kinds k on k.kind = o.kind
  where o.withdrawn_at is null and (k.open_to_planners or o.works_as = 'field_worker');
comment on view planner.observations is 'What the municipality''s own field workers have logged, and of others what as a rule is no offence.';
grant select on planner.observations to app_planner;

do $$
declare
  s text;
begin
  foreach s in array array['reporter', 'planner', 'police'] loop
    execute format('create view %I.observation_kinds as select kind, place, title_sv, title_en, counts_people, open_to_planners from core.observation_kinds', s);
    execute format('comment on view %I.observation_kinds is %L', s, 'What can be logged in the field.');
    execute format('grant select on %I.observation_kinds to %I', s, 'app_' || s);
  end loop;
end
$$;

-- The police analyse them among the incidents.
create trigger touch_incidents after insert or update or delete or truncate on core.observations
  for each statement execute function core.touch_incidents();
