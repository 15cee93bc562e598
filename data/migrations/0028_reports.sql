-- Reports of unsafe places from residents: the public's own door to them, the talk about them, and the places that come of them.

-- Two reasons more, and the place that a report belongs to.

alter table core.unsafe_reports drop constraint unsafe_reports_reasons_check;
alter table core.unsafe_reports add constraint unsafe_reports_reasons_check check (
  cardinality(reasons) between 1 and 10
  and reasons <@ array['darkness', 'broken_lamp', 'blocked_view', 'hidden_corner', 'deserted', 'people', 'drugs', 'traffic', 'decay', 'other']
  and array_position(reasons, null) is null
);
comment on column core.unsafe_reports.reasons is 'What makes it unsafe?. The most important first. darkness, broken_lamp, blocked_view, hidden_corner, deserted, people, drugs, traffic, decay, other.';
comment on column core.unsafe_reports.main_reason is 'Main reason. darkness, broken_lamp, blocked_view, hidden_corner, deserted, people, drugs, traffic, decay, other.';

-- Reported places: what the public sees of reports, once somebody has looked at them.

create table core.reported_places (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POINT', 'LINESTRING', 'POLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  reasons text[] check (
    cardinality(reasons) between 0 and 7
    and reasons <@ array['darkness', 'broken_lamp', 'blocked_view', 'hidden_corner', 'deserted', 'traffic', 'decay']
    and array_position(reasons, null) is null
  ),
  state text not null default 'looked_at' check (state in ('looked_at', 'planned', 'done', 'declined')),
  words text check (length(words) <= 2000),
  answer text check (length(answer) <= 2000),
  month date not null check (extract(day from month) = 1),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table core.reported_places is 'Places that residents have reported as unsafe and that the municipality looks at, such as they may be shown to anybody.';
comment on column core.reported_places.id is 'Identity, the same for ever and in every view, file and tile. No report has it.';
comment on column core.reported_places.geom is 'Point, LineString, Polygon, degrees WGS84, made coarser than what was reported.';
comment on column core.reported_places.version is 'Rises by one with each change.';
comment on column core.reported_places.reasons is 'What makes it unsafe. Only what does not point at persons. darkness, broken_lamp, blocked_view, hidden_corner, deserted, traffic, decay.';
comment on column core.reported_places.state is 'State. looked_at, planned, done, declined.';
comment on column core.reported_places.words is 'Described as. Words released by the municipality, without personal data.';
comment on column core.reported_places.answer is 'Answer of the municipality.';
comment on column core.reported_places.month is 'First heard of. The first of the month: neither day nor hour is shown.';
comment on column core.reported_places.demo is 'Demonstration data.';
comment on column core.reported_places.created_at is 'Created.';
comment on column core.reported_places.updated_at is 'Last changed.';
select core.register_layer('reported_places', false);

alter table core.unsafe_reports add column place_id uuid references core.reported_places on delete set null;
create index unsafe_reports_place on core.unsafe_reports (place_id) where place_id is not null;
create index unsafe_reports_received on core.unsafe_reports (received_on);
comment on column core.unsafe_reports.place_id is 'Public place. Several reports may be of one place.';

drop view planner.unsafe_reports;
drop view police.unsafe_reports;
select core.show_layer('unsafe_reports', s, array[
  'reasons', 'main_reason', 'state', 'place_id', 'words', 'weekdays', 'hours_from', 'hours_to', 'season',
  'received_on', 'internal_text', 'demo', 'created_at', 'updated_at'
]) from unnest(array['planner', 'police']) s;
-- Reports come in by their own door; a planner moderates them, and takes out of the words what does not belong there.
select core.let_edit('unsafe_reports', 'planner', false, array['state', 'place_id', 'words', 'internal_text']);

create table core.report_support (
  id uuid primary key,
  place_id uuid not null references core.reported_places on delete cascade,
  month date not null check (extract(day from month) = 1)
);
create index report_support_place on core.report_support (place_id, month);
comment on table core.report_support is 'One row for each who has said “me too” of a place. Nothing tells who.';
comment on column core.report_support.id is 'Made by the sender, so that what is sent twice is kept once.';
comment on column core.report_support.place_id is 'The place.';
comment on column core.report_support.month is 'The first of the month it came: neither day nor hour is kept.';

-- How many is never told but in words, from five, and of months that are over: what is added now shows nothing now.
create function core.heard_of(place uuid) returns text
language sql stable security definer set search_path = pg_catalog, core, pg_temp as $$
  with so_far as (select date_trunc('month', now() at time zone 'Europe/Stockholm')::date as month),
  heard as (
    select (select count(*) from core.unsafe_reports r, so_far where r.place_id = place and r.received_on < so_far.month)
      + (select count(*) from core.report_support s, so_far where s.place_id = place and s.month < so_far.month) as n
  )
  select case
    when n >= 100 then 'at_least_100' when n >= 50 then 'at_least_50' when n >= 25 then 'at_least_25'
    when n >= 10 then 'at_least_10' when n >= 5 then 'at_least_5'
  end from heard
$$;
comment on function core.heard_of(uuid) is 'How many have reported a place or agreed, in words and from five: at_least_5, at_least_10, at_least_25, at_least_50, at_least_100.';

select core.show_layer('reported_places', s, array['reasons', 'state', 'words', 'answer', 'month', 'heard', 'demo'], null,
  jsonb_build_object('heard', 'core.heard_of(id)')) from unnest(array['public_map', 'reporter', 'admin']) s;
select core.show_layer('reported_places', s, array[
  'reasons', 'state', 'words', 'answer', 'month', 'heard', 'demo', 'created_at', 'updated_at'
], null, jsonb_build_object('heard', 'core.heard_of(id)')) from unnest(array['planner', 'police']) s;
-- A place is made with a shape made coarser, so neither drawn nor moved by hand.
select core.let_edit('reported_places', 'planner', false, array['reasons', 'state', 'words', 'answer']);

-- Receipts: what lets a reporter come back, without a name.

create table core.report_receipts (
  report_id uuid primary key,
  code_sha256 bytea not null unique check (length(code_sha256) = 32),
  body_sha256 bytea check (length(body_sha256) = 32),
  language text not null default 'sv' check (language in ('sv', 'en')),
  gone_on date,
  gone_why text check (gone_why in ('withdrawn', 'expired')),
  check ((gone_on is null) = (gone_why is null))
);
comment on table core.report_receipts is 'Who has the code of a receipt reads what became of the report. What is left of a report that is gone is its row here, so that a late repetition does not bring it back.';
comment on column core.report_receipts.report_id is 'The report; it may be gone.';
comment on column core.report_receipts.code_sha256 is 'SHA-256 of the code. The code itself is the reporter''s alone.';
comment on column core.report_receipts.body_sha256 is 'SHA-256 of what was sent: tells the same thing sent again from another thing with the same id; null once it is gone.';
comment on column core.report_receipts.language is 'The language the reporter is answered in.';
comment on column core.report_receipts.gone_on is 'The day the report was taken back, or its time was up.';
comment on column core.report_receipts.gone_why is 'withdrawn: by who sent it; expired: its time was up, or it was removed.';

create table core.report_messages (
  id uuid primary key default gen_random_uuid(),
  nth bigint generated always as identity,
  report_id uuid not null references core.unsafe_reports on delete cascade,
  direction text not null check (direction in ('office', 'reporter')),
  kind text not null check (kind in ('question', 'reply', 'answer', 'status')),
  text text not null check (length(text) between 1 and 2000) check (btrim(text) <> ''),
  at timestamptz not null default now(),
  author uuid references identity.accounts,
  check (direction = 'office' or (kind = 'reply' and author is null))
);
create index report_messages_report on core.report_messages (report_id, nth);
create index report_messages_author on core.report_messages (author) where author is not null;
comment on table core.report_messages is 'Questions and answers between the municipality and a reporter it does not know.';
comment on column core.report_messages.id is 'Names the message. A reply''s is made by its sender, so that what is sent twice is kept once.';
comment on column core.report_messages.nth is 'Order of writing.';
comment on column core.report_messages.report_id is 'The report; its messages go with it.';
comment on column core.report_messages.direction is 'From the office, or from the reporter.';
comment on column core.report_messages.kind is 'question, reply, answer, status.';
comment on column core.report_messages.text is 'The message. No personal data.';
comment on column core.report_messages.at is 'When it was written; of the reporter''s the day alone.';
comment on column core.report_messages.author is 'Account that wrote it; null of the reporter''s.';

create table core.report_work (
  report_id uuid primary key references core.unsafe_reports on delete cascade,
  quiet boolean not null default false,
  supports uuid references core.reported_places on delete set null,
  assigned_to uuid references identity.accounts on delete set null,
  due_on date,
  first_answered_at timestamptz,
  closed_at timestamptz,
  reopened_at timestamptz
);
create index report_work_assigned on core.report_work (assigned_to) where assigned_to is not null;
create index report_work_supports on core.report_work (supports) where supports is not null;
comment on table core.report_work is 'The municipality''s work with a report.';
comment on column core.report_work.report_id is 'The report; its work goes with it.';
comment on column core.report_work.quiet is 'One of many from the same address within an hour: read when there is time, in a queue of its own.';
comment on column core.report_work.supports is 'The public place that the reporter says it is about.';
comment on column core.report_work.assigned_to is 'Account that sees to it.';
comment on column core.report_work.due_on is 'To be answered by.';
comment on column core.report_work.first_answered_at is 'When the reporter first heard from the office.';
comment on column core.report_work.closed_at is 'When it was published, handled or declined.';
comment on column core.report_work.reopened_at is 'When it was taken up again.';

create table core.report_templates (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 120) check (btrim(title) <> ''),
  sv text not null check (length(sv) between 1 and 2000),
  en text not null check (length(en) between 1 and 2000),
  updated_at timestamptz not null default now()
);
comment on table core.report_templates is 'Answers that are given often.';
comment on column core.report_templates.id is 'Names the template.';
comment on column core.report_templates.title is 'What it is for.';
comment on column core.report_templates.sv is 'In Swedish.';
comment on column core.report_templates.en is 'In English.';
comment on column core.report_templates.updated_at is 'Last changed.';

