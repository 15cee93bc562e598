-- Plans: what people work on together. A measure that is an idea in a plan is a draft, seen by the plan's members alone.

create table core.plans (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 120),
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table core.plans is 'Plans that people work on together.';
comment on column core.plans.id is 'Names the plan.';
comment on column core.plans.title is 'What it is about.';
comment on column core.plans.version is 'Rises by one with each change.';
comment on column core.plans.demo is 'Demonstration data.';
comment on column core.plans.created_at is 'Created.';
comment on column core.plans.updated_at is 'Last changed.';

create table core.plan_members (
  plan uuid not null references core.plans on delete cascade,
  account_id uuid not null references identity.accounts,
  role text not null default 'member' check (role in ('owner', 'member')),
  added_at timestamptz not null default now(),
  primary key (plan, account_id)
);
create index plan_members_account on core.plan_members (account_id);
comment on table core.plan_members is 'Who sees and works on the drafts of a plan.';
comment on column core.plan_members.plan is 'The plan.';
comment on column core.plan_members.account_id is 'Whose membership.';
comment on column core.plan_members.role is 'owner: also changes who is a member; a plan has at least one. member.';
comment on column core.plan_members.added_at is 'Since when.';

-- Who asks, as the door told the transaction; nobody where it told nothing, or told of a token or a job.

create function core.actor_account() returns uuid
language sql stable parallel safe as $$
  select case when current_setting('app.actor_id', true) ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
    then current_setting('app.actor_id', true)::uuid end
$$;
comment on function core.actor_account() is 'The account of the transaction, null without one.';

-- The owner's own jobs tell neither.
create function core.is_own_job() returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('app.actor_id', true), '') = '' and coalesce(current_setting('app.audience', true), '') = ''
$$;
comment on function core.is_own_job() is 'True where nobody is named: migrations, demonstration, retention.';

