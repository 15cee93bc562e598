-- The picture of the week: compiled, written together, frozen, signed. Police see all of it; planners the version that is shared with them.

create function core.week_begins(week text) returns date
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select make_date(left(week, 4)::integer, 1, 4) - (extract(isodow from make_date(left(week, 4)::integer, 1, 4))::integer - 1)
    + 7 * (right(week, 2)::integer - 1)
$$;
comment on function core.week_begins(text) is 'The Monday of an ISO 8601 week written 2026-48.';

create function core.is_week(week text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- As core.week_begins, written out: a constraint asks with the caller's rights.
  select case when week ~ '^(19|20)[0-9]{2}-[0-5][0-9]$' then (
    select extract(isoyear from monday)::integer = left(week, 4)::integer and extract(week from monday)::integer = right(week, 2)::integer
    from (select make_date(left(week, 4)::integer, 1, 4) - (extract(isodow from make_date(left(week, 4)::integer, 1, 4))::integer - 1)
      + 7 * (right(week, 2)::integer - 1)) as begins(monday)
  ) else false end
$$;
comment on function core.is_week(text) is 'True for an ISO 8601 week that its year has, written 2026-48.';

create table core.pictures (
  week text primary key check (core.is_week(week)),
  state text not null default 'draft' check (state in ('draft', 'frozen', 'signed')),
  revision integer not null default 1,
  edits bigint not null default 0,
  compiled_at timestamptz,
  map bytea check (length(map) between 1 and 4194304),
  shared_map bytea check (length(shared_map) between 1 and 4194304),
  frozen_at timestamptz,
  frozen_by text,
  frozen_by_name text,
  signed_at timestamptz,
  previous_week text,
  previous_sha256 bytea check (length(previous_sha256) = 32),
  content text,
  sha256 bytea check (length(sha256) = 32),
  shared_content text,
  shared_sha256 bytea check (length(shared_sha256) = 32),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint frozen_whole check (case state when 'draft'
    then num_nonnulls(frozen_at, frozen_by, frozen_by_name, content, sha256, shared_content, shared_sha256, previous_week, previous_sha256) = 0
    else num_nulls(frozen_at, frozen_by, frozen_by_name, content, sha256, shared_content, shared_sha256) = 0 end),
  constraint signed_whole check ((state = 'signed') = (signed_at is not null))
);
alter table core.pictures alter column map set storage external, alter column shared_map set storage external;
comment on table core.pictures is 'The joint picture of a week, one for each. A signed one never changes.';
comment on column core.pictures.week is 'ISO 8601 week, 2026-48.';
comment on column core.pictures.state is 'draft: compiled and written. frozen: written no more, until it is opened again. signed: for ever.';
comment on column core.pictures.revision is 'Rises by one when it is compiled, frozen, opened.';
comment on column core.pictures.edits is 'Counts the edits of its texts: the number of the last one.';
comment on column core.pictures.compiled_at is 'When its figures were last compiled.';
comment on column core.pictures.map is 'The map of the internal version, PNG.';
comment on column core.pictures.shared_map is 'The map of the shared version, PNG.';
comment on column core.pictures.frozen_at is 'When it was frozen.';
comment on column core.pictures.frozen_by is 'Account that froze it.';
comment on column core.pictures.frozen_by_name is 'Name of that account then; a pseudonym once it is erased.';
comment on column core.pictures.signed_at is 'When the police signed it.';
comment on column core.pictures.previous_week is 'Week of the picture that was signed before this one.';
comment on column core.pictures.previous_sha256 is 'Digest of the picture that was signed before this one.';
comment on column core.pictures.content is 'All that is signed, as text: accounts, but no names, so that a name can be erased.';
comment on column core.pictures.sha256 is 'SHA-256 of that text in UTF-8.';
comment on column core.pictures.shared_content is 'All of the shared version, as text.';
comment on column core.pictures.shared_sha256 is 'SHA-256 of that text in UTF-8.';
comment on column core.pictures.demo is 'Demonstration data.';
comment on column core.pictures.created_at is 'When it was begun.';

create table core.picture_sections (
  week text not null references core.pictures on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z_]{1,30}$'),
  nth smallint not null check (nth between 1 and 50),
  title text not null check (length(title) between 1 and 120),
  internal boolean not null,
  text text not null default '' check (length(text) <= 20000),
  document bytea check (length(document) between 1 and 2097152),
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  shared_data jsonb check (jsonb_typeof(shared_data) = 'object'),
  primary key (week, kind),
  constraint internal_alone check (not internal or shared_data is null)
);
comment on table core.picture_sections is 'Sections of a picture: what people write, beside what was compiled.';
comment on column core.picture_sections.week is 'The picture.';
comment on column core.picture_sections.kind is 'What it is about; names the section within the week.';
comment on column core.picture_sections.nth is 'Place in the order of reading.';
comment on column core.picture_sections.title is 'Its heading.';
comment on column core.picture_sections.internal is 'For the police alone: not in the shared version, its text and heading neither.';
comment on column core.picture_sections.text is 'What people wrote, as it was when last frozen. No personal data.';
comment on column core.picture_sections.document is 'The same as a Yjs document, which edits after an opening go on from; null once signed.';
comment on column core.picture_sections.data is 'What was compiled, for the police.';
comment on column core.picture_sections.shared_data is 'What of it is shared: aggregates, small counts suppressed.';

