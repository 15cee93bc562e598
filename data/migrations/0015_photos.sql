-- Photographs of measures: seen by who sees the object, added by who may change it.

create table core.photos (
  id uuid primary key default gen_random_uuid(),
  layer text not null,
  object_id uuid not null,
  caption text check (length(caption) between 1 and 500),
  width integer not null check (width between 1 and 2560),
  height integer not null check (height between 1 and 2560),
  bytes integer not null check (bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  picture bytea not null check (length(picture) = bytes),
  thumbnail bytea not null,
  account text not null,
  by_name text not null,
  audience text not null,
  created_at timestamptz not null default now()
);
-- JPEG does not become smaller by being packed again.
alter table core.photos alter column picture set storage external, alter column thumbnail set storage external;
create index photos_object on core.photos (object_id, created_at);
comment on table core.photos is 'Photographs, encoded anew when they came in: nothing of the camera, the place or the file''s own words is kept.';
comment on column core.photos.id is 'Names the photograph.';
comment on column core.photos.layer is 'Layer of the object it shows.';
comment on column core.photos.object_id is 'The object it shows; the object may be gone.';
comment on column core.photos.caption is 'What its author wrote under it.';
comment on column core.photos.width is 'Pixels.';
comment on column core.photos.height is 'Pixels.';
comment on column core.photos.bytes is 'Of the picture.';
comment on column core.photos.sha256 is 'Of the picture.';
comment on column core.photos.picture is 'JPEG, its longest side at most 2560 pixels.';
comment on column core.photos.thumbnail is 'JPEG, its longest side at most 320 pixels.';
comment on column core.photos.account is 'Who added it, as the session told.';
comment on column core.photos.by_name is 'That account''s name at the time.';
comment on column core.photos.audience is 'That account''s audience at the time.';
comment on column core.photos.created_at is 'When it was added.';

-- Runs with the caller's own rights, so that what the caller does not see of a layer it does not see of the photographs either.
create function core.sees_object(audience_schema text, layer text, object uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  seen boolean;
begin
  if to_regclass(format('%I.%I', audience_schema, layer)) is null then
    return false;
  end if;
  execute format('select exists (select from %I.%I v where v.id = $1)', audience_schema, layer) into seen using object;
  return seen;
end
$$;
comment on function core.sees_object(text, text, uuid) is 'Whether the caller sees an object in an audience''s view of its layer.';

create function core.keep_photo() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  writer constant text := coalesce(current_setting('app.audience', true), '');
  shown text;
begin
  -- The owner's own jobs have no audience.
  if writer = '' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  shown := format('%I.%I', writer, case tg_op when 'DELETE' then old.layer else new.layer end);
  if to_regclass(shown) is null or not has_any_column_privilege('app_' || writer, shown, 'update') then
    raise exception 'who may not change an object has no photographs to add to it or to remove' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.account := coalesce(nullif(current_setting('app.actor_id', true), ''), 'system');
  new.by_name := coalesce(nullif(current_setting('app.actor_name', true), ''), 'System');
  new.audience := writer;
  new.created_at := now();
  -- Two who add the twenty-first at the same moment.
  perform pg_advisory_xact_lock(hashtextextended(new.object_id::text, 7305921118));
  if (select count(*) from core.photos p where p.object_id = new.object_id) >= 20 then
    raise exception 'an object has at most 20 photographs' using errcode = 'check_violation', constraint = 'photos_per_object', table = 'photos';
  end if;
  return new;
end
$$;
comment on function core.keep_photo() is 'Trigger: writes down who added the photograph, and refuses the twenty-first of an object.';
create trigger keep before insert or delete on core.photos for each row execute function core.keep_photo();

create view planner.photos with (security_barrier) as
  select id, layer, object_id, caption, width, height, bytes, sha256, picture, thumbnail, account, by_name, created_at
  from core.photos where core.sees_object('planner', layer, object_id)
  with local check option;
create view police.photos with (security_barrier) as
  select id, layer, object_id, caption, width, height, bytes, sha256, picture, thumbnail, account, by_name, created_at
  from core.photos where core.sees_object('police', layer, object_id)
  with local check option;
comment on view planner.photos is 'Photographs of the objects that planners see.';
comment on view police.photos is 'Photographs of the objects that the police see.';
grant select, delete, insert (id, layer, object_id, caption, width, height, bytes, sha256, picture, thumbnail)
  on planner.photos to app_planner;
grant select, delete, insert (id, layer, object_id, caption, width, height, bytes, sha256, picture, thumbnail)
  on police.photos to app_police;

revoke execute on function core.sees_object(text, text, uuid), core.keep_photo() from public;
grant execute on function core.sees_object(text, text, uuid) to app_planner, app_police;