create table core.report_links (
  id uuid primary key default gen_random_uuid(),
  place_id uuid references core.reported_places on delete cascade,
  report_id uuid references core.unsafe_reports on delete cascade,
  layer text check (layer ~ '^[a-z][a-z0-9_]{0,62}$'),
  measure_id uuid,
  problem_id uuid references core.problems on delete cascade,
  check (num_nonnulls(place_id, report_id) = 1),
  check (num_nonnulls(measure_id, problem_id) = 1 and (layer is null) = (measure_id is null)),
  unique nulls not distinct (place_id, report_id, measure_id, problem_id)
);
create index report_links_report on core.report_links (report_id) where report_id is not null;
create index report_links_measure on core.report_links (measure_id) where measure_id is not null;
create index report_links_problem on core.report_links (problem_id) where problem_id is not null;
comment on table core.report_links is 'What came of reports: the measures and problems they led to.';
comment on column core.report_links.id is 'Names the link.';
comment on column core.report_links.place_id is 'The public place that led to it, or';
comment on column core.report_links.report_id is 'the report that did.';
comment on column core.report_links.layer is 'Layer of the measure.';
comment on column core.report_links.measure_id is 'The measure; it may be gone.';
comment on column core.report_links.problem_id is 'The problem.';

create table core.report_photos (
  report_id uuid primary key references core.unsafe_reports on delete cascade,
  place_id uuid unique references core.reported_places on delete set null,
  width integer not null check (width between 1 and 2560),
  height integer not null check (height between 1 and 2560),
  bytes integer not null check (bytes > 0),
  sent_sha256 bytea not null check (length(sent_sha256) = 32),
  picture bytea not null check (length(picture) = bytes),
  thumbnail bytea not null
);
-- JPEG does not become smaller by being packed again.
alter table core.report_photos alter column picture set storage external, alter column thumbnail set storage external;
comment on table core.report_photos is 'Photographs that came with reports, encoded anew: nothing of the camera, the place or the file''s own words is kept.';
comment on column core.report_photos.report_id is 'The report; its photograph goes with it.';
comment on column core.report_photos.place_id is 'The public place it is shown with; null: not public.';
comment on column core.report_photos.width is 'Pixels.';
comment on column core.report_photos.height is 'Pixels.';
comment on column core.report_photos.bytes is 'Of the picture.';
comment on column core.report_photos.sent_sha256 is 'SHA-256 of the file that was sent: tells the same sent again from another.';
comment on column core.report_photos.picture is 'JPEG, its longest side at most 2560 pixels.';
comment on column core.report_photos.thumbnail is 'JPEG, its longest side at most 320 pixels.';