create table core.picture_updates (
  id uuid primary key,
  week text not null,
  section text not null,
  seq bigint not null,
  content bytea not null check (length(content) between 1 and 65536),
  account text not null,
  at timestamptz not null default now(),
  foreign key (week, section) references core.picture_sections on delete cascade
);
create unique index picture_updates_seq on core.picture_updates (week, seq);
create index picture_updates_section on core.picture_updates (week, section, seq);
comment on table core.picture_updates is 'Edits of the texts of a draft, as Yjs updates. Append-only, until freezing makes one document of them.';
comment on column core.picture_updates.id is 'Made by who sends it, so that an edit sent twice is kept once.';
comment on column core.picture_updates.week is 'The picture.';
comment on column core.picture_updates.section is 'The section.';
comment on column core.picture_updates.seq is 'Order of writing within the picture, without gaps.';
comment on column core.picture_updates.content is 'The update, Yjs encoding version 1.';
comment on column core.picture_updates.account is 'Account that wrote it.';
comment on column core.picture_updates.at is 'When it came in.';

create table core.picture_attendance (
  id uuid primary key default gen_random_uuid(),
  week text not null references core.pictures on delete cascade,
  version integer not null default 1,
  organisation text not null check (length(btrim(organisation)) between 1 and 120),
  function text not null check (length(btrim(function)) between 1 and 120),
  present boolean not null default true,
  created_at timestamptz not null default now()
);
create index picture_attendance_week on core.picture_attendance (week, created_at, id);
comment on table core.picture_attendance is 'Who took part in the meeting of a picture: organisations and functions, not persons.';
comment on column core.picture_attendance.id is 'Names the row.';
comment on column core.picture_attendance.week is 'The picture.';
comment on column core.picture_attendance.version is 'Rises by one with each change.';
comment on column core.picture_attendance.organisation is 'Authority, unit or company.';
comment on column core.picture_attendance.function is 'Function, not a person.';
comment on column core.picture_attendance.present is 'Was there; false for who sent word.';
comment on column core.picture_attendance.created_at is 'When it was written.';

create table core.picture_decisions (
  id uuid primary key default gen_random_uuid(),
  week text not null references core.pictures on delete cascade,
  version integer not null default 1,
  text text not null check (length(btrim(text)) between 1 and 2000),
  responsible text check (length(responsible) between 1 and 120),
  internal boolean not null default false,
  created_at timestamptz not null default now()
);
create index picture_decisions_week on core.picture_decisions (week, created_at, id);
comment on table core.picture_decisions is 'What was agreed on at the meeting of a picture.';
comment on column core.picture_decisions.id is 'Names the row.';
comment on column core.picture_decisions.week is 'The picture.';
comment on column core.picture_decisions.version is 'Rises by one with each change.';
comment on column core.picture_decisions.text is 'What was agreed. No personal data.';
comment on column core.picture_decisions.responsible is 'Unit or function that sees to it.';
comment on column core.picture_decisions.internal is 'For the police alone.';
comment on column core.picture_decisions.created_at is 'When it was written.';

