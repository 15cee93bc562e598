-- Who signs in: accounts, their sessions on the server, and tokens for machines. Only the door reads it.

do $$
begin
  begin
    create role app_door nologin noinherit;
  exception when duplicate_object or unique_violation then
    null;
  end;
  if not pg_has_role(current_user, 'app_door', 'member') then
    execute format('grant app_door to current_user');
  end if;
end
$$;

create schema identity;
comment on schema identity is 'Accounts, sessions and tokens. The door (role app_door) reads it, and an administrator through views without secrets.';
grant usage on schema identity to app_door;

create table identity.accounts (
  id uuid primary key default gen_random_uuid(),
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 500),
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 320),
  audience text check (audience in ('reporter', 'planner', 'police', 'admin')),
  audience_by text not null default 'claims' check (audience_by in ('claims', 'admin')),
  claimed_audience text check (claimed_audience in ('reporter', 'planner', 'police', 'admin')),
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  erased_at timestamptz,
  unique (issuer, subject)
);
comment on table identity.accounts is 'People who have signed in.';
comment on column identity.accounts.id is 'Stands in history and audit as the actor, also when the name is erased.';
comment on column identity.accounts.issuer is 'Id of the provider in the configuration, or demo.';
comment on column identity.accounts.subject is 'The provider''s own identity of the person.';
comment on column identity.accounts.name is 'As the provider gave it last.';
comment on column identity.accounts.email is 'As the provider gave it last.';
comment on column identity.accounts.audience is 'What the account may enter; null: nothing yet.';
comment on column identity.accounts.audience_by is 'claims: follows the provider''s groups; admin: an administrator decided.';
comment on column identity.accounts.claimed_audience is 'What the provider''s groups gave at the last sign-in.';
comment on column identity.accounts.enabled is 'False: cannot sign in.';
comment on column identity.accounts.created_at is 'First sign-in.';
comment on column identity.accounts.last_seen_at is 'Last request, to the minute.';
comment on column identity.accounts.erased_at is 'When name, address and subject were erased.';

create table identity.sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid not null references identity.accounts on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  authenticated_at timestamptz not null default now(),
  idle_until timestamptz not null,
  absolute_until timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('sign-out', 'self', 'admin', 'provider', 'replaced', 'expired', 'account')),
  address text,
  user_agent text check (length(user_agent) <= 300),
  provider_sid text,
  id_token text,
  refresh_token text,
  refresh_at timestamptz,
  check ((ended_at is null) = (ended_why is null))
);
comment on table identity.sessions is 'Sessions on the server. The browser has the token, this table its SHA-256.';
comment on column identity.sessions.id is 'Names the session to its owner and to administrators; opens nothing.';
comment on column identity.sessions.token_hash is 'SHA-256 of the cookie''s token.';
comment on column identity.sessions.account_id is 'Whose it is.';
comment on column identity.sessions.created_at is 'When it was opened.';
comment on column identity.sessions.last_seen_at is 'Last request, to the minute.';
comment on column identity.sessions.authenticated_at is 'When the person last proved who they are.';
comment on column identity.sessions.idle_until is 'It ends then unless something is asked before.';
comment on column identity.sessions.absolute_until is 'It ends then whatever is asked.';
comment on column identity.sessions.ended_at is 'When it ended before its time.';
comment on column identity.sessions.ended_why is 'sign-out, self (from the list of one''s own), admin, provider, replaced, expired, account (disabled or other role).';
comment on column identity.sessions.address is 'The client''s address when it was opened.';
comment on column identity.sessions.user_agent is 'What the browser called itself.';
comment on column identity.sessions.provider_sid is 'The provider''s id of the session, for its logout.';
comment on column identity.sessions.id_token is 'Sealed (AES-256-GCM); hint for logout at the provider.';
comment on column identity.sessions.refresh_token is 'Sealed (AES-256-GCM).';
comment on column identity.sessions.refresh_at is 'When the provider is to be asked again.';
create index sessions_account on identity.sessions (account_id) where ended_at is null;
create index sessions_provider_sid on identity.sessions (provider_sid) where ended_at is null;