create table core.spent_proofs (
  sha256 bytea primary key check (length(sha256) = 32),
  expires_at timestamptz not null
);
create index spent_proofs_expires on core.spent_proofs (expires_at);
comment on table core.spent_proofs is 'Proofs of work that have been used. They say nothing of who used them.';
comment on column core.spent_proofs.sha256 is 'SHA-256 of the challenge.';
comment on column core.spent_proofs.expires_at is 'It is refused by its age from then on, and forgotten here.';

-- What a report leaves behind when it goes, whoever takes it away.
create function core.end_receipt() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  update core.report_receipts r set body_sha256 = null, gone_on = (now() at time zone 'Europe/Stockholm')::date, gone_why = 'expired'
  where r.report_id = old.id and r.gone_on is null;
  return null;
end
$$;
comment on function core.end_receipt() is 'Trigger: the receipt of a report that goes says that it is gone.';
create trigger d_receipt after delete on core.unsafe_reports for each row execute function core.end_receipt();

-- Of a report that the public sends only the day is kept, in its history too.
create function core.keep_day() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  today constant timestamptz := date_trunc('day', now() at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm';
begin
  if coalesce(current_setting('app.audience', true), '') <> 'public' then
    return new;
  end if;
  if tg_table_name = 'history' then
    new.at := today;
  else
    new.created_at := today;
    new.updated_at := today;
  end if;
  return new;
end
$$;
comment on function core.keep_day() is 'Trigger: of what the public sends the hour is not kept.';
create trigger b_day before insert on core.unsafe_reports for each row execute function core.keep_day();
create trigger b_day before insert on core.history for each row when (new.layer = 'unsafe_reports') execute function core.keep_day();

create function core.keep_message() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  if coalesce(current_setting('app.audience', true), '') <> 'planner' then
    return new;
  end if;
  new.direction := 'office';
  new.author := core.actor_account();
  new.at := now();
  insert into core.report_work as w (report_id, first_answered_at) values (new.report_id, now())
  on conflict (report_id) do update set first_answered_at = coalesce(w.first_answered_at, now());
  return new;
end
$$;
comment on function core.keep_message() is 'Trigger: writes down whose message it is, and when the reporter first heard from the office.';
create trigger keep before insert on core.report_messages for each row execute function core.keep_message();

-- What planners work with.

create view planner.report_work as
  select report_id, quiet, supports, assigned_to, (select a.name from identity.accounts a where a.id = assigned_to) as assigned_name,
    due_on, first_answered_at, closed_at, reopened_at
  from core.report_work;
create view planner.report_messages as
  select id, nth, report_id, direction, kind, text, at, author, (select a.name from identity.accounts a where a.id = author) as author_name
  from core.report_messages;
create view planner.report_templates as select id, title, sv, en, updated_at from core.report_templates;
create view planner.report_links as select id, place_id, report_id, layer, measure_id, problem_id from core.report_links;
create view planner.report_photos as
  select report_id, place_id, width, height, bytes, picture, thumbnail from core.report_photos;
create view planner.report_support as select place_id, month from core.report_support;
create view planner.report_languages as select report_id, language from core.report_receipts where gone_on is null;
comment on view planner.report_work is 'The municipality''s work with reports.';
comment on view planner.report_messages is 'Questions and answers between the municipality and reporters.';
comment on view planner.report_templates is 'Answers that are given often.';
comment on view planner.report_links is 'What came of reports.';
comment on view planner.report_photos is 'Photographs that came with reports.';
comment on view planner.report_support is '“Me too” of public places.';
comment on view planner.report_languages is 'The language a reporter is answered in.';
grant select, update (quiet, assigned_to, due_on, first_answered_at, closed_at, reopened_at) on planner.report_work to app_planner;
grant select, insert (id, report_id, direction, kind, text) on planner.report_messages to app_planner;
grant select, delete, insert (id, title, sv, en), update (title, sv, en, updated_at) on planner.report_templates to app_planner;
grant select, delete, insert (id, place_id, report_id, layer, measure_id, problem_id) on planner.report_links to app_planner;
grant select, update (place_id) on planner.report_photos to app_planner;
grant select on planner.report_support, planner.report_languages to app_planner;

create view public_map.place_photos as
  select place_id, width, height, bytes, picture, thumbnail from core.report_photos where place_id is not null;
comment on view public_map.place_photos is 'Photographs that have been released with a public place.';
grant select on public_map.place_photos to app_public;

create function planner.publish_place(place uuid, shape geometry, why text[], said text, reply text, since date, stands text) returns void
language sql security definer set search_path = pg_catalog, core, public, pg_temp as $$
  insert into core.reported_places (id, geom, reasons, words, answer, month, state)
  values (place, shape, why, said, reply, date_trunc('month', since)::date, stands)
$$;
comment on function planner.publish_place(uuid, geometry, text[], text, text, date, text) is 'Makes a public place: its shape made coarser already, its month told by a day in it.';

create function planner.unpublish_place(place uuid) returns void
language sql security definer set search_path = pg_catalog, core, pg_temp as $$
  delete from core.reported_places p where p.id = place
$$;
comment on function planner.unpublish_place(uuid) is 'Takes a place back from the public. Its reports stay.';

-- The public's own door. Each function says in a word how it went, and nothing of what it did not get from its caller.

create function public_map.spend_proof(proof bytea, expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  insert into core.spent_proofs (sha256, expires_at) values (proof, expires) on conflict do nothing;
  if not found then
    raise exception 'a proof is used once' using errcode = 'check_violation', constraint = 'proof_spent', column = 'proof', table = 'spent_proofs';
  end if;
  delete from core.spent_proofs p where p.sha256 in (
    select s.sha256 from core.spent_proofs s where s.expires_at < now() order by s.expires_at limit 20 for update skip locked
  );
end
$$;
comment on function public_map.spend_proof(bytea, timestamptz) is 'Uses a proof of work, or refuses it. Forgets some that are too old to be used anyway.';

create function public_map.send_report(
  report uuid, shape geometry, why text[], days smallint[], since text, until text, time_of_year text, said text,
  code bytea, body bytea, spoken text, hush boolean, about uuid, proof bytea, proof_expires timestamptz
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, core, public, pg_temp as $$
declare
  before core.report_receipts;
  today constant date := (now() at time zone 'Europe/Stockholm')::date;
begin
  if proof is null and not exists (select from core.report_receipts r where r.report_id = report) then
    return jsonb_build_object('how', 'unproved');
  end if;
  -- Of two that come at the same moment the second waits here for the first.
  insert into core.report_receipts (report_id, code_sha256, body_sha256, language) values (report, code, body, spoken) on conflict do nothing;
  if not found then
    select * into before from core.report_receipts r where r.report_id = report;
    return case
      when before.gone_on is not null then jsonb_build_object('how', 'gone')
      when before.body_sha256 = body and before.code_sha256 = code then
        jsonb_build_object('how', 'same', 'receivedOn', (select r.received_on from core.unsafe_reports r where r.id = report))
      else jsonb_build_object('how', 'other')
    end;
  end if;
  perform public_map.spend_proof(proof, proof_expires);
  insert into core.unsafe_reports (id, geom, reasons, weekdays, hours_from, hours_to, season, words, received_on)
  values (report, shape, why, days, since, until, time_of_year, said, today);
  insert into core.report_work (report_id, quiet, supports, due_on)
  values (report, hush, (select p.id from core.reported_places p where p.id = about), today + 14);
  return jsonb_build_object('how', 'made', 'receivedOn', today);
end
$$;
comment on function public_map.send_report(uuid, geometry, text[], smallint[], text, text, text, text, bytea, bytea, text, boolean, uuid, bytea, timestamptz)
  is 'Keeps a report once. How it went: made, same (it was there already), other (something else has the id), gone (taken back), unproved (it is not there, and comes without proof).';

create function public_map.support_place(support uuid, place uuid, proof bytea, proof_expires timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  before uuid;
begin
  if not exists (select from core.reported_places p where p.id = place) then
    return 'none';
  end if;
  if proof is null and not exists (select from core.report_support s where s.id = support) then
    return 'unproved';
  end if;
  insert into core.report_support (id, place_id, month)
  values (support, place, date_trunc('month', now() at time zone 'Europe/Stockholm')::date) on conflict do nothing;
  if not found then
    select s.place_id into before from core.report_support s where s.id = support;
    return case when before = place then 'same' else 'other' end;
  end if;
  perform public_map.spend_proof(proof, proof_expires);
  return 'made';
end
$$;
comment on function public_map.support_place(uuid, uuid, bytea, timestamptz) is 'Keeps “me too” of a public place once: made, same, other (the id is of another place), none (there is no such place), unproved.';

create function public_map.read_receipt(code bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  receipt core.report_receipts;
  report core.unsafe_reports;
  link record;
  measure jsonb;
  measures jsonb := '[]';
begin
  select * into receipt from core.report_receipts r where r.code_sha256 = code;
  if not found then
    return null;
  end if;
  if receipt.gone_on is not null then
    return jsonb_build_object('gone', receipt.gone_why, 'language', receipt.language);
  end if;
  select * into strict report from core.unsafe_reports r where r.id = receipt.report_id;
  for link in
    select distinct l.layer, l.measure_id from core.report_links l
    where (l.report_id = report.id or l.place_id = report.place_id) and l.measure_id is not null
      and exists (
        select from pg_attribute a
        where a.attrelid = to_regclass(format('public_map.%I', l.layer)) and a.attname = 'status' and not a.attisdropped
      )
    order by 1, 2 limit 20
  loop
    -- The public's own view: what it does not show is not told here either.
    execute format('select jsonb_build_object(''layer'', $2, ''id'', v.id, ''title'', v.title, ''status'', v.status,
        ''geometry'', public.ST_AsGeoJSON(public.ST_PointOnSurface(v.geom), 6)::jsonb,
        ''builtOn'', (select min(h.at at time zone ''Europe/Stockholm'')::date from core.history h
          where h.object_id = v.id and h.after ->> ''status'' = ''built'' and h.before ->> ''status'' is distinct from ''built''),
        ''operatesOn'', (select min(h.at at time zone ''Europe/Stockholm'')::date from core.history h
          where h.object_id = v.id and h.after ->> ''status'' = ''in_operation'' and h.before ->> ''status'' is distinct from ''in_operation''))
      from public_map.%I v where v.id = $1', link.layer) into measure using link.measure_id, link.layer;
    if measure is not null then
      measures := measures || measure;
    end if;
    measure := null;
  end loop;
  return jsonb_build_object(
    'report', report.id, 'language', receipt.language, 'state', report.state, 'receivedOn', report.received_on,
    'reasons', to_jsonb(report.reasons), 'place', report.place_id, 'measures', measures,
    'photo', exists (select from core.report_photos p where p.report_id = report.id),
    'messages', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'from', m.direction, 'kind', m.kind, 'text', m.text,
        'on', (m.at at time zone 'Europe/Stockholm')::date) order by m.nth)
      from core.report_messages m where m.report_id = report.id), '[]')
  );
end
$$;
comment on function public_map.read_receipt(bytea) is 'What became of the report whose receipt''s code has that SHA-256; null where there is none.';

create function public_map.answer_receipt(code bytea, message uuid, said text) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  receipt core.report_receipts;
begin
  select * into receipt from core.report_receipts r where r.code_sha256 = code;
  if not found then
    return 'none';
  end if;
  if receipt.gone_on is not null then
    return 'gone';
  end if;
  -- Two of one report at the same moment come one after the other.
  perform from core.unsafe_reports r where r.id = receipt.report_id for key share;
  perform pg_advisory_xact_lock(hashtextextended(receipt.report_id::text, 7305921119));
  if exists (select from core.report_messages m where m.id = message and m.report_id = receipt.report_id and m.direction = 'reporter' and m.text = said) then
    return 'same';
  end if;
  if exists (select from core.report_messages m where m.id = message) then
    return 'other';
  end if;
  if (select count(*) from core.report_messages m where m.report_id = receipt.report_id and m.direction = 'reporter') >= 30 then
    return 'many';
  end if;
  insert into core.report_messages (id, report_id, direction, kind, text, at)
  values (message, receipt.report_id, 'reporter', 'reply', said, date_trunc('day', now() at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm');
  return 'made';
end
$$;
comment on function public_map.answer_receipt(bytea, uuid, text) is 'Keeps a reporter''s reply once: made, same, other, many (30 already), gone, none.';

create function public_map.add_report_photo(report uuid, code bytea, wide integer, high integer, sent bytea, whole bytea, small bytea) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  receipt core.report_receipts;
begin
  select * into receipt from core.report_receipts r where r.code_sha256 = code and r.report_id = report;
  if not found then
    return 'none';
  end if;
  if receipt.gone_on is not null then
    return 'gone';
  end if;
  insert into core.report_photos (report_id, width, height, bytes, sent_sha256, picture, thumbnail)
  values (report, wide, high, length(whole), sent, whole, small) on conflict do nothing;
  if found then
    return 'made';
  end if;
  return case when exists (select from core.report_photos p where p.report_id = report and p.sent_sha256 = sent) then 'same' else 'other' end;
end
$$;
comment on function public_map.add_report_photo(uuid, bytea, integer, integer, bytea, bytea, bytea) is 'Keeps the photograph of a report once: made, same, other (it has one), gone, none.';

create function audit.forget_withdrawn(layer text, objects text[]) returns void
language plpgsql set search_path = pg_catalog, audit, pg_temp as $$
begin
  perform set_config('app.audit_maintenance', 'retention', true);
  update audit.entries e set before = null, after = null, detail = null, matter_salt = null
  where e.kind = layer and e.object = any (objects) and e.matter_salt is not null;
  perform set_config('app.audit_maintenance', '', true);
  -- Past audit.append, which lets no role of the application say it: here the one who wrote it takes it back.
  insert into audit.waiting (actor_id, actor_name, audience, action, kind, detail)
  values ('public', 'Allmänheten', 'public', 'object.expired', layer, jsonb_build_object('clock', 'withdrawn', 'ids', to_jsonb(objects)));
end
$$;
comment on function audit.forget_withdrawn(text, text[]) is 'What was written of objects that the public has taken back goes; that it was done stays. Called by public_map.withdraw_report alone.';

create function public_map.withdraw_report(code bytea) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  receipt core.report_receipts;
  place uuid;
  bulk constant text := coalesce(current_setting('app.bulk', true), '');
  places text[];
begin
  select * into receipt from core.report_receipts r where r.code_sha256 = code for update;
  if not found then
    return 'none';
  end if;
  if receipt.gone_on is not null then
    return receipt.gone_why;
  end if;
  select r.place_id into place from core.unsafe_reports r where r.id = receipt.report_id;
  update core.report_receipts r set body_sha256 = null, gone_on = (now() at time zone 'Europe/Stockholm')::date, gone_why = 'withdrawn'
  where r.report_id = receipt.report_id;
  -- Nothing of what is let go is written down once more.
  perform set_config('app.bulk', 'on', true);
  delete from core.unsafe_reports r where r.id = receipt.report_id;
  if place is not null and not exists (select from core.unsafe_reports r where r.place_id = place) then
    delete from core.reported_places p where p.id = place;
    places := array[place::text];
  elsif place is not null then
    -- Whose words they are is not known, so that they go with whoever goes.
    update core.reported_places p set words = null where p.id = place and p.words is not null;
    if found then
      places := array[place::text];
    end if;
  end if;
  delete from core.history h where h.object_id = receipt.report_id or (h.object_id::text = any (places));
  delete from core.notes n where n.object_id = receipt.report_id;
  perform audit.forget_withdrawn('unsafe_reports', array[receipt.report_id::text]);
  perform core.notify_reload('unsafe_reports');
  if places is not null then
    perform audit.forget_withdrawn('reported_places', places);
    perform core.notify_reload('reported_places');
  end if;
  perform set_config('app.bulk', bulk, true);
  return 'withdrawn';
end
$$;
comment on function public_map.withdraw_report(bytea) is 'Removes a report with its photograph, talk, history and what the audit trail says of it: withdrawn, expired (it was gone already), none.';

revoke execute on function core.heard_of(uuid), core.end_receipt(), core.keep_day(), core.keep_message(),
  planner.publish_place(uuid, geometry, text[], text, text, date, text), planner.unpublish_place(uuid),
  public_map.spend_proof(bytea, timestamptz), audit.forget_withdrawn(text, text[]),
  public_map.send_report(uuid, geometry, text[], smallint[], text, text, text, text, bytea, bytea, text, boolean, uuid, bytea, timestamptz),
  public_map.support_place(uuid, uuid, bytea, timestamptz), public_map.read_receipt(bytea),
  public_map.answer_receipt(bytea, uuid, text), public_map.withdraw_report(bytea),
  public_map.add_report_photo(uuid, bytea, integer, integer, bytea, bytea, bytea) from public;
grant execute on function core.heard_of(uuid) to app_public, app_reporter, app_planner, app_police, app_admin;
grant execute on function planner.publish_place(uuid, geometry, text[], text, text, date, text), planner.unpublish_place(uuid) to app_planner;
grant execute on function
  public_map.send_report(uuid, geometry, text[], smallint[], text, text, text, text, bytea, bytea, text, boolean, uuid, bytea, timestamptz),
  public_map.support_place(uuid, uuid, bytea, timestamptz), public_map.read_receipt(bytea),
  public_map.answer_receipt(bytea, uuid, text), public_map.withdraw_report(bytea),
  public_map.add_report_photo(uuid, bytea, integer, integer, bytea, bytea, bytea) to app_public;
