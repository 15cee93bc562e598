-- The audit trail: who did what, to what, from where. Append-only, each entry chained to the one before it by SHA-256.

create schema audit;
comment on schema audit is 'The audit trail. The application''s roles append through audit.append and read nothing; an administrator reads the view admin.audit.';
grant usage on schema audit to app_public, app_reporter, app_planner, app_police, app_admin, app_door;

create table audit.entries (
  seq bigint primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  audience text not null,
  address text,
  action text not null check (action ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  kind text not null check (length(kind) between 1 and 63),
  object text check (length(object) <= 500),
  before jsonb,
  after jsonb,
  detail jsonb,
  person_salt bytea,
  matter_salt bytea,
  content text not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32)
);
comment on table audit.entries is 'One entry for each thing done, in the order of their commits, without gaps.';
comment on column audit.entries.seq is 'Place in the chain, from 1.';
comment on column audit.entries.at is 'When it was done.';
comment on column audit.entries.actor_id is 'Account or token that did it; system for the server''s own jobs.';
comment on column audit.entries.actor_name is 'Its name at that time; a pseudonym once the account is erased.';
comment on column audit.entries.audience is 'What it acted as.';
comment on column audit.entries.address is 'From where; null where unknown or erased.';
comment on column audit.entries.action is 'noun.verb, such as object.changed.';
comment on column audit.entries.kind is 'Kind of the object: a layer''s id, account, token, session, import, …';
comment on column audit.entries.object is 'Id of the object.';
comment on column audit.entries.before is 'What it was; of a change, the columns that changed.';
comment on column audit.entries.after is 'What it became; of a change, the columns that changed.';
comment on column audit.entries.detail is 'What else belongs to it.';
comment on column audit.entries.person_salt is 'Makes the digest of name and address unguessable; gone with them when the account is erased.';
comment on column audit.entries.matter_salt is 'Makes the digest of before, after and detail unguessable; gone with them when the object''s time is up.';
comment on column audit.entries.content is 'What is hashed: JSON of seq, at, actor, audience, action, kind, object, digest of the person, digest of the matter.';
comment on column audit.entries.previous_hash is 'Hash of the entry before; of the first, 32 zero bytes.';
comment on column audit.entries.hash is 'SHA-256 of previous_hash and content.';
create index entries_at on audit.entries (at);
create index entries_actor on audit.entries (actor_id, seq);
create index entries_object on audit.entries (kind, object, seq);