create table core.picture_tasks (
  id uuid not null default gen_random_uuid(),
  week text not null references core.pictures on delete cascade,
  version integer not null default 1,
  text text not null check (length(btrim(text)) between 1 and 1000),
  owner text not null check (length(btrim(owner)) between 1 and 120),
  due_on date,
  state text not null default 'open' check (state in ('open', 'doing', 'done', 'dropped')),
  since text not null check (core.is_week(since)),
  internal boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (week, id),
  constraint since_before check (since <= week)
);
create index picture_tasks_id on core.picture_tasks (id);
comment on table core.picture_tasks is 'Tasks as a picture tells of them. One that is not done comes along to the next week under the same id.';
comment on column core.picture_tasks.id is 'Names the task, in every week that tells of it.';
comment on column core.picture_tasks.week is 'The picture.';
comment on column core.picture_tasks.version is 'Rises by one with each change.';
comment on column core.picture_tasks.text is 'What is to be done. No personal data.';
comment on column core.picture_tasks.owner is 'Unit or function that does it, not a person.';
comment on column core.picture_tasks.due_on is 'When it is to be done.';
comment on column core.picture_tasks.state is 'open, doing, done, dropped.';
comment on column core.picture_tasks.since is 'Week it was first written in.';
comment on column core.picture_tasks.internal is 'For the police alone.';
comment on column core.picture_tasks.created_at is 'When it came into this week.';

create table core.picture_signatures (
  week text not null references core.pictures on delete cascade,
  side text not null check (side in ('police', 'municipality')),
  account text not null,
  by_name text not null,
  title text not null check (length(btrim(title)) between 1 and 200),
  at timestamptz not null default now(),
  sha256 bytea not null check (length(sha256) = 32),
  primary key (week, side)
);
comment on table core.picture_signatures is 'Who signed a picture. The police sign all of it, which ends its writing; the municipality then signs the shared version.';
comment on column core.picture_signatures.week is 'The picture.';
comment on column core.picture_signatures.side is 'police or municipality; each signs once.';
comment on column core.picture_signatures.account is 'Account that signed.';
comment on column core.picture_signatures.by_name is 'Name of that account then; a pseudonym once it is erased.';
comment on column core.picture_signatures.title is 'In what capacity it was signed.';
comment on column core.picture_signatures.at is 'When it was signed.';
comment on column core.picture_signatures.sha256 is 'Digest of what was signed.';

-- What is signed.