create table identity.tokens (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  hint text not null check (length(hint) between 1 and 12),
  created_by uuid references identity.accounts on delete set null,
  audience text not null check (audience in ('public', 'reporter', 'planner', 'police', 'admin')),
  layers text[],
  can_write boolean not null default false,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references identity.accounts on delete set null,
  last_used_at timestamptz,
  last_used_address text,
  check (expires_at > created_at)
);
comment on table identity.tokens is 'Keys of programs: QGIS, Origo, Open311 clients. The program has the secret, this table its SHA-256.';
comment on column identity.tokens.id is 'Names the token; opens nothing.';
comment on column identity.tokens.name is 'What it is for.';
comment on column identity.tokens.secret_hash is 'SHA-256 of the secret.';
comment on column identity.tokens.hint is 'First characters of the secret.';
comment on column identity.tokens.created_by is 'The administrator who made it.';
comment on column identity.tokens.audience is 'Whose eyes it has.';
comment on column identity.tokens.layers is 'The only layers it reaches; null: all of its audience''s.';
comment on column identity.tokens.can_write is 'It may change what its audience may change.';
comment on column identity.tokens.created_at is 'When it was made.';
comment on column identity.tokens.expires_at is 'It opens nothing from then on.';
comment on column identity.tokens.revoked_at is 'When it was taken back.';
comment on column identity.tokens.revoked_by is 'Who took it back.';
comment on column identity.tokens.last_used_at is 'Last request, to the minute.';
comment on column identity.tokens.last_used_address is 'Where the last request came from.';

