-- Saved analyses: results of the police's analysis with all they follow from, seen by the police alone.

create table core.analysis_inputs (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null
);
-- It is packed already.
alter table core.analysis_inputs alter column content set storage external;
comment on table core.analysis_inputs is 'Incidents and streets that saved analyses were made of, each kept once.';
comment on column core.analysis_inputs.sha256 is 'Of what is packed: its name.';
comment on column core.analysis_inputs.content is 'gzip of packed incidents, or of streets as JSON.';

create table core.analyses (
  id uuid primary key default gen_random_uuid(),
  kind text not null
    check (kind in ('hotspots', 'prediction', 'knox', 'clusters', 'trend', 'change', 'hours', 'places', 'effect')),
  title text not null check (length(title) between 1 and 120) check (btrim(title) <> ''),
  shared boolean not null default false,
  account_id uuid references identity.accounts,
  methods integer not null check (methods >= 1),
  question json not null,
  incidents text references core.analysis_inputs,
  streets text references core.analysis_inputs,
  result json not null,
  n double precision check (n >= 0),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index analyses_account on core.analyses (account_id);
create index analyses_incidents on core.analyses (incidents);
create index analyses_streets on core.analyses (streets) where streets is not null;
comment on table core.analyses is 'Results of analysis that somebody in the police has saved, with all they follow from.';
comment on column core.analyses.id is 'Names the analysis.';
comment on column core.analyses.kind is 'hotspots, prediction, knox, clusters, trend, change, hours, places, effect.';
comment on column core.analyses.title is 'What it is called. No personal data.';
comment on column core.analyses.shared is 'Whether all of the police see it. Without that its maker alone.';
comment on column core.analyses.account_id is 'Who saved it; null for demonstration data.';
comment on column core.analyses.methods is 'Version of the methods that made it.';
comment on column core.analyses.question is 'What was asked: study area, filter, parameters, seed. Text, so that it is read back as it was written.';
comment on column core.analyses.incidents is 'The incidents it was made of; null where it asks of none.';
comment on column core.analyses.streets is 'The streets it was made on, where it asks of streets.';
comment on column core.analyses.result is 'The figures.';
comment on column core.analyses.n is 'How many incidents entered, as the result says.';
comment on column core.analyses.demo is 'Demonstration data.';
comment on column core.analyses.created_at is 'When it was saved.';

create function core.keep_analysis() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if core.is_own_job() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if core.actor_account() is null then
    raise exception 'an analysis is saved by a person' using errcode = 'insufficient_privilege', table = 'analyses';
  end if;
  if tg_op = 'INSERT' then
    new.account_id := core.actor_account();
    new.created_at := now();
    return new;
  end if;
  if old.account_id is distinct from core.actor_account() then
    raise exception 'an analysis is changed by who saved it' using errcode = 'insufficient_privilege', table = 'analyses';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function core.keep_analysis() is 'Trigger: writes down whose analysis it is, and lets its maker alone rename, share and remove it.';
create trigger keep before insert or update or delete on core.analyses for each row execute function core.keep_analysis();

create function core.drop_analysis_inputs() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  delete from core.analysis_inputs i
  where i.sha256 in (old.incidents, old.streets)
    and not exists (select from core.analyses a where a.incidents = i.sha256)
    and not exists (select from core.analyses a where a.streets = i.sha256);
  return null;
end
$$;
comment on function core.drop_analysis_inputs() is 'Trigger: inputs go with the last analysis that was made of them.';
create trigger drop_inputs after delete on core.analyses for each row execute function core.drop_analysis_inputs();

create view police.analyses with (security_barrier) as
  select a.id, a.kind, a.title, a.shared, a.account_id, (select o.name from identity.accounts o where o.id = a.account_id) as author,
    a.methods, a.question, a.incidents, a.streets, a.result, a.n, a.created_at
  from core.analyses a
  where a.shared or a.account_id = core.actor_account()
  with local check option;
create view police.analysis_inputs with (security_barrier) as
  select i.sha256, i.content from core.analysis_inputs i
  where exists (
    select from core.analyses a
    where i.sha256 in (a.incidents, a.streets) and (a.shared or a.account_id = core.actor_account()));
comment on view police.analyses is 'Saved analyses: those shared with the police, and one''s own.';
comment on view police.analysis_inputs is 'What those were made of.';
grant select, delete, insert (id, kind, title, shared, methods, question, incidents, streets, result, n), update (title, shared)
  on police.analyses to app_police;
grant select, insert (sha256, content) on police.analysis_inputs to app_police;

revoke execute on function core.keep_analysis(), core.drop_analysis_inputs() from public;