create function core.picture_content(wanted text, shared boolean, previous bytea) returns text
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select (jsonb_build_object(
    'week', p.week, 'version', case when shared then 'shared' else 'internal' end,
    'compiledAt', to_char(p.compiled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'map', encode(sha256(case when shared then p.shared_map else p.map end), 'hex'),
    'sections', (
      select jsonb_agg(jsonb_build_object('kind', s.kind, 'title', s.title, 'text', s.text)
        || case when shared then jsonb_build_object('data', s.shared_data)
          else jsonb_build_object('internal', s.internal, 'data', s.data, 'shared', s.shared_data) end order by s.nth, s.kind)
      from core.picture_sections s where s.week = p.week and not (shared and s.internal)),
    'attendance', (
      select jsonb_agg(to_jsonb(a) - array['week', 'version', 'created_at'] order by a.created_at, a.id)
      from core.picture_attendance a where a.week = p.week),
    'decisions', (
      select jsonb_agg(to_jsonb(d) - array['week', 'version', 'created_at'] order by d.created_at, d.id)
      from core.picture_decisions d where d.week = p.week and not (shared and d.internal)),
    'tasks', (
      select jsonb_agg(to_jsonb(t) - array['week', 'version', 'created_at'] order by t.created_at, t.id)
      from core.picture_tasks t where t.week = p.week and not (shared and t.internal))
  ) || case when shared then '{}'::jsonb else jsonb_build_object(
    'shared', encode(sha256(convert_to(core.picture_content(wanted, true, null), 'UTF8')), 'hex'),
    'previous', encode(previous, 'hex')) end)::text
  from core.pictures p where p.week = wanted
$$;
comment on function core.picture_content(text, boolean, bytea) is 'All of a picture as text: of the shared version, or of the internal one with the digest of the shared and of the picture signed before.';

create function core.keep_picture() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  asked constant boolean := core.asks_as_audience();
  last core.pictures;
begin
  if tg_op = 'DELETE' then
    if asked or (old.state = 'signed' and not old.demo and core.week_begins(old.week) + interval '1 year' > now()) then
      raise exception 'a signed picture stays' using errcode = 'insufficient_privilege', constraint = 'picture_signed', table = 'pictures';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a picture begins as a draft' using errcode = 'check_violation', constraint = 'picture_state', column = 'state', table = 'pictures';
    end if;
    if asked then
      new.demo := false;
      new.created_at := now();
    end if;
    return new;
  end if;
  if old.state = 'signed' then
    -- The name of an account that is erased.
    if asked or to_jsonb(new) - 'frozen_by_name' <> to_jsonb(old) - 'frozen_by_name' then
      raise exception 'a signed picture never changes' using errcode = 'insufficient_privilege', constraint = 'picture_signed', table = 'pictures';
    end if;
    return new;
  end if;
  if new.week <> old.week then
    raise exception 'a picture keeps its week' using errcode = 'check_violation', constraint = 'picture_state', column = 'week', table = 'pictures';
  end if;
  new.demo := old.demo;
  new.created_at := old.created_at;
  new.revision := old.revision;
  -- One more edit of a text.
  if old.state = 'draft' and new.state = 'draft' and new.edits > old.edits then
    return new;
  end if;
  new.revision := old.revision + 1;
  if old.state = 'frozen' and new.state = 'frozen'
    and (new.compiled_at, new.map, new.shared_map) is distinct from (old.compiled_at, old.map, old.shared_map)
  then
    raise exception 'a frozen picture is opened before it changes' using errcode = 'check_violation', constraint = 'picture_frozen', table = 'pictures';
  end if;
  if new.state = 'draft' then
    new.frozen_at := null;
    new.frozen_by := null;
    new.frozen_by_name := null;
    new.signed_at := null;
    new.previous_week := null;
    new.previous_sha256 := null;
    new.content := null;
    new.sha256 := null;
    new.shared_content := null;
    new.shared_sha256 := null;
    return new;
  end if;
  if new.compiled_at is null or new.map is null or new.shared_map is null then
    raise exception 'a picture is compiled before it is frozen' using errcode = 'check_violation', constraint = 'picture_compiled', table = 'pictures';
  end if;
  if new.state = 'signed' and (old.state <> 'frozen' or pg_trigger_depth() < 2) then
    raise exception 'a picture is signed by a signature, once it is frozen' using errcode = 'check_violation', constraint = 'picture_not_frozen', table = 'pictures';
  end if;
  if old.state = 'draft' and (asked or new.frozen_by is null) then
    new.frozen_at := now();
    new.frozen_by := coalesce(nullif(current_setting('app.actor_id', true), ''), 'system');
    new.frozen_by_name := coalesce(nullif(current_setting('app.actor_name', true), ''), 'System');
  end if;
  select * into last from core.pictures p where p.state = 'signed' order by p.signed_at desc, p.week desc limit 1;
  new.previous_week := last.week;
  new.previous_sha256 := last.sha256;
  new.content := core.picture_content(new.week, false, last.sha256);
  new.sha256 := sha256(convert_to(new.content, 'UTF8'));
  new.shared_content := core.picture_content(new.week, true, null);
  new.shared_sha256 := sha256(convert_to(new.shared_content, 'UTF8'));
  return new;
end
$$;
comment on function core.keep_picture() is 'Trigger: counts revisions, makes the content and its digest when a picture is frozen and when it is signed, and keeps a signed one as it is.';
create trigger keep before insert or update or delete on core.pictures for each row execute function core.keep_picture();

create function core.drop_picture_updates() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  delete from core.picture_updates u where u.week = new.week;
  return null;
end
$$;
comment on function core.drop_picture_updates() is 'Trigger: with the freezing, edits have become one document of each section.';
create trigger frozen after update of state on core.pictures for each row when (old.state = 'draft' and new.state = 'frozen')
  execute function core.drop_picture_updates();

create function core.keep_picture_part() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  found_state text;
  of_week constant text := case when tg_op = 'DELETE' then old.week else new.week end;
begin
  if tg_op = 'UPDATE' and new.week <> old.week then
    raise exception 'a part stays in its picture' using errcode = 'check_violation', constraint = 'picture_state', column = 'week', table = tg_table_name;
  end if;
  -- In line with freezing.
  select p.state into found_state from core.pictures p where p.week = of_week for share;
  if found_state is null then
    -- Gone with its picture, or about to fail on its reference.
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if found_state = 'signed' then
    -- Within the signing: the document that texts were written in has become text.
    if tg_op = 'UPDATE' and tg_table_name = 'picture_sections' and pg_trigger_depth() > 1
      and to_jsonb(new) - 'document' = to_jsonb(old) - 'document'
    then
      return new;
    end if;
    raise exception 'a signed picture never changes' using errcode = 'insufficient_privilege', constraint = 'picture_signed', table = tg_table_name;
  end if;
  if found_state = 'frozen' then
    raise exception 'a frozen picture is opened before it changes' using errcode = 'check_violation', constraint = 'picture_frozen', table = tg_table_name;
  end if;
  if tg_table_name in ('picture_attendance', 'picture_decisions', 'picture_tasks') then
    if tg_op = 'INSERT' then
      new.version := 1;
    elsif tg_op = 'UPDATE' then
      new.id := old.id;
      new.created_at := old.created_at;
      new.version := old.version + 1;
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function core.keep_picture_part() is 'Trigger: parts of a picture change while it is a draft, and never once it is signed.';

create function core.keep_picture_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'edits are append-only' using errcode = 'insufficient_privilege', table = 'picture_updates';
  end if;
  if tg_op = 'DELETE' then
    if exists (select from core.pictures p where p.week = old.week and p.state = 'draft') then
      raise exception 'edits are append-only' using errcode = 'insufficient_privilege', table = 'picture_updates';
    end if;
    return old;
  end if;
  -- One after the other, so that whoever has seen one number has seen all before it.
  update core.pictures p set edits = p.edits + 1 where p.week = new.week and p.state = 'draft' returning p.edits into new.seq;
  if new.seq is null then
    raise exception 'a text is written while its picture is a draft' using errcode = 'check_violation', constraint = 'picture_frozen', table = 'picture_updates';
  end if;
  new.at := now();
  new.account := coalesce(nullif(current_setting('app.actor_id', true), ''), 'system');
  return new;
end
$$;
comment on function core.keep_picture_update() is 'Trigger: numbers edits, and takes them while the picture is a draft.';
create trigger keep before insert or update or delete on core.picture_updates for each row execute function core.keep_picture_update();

create function core.keep_picture_signature() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  asked constant boolean := core.asks_as_audience();
  picture core.pictures;
begin
  if tg_op = 'DELETE' then
    if exists (select from core.pictures p where p.week = old.week) then
      raise exception 'a signature stays' using errcode = 'insufficient_privilege', constraint = 'picture_signed', table = 'picture_signatures';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    -- The name of an account that is erased.
    if asked or to_jsonb(new) - 'by_name' <> to_jsonb(old) - 'by_name' then
      raise exception 'a signature never changes' using errcode = 'insufficient_privilege', constraint = 'picture_signed', table = 'picture_signatures';
    end if;
    return new;
  end if;
  -- Signatures form one chain: one at a time, whatever week.
  perform pg_advisory_xact_lock(hashtext('core.picture_signatures'));
  if asked then
    if not core.actor_decides() then
      raise exception 'only who decides signs' using errcode = 'insufficient_privilege', table = 'picture_signatures';
    end if;
    new.side := case case current_setting('role') when 'none' then session_user::text else current_setting('role') end
      when 'app_police' then 'police' when 'app_planner' then 'municipality' end;
    new.account := current_setting('app.actor_id');
    new.by_name := current_setting('app.actor_name');
    new.at := clock_timestamp();
  end if;
  select * into picture from core.pictures p where p.week = new.week for update;
  if exists (select from core.picture_signatures s where s.week = new.week and s.side = new.side) then
    raise exception 'this side has signed the week already' using errcode = 'unique_violation', constraint = 'picture_signed_twice', table = 'picture_signatures';
  end if;
  if new.side = 'municipality' then
    if picture.state is distinct from 'signed' then
      raise exception 'the municipality signs what the police have signed' using errcode = 'check_violation', constraint = 'picture_police_first', table = 'picture_signatures';
    end if;
    new.sha256 := picture.shared_sha256;
    return new;
  end if;
  if picture.state is distinct from 'frozen' then
    raise exception 'a picture is frozen before it is signed' using errcode = 'check_violation', constraint = 'picture_not_frozen', table = 'picture_signatures';
  end if;
  update core.pictures p set state = 'signed', signed_at = new.at where p.week = new.week returning p.sha256 into new.sha256;
  update core.picture_sections s set document = null where s.week = new.week and s.document is not null;
  return new;
end
$$;
comment on function core.keep_picture_signature() is 'Trigger: signs a picture, once for each side, and keeps the signature.';
create trigger keep before insert or update or delete on core.picture_signatures for each row execute function core.keep_picture_signature();

create function core.refuse_truncate() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'what is signed is not emptied' using errcode = 'insufficient_privilege', table = tg_table_name;
end
$$;
comment on function core.refuse_truncate() is 'Trigger: TRUNCATE would pass the row triggers by.';

-- Whoever has it open reads it anew.
create function core.notify_picture() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  perform pg_notify('changes', json_build_object('layer', tg_table_name, 'op', lower(tg_op),
    'id', case when tg_op = 'DELETE' then old.week else new.week end)::text)
  where coalesce(current_setting('app.bulk', true), '') <> 'on';
  return null;
end
$$;
comment on function core.notify_picture() is 'Trigger: tells listeners of the week.';
create trigger notify after insert or delete on core.pictures for each row execute function core.notify_picture();
create trigger notify_changed after update on core.pictures for each row when (old.revision <> new.revision) execute function core.notify_picture();
create trigger notify after insert on core.picture_updates for each row execute function core.notify_picture();
create trigger notify after insert on core.picture_signatures for each row execute function core.notify_picture();

do $$
declare
  part text;
begin
  foreach part in array array['picture_sections', 'picture_attendance', 'picture_decisions', 'picture_tasks'] loop
    execute format('create trigger keep before insert or update or delete on core.%I for each row execute function core.keep_picture_part()', part);
  end loop;
  foreach part in array array['picture_attendance', 'picture_decisions', 'picture_tasks'] loop
    execute format('create trigger notify after insert or update or delete on core.%I for each row execute function core.notify_picture()', part);
  end loop;
  foreach part in array array['pictures', 'picture_sections', 'picture_updates', 'picture_attendance', 'picture_decisions', 'picture_tasks', 'picture_signatures'] loop
    execute format('create trigger emptied before truncate on core.%I for each statement execute function core.refuse_truncate()', part);
  end loop;
end
$$;

-- Whether what was signed is still what stands there.
create function core.picture_intact(wanted text, shared boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select case when shared
    then p.shared_content = core.picture_content(wanted, true, null) and p.shared_sha256 = sha256(convert_to(p.shared_content, 'UTF8'))
    else p.content = core.picture_content(wanted, false, p.previous_sha256) and p.sha256 = sha256(convert_to(p.content, 'UTF8'))
      -- The one before may have had its time.
      and not exists (
        select from core.pictures b where b.week = p.previous_week and b.state = 'signed' and b.sha256 is distinct from p.previous_sha256) end
  from core.pictures p where p.week = wanted and p.state = 'signed'
$$;
comment on function core.picture_intact(text, boolean) is 'Whether a signed picture is as it was signed, and so the one it is chained to; null of one that is not signed.';
create function police.picture_intact(wanted text, shared boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$ select core.picture_intact(wanted, shared) $$;
comment on function police.picture_intact(text, boolean) is 'Whether a signed picture is as it was signed.';
create function planner.picture_intact(wanted text) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$ select core.picture_intact(wanted, true) $$;
comment on function planner.picture_intact(text) is 'Whether the shared version of a signed picture is as it was signed.';

-- The police see all of it.

create view police.pictures as
  select week, state, revision, edits, compiled_at, map, shared_map, frozen_at, frozen_by_name, signed_at, previous_week, previous_sha256,
    sha256, shared_sha256, demo, created_at
  from core.pictures;
create view police.picture_sections as
  select week, kind, nth, title, internal, text, document, data, shared_data from core.picture_sections;
create view police.picture_updates as
  select id, week, section, seq, content, at from core.picture_updates;
create view police.picture_attendance as
  select id, week, version, organisation, function, present, created_at from core.picture_attendance;
create view police.picture_decisions as
  select id, week, version, text, responsible, internal, created_at from core.picture_decisions;
create view police.picture_tasks as
  select id, week, version, text, owner, due_on, state, since, internal, created_at from core.picture_tasks;
create view police.picture_signatures as
  select week, side, by_name, title, at, sha256 from core.picture_signatures;
grant select, insert (week), update (state, compiled_at, map, shared_map) on police.pictures to app_police;
grant select, insert (week, kind, nth, title, internal, data, shared_data), update (nth, title, text, document, data, shared_data)
  on police.picture_sections to app_police;
grant select, insert (id, week, section, content) on police.picture_updates to app_police;
grant select, delete, insert (id, week, organisation, function, present), update (organisation, function, present) on police.picture_attendance to app_police;
grant select, delete, insert (id, week, text, responsible, internal), update (text, responsible, internal) on police.picture_decisions to app_police;
grant select, delete, insert (id, week, text, owner, due_on, state, since, internal), update (text, owner, due_on, state, internal) on police.picture_tasks to app_police;
grant select, insert (week, title) on police.picture_signatures to app_police;

-- Planners see what is shared. Figures and the map only of what is signed: two compilations of one week could be subtracted from each other.

create view planner.pictures with (security_barrier) as
  select p.week, p.state, p.revision, p.edits, p.compiled_at, case when p.state = 'signed' then p.shared_map end as shared_map, p.frozen_at, p.signed_at,
    p.shared_sha256, p.demo, p.created_at
  from core.pictures p;
create view planner.picture_sections with (security_barrier) as
  select s.week, s.kind, s.nth, s.title, s.text, s.document,
    case when (select p.state from core.pictures p where p.week = s.week) = 'signed' then s.shared_data end as shared_data
  from core.picture_sections s where not s.internal;
create view planner.picture_updates with (security_barrier) as
  select u.id, u.week, u.section, u.seq, u.content, u.at
  from core.picture_updates u
  where exists (select from core.picture_sections s where s.week = u.week and s.kind = u.section and not s.internal)
  with local check option;
create view planner.picture_attendance with (security_barrier) as
  select id, week, version, organisation, function, present, created_at from core.picture_attendance;
create view planner.picture_decisions with (security_barrier) as
  select d.id, d.week, d.version, d.text, d.responsible, d.created_at from core.picture_decisions d where not d.internal;
create view planner.picture_tasks with (security_barrier) as
  select t.id, t.week, t.version, t.text, t.owner, t.due_on, t.state, t.since, t.created_at from core.picture_tasks t where not t.internal;
create view planner.picture_signatures with (security_barrier) as
  select s.week, s.side, s.by_name, s.title, s.at, p.shared_sha256 as sha256
  from core.picture_signatures s join core.pictures p on p.week = s.week;
grant select on planner.pictures, planner.picture_sections, planner.picture_signatures to app_planner;
grant select, insert (id, week, section, content) on planner.picture_updates to app_planner;
grant select, delete, insert (id, week, organisation, function, present), update (organisation, function, present) on planner.picture_attendance to app_planner;
grant select, delete, insert (id, week, text, responsible), update (text, responsible) on planner.picture_decisions to app_planner;
grant select, delete, insert (id, week, text, owner, due_on, state, since), update (text, owner, due_on, state) on planner.picture_tasks to app_planner;

create function planner.sign_picture(wanted text, as_title text) returns void
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  insert into core.picture_signatures (week, title) values (wanted, as_title);
end
$$;
comment on function planner.sign_picture(text, text) is 'Signs the shared version for the municipality.';

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format('comment on view %I.pictures is %L', s, 'The joint picture of each week.');
    execute format('comment on view %I.picture_sections is %L', s, 'Sections of the pictures.');
    execute format('comment on view %I.picture_updates is %L', s, 'Edits of the texts of drafts.');
    execute format('comment on view %I.picture_attendance is %L', s, 'Who took part.');
    execute format('comment on view %I.picture_decisions is %L', s, 'What was agreed on.');
    execute format('comment on view %I.picture_tasks is %L', s, 'Tasks as each week tells of them.');
    execute format('comment on view %I.picture_signatures is %L', s, 'Who signed.');
  end loop;
end
$$;

revoke execute on function core.keep_picture(), core.drop_picture_updates(), core.keep_picture_part(), core.keep_picture_update(), core.keep_picture_signature(),
  core.refuse_truncate(), core.notify_picture(), core.picture_content(text, boolean, bytea), core.picture_intact(text, boolean),
  police.picture_intact(text, boolean), planner.picture_intact(text), planner.sign_picture(text, text) from public;
grant execute on function police.picture_intact(text, boolean) to app_police;
grant execute on function planner.picture_intact(text), planner.sign_picture(text, text) to app_planner;
