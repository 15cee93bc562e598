-- What is around a place, told by month; and faults in accessibility that anybody may report.

-- An object is new, or has come further, in the month its status last changed: neither day nor hour is told.
create function public_map.months_of(layer_id text, objects uuid[]) returns table (id uuid, month date)
language plpgsql stable security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if to_regclass(format('public_map.%I', layer_id)) is null then
    return;
  end if;
  -- The public's own view: of what it does not show nothing is told here either.
  return query execute format('select v.id, date_trunc(''month'', max(h.at) at time zone ''Europe/Stockholm'')::date
    from public_map.%I v join core.history h on h.object_id = v.id and h.layer = $1
    where v.id = any ($2) and (h.op = ''insert''
      or h.before ->> ''status'' is distinct from h.after ->> ''status'' or h.before ->> ''state'' is distinct from h.after ->> ''state'')
    group by v.id', layer_id) using layer_id, objects;
end
$$;
comment on function public_map.months_of(text, uuid[]) is 'The month in which each of these public objects came or last changed its status.';
revoke execute on function public_map.months_of(text, uuid[]) from public;
grant execute on function public_map.months_of(text, uuid[]) to app_public;

create table core.accessibility_faults (
  id uuid primary key,
  page text not null check (length(page) between 1 and 200),
  what text not null check (length(what) between 1 and 2000) check (btrim(what) <> ''),
  aid text check (length(aid) between 1 and 200),
  received_on date not null,
  handled_on date check (handled_on >= received_on)
);
create index accessibility_faults_received on core.accessibility_faults (received_on);
comment on table core.accessibility_faults is 'Faults in the accessibility of the service that anybody has reported, without a name.';
comment on column core.accessibility_faults.id is 'Made by the sender, so that what is sent twice is kept once.';
comment on column core.accessibility_faults.page is 'Which page it is about.';
comment on column core.accessibility_faults.what is 'What does not work. No personal data.';
comment on column core.accessibility_faults.aid is 'Browser or aid it was met with.';
comment on column core.accessibility_faults.received_on is 'The day it came; the hour is not kept.';
comment on column core.accessibility_faults.handled_on is 'The day somebody had dealt with it.';

create view admin.accessibility_faults as
  select id, page, what, aid, received_on, handled_on from core.accessibility_faults;
comment on view admin.accessibility_faults is 'Faults in the accessibility of the service.';
grant select, update (handled_on) on admin.accessibility_faults to app_admin;

create function public_map.report_fault(fault uuid, of_page text, said text, with_aid text) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  today constant date := (now() at time zone 'Europe/Stockholm')::date;
begin
  if exists (select from core.accessibility_faults f where f.id = fault) then
    return case when exists (
      select from core.accessibility_faults f
      where f.id = fault and f.page = of_page and f.what = said and f.aid is not distinct from with_aid
    ) then 'same' else 'other' end;
  end if;
  -- More than anybody can read in a day is no report but a flood.
  if (select count(*) from core.accessibility_faults f where f.received_on = today) >= 200 then
    return 'many';
  end if;
  insert into core.accessibility_faults (id, page, what, aid, received_on) values (fault, of_page, said, with_aid, today)
  on conflict do nothing;
  return 'made';
end
$$;
comment on function public_map.report_fault(uuid, text, text, text) is 'Keeps a fault once: made, same, other (something else has the id), many (200 today already).';
revoke execute on function public_map.report_fault(uuid, text, text, text) from public;
grant execute on function public_map.report_fault(uuid, text, text, text) to app_public;
