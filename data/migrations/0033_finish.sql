-- A joint operation answers to several problems.

drop trigger c_history on core.operations;
drop view planner.operations;
drop view police.operations;

alter table core.operations add column problems uuid[] not null default '{}'
  check (cardinality(problems) <= 20 and array_position(problems, null) is null);
update core.operations set problems = array[problem] where problem is not null;
alter table core.operations drop column problem;
create index operations_problems on core.operations using gin (problems);
comment on column core.operations.problems is 'The problems it answers to; none where it answers to none yet. A problem that is removed leaves them.';

create function core.keep_operation_problems() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  new.problems := array(select t.id from unnest(new.problems) with ordinality t (id, n) group by t.id order by min(t.n));
  perform from core.problems p where p.id = any (new.problems) for key share;
  if (select count(*) from core.problems p where p.id = any (new.problems)) < cardinality(new.problems) then
    raise exception 'a problem that an operation answers to is not there'
      using errcode = 'check_violation', constraint = 'operation_problem', column = 'problems', table = 'operations';
  end if;
  return new;
end
$$;
comment on function core.keep_operation_problems() is 'Trigger: refuses an operation that answers to a problem that is not there; names each problem once.';
create trigger b_problems before insert or update of problems on core.operations for each row execute function core.keep_operation_problems();

create function core.leave_operations() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  update core.operations o set problems = array_remove(o.problems, old.id) where o.problems @> array[old.id];
  return null;
end
$$;
comment on function core.leave_operations() is 'Trigger: operations answer no more to a problem that is removed.';
create trigger d_operations after delete on core.problems for each row execute function core.leave_operations();

create function core.keep_operation_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  was jsonb;
  is_now jsonb;
  told uuid[] := '{}';
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old) || jsonb_build_object('geom', ST_AsGeoJSON(old.geom, 9)::jsonb);
    told := told || old.problems;
  end if;
  if tg_op <> 'DELETE' then
    is_now := to_jsonb(new) || jsonb_build_object('geom', ST_AsGeoJSON(new.geom, 9)::jsonb);
    told := told || new.problems;
  end if;
  if tg_op = 'UPDATE' and was - array['updated_at', 'version'] = is_now - array['updated_at', 'version'] then
    return null;
  end if;
  perform core.notify_change('problems', 'update', (coalesce(is_now, was) ->> 'id')::uuid);
  -- What is removed has its past with the problems that it answered to.
  told := array(select p.id from core.problems p where p.id = any (told) order by p.id);
  insert into core.problem_history (problem, operation, part, op, actor_id, actor_name, before, after)
  select t.id, (is_now ->> 'id')::uuid, 'operation', lower(tg_op),
    coalesce(nullif(current_setting('app.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'System'), was, is_now
  from (select unnest(told) as id union all select null where told = '{}' and tg_op <> 'DELETE') t;
  return null;
end
$$;
comment on function core.keep_operation_history() is 'Trigger: writes down what changed of an operation, with each problem that it answers to or did, and tells listeners.';
create trigger c_history after insert or update or delete on core.operations for each row execute function core.keep_operation_history();

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %1$I.operations with (security_barrier) as
        select id, problems, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled, version, demo, created_at, updated_at
        from core.operations
      $view$, s);
    execute format('comment on view %I.operations is %L', s, 'Joint operations.');
    execute format('grant select, delete,
      insert (id, problems, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled),
      update (problems, title, geom, place, starts_at, ends_at, authorities, owner, purpose, outcome, cancelled)
      on %I.operations to %I', s, 'app_' || s);
  end loop;
end
$$;

revoke execute on function core.keep_operation_problems(), core.leave_operations(), core.keep_operation_history() from public;

-- A share of fewer than 30 answers is for planners alone, in the older layer of surveys too.

drop view police.safety_survey_areas;
select core.show_layer('safety_survey_areas', 'police', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
], 'respondents >= 30', jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year and later.respondents >= 30)'));

-- The picture of the week is divided into the same areas as before: their names and outlines say nothing of answers.
create view police.survey_grounds with (security_barrier) as
  select distinct on (title) title, geom from core.safety_survey_areas order by title, year desc, id;
comment on view police.survey_grounds is 'Names and outlines of the areas of the newest surveys, whatever was answered.';
grant select on police.survey_grounds to app_police;
