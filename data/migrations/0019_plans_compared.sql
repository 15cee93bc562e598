-- Plans that are compared: budgets, copies, comments on the map, stands that were named, and links for those outside.

alter table core.plans
  add column description text check (length(description) between 1 and 4000),
  add column budget_sek integer check (budget_sek between 0 and 2000000000),
  add column yearly_budget_sek integer check (yearly_budget_sek between 0 and 2000000000),
  add column copied_from uuid references core.plans on delete set null;
create index plans_copied_from on core.plans (copied_from) where copied_from is not null;
comment on column core.plans.description is 'What it is for. Whoever has a link to the plan reads it.';
comment on column core.plans.budget_sek is 'What its investments may cost together (SEK).';
comment on column core.plans.yearly_budget_sek is 'What its measures may cost together each year (SEK).';
comment on column core.plans.copied_from is 'The plan it was copied from; null where that is gone.';

create or replace function core.keep_plan() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.copied_from is not null and not core.is_own_job() and not core.is_member(new.copied_from) then
      raise exception 'a plan is copied by a member' using errcode = 'insufficient_privilege', table = 'plans';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if not core.is_own_job() and not exists (
      select from core.plan_members m where m.plan = old.id and m.account_id = core.actor_account() and m.role = 'owner'
    ) then
      raise exception 'a plan is removed by an owner' using errcode = 'insufficient_privilege', table = 'plans';
    end if;
    return old;
  end if;
  new.version := old.version + ((new.title, new.description, new.budget_sek, new.yearly_budget_sek)
    is distinct from (old.title, old.description, old.budget_sek, old.yearly_budget_sek))::integer;
  new.updated_at := case when new.version > old.version then now() else old.updated_at end;
  return new;
end
$$;
comment on function core.keep_plan() is 'Trigger: counts versions; refuses who is not an owner to remove a plan, and who is not a member to copy it.';
drop trigger keep on core.plans;
create trigger keep before insert or update or delete on core.plans for each row execute function core.keep_plan();

-- Comments.

