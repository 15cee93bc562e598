-- What people say of places: unsafe-place reports, safety surveys, safety walks.

create table core.unsafe_reports (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POINT', 'LINESTRING', 'POLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  reasons text[] not null check (
    cardinality(reasons) between 1 and 8
    and reasons <@ array['darkness', 'blocked_view', 'deserted', 'people', 'drugs', 'traffic', 'decay', 'other']
    and array_position(reasons, null) is null
  ),
  main_reason text generated always as (reasons[1]) stored,
  state text not null default 'new' check (state in ('new', 'in_review', 'published', 'handled', 'declined')),
  words text check (length(words) <= 2000),
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  season text check (season in ('all_year', 'spring', 'summer', 'autumn', 'winter')),
  received_on date not null,
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hours_together check ((hours_from is null) = (hours_to is null))
);

comment on table core.unsafe_reports is 'Places, stretches and areas that residents have reported as unsafe.';
comment on column core.unsafe_reports.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.unsafe_reports.geom is 'Point, LineString, Polygon, degrees WGS84, as it was drawn.';
comment on column core.unsafe_reports.version is 'Rises by one with each change.';
comment on column core.unsafe_reports.reasons is 'What makes it unsafe?. The most important first. darkness, blocked_view, deserted, people, drugs, traffic, decay, other.';
comment on column core.unsafe_reports.main_reason is 'Main reason. darkness, blocked_view, deserted, people, drugs, traffic, decay, other.';
comment on column core.unsafe_reports.state is 'State. new, in_review, published, handled, declined.';
comment on column core.unsafe_reports.words is 'In own words. What the reporter wrote, without personal data.';
comment on column core.unsafe_reports.weekdays is 'Weekdays. ISO 1 to 7, Monday first.';
comment on column core.unsafe_reports.hours_from is 'From. HH:MM, local time.';
comment on column core.unsafe_reports.hours_to is 'Until. A time before the start is on the next day. The same time twice means around the clock. HH:MM, local time.';
comment on column core.unsafe_reports.season is 'Season. all_year, spring, summer, autumn, winter.';
comment on column core.unsafe_reports.received_on is 'Received. Only the day is kept.';
comment on column core.unsafe_reports.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.unsafe_reports.demo is 'Demonstration data.';
comment on column core.unsafe_reports.created_at is 'Created.';
comment on column core.unsafe_reports.updated_at is 'Last changed.';

