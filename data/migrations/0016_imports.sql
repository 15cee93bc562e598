-- What has been imported, by whom, and what was refused of it.

create table core.imports (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  actor_id text not null,
  actor_name text not null,
  format text not null check (format in ('osm', 'geojson', 'csv', 'polisen')),
  layer text,
  name text not null check (length(name) <= 300),
  bytes bigint not null default 0,
  read bigint not null default 0,
  written bigint not null default 0,
  unchanged bigint not null default 0,
  removed bigint not null default 0,
  refused bigint not null default 0,
  reasons jsonb not null default '{}',
  seconds double precision not null default 0,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  message jsonb
);
create index imports_at on core.imports (at desc);
comment on table core.imports is 'One row for each import that ended, whether it wrote anything or not. A preview leaves none.';
comment on column core.imports.id is 'Names the import.';
comment on column core.imports.at is 'When it ended.';
comment on column core.imports.actor_id is 'Account that ran it; operator for the command line.';
comment on column core.imports.actor_name is 'That account''s name at the time.';
comment on column core.imports.format is 'osm, geojson, csv or polisen.';
comment on column core.imports.layer is 'The layer written to; null for the basemap.';
comment on column core.imports.name is 'What the file was called.';
comment on column core.imports.bytes is 'Bytes read.';
comment on column core.imports.read is 'Objects read.';
comment on column core.imports.written is 'Objects new or changed.';
comment on column core.imports.unchanged is 'Objects that were there already, the same.';
comment on column core.imports.removed is 'Objects of an earlier import under the same name that are gone.';
comment on column core.imports.refused is 'Objects refused, each with its reason.';
comment on column core.imports.reasons is 'How often each reason came up.';
comment on column core.imports.seconds is 'How long it took.';
comment on column core.imports.outcome is 'done; refused: the file as a whole, for a reason it can be told; failed: for another.';
comment on column core.imports.message is 'Why the file was refused: {sv, en}.';

create table core.import_rejects (
  import_id uuid not null references core.imports on delete cascade,
  nth integer not null,
  line integer,
  element text,
  code text not null,
  message jsonb not null,
  primary key (import_id, nth)
);
comment on table core.import_rejects is 'What an import refused: the first ten thousand objects.';
comment on column core.import_rejects.import_id is 'The import.';
comment on column core.import_rejects.nth is 'Order in the file.';
comment on column core.import_rejects.line is 'Line of the file, where it has lines.';
comment on column core.import_rejects.element is 'What the file calls the object.';
comment on column core.import_rejects.code is 'The reason, for programs.';
comment on column core.import_rejects.message is 'The reason in words: {sv, en}.';

create view admin.imports as
  select id, at, actor_id, actor_name, format, layer, name, bytes, read, written, unchanged, removed, refused, reasons, seconds, outcome, message
  from core.imports;
create view admin.import_rejects as
  select import_id, nth, line, element, code, message from core.import_rejects;
comment on view admin.imports is 'What has been imported.';
comment on view admin.import_rejects is 'What imports refused.';
grant select on admin.imports, admin.import_rejects to app_admin;