create table core.plan_comments (
  id uuid primary key default gen_random_uuid(),
  plan uuid not null references core.plans on delete cascade,
  text text not null check (length(text) between 1 and 4000),
  geom geometry(Geometry, 4326) check (GeometryType(geom) in ('POINT', 'LINESTRING', 'POLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  layer text,
  measure uuid,
  answers uuid references core.plan_comments,
  account_id uuid not null references identity.accounts,
  created_at timestamptz not null default now(),
  resolved_by uuid references identity.accounts,
  resolved_at timestamptz,
  constraint comment_measure check ((layer is null) = (measure is null))
);
create index plan_comments_plan on core.plan_comments (plan, created_at);
create index plan_comments_answers on core.plan_comments (answers) where answers is not null;
create index plan_comments_account on core.plan_comments (account_id);
comment on table core.plan_comments is 'What a plan''s members say to each other, pinned to the map.';
comment on column core.plan_comments.id is 'Names the comment.';
comment on column core.plan_comments.plan is 'The plan; its comments go with it.';
comment on column core.plan_comments.text is 'The comment. No personal data.';
comment on column core.plan_comments.geom is 'Where it is pinned: Point, LineString, Polygon, degrees WGS84. Null for the plan as a whole, and of an answer.';
comment on column core.plan_comments.layer is 'Layer of the measure: who does not know the layer does not see the comment.';
comment on column core.plan_comments.measure is 'The measure it is about; the measure may be gone.';
comment on column core.plan_comments.answers is 'The comment that begins the thread; null of that one.';
comment on column core.plan_comments.account_id is 'Its author.';
comment on column core.plan_comments.created_at is 'When it was written.';
comment on column core.plan_comments.resolved_by is 'Who said that it is settled.';
comment on column core.plan_comments.resolved_at is 'When that was; null while it is open.';

create function core.keep_comment() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  first core.plan_comments;
begin
  if core.is_own_job() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    -- With its plan it goes whoever wrote it.
    if not exists (select from core.plans p where p.id = old.plan) then
      return old;
    end if;
    if old.account_id is distinct from core.actor_account() then
      raise exception 'a comment is removed by its author' using errcode = 'insufficient_privilege', table = 'plan_comments';
    end if;
    if exists (select from core.plan_comments a where a.answers = old.id) then
      raise exception 'a comment with answers stays' using errcode = 'check_violation', constraint = 'comment_answered', table = 'plan_comments';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if old.answers is not null then
      raise exception 'a thread is settled where it begins'
        using errcode = 'check_violation', constraint = 'comment_thread', column = 'resolved', table = 'plan_comments';
    end if;
    if new.resolved_at is null then
      new.resolved_by := null;
    elsif old.resolved_at is null then
      new.resolved_at := now();
      new.resolved_by := core.actor_account();
    else
      new.resolved_at := old.resolved_at;
    end if;
    return new;
  end if;
  if (select count(*) from core.plan_comments c where c.plan = new.plan) >= 2000 then
    raise exception 'a plan has at most 2000 comments' using errcode = 'check_violation', constraint = 'comments_per_plan', table = 'plan_comments';
  end if;
  if new.answers is not null then
    select * into first from core.plan_comments c where c.id = new.answers and c.plan = new.plan;
    if not found then
      raise exception 'an answer is to a comment of the plan'
        using errcode = 'check_violation', constraint = 'comment_thread', column = 'answers', table = 'plan_comments';
    end if;
    -- An answer to an answer stands in the same thread, about the same thing.
    new.answers := coalesce(first.answers, first.id);
    new.layer := first.layer;
    new.measure := first.measure;
    new.geom := null;
  elsif new.measure is not null
    and not core.sees_object(coalesce(current_setting('app.audience', true), ''), coalesce(new.layer, ''), new.measure)
  then
    raise exception 'a comment is about a measure that its author sees'
      using errcode = 'check_violation', constraint = 'comment_measure', column = 'measure', table = 'plan_comments';
  end if;
  new.account_id := core.actor_account();
  new.created_at := now();
  new.resolved_at := null;
  new.resolved_by := null;
  return new;
end
$$;
comment on function core.keep_comment() is 'Trigger: writes down who wrote and who settled a comment; keeps answers in their thread, and a comment that has any.';
create trigger keep before insert or update or delete on core.plan_comments for each row execute function core.keep_comment();
create trigger notify after insert or update or delete on core.plan_comments for each row execute function core.notify_plan('plan');

-- Stands with a name. What the plan held then is told by history alone.

create table core.plan_stands (
  plan uuid not null references core.plans on delete cascade,
  at timestamptz not null default clock_timestamp(),
  name text not null check (length(name) between 1 and 120),
  account_id uuid not null references identity.accounts,
  primary key (plan, at)
);
comment on table core.plan_stands is 'Moments of a plan that somebody gave a name. What it held then is read from core.history.';
comment on column core.plan_stands.plan is 'The plan.';
comment on column core.plan_stands.at is 'The moment.';
comment on column core.plan_stands.name is 'What it is called.';
comment on column core.plan_stands.account_id is 'Who named it.';

create function core.keep_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if not core.is_own_job() then
    if (select count(*) from core.plan_stands s where s.plan = new.plan) >= 500 then
      raise exception 'a plan has at most 500 named stands' using errcode = 'check_violation', constraint = 'stands_per_plan', table = 'plan_stands';
    end if;
    new.account_id := core.actor_account();
    new.at := clock_timestamp();
  end if;
  return new;
end
$$;
comment on function core.keep_stand() is 'Trigger: a stand is named by who is there, of the present moment.';
create trigger keep before insert on core.plan_stands for each row execute function core.keep_stand();
create trigger notify after insert on core.plan_stands for each row execute function core.notify_plan('plan');

create index history_plan_in on core.history ((after ->> 'plan_id'), at) where after ->> 'plan_id' is not null;
create index history_plan_out on core.history ((before ->> 'plan_id'), at) where (after ->> 'plan_id') is distinct from (before ->> 'plan_id');

-- Links.

create table core.plan_shares (
  id uuid primary key default gen_random_uuid(),
  plan uuid not null references core.plans on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  with_costs boolean not null default false,
  account_id uuid not null references identity.accounts,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  told_at timestamptz,
  constraint share_days check (expires_at > created_at and expires_at <= created_at + interval '90 days')
);
create index plan_shares_plan on core.plan_shares (plan);
create index plan_shares_account on core.plan_shares (account_id);
comment on table core.plan_shares is 'Links that let whoever has them see a plan, for a time.';
comment on column core.plan_shares.id is 'Names the link; it opens nothing.';
comment on column core.plan_shares.plan is 'The plan; its links go with it.';
comment on column core.plan_shares.token_hash is 'SHA-256 of the token in the link. The token is kept nowhere.';
comment on column core.plan_shares.with_costs is 'Whether costs and budget are shown.';
comment on column core.plan_shares.account_id is 'Who made it.';
comment on column core.plan_shares.created_at is 'When it was made.';
comment on column core.plan_shares.expires_at is 'It opens nothing from then on: at most 90 days.';
comment on column core.plan_shares.revoked_at is 'When it was taken back.';
comment on column core.plan_shares.last_used_at is 'When the plan was last read by it, to the minute.';
comment on column core.plan_shares.told_at is 'When the audit trail was last told of its use: once an hour at most.';
create trigger notify after insert or delete or update of revoked_at on core.plan_shares for each row execute function core.notify_plan('plan');

create function core.owns_plan(wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select exists (select from core.plan_members m where m.plan = wanted and m.account_id = core.actor_account() and m.role = 'owner')
$$;
comment on function core.owns_plan(uuid) is 'Whether the account of the transaction is an owner of the plan.';

-- The only eyes a link has: what the public's own view of a layer would show of a measure, whatever its status.
create function public_map.shared_plan(hash bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  share core.plan_shares;
  tell boolean := false;
  told text;
  shown text[];
  held text[];
  part jsonb;
  measures jsonb := '[]';
  spent float8[];
  investment float8 := 0;
  yearly float8 := 0;
begin
  select * into share from core.plan_shares s where s.token_hash = hash and s.revoked_at is null and s.expires_at > now();
  if not found then
    return null;
  end if;
  if share.last_used_at is null or share.last_used_at < now() - interval '1 minute' then
    tell := share.told_at is null or share.told_at < now() - interval '1 hour';
    update core.plan_shares s set last_used_at = now(), told_at = case when tell then now() else s.told_at end where s.id = share.id;
  end if;
  for told in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'plan_id' and not a.attisdropped
    where c.relnamespace = 'core'::regnamespace and c.relkind = 'r' and to_regclass(format('public_map.%I', c.relname)) is not null
    order by 1
  loop
    select array_agg(a.attname::text) into shown from pg_attribute a
    where a.attrelid = format('public_map.%I', told)::regclass and a.attnum > 0 and not a.attisdropped;
    select array_agg(a.attname::text) into held from pg_attribute a
    where a.attrelid = format('core.%I', told)::regclass and a.attnum > 0 and not a.attisdropped;
    execute format(
      'select coalesce(jsonb_agg(jsonb_build_object(''id'', t.id, ''layer'', %L::text, ''title'', %s, ''status'', %s, ''publicText'', %s,
        ''geometry'', ST_AsGeoJSON(t.geom, 15)::jsonb) order by t.id), ''[]''),
        array[coalesce(sum(%s), 0), coalesce(sum(%s), 0)]::float8[]
      from core.%I t where t.plan_id = $1',
      told,
      case when 'title' = any (shown) then 't.title' else 'null' end,
      case when 'status' = any (shown) then 't.status' else 'null' end,
      case when 'public_text' = any (shown) then 't.public_text' else 'null' end,
      case when 'cost_sek' = any (held) then 't.cost_sek' else '0' end,
      case when 'yearly_cost_sek' = any (held) then 't.yearly_cost_sek' else '0' end,
      told) into part, spent using share.plan;
    measures := measures || part;
    investment := investment + spent[1];
    yearly := yearly + spent[2];
  end loop;
  return (
    select jsonb_build_object('share', share.id, 'plan', p.id, 'tell', tell, 'title', p.title, 'description', p.description,
      'expiresAt', share.expires_at, 'measures', measures,
      'costs', case when share.with_costs then jsonb_build_object('investment', investment, 'yearly', yearly, 'budget', p.budget_sek) end)
    from core.plans p where p.id = share.plan
  );
end
$$;
comment on function public_map.shared_plan(bytea) is 'The plan that the token of this SHA-256 opens: public columns of layers that the public knows; null where it opens none. Keeps when it was used.';
revoke execute on function public_map.shared_plan(bytea) from public;
grant execute on function public_map.shared_plan(bytea) to app_public;

-- As planners and the police see them.

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create or replace view %1$I.plans with (security_barrier) as
        select id, title, version, created_at, updated_at, description, budget_sek, yearly_budget_sek, copied_from from core.plans
        where id in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
      $view$, s);
    execute format('grant insert (description, budget_sek, yearly_budget_sek, copied_from), update (description, budget_sek, yearly_budget_sek)
      on %I.plans to %I', s, 'app_' || s);

    execute format($view$
      create view %1$I.plan_comments with (security_barrier) as
        select c.id, c.plan, c.text, c.geom, c.layer, c.measure, c.answers, c.account_id,
          (select a.name from identity.accounts a where a.id = c.account_id) as author, c.created_at,
          (select a.name from identity.accounts a where a.id = c.resolved_by) as resolver, c.resolved_at
        from core.plan_comments c
        where c.plan in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
          and (c.layer is null or to_regclass(format('%1$I.%%I', c.layer)) is not null)
        with local check option
      $view$, s);
    execute format('comment on view %I.plan_comments is %L', s, 'Comments in the plans one is a member of, but those about layers one does not know.');
    execute format('grant select, insert (id, plan, text, geom, layer, measure, answers), update (resolved_at), delete on %I.plan_comments to %I', s, 'app_' || s);

    execute format($view$
      create view %1$I.plan_stands with (security_barrier) as
        select t.plan, t.at, t.name, (select a.name from identity.accounts a where a.id = t.account_id) as author
        from core.plan_stands t
        where t.plan in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
        with local check option
      $view$, s);
    execute format('comment on view %I.plan_stands is %L', s, 'Named stands of the plans one is a member of.');
    execute format('grant select, insert (plan, name) on %I.plan_stands to %I', s, 'app_' || s);

    -- Of a change that took a measure into the plan or out of it only the side inside is told: the other may be a draft of another plan.
    execute format($view$
      create view %1$I.plan_history with (security_barrier) as
        select m.plan, h.entry, h.layer, h.object_id, h.at, h.actor_name, h.was, h.is_now
        from core.plan_members m cross join lateral (
          select i.entry, i.layer, i.object_id, i.at, i.actor_name,
            case when i.before ->> 'plan_id' = m.plan::text then i.before end as was, i.after as is_now
          from core.history i where i.after ->> 'plan_id' = m.plan::text
          union all
          select o.entry, o.layer, o.object_id, o.at, o.actor_name, o.before, null
          from core.history o
          where o.before ->> 'plan_id' = m.plan::text and (o.after ->> 'plan_id') is distinct from (o.before ->> 'plan_id')
        ) h
        where m.account_id = core.actor_account()
          and h.layer in (select c.relname::text from pg_class c where c.relnamespace = %1$L::regnamespace)
      $view$, s);
    execute format('comment on view %I.plan_history is %L', s, 'Changes of measures inside the plans one is a member of: what each was in the plan before and is in it after.');
    execute format('grant select on %I.plan_history to %I', s, 'app_' || s);

    execute format($view$
      create view %1$I.plan_shares with (security_barrier) as
        select h.id, h.plan, h.with_costs, (select a.name from identity.accounts a where a.id = h.account_id) as author,
          h.created_at, h.expires_at, h.revoked_at, h.last_used_at
        from core.plan_shares h
        where h.plan in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
      $view$, s);
    execute format('comment on view %I.plan_shares is %L', s, 'Links to the plans one is a member of, without what opens them.');
    execute format('grant select on %I.plan_shares to %I', s, 'app_' || s);

    execute format($function$
      create function %1$I.make_share(share uuid, wanted uuid, hash bytea, costs boolean, days integer) returns void
      language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $body$
      begin
        if not core.owns_plan(wanted) then
          raise exception 'a link is made by an owner' using errcode = 'insufficient_privilege', table = 'plan_shares';
        end if;
        if (select count(*) from core.plan_shares s where s.plan = wanted and s.revoked_at is null and s.expires_at > now()) >= 50 then
          raise exception 'a plan has at most 50 open links' using errcode = 'check_violation', constraint = 'shares_per_plan', table = 'plan_shares';
        end if;
        insert into core.plan_shares (id, plan, token_hash, with_costs, account_id, expires_at)
        values (share, wanted, hash, costs, core.actor_account(), now() + make_interval(days => days));
      end
      $body$
      $function$, s);
    execute format($function$
      create function %1$I.revoke_share(share uuid) returns boolean
      language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $body$
      begin
        if not exists (select from core.plan_shares s where s.id = share and core.owns_plan(s.plan)) then
          raise exception 'a link is taken back by an owner' using errcode = 'insufficient_privilege', table = 'plan_shares';
        end if;
        update core.plan_shares s set revoked_at = now() where s.id = share and s.revoked_at is null;
        return found;
      end
      $body$
      $function$, s);
    execute format('comment on function %I.make_share(uuid, uuid, bytea, boolean, integer) is %L', s, 'Keeps a new link by the SHA-256 of its token. Owners only.');
    execute format('comment on function %I.revoke_share(uuid) is %L', s, 'Takes a link back. Owners only; false where it was taken back already.');
    execute format('revoke execute on function %1$I.make_share(uuid, uuid, bytea, boolean, integer), %1$I.revoke_share(uuid) from public', s);
    execute format('grant execute on function %1$I.make_share(uuid, uuid, bytea, boolean, integer), %1$I.revoke_share(uuid) to %2$I', s, 'app_' || s);
  end loop;
end
$$;

revoke execute on function core.keep_comment(), core.keep_stand(), core.owns_plan(uuid) from public;