create function core.is_member(wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select exists (select from core.plan_members m where m.plan = wanted and m.account_id = core.actor_account())
$$;
comment on function core.is_member(uuid) is 'Whether the account of the transaction is a member of the plan.';

-- Membership.

create function core.found_plan() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if not core.is_own_job() then
    if core.actor_account() is null then
      raise exception 'a plan is made by a person' using errcode = 'check_violation', constraint = 'plan_person', table = 'plans';
    end if;
    insert into core.plan_members (plan, account_id, role) values (new.id, core.actor_account(), 'owner');
  end if;
  return null;
end
$$;
comment on function core.found_plan() is 'Trigger: who makes a plan owns it.';
create trigger found after insert on core.plans for each row execute function core.found_plan();

create function core.keep_plan() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if not core.is_own_job() and not exists (
      select from core.plan_members m where m.plan = old.id and m.account_id = core.actor_account() and m.role = 'owner'
    ) then
      raise exception 'a plan is removed by an owner' using errcode = 'insufficient_privilege', table = 'plans';
    end if;
    return old;
  end if;
  new.version := old.version + (new.title is distinct from old.title)::integer;
  new.updated_at := case when new.version > old.version then now() else old.updated_at end;
  return new;
end
$$;
comment on function core.keep_plan() is 'Trigger: counts versions; refuses who is not an owner to remove a plan.';
create trigger keep before update or delete on core.plans for each row execute function core.keep_plan();

create function core.guard_members() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, identity, pg_temp as $$
declare
  changed constant core.plan_members := case tg_op when 'DELETE' then old else new end;
begin
  -- Two owners who take the role from each other come one after the other, and the second sees what the first has done.
  perform from core.plans p where p.id = changed.plan for update;
  if not found then
    return changed;
  end if;
  if tg_op = 'UPDATE' and (new.plan, new.account_id) is distinct from (old.plan, old.account_id) then
    raise exception 'a membership is of one plan and one person' using errcode = 'check_violation', constraint = 'plan_person', table = 'plan_members';
  end if;
  if not core.is_own_job()
    and exists (select from core.plan_members m where m.plan = changed.plan)
    and not exists (
      select from core.plan_members m where m.plan = changed.plan and m.account_id = core.actor_account() and m.role = 'owner'
    )
  then
    raise exception 'members are changed by an owner' using errcode = 'insufficient_privilege', table = 'plan_members';
  end if;
  if tg_op <> 'DELETE' and not exists (
    select from identity.accounts a
    where a.id = changed.account_id and a.enabled and a.erased_at is null and a.audience in ('planner', 'police')
  ) then
    raise exception 'a member is a planner or of the police' using errcode = 'check_violation', constraint = 'plan_person', table = 'plan_members';
  end if;
  return changed;
end
$$;
comment on function core.guard_members() is 'Trigger: only an owner changes who is a member, and only planners and the police are.';
create trigger a_guard before insert or update or delete on core.plan_members for each row execute function core.guard_members();

create function core.keep_one_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if exists (select from core.plans p where p.id = old.plan)
    and not exists (select from core.plan_members m where m.plan = old.plan and m.role = 'owner')
  then
    raise exception 'a plan keeps an owner' using errcode = 'check_violation', constraint = 'plan_owner', table = 'plan_members';
  end if;
  return null;
end
$$;
comment on function core.keep_one_owner() is 'Trigger: refuses to leave a plan without an owner.';
create trigger b_owner after update or delete on core.plan_members for each row execute function core.keep_one_owner();

create function core.notify_plan() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  -- A list of members belongs to its plan.
  perform core.notify_change('plans', 'update', p)
  from (
    select case tg_op when 'INSERT' then null else (to_jsonb(old) ->> tg_argv[0])::uuid end
    union
    select case tg_op when 'DELETE' then null else (to_jsonb(new) ->> tg_argv[0])::uuid end
  ) as plans(p)
  where p is not null;
  return null;
end
$$;
comment on function core.notify_plan() is 'Trigger: tells listeners of the plan that a row belongs to; the argument names its column.';
create trigger c_notify after insert or update or delete on core.plan_members for each row execute function core.notify_plan('plan');
create trigger c_notify after update on core.plans for each row execute function core.notify_plan('id');

-- Measures in plans.

create function core.check_plan() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  was constant uuid := case tg_op when 'UPDATE' then old.plan_id end;
  drafted constant boolean := new.status = 'idea' and (tg_op = 'INSERT' or old.status <> 'idea');
begin
  if core.is_own_job() then
    return new;
  end if;
  -- Into a plan, out of one, and back to being a draft: each is for the plan's members.
  if (new.plan_id is not null and (drafted or new.plan_id is distinct from was) and not core.is_member(new.plan_id))
    or (was is not null and new.plan_id is distinct from was and not core.is_member(was))
  then
    raise exception 'only a member of the plan does this'
      using errcode = 'check_violation', constraint = 'plan_membership', column = 'plan_id', table = tg_table_name;
  end if;
  return new;
end
$$;
comment on function core.check_plan() is 'Trigger: only a plan''s members put measures into it, take them out, or make them drafts again.';

create function core.join_plans(layer text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table core.%I add column plan_id uuid', layer);
  execute format('alter table core.%I add constraint %I foreign key (plan_id) references core.plans', layer, layer || '_plan');
  execute format('comment on column core.%I.plan_id is %L', layer, 'Plan. An idea in a plan is seen by the plan''s members alone.');
  execute format('create index %I on core.%I (plan_id) where plan_id is not null', layer || '_plan', layer);
  execute format('create trigger b_plan before insert or update on core.%I for each row execute function core.check_plan()', layer);
  execute format('create trigger d_plan_in after insert on core.%I for each row when (new.plan_id is not null) execute function core.notify_plan(%L)', layer, 'plan_id');
  execute format('create trigger d_plan after update on core.%I for each row when (num_nonnulls(old.plan_id, new.plan_id) > 0) execute function core.notify_plan(%L)', layer, 'plan_id');
  execute format('create trigger d_plan_out after delete on core.%I for each row when (old.plan_id is not null) execute function core.notify_plan(%L)', layer, 'plan_id');
end
$$;
comment on function core.join_plans(text) is 'Gives the measures of core.<layer> a plan: after core.register_layer, before core.show_drafts.';

-- No security barrier: it would keep && from the spatial index, and who can send conditions of their own can also say they are somebody else.
create function core.show_drafts(layer text, audience_schema text, columns text[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('drop view if exists %I.%I', audience_schema, layer);
  execute format($view$
    create view %I.%I as select id, geom, version, %s from core.%I
    where plan_id is null or status <> 'idea'
      or plan_id in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
    $view$,
    audience_schema, layer,
    (select string_agg(format('%I', name), ', ' order by place) from unnest(columns) with ordinality as c(name, place)),
    layer);
  execute format('grant select on %I.%I to %I', audience_schema, layer, 'app_' || audience_schema);
  execute format('comment on view %I.%I is %L', audience_schema, layer, obj_description(format('core.%I', layer)::regclass));
end
$$;
comment on function core.show_drafts(text, text, text[]) is 'As core.show_layer, for a staff audience: everything but the drafts of plans that the account of the transaction is not a member of.';

select core.join_plans(layer) from unnest(array['lighting_upgrades', 'shrub_clearances', 'camera_sites', 'patrol_zones']) layer;

select core.show_drafts('lighting_upgrades', s, array[
  'title', 'kind', 'status', 'plan_id', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'luminaire', 'lamp_count', 'spacing_m',
  'mounting_height_m', 'flux_lm', 'colour_temperature_k', 'power_w', 'lighting_class', 'demo',
  'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('lighting_upgrades', 'planner');
select core.show_drafts('shrub_clearances', s, array[
  'title', 'kind', 'status', 'plan_id', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'height_after_m', 'repeat_months', 'land_owner',
  'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('shrub_clearances', 'planner');
select core.show_drafts('camera_sites', s, array[
  'title', 'camera_type', 'status', 'plan_id', 'responsible', 'purpose', 'public_text', 'internal_text',
  'starts_on', 'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek',
  'mounting_height_m', 'direction_deg', 'focal_mm', 'sensor_width_mm', 'horizontal_pixels',
  'storage_days', 'sound', 'contact', 'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
select core.let_edit('camera_sites', 'planner');
select core.show_drafts('patrol_zones', 'police', array[
  'title', 'presence', 'status', 'plan_id', 'responsible', 'unit', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek', 'demo',
  'created_at', 'updated_at'
]);
select core.let_edit('patrol_zones', 'police');

-- What an object was while it was a draft stays the members' matter, also when it has been proposed since.
create function core.shows_draft(state jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(state ->> 'status' = 'idea' and state ->> 'plan_id' is not null, false)
$$;
comment on function core.shows_draft(jsonb) is 'Whether a row that history kept was a draft of a plan.';

create or replace view planner.history with (security_barrier) as
  select layer, object_id, version, at, actor_id, actor_name, op, before, after, note
  from core.history
  where to_regclass(format('planner.%I', layer)) is not null
    and (not core.shows_draft(before) or (before ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()))
    and (not core.shows_draft(after) or (after ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()));
create or replace view police.history with (security_barrier) as
  select layer, object_id, version, at, actor_id, actor_name, op, before, after, note
  from core.history
  where to_regclass(format('police.%I', layer)) is not null
    and (not core.shows_draft(before) or (before ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()))
    and (not core.shows_draft(after) or (after ->> 'plan_id')::uuid in (select m.plan from core.plan_members m where m.account_id = core.actor_account()));

-- Plans, members and people, as planners and the police see them.

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %1$I.plans with (security_barrier) as
        select id, title, version, created_at, updated_at from core.plans
        where id in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
      $view$, s);
    execute format($view$
      create view %1$I.plan_members with (security_barrier) as
        select plan, account_id, role from core.plan_members
        where plan in (select m.plan from core.plan_members m where m.account_id = core.actor_account())
      $view$, s);
    execute format($view$
      create view %1$I.people with (security_barrier) as
        select a.id, a.name, a.audience, coalesce(a.enabled and a.erased_at is null and a.audience in ('planner', 'police'), false) as available
        from identity.accounts a
        where a.enabled and a.erased_at is null and a.audience in ('planner', 'police')
          or a.id in (
            select m.account_id from core.plan_members m
            where m.plan in (select o.plan from core.plan_members o where o.account_id = core.actor_account())
          )
      $view$, s);
    execute format('comment on view %I.plans is %L', s, 'The plans one is a member of.');
    execute format('comment on view %I.plan_members is %L', s, 'Who is in them.');
    execute format('comment on view %I.people is %L', s, 'Who can be made a member, and who is one beside oneself.');
    execute format('grant select, insert (id, title), update (title), delete on %I.plans to %I', s, 'app_' || s);
    execute format('grant select, insert (plan, account_id, role), update (role), delete on %I.plan_members to %I', s, 'app_' || s);
    execute format('grant select on %I.people to %I', s, 'app_' || s);
  end loop;
end
$$;

revoke execute on function core.is_member(uuid), core.found_plan(), core.keep_plan(), core.guard_members(), core.keep_one_owner(),
  core.notify_plan(), core.check_plan(), core.join_plans(text), core.show_drafts(text, text, text[]) from public;

-- PostGIS lends everybody the owner's eyes here: the extent of a table one cannot read would tell where its rows are.
revoke execute on function st_estimatedextent(text, text, text, boolean), st_estimatedextent(text, text, text),
  st_estimatedextent(text, text) from public;
