-- What may be shown of where is reckoned by the rules of the safety map from now on, outside the database.

drop function planner.public_shape(geometry);
drop function core.public_reference(geometry);

create view planner.public_areas with (security_barrier) as
select a.title, a.geom from public_map.safety_survey_areas a where a.newest;
comment on view planner.public_areas is 'The areas that the public knows, whose boundaries nothing is moved across when it is published.';
comment on column planner.public_areas.title is 'Name.';
comment on column planner.public_areas.geom is 'Polygon, MultiPolygon, degrees WGS84.';
grant select on planner.public_areas to app_planner;

-- What is said of how many changes with the month alone: neither a report that joins a place later than it came, nor one that leaves it, shows at once.

create table core.heard_changes (
  place_id uuid not null references core.reported_places on delete cascade,
  month date not null check (extract(day from month) = 1),
  n integer not null,
  primary key (place_id, month)
);
comment on table core.heard_changes is 'How many more (or fewer) a place counts for the rest of a month than it has: those that left it, less those that joined it.';
comment on column core.heard_changes.place_id is 'The place.';
comment on column core.heard_changes.month is 'The first of the month.';
comment on column core.heard_changes.n is 'To be added to the number that came before the month.';

create function core.keep_heard() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  so_far constant date := date_trunc('month', now() at time zone 'Europe/Stockholm');
begin
  if old.received_on < so_far and old.place_id is not null then
    insert into core.heard_changes as h (place_id, month, n)
    select p.id, so_far, 1 from core.reported_places p where p.id = old.place_id
    on conflict (place_id, month) do update set n = h.n + 1;
  end if;
  if tg_op = 'UPDATE' and old.received_on < so_far and new.place_id is not null then
    insert into core.heard_changes as h (place_id, month, n) values (new.place_id, so_far, -1)
    on conflict (place_id, month) do update set n = h.n - 1;
  end if;
  return null;
end
$$;
comment on function core.keep_heard() is 'Trigger: what a place is said to have been reported by stays as it is until the month is over.';
create trigger e_heard_left after delete on core.unsafe_reports for each row execute function core.keep_heard();
create trigger e_heard_moved after update of place_id on core.unsafe_reports
  for each row when (old.place_id is distinct from new.place_id) execute function core.keep_heard();

create function core.heard_number(place uuid) returns integer
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  with so_far as (select date_trunc('month', now() at time zone 'Europe/Stockholm')::date as month)
  select ((select count(*) from core.unsafe_reports r, so_far where r.place_id = place and r.received_on < so_far.month)
    + (select count(*) from core.report_support s, so_far where s.place_id = place and s.month < so_far.month)
    + coalesce((select h.n from core.heard_changes h, so_far where h.place_id = place and h.month = so_far.month), 0))::integer
$$;
comment on function core.heard_number(uuid) is 'How many had reported a place, or agreed, when the month began; told to nobody.';

create function core.heard_words(n bigint) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case
    when n >= 100 then 'at_least_100' when n >= 50 then 'at_least_50' when n >= 25 then 'at_least_25'
    when n >= 10 then 'at_least_10' when n >= 5 then 'at_least_5'
  end
$$;
comment on function core.heard_words(bigint) is 'A number of reports in words, from five; null under that.';

create or replace function core.heard_of(place uuid) returns text
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  select core.heard_words(core.heard_number(place))
$$;

create or replace function core.heard_together(places uuid[], reports uuid[]) returns text
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  with each as (select core.heard_number(p.id) as n from unnest(places) p (id)),
  said as (select case when n >= 100 then 100 when n >= 50 then 50 when n >= 25 then 25 when n >= 10 then 10 else 5 end as n from each where n >= 5),
  quiet as (
    select coalesce((select sum(n) from each where n < 5), 0) + (
      select count(*) from core.unsafe_reports r
      where r.id = any (reports) and r.received_on < date_trunc('month', now() at time zone 'Europe/Stockholm')) as n
  )
  select core.heard_words((select coalesce(sum(n), 0) from said) + case when quiet.n >= 5 then 5 else 0 end) from quiet
$$;
comment on function core.heard_together(uuid[], uuid[]) is 'How many reports places and single reports are together, in words and from five, of months that are over: what is said of each, and of the others that they are five, so that no one of them follows.';

revoke execute on function core.keep_heard(), core.heard_number(uuid), core.heard_words(bigint) from public;
