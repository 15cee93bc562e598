-- What retention has removed, and the server's own jobs.

create table core.retention_runs (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  dry_run boolean not null,
  removed jsonb not null
);
comment on table core.retention_runs is 'What retention removed, and what a dry run would have.';
comment on column core.retention_runs.id is 'Names the run.';
comment on column core.retention_runs.at is 'When it ended.';
comment on column core.retention_runs.actor_id is 'Who ran it; system for the nightly job.';
comment on column core.retention_runs.actor_name is 'Name of the account at that time; a pseudonym once it is erased.';
comment on column core.retention_runs.dry_run is 'Nothing was removed, only counted.';
comment on column core.retention_runs.removed is 'Rows per kind: [{kind, rows}].';
create index retention_runs_at on core.retention_runs (at desc);

create view admin.retention_runs as select id, at, actor_id, actor_name, dry_run, removed from core.retention_runs;
comment on view admin.retention_runs is 'What retention removed, and what a dry run would have.';
grant select on admin.retention_runs to app_admin;

create table core.jobs (
  id text primary key check (id ~ '^[a-z][a-z-]*$'),
  known_since timestamptz not null default clock_timestamp(),
  holder uuid,
  held_until timestamptz,
  last_started_at timestamptz,
  last_ended_at timestamptz,
  last_outcome text check (last_outcome in ('ok', 'failed')),
  last_message text check (length(last_message) <= 2000)
);
comment on table core.jobs is 'The server''s own jobs. Several servers share it: one of them holds a job while it runs.';
comment on column core.jobs.id is 'Names the job.';
comment on column core.jobs.known_since is 'When it was first known: what it missed before does not count.';
comment on column core.jobs.holder is 'The run that has it now.';
comment on column core.jobs.held_until is 'A holder that has not said anything by then is taken for dead.';
comment on column core.jobs.last_started_at is 'When it last began.';
comment on column core.jobs.last_ended_at is 'When it last ended.';
comment on column core.jobs.last_outcome is 'How it last ended.';
comment on column core.jobs.last_message is 'What it last had to say.';

create view admin.jobs as
  select id, known_since, held_until > now() as running, last_started_at, last_ended_at, last_outcome, last_message from core.jobs;
comment on view admin.jobs is 'The server''s own jobs and how they went.';
grant select on admin.jobs to app_admin;