select core.register_layer('unsafe_reports', false);
select core.show_layer('unsafe_reports', 'planner', array[
  'reasons', 'main_reason', 'state', 'words', 'weekdays', 'hours_from', 'hours_to', 'season',
  'received_on', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('unsafe_reports', 'police', array[
  'reasons', 'main_reason', 'state', 'words', 'weekdays', 'hours_from', 'hours_to', 'season',
  'received_on', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
-- Reports come in by their own door; a planner moderates them.
select core.let_edit('unsafe_reports', 'planner', false, array['state', 'internal_text']);

create table core.safety_survey_areas (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POLYGON', 'MULTIPOLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  year integer not null check (year between 1990 and 2100),
  share_unsafe double precision not null check (share_unsafe between 0 and 100),
  share_class text generated always as (
    case
      when share_unsafe < 15 then 'below_15'
      when share_unsafe < 25 then '15_to_25'
      when share_unsafe < 35 then '25_to_35'
      else '35_or_more'
    end
  ) stored,
  respondents integer not null check (respondents between 1 and 1000000),
  response_rate double precision check (response_rate between 0 and 100),
  source text check (length(source) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index safety_survey_areas_year on core.safety_survey_areas (title, year);

-- Of the surveys of one area the map draws the newest alone: a new one makes the others to be drawn again.
create function core.notify_other_surveys() returns trigger
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
begin
  perform core.notify_change(tg_table_name, 'update', other.id)
  from core.safety_survey_areas other
  where other.title in (old.title, new.title) and other.id is distinct from coalesce(new.id, old.id);
  return null;
end
$$;
comment on function core.notify_other_surveys() is 'Trigger: tells listeners of the other surveys of the same area.';
create trigger d_others after insert or delete or update of title, year on core.safety_survey_areas
  for each row execute function core.notify_other_surveys();

-- Outside the staff a share of fewer than 30 answers is not shown.
comment on table core.safety_survey_areas is 'The share feeling unsafe, by area and year, from the yearly safety survey.';
comment on column core.safety_survey_areas.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.safety_survey_areas.geom is 'Polygon, MultiPolygon, degrees WGS84, as it was drawn.';
comment on column core.safety_survey_areas.version is 'Rises by one with each change.';
comment on column core.safety_survey_areas.title is 'Name. Short and easy to recognise, such as “Gamlegården”.';
comment on column core.safety_survey_areas.year is 'Year.';
comment on column core.safety_survey_areas.share_unsafe is 'Share feeling unsafe (%). Share who feel very or rather unsafe out late in the evening where they live, or stay in for that reason.';
comment on column core.safety_survey_areas.share_class is 'Class. below_15, 15_to_25, 25_to_35, 35_or_more.';
comment on column core.safety_survey_areas.respondents is 'Answers.';
comment on column core.safety_survey_areas.response_rate is 'Response rate (%).';
comment on column core.safety_survey_areas.source is 'Survey. Such as the safety survey of police region South, ages 16–85.';
comment on column core.safety_survey_areas.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.safety_survey_areas.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.safety_survey_areas.demo is 'Demonstration data.';
comment on column core.safety_survey_areas.created_at is 'Created.';
comment on column core.safety_survey_areas.updated_at is 'Last changed.';

select core.register_layer('safety_survey_areas', false);
select core.show_layer('safety_survey_areas', 'public_map', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'demo'
], 'respondents >= 30', jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year and later.respondents >= 30)'));
select core.show_layer('safety_survey_areas', 'reporter', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'demo'
], 'respondents >= 30', jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year and later.respondents >= 30)'));
select core.show_layer('safety_survey_areas', 'planner', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
], null, jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year)'));
select core.show_layer('safety_survey_areas', 'police', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
], null, jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year)'));
select core.show_layer('safety_survey_areas', 'admin', array[
  'title', 'year', 'share_unsafe', 'share_class', 'respondents', 'response_rate', 'newest',
  'source', 'public_text', 'demo'
], 'respondents >= 30', jsonb_build_object('newest',
  'not exists (select from core.safety_survey_areas later
    where later.title = safety_survey_areas.title and later.year > safety_survey_areas.year and later.respondents >= 30)'));
select core.let_edit('safety_survey_areas', 'planner');

create table core.safety_walks (
  id uuid primary key default gen_random_uuid(),
  geom geometry(LineString, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  state text not null default 'planned' check (state in ('planned', 'walked', 'reported_back', 'rewalked')),
  organiser text check (length(organiser) <= 200),
  participants integer check (participants between 1 and 20),
  first_meeting_on date,
  walked_on date,
  feedback_on date,
  rewalk_on date,
  remarks text check (length(remarks) <= 8000),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint first_meeting_before_walk check (walked_on >= first_meeting_on),
  constraint feedback_after_walk check (feedback_on >= walked_on),
  constraint rewalk_after_walk check (rewalk_on >= walked_on)
);

comment on table core.safety_walks is 'Walks on which residents, municipality and police see together what makes a stretch safe or unsafe.';
comment on column core.safety_walks.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.safety_walks.geom is 'LineString, degrees WGS84, as it was drawn.';
comment on column core.safety_walks.version is 'Rises by one with each change.';
comment on column core.safety_walks.title is 'Name. Short and easy to recognise, such as “Näsby centre to the station”.';
comment on column core.safety_walks.state is 'State. planned, walked, reported_back, rewalked.';
comment on column core.safety_walks.organiser is 'Organiser.';
comment on column core.safety_walks.participants is 'Participants. At most 20.';
comment on column core.safety_walks.first_meeting_on is 'Meeting before.';
comment on column core.safety_walks.walked_on is 'Walk.';
comment on column core.safety_walks.feedback_on is 'Feedback meeting.';
comment on column core.safety_walks.rewalk_on is 'Second walk. After some months: what was done?.';
comment on column core.safety_walks.remarks is 'Remarks. What the group saw and where, without personal data.';
comment on column core.safety_walks.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.safety_walks.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.safety_walks.demo is 'Demonstration data.';
comment on column core.safety_walks.created_at is 'Created.';
comment on column core.safety_walks.updated_at is 'Last changed.';

select core.register_layer('safety_walks', false);
select core.show_layer('safety_walks', 'public_map', array[
  'title', 'state', 'organiser', 'walked_on', 'feedback_on', 'rewalk_on', 'public_text', 'demo'
]);
select core.show_layer('safety_walks', 'reporter', array[
  'title', 'state', 'organiser', 'walked_on', 'feedback_on', 'rewalk_on', 'public_text', 'demo'
]);
select core.show_layer('safety_walks', 'planner', array[
  'title', 'state', 'organiser', 'participants', 'first_meeting_on', 'walked_on', 'feedback_on',
  'rewalk_on', 'remarks', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('safety_walks', 'police', array[
  'title', 'state', 'organiser', 'participants', 'first_meeting_on', 'walked_on', 'feedback_on',
  'rewalk_on', 'remarks', 'public_text', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('safety_walks', 'admin', array[
  'title', 'state', 'organiser', 'walked_on', 'feedback_on', 'rewalk_on', 'public_text', 'demo'
]);
select core.let_edit('safety_walks', 'planner');