create table audit.head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null,
  at timestamptz
);
comment on table audit.head is 'The last entry. Its lock puts commits in line.';
comment on column audit.head.one is 'There is one row.';
comment on column audit.head.seq is 'Of the last entry.';
comment on column audit.head.hash is 'Of the last entry.';
comment on column audit.head.at is 'When it was chained.';
insert into audit.head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create table audit.anchor (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
comment on table audit.anchor is 'The last entry that retention has removed: the chain begins after it. The entry audit.trimmed says the same inside the chain.';
comment on column audit.anchor.one is 'There is one row.';
comment on column audit.anchor.seq is 'Of the last entry removed; 0 where none was.';
comment on column audit.anchor.hash is 'Of the last entry removed.';
insert into audit.anchor (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create table audit.waiting (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  audience text not null,
  address text,
  action text not null,
  kind text not null,
  object text,
  before jsonb,
  after jsonb,
  detail jsonb
);
comment on table audit.waiting is 'Entries of transactions that have not committed: empty to everybody else.';
comment on column audit.waiting.id is 'Order of appending.';
comment on column audit.waiting.at is 'As in audit.entries.';
comment on column audit.waiting.actor_id is 'As in audit.entries.';
comment on column audit.waiting.actor_name is 'As in audit.entries.';
comment on column audit.waiting.audience is 'As in audit.entries.';
comment on column audit.waiting.address is 'As in audit.entries.';
comment on column audit.waiting.action is 'As in audit.entries.';
comment on column audit.waiting.kind is 'As in audit.entries.';
comment on column audit.waiting.object is 'As in audit.entries.';
comment on column audit.waiting.before is 'As in audit.entries.';
comment on column audit.waiting.after is 'As in audit.entries.';
comment on column audit.waiting.detail is 'As in audit.entries.';

create function audit.digest(salt bytea, content jsonb) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(salt || convert_to(content::text, 'UTF8')), 'hex')
$$;
comment on function audit.digest(bytea, jsonb) is 'Commits to a text that may have to be forgotten later: without its salt nobody can guess it.';

-- Called at commit alone: the head's lock is the last one a transaction takes, so two writers never wait for each other.
create function audit.chain(entry audit.waiting) returns void
language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
declare
  last audit.head;
  person_salt constant bytea := uuid_send(gen_random_uuid());
  matter_salt constant bytea := uuid_send(gen_random_uuid());
  said text;
  link bytea;
begin
  select * into strict last from audit.head for update;
  said := jsonb_build_array(
    last.seq + 1,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.actor_id, entry.audience, entry.action, entry.kind, entry.object,
    audit.digest(person_salt, jsonb_build_array(entry.actor_name, entry.address)),
    audit.digest(matter_salt, jsonb_build_array(entry.before, entry.after, entry.detail))
  )::text;
  link := sha256(last.hash || convert_to(said, 'UTF8'));
  insert into audit.entries values (
    last.seq + 1, entry.at, entry.actor_id, entry.actor_name, entry.audience, entry.address, entry.action, entry.kind, entry.object,
    entry.before, entry.after, entry.detail, person_salt, matter_salt, said, last.hash, link
  );
  update audit.head h set seq = last.seq + 1, hash = link, at = clock_timestamp();
end
$$;
comment on function audit.chain(audit.waiting) is 'Puts one entry last in the chain.';

create function audit.chain_waiting() returns trigger
language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
begin
  delete from audit.waiting w where w.id = new.id;
  perform audit.chain(new);
  return null;
end
$$;
comment on function audit.chain_waiting() is 'Trigger at commit: moves the entry into the chain.';
create constraint trigger chain_at_commit after insert on audit.waiting
  deferrable initially deferred for each row execute function audit.chain_waiting();

create function audit.cleaned(kind text, value jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when jsonb_typeof(value) = 'object' then
    value - array['secret', 'secret_hash', 'token', 'token_hash', 'cookie', 'password', 'id_token', 'refresh_token',
      'access_token', 'sealed', 'state_hash', 'browser_hash', 'nonce', 'code_verifier']
    - case when kind in ('account', 'session') then
        array['name', 'email', 'subject', 'address', 'user_agent', 'userAgent', 'account_name']
      else '{}'::text[] end
  else value end
$$;
comment on function audit.cleaned(text, jsonb) is 'Without secrets; of an account or a session also without the person, who may want to be forgotten.';

create function audit.append(action text, kind text, object text, before jsonb, after jsonb, detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
declare
  asking constant text := case current_setting('role') when 'none' then session_user::text else current_setting('role') end;
begin
  -- What a verification takes for leave to have let words go is the owner's to say, and what an object became is the trigger's.
  if asking like 'app\_%' and (action in ('account.erased', 'audit.trimmed') or action like 'object.%' and action <> 'object.read') then
    raise exception 'only the server itself says %', action using errcode = 'insufficient_privilege', table = 'entries';
  end if;
  insert into audit.waiting (actor_id, actor_name, audience, address, action, kind, object, before, after, detail)
  values (
    coalesce(nullif(current_setting('app.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'System'),
    coalesce(nullif(current_setting('app.audience', true), ''), 'system'),
    nullif(current_setting('app.address', true), ''),
    action, kind, object,
    audit.cleaned(kind, before), audit.cleaned(kind, after), audit.cleaned(kind, detail)
  );
end
$$;
comment on function audit.append(text, text, text, jsonb, jsonb, jsonb) is 'Appends an entry when the transaction commits; who and from where stand in the transaction''s settings.';

-- Every change of every object of every layer, beside its history.
create function audit.keep_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
declare
  entry audit.waiting;
  changed text[];
begin
  entry.at := new.at;
  entry.actor_id := new.actor_id;
  entry.actor_name := new.actor_name;
  entry.audience := coalesce(nullif(current_setting('app.audience', true), ''), 'system');
  entry.address := nullif(current_setting('app.address', true), '');
  entry.action := 'object.' || case new.op when 'insert' then 'created' when 'update' then 'changed' else 'removed' end;
  entry.kind := new.layer;
  entry.object := new.object_id::text;
  entry.before := new.before;
  entry.after := new.after;
  entry.detail := jsonb_strip_nulls(jsonb_build_object('version', new.version, 'note', new.note));
  if new.op = 'update' then
    select array_agg(a.key) into changed
    from jsonb_each(new.after) a
    where a.key not in ('version', 'updated_at') and a.value is distinct from new.before -> a.key;
    select jsonb_object_agg(b.key, b.value) into entry.before from jsonb_each(new.before) b where b.key = any (changed);
    select jsonb_object_agg(a.key, a.value) into entry.after from jsonb_each(new.after) a where a.key = any (changed);
    entry.detail := entry.detail || jsonb_build_object('changed', to_jsonb(changed));
  end if;
  perform audit.chain(entry);
  return null;
end
$$;
comment on function audit.keep_change() is 'Trigger at commit: chains a change of an object; of an update the columns that changed.';
-- A bulk write is one entry of its own, made by who runs it.
create constraint trigger z_audit after insert on core.history
  deferrable initially deferred for each row
  when (coalesce(current_setting('app.bulk', true), '') <> 'on')
  execute function audit.keep_change();

-- What is written stays. Only what the law wants forgotten is let go, and the chain holds all the same.

create function audit.refuse() returns trigger
language plpgsql set search_path = pg_catalog, audit, pg_temp as $$
declare
  maintenance constant text := coalesce(current_setting('app.audit_maintenance', true), '');
begin
  if tg_op = 'DELETE' and maintenance = 'retention' and old.seq <= (select a.seq from audit.anchor a) then
    return old;
  end if;
  if tg_op = 'UPDATE' and maintenance = 'erasure' and new.address is null and new.person_salt is null
    and to_jsonb(new) - array['actor_name', 'address', 'person_salt'] = to_jsonb(old) - array['actor_name', 'address', 'person_salt'] then
    return new;
  end if;
  if tg_op = 'UPDATE' and maintenance = 'retention'
    and num_nonnulls(new.before, new.after, new.detail, new.matter_salt) = 0
    and to_jsonb(new) - array['before', 'after', 'detail', 'matter_salt'] = to_jsonb(old) - array['before', 'after', 'detail', 'matter_salt'] then
    return new;
  end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege', table = 'entries';
end
$$;
comment on function audit.refuse() is 'Trigger: refuses to change or remove an entry, the owner too, but for what retention and erasure let go.';
create trigger append_only before update or delete on audit.entries for each row execute function audit.refuse();
create trigger append_only_truncate before truncate on audit.entries for each statement execute function audit.refuse();

create function audit.trim(before_time timestamptz, most integer) returns integer
language plpgsql set search_path = pg_catalog, audit, pg_temp as $$
declare
  done bigint;
  through bigint;
  last bytea;
  removed integer;
begin
  select a.seq into strict done from audit.anchor a for update;
  select coalesce(
    (select min(e.seq) - 1 from audit.entries e where e.at >= before_time),
    (select max(e.seq) from audit.entries e)
  ) into through;
  through := least(through, done + most);
  if through is null or through <= done then
    return 0;
  end if;
  select e.hash into strict last from audit.entries e where e.seq = through;
  update audit.anchor set seq = through, hash = last;
  perform set_config('app.audit_maintenance', 'retention', true);
  delete from audit.entries e where e.seq <= through;
  get diagnostics removed = row_count;
  perform set_config('app.audit_maintenance', '', true);
  perform audit.append('audit.trimmed', 'audit', null, null, null,
    jsonb_build_object('through', through, 'digest', encode(last, 'hex'), 'rows', removed));
  return removed;
end
$$;
comment on function audit.trim(timestamptz, integer) is 'Removes the oldest entries, all from before the time, and keeps where the chain goes on. Returns how many.';

create function audit.forget_person(actor text, pseudonym text) returns integer
language plpgsql set search_path = pg_catalog, audit, pg_temp as $$
declare
  forgotten integer;
begin
  perform set_config('app.audit_maintenance', 'erasure', true);
  update audit.entries e set actor_name = pseudonym, address = null, person_salt = null
  where e.actor_id = actor and e.person_salt is not null;
  get diagnostics forgotten = row_count;
  perform set_config('app.audit_maintenance', '', true);
  perform audit.append('account.erased', 'account', actor, null, null, jsonb_build_object('entries', forgotten));
  return forgotten;
end
$$;
comment on function audit.forget_person(text, text) is 'Name and address of an actor go, their digests stay: the chain holds. Returns in how many entries.';

create function audit.forget_objects(layer text, objects text[], clock text) returns integer
language plpgsql set search_path = pg_catalog, audit, pg_temp as $$
declare
  forgotten integer;
begin
  perform set_config('app.audit_maintenance', 'retention', true);
  update audit.entries e set before = null, after = null, detail = null, matter_salt = null
  where e.kind = layer and e.object = any (objects) and e.matter_salt is not null;
  get diagnostics forgotten = row_count;
  perform set_config('app.audit_maintenance', '', true);
  perform audit.append('object.expired', layer, null, null, null, jsonb_build_object('clock', clock, 'ids', to_jsonb(objects)));
  return forgotten;
end
$$;
comment on function audit.forget_objects(text, text[], text) is 'What was written of objects whose time is up goes; that it was done, when and by whom stays. Returns in how many entries.';

-- An administrator sees of an object what his own view of the layer shows of it now, and otherwise only that it was changed.

create function audit.shown(layer text, object text, value jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, audit, pg_temp as $$
declare
  visible boolean;
  seen jsonb;
begin
  if value is null or to_regclass(format('admin.%I', layer)) is null then
    return null;
  end if;
  execute format('select exists (select from admin.%I where id = $1::uuid)', layer) into visible using object;
  if not visible then
    return null;
  end if;
  select jsonb_object_agg(v.key, v.value) into seen
  from jsonb_each(value) v
  join pg_attribute a on a.attname = v.key and a.attnum > 0 and not a.attisdropped
  where a.attrelid = format('admin.%I', layer)::regclass;
  return seen;
end
$$;
comment on function audit.shown(text, text, jsonb) is 'The columns that administrators see of an object they see; null of any other.';

-- What is an administrator's own matter is shown as it is; of layers what the view above lets through; of all else nothing is known.
create view admin.audit as
  select seq, at, actor_id, actor_name, audience, address, action, kind, object,
    case
      when kind in ('account', 'session', 'token', 'import', 'job', 'retention', 'audit') then before
      when action like 'object.%' then audit.shown(kind, object, before)
    end as before,
    case
      when kind in ('account', 'session', 'token', 'import', 'job', 'retention', 'audit') then after
      when action like 'object.%' then audit.shown(kind, object, after)
    end as after,
    case when action like 'object.%' then detail - 'note' else detail end as detail,
    hash
  from audit.entries;
comment on view admin.audit is 'The audit trail as an administrator sees it.';
grant select on admin.audit to app_admin;

revoke execute on all functions in schema audit from public;
grant execute on function audit.append(text, text, text, jsonb, jsonb, jsonb)
  to app_public, app_reporter, app_planner, app_police, app_admin, app_door;
grant execute on function audit.shown(text, text, jsonb) to app_admin;