create table identity.sign_ins (
  state_hash bytea primary key check (length(state_hash) = 32),
  provider text not null,
  purpose text not null check (purpose in ('sign-in', 'step-up')),
  account_id uuid references identity.accounts on delete cascade,
  sealed text not null,
  browser_hash bytea not null check (length(browser_hash) = 32),
  return_to text not null check (length(return_to) <= 2000),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table identity.sign_ins is 'Sign-ins under way at a provider. Taken out when the browser comes back, so that none is used twice.';
comment on column identity.sign_ins.state_hash is 'SHA-256 of the state sent to the provider.';
comment on column identity.sign_ins.provider is 'Id of the provider it was sent to; no other may answer.';
comment on column identity.sign_ins.purpose is 'sign-in, or step-up of a session there is.';
comment on column identity.sign_ins.account_id is 'Whose step-up.';
comment on column identity.sign_ins.sealed is 'Nonce and code verifier, sealed (AES-256-GCM).';
comment on column identity.sign_ins.browser_hash is 'SHA-256 of a cookie of the browser that began.';
comment on column identity.sign_ins.return_to is 'Path to go back to.';
comment on column identity.sign_ins.created_at is 'When it began.';
comment on column identity.sign_ins.expires_at is 'It is of no use from then on.';

grant select, insert, update, delete on identity.accounts, identity.sessions, identity.tokens, identity.sign_ins to app_door;

-- What is kept in memory of a session, a token or an account is forgotten the moment it changes.
create function identity.tell() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('changes', json_build_object('layer', 'identity', 'op', 'update', 'id', old.id)::text);
  return null;
end
$$;
comment on function identity.tell() is 'Trigger: tells every server that an account, a session or a token is not what it was.';
create trigger tell after update of audience, enabled, name, erased_at or delete on identity.accounts for each row execute function identity.tell();
create trigger tell after update of ended_at, authenticated_at or delete on identity.sessions for each row execute function identity.tell();
create trigger tell after update of revoked_at or delete on identity.tokens for each row execute function identity.tell();

-- Two administrators who remove each other at the same moment must not leave nobody.
create function identity.keep_one_admin() returns trigger
language plpgsql security definer set search_path = pg_catalog, identity, pg_temp as $$
begin
  -- Where the provider's groups take the role away, the provider decides.
  if coalesce(current_setting('app.audience', true), '') = 'admin'
    and old.audience = 'admin' and old.enabled and not (new.audience is not distinct from 'admin' and new.enabled) then
    perform pg_advisory_xact_lock(7305921117);
    if not exists (select from identity.accounts a where a.audience = 'admin' and a.enabled and a.id <> old.id) then
      raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'last_administrator', table = 'accounts';
    end if;
  end if;
  return new;
end
$$;
comment on function identity.keep_one_admin() is 'Trigger: refuses to take the role from, or to disable, the last administrator.';

-- What administrators see and may change: never a hash, never a sealed token.
create view admin.accounts as
  select id, issuer, name, email, audience, audience_by, claimed_audience, enabled, created_at, last_seen_at, erased_at
  from identity.accounts;
create view admin.sessions as
  select s.id, s.account_id, a.name as account_name, s.created_at, s.last_seen_at, s.authenticated_at, s.idle_until, s.absolute_until,
    s.ended_at, s.ended_why, s.address, s.user_agent
  from identity.sessions s join identity.accounts a on a.id = s.account_id;
create view admin.tokens as
  select id, name, hint, created_by, (select a.name from identity.accounts a where a.id = created_by) as created_by_name,
    audience, layers, can_write, created_at, expires_at, revoked_at, revoked_by, last_used_at, last_used_address
  from identity.tokens;
comment on view admin.accounts is 'Accounts, without the provider''s identity of the person.';
comment on view admin.sessions is 'Sessions, without what opens them.';
comment on view admin.tokens is 'Tokens, without what opens them.';
grant select, update (audience, audience_by, enabled) on admin.accounts to app_admin;
grant select on admin.sessions, admin.tokens to app_admin;

create trigger keep_one_admin before update of audience, enabled on identity.accounts
  for each row execute function identity.keep_one_admin();

create function admin.end_sessions(session uuid, account uuid) returns integer
language sql security definer set search_path = pg_catalog, identity, pg_temp as $$
  with ended as (
    update identity.sessions s set ended_at = now(), ended_why = 'admin'
    where s.ended_at is null and (s.id = session or s.account_id = account)
    returning 1
  )
  select count(*)::integer from ended
$$;
comment on function admin.end_sessions(uuid, uuid) is 'Ends one session, or all of an account. Returns how many.';

create function admin.make_token(name text, secret_hash bytea, hint text, audience text, layers text[], can_write boolean, expires_at timestamptz) returns uuid
language sql security definer set search_path = pg_catalog, identity, pg_temp as $$
  insert into identity.tokens (name, secret_hash, hint, audience, layers, can_write, expires_at, created_by)
  values (name, secret_hash, hint, audience, layers, can_write, expires_at,
    (select a.id from identity.accounts a where a.id::text = current_setting('app.actor_id', true)))
  returning id
$$;
comment on function admin.make_token(text, bytea, text, text, text[], boolean, timestamptz) is 'Keeps a new token by its SHA-256. Returns its id.';

create function admin.revoke_token(token uuid) returns boolean
language sql security definer set search_path = pg_catalog, identity, pg_temp as $$
  with revoked as (
    update identity.tokens t set revoked_at = now(),
      revoked_by = (select a.id from identity.accounts a where a.id::text = current_setting('app.actor_id', true))
    where t.id = token and t.revoked_at is null
    returning 1
  )
  select exists (select from revoked)
$$;
comment on function admin.revoke_token(uuid) is 'Takes a token back. False where there is none that is open.';

revoke execute on function admin.end_sessions(uuid, uuid), admin.revoke_token(uuid),
  admin.make_token(text, bytea, text, text, text[], boolean, timestamptz) from public;
grant execute on function admin.end_sessions(uuid, uuid), admin.revoke_token(uuid),
  admin.make_token(text, bytea, text, text, text[], boolean, timestamptz) to app_admin;
