-- Notes beside objects: police notes are read by the police alone, planners' by planners.

create table core.notes (
  id uuid primary key default gen_random_uuid(),
  layer text not null,
  object_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  audience text not null check (audience in ('planner', 'police')),
  account_id uuid not null references identity.accounts,
  created_at timestamptz not null default now()
);
create index notes_object on core.notes (object_id, created_at);
create index notes_account on core.notes (account_id);
comment on table core.notes is 'What staff write to their own beside an object.';
comment on column core.notes.id is 'Names the note.';
comment on column core.notes.layer is 'Layer of the object.';
comment on column core.notes.object_id is 'The object it stands beside; the object may be gone.';
comment on column core.notes.text is 'The note. No personal data.';
comment on column core.notes.audience is 'Whose eyes it is for: its author''s own.';
comment on column core.notes.account_id is 'Its author.';
comment on column core.notes.created_at is 'When it was written.';

create function core.keep_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  -- The owner's own jobs say themselves who wrote, and remove what they have to.
  if core.is_own_job() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if old.account_id is distinct from core.actor_account() then
      raise exception 'a note is removed by its author' using errcode = 'insufficient_privilege', table = 'notes';
    end if;
    return old;
  end if;
  new.account_id := core.actor_account();
  new.created_at := now();
  return new;
end
$$;
comment on function core.keep_note() is 'Trigger: writes down whose note it is, and lets its author alone remove it.';
create trigger keep before insert or delete on core.notes for each row execute function core.keep_note();

do $$
declare
  s text;
begin
  foreach s in array array['planner', 'police'] loop
    execute format($view$
      create view %1$I.notes with (security_barrier) as
        select n.id, n.layer, n.object_id, n.text, n.audience, n.account_id,
          (select a.name from identity.accounts a where a.id = n.account_id) as author, n.created_at
        from core.notes n
        where n.audience = %1$L and core.sees_object(%1$L, n.layer, n.object_id)
        with local check option
      $view$, s);
    execute format('alter view %1$I.notes alter column audience set default %1$L', s);
    execute format('comment on view %I.notes is %L', s, 'Notes to one''s own, beside the objects one sees.');
    execute format('grant select, delete, insert (id, layer, object_id, text) on %I.notes to %I', s, 'app_' || s);
  end loop;
end
$$;

revoke execute on function core.keep_note() from public;
