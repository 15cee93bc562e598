-- Who is present where and when: field workers, public-order guards, neighbourhood watch.

create table core.field_worker_areas (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Polygon, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  kind text not null default 'municipal' check (kind in ('municipal', 'association', 'parents')),
  responsible text check (length(responsible) <= 200),
  contact text check (length(contact) <= 200),
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  valid_from date,
  valid_to date,
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hours_together check ((hours_from is null) = (hours_to is null)),
  constraint valid_in_order check (valid_to >= valid_from)
);

comment on table core.field_worker_areas is 'Areas where field workers move among young people, and when.';
comment on column core.field_worker_areas.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.field_worker_areas.geom is 'Polygon, degrees WGS84, as it was drawn.';
comment on column core.field_worker_areas.version is 'Rises by one with each change.';
comment on column core.field_worker_areas.title is 'Name. Short and easy to recognise, such as “Tivoliparken and the railway station”.';
comment on column core.field_worker_areas.kind is 'Who. municipal, association, parents.';
comment on column core.field_worker_areas.responsible is 'Responsible service. Unit or association, not a person.';
comment on column core.field_worker_areas.contact is 'Contact. Shared mailbox or duty telephone, not a person.';
comment on column core.field_worker_areas.weekdays is 'Weekdays. ISO 1 to 7, Monday first.';
comment on column core.field_worker_areas.hours_from is 'From. HH:MM, local time.';
comment on column core.field_worker_areas.hours_to is 'Until. A time before the start is on the next day. The same time twice means around the clock. HH:MM, local time.';
comment on column core.field_worker_areas.valid_from is 'Valid from.';
comment on column core.field_worker_areas.valid_to is 'Valid until.';
comment on column core.field_worker_areas.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.field_worker_areas.demo is 'Demonstration data.';
comment on column core.field_worker_areas.created_at is 'Created.';
comment on column core.field_worker_areas.updated_at is 'Last changed.';

select core.register_layer('field_worker_areas', false);
select core.show_layer('field_worker_areas', 'reporter', array[
  'title', 'kind', 'responsible', 'contact', 'weekdays', 'hours_from', 'hours_to', 'valid_from',
  'valid_to', 'demo'
]);
select core.show_layer('field_worker_areas', 'planner', array[
  'title', 'kind', 'responsible', 'contact', 'weekdays', 'hours_from', 'hours_to', 'valid_from',
  'valid_to', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('field_worker_areas', 'police', array[
  'title', 'kind', 'responsible', 'contact', 'weekdays', 'hours_from', 'hours_to', 'valid_from',
  'valid_to', 'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.let_edit('field_worker_areas', 'planner');

create table core.guard_zones (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Polygon, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  kind text not null default 'area_permit' check (kind in ('area_permit', 'event', 'facility')),
  permit_number text check (length(permit_number) <= 60),
  valid_from date not null,
  valid_to date not null,
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  guards integer check (guards between 1 and 500),
  responsible text check (length(responsible) <= 200),
  contact text check (length(contact) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hours_together check ((hours_from is null) = (hours_to is null)),
  constraint valid_in_order check (valid_to >= valid_from),
  -- A permit for an area lasts at most three years (act on public-order guards, in force 2024-01-01).
  constraint permit_within_three_years check (valid_to <= valid_from + interval '3 years')
);

comment on table core.guard_zones is 'Areas where public-order guards serve, with the permit’s validity and hours.';
comment on column core.guard_zones.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.guard_zones.geom is 'Polygon, degrees WGS84, as it was drawn.';
comment on column core.guard_zones.version is 'Rises by one with each change.';
comment on column core.guard_zones.title is 'Name. Short and easy to recognise, such as “Kristianstad town centre”.';
comment on column core.guard_zones.kind is 'Kind of appointment. area_permit, event, facility.';
comment on column core.guard_zones.permit_number is 'Permit number. Decision of the Police Authority.';
comment on column core.guard_zones.valid_from is 'Valid from.';
comment on column core.guard_zones.valid_to is 'Valid until. At most 3 years after the start.';
comment on column core.guard_zones.weekdays is 'Weekdays. ISO 1 to 7, Monday first.';
comment on column core.guard_zones.hours_from is 'From. HH:MM, local time.';
comment on column core.guard_zones.hours_to is 'Until. A time before the start is on the next day. The same time twice means around the clock. HH:MM, local time.';
comment on column core.guard_zones.guards is 'Guards per shift.';
comment on column core.guard_zones.responsible is 'Commissioned by.';
comment on column core.guard_zones.contact is 'Contact. Control room or duty telephone, not a person.';
comment on column core.guard_zones.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.guard_zones.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.guard_zones.demo is 'Demonstration data.';
comment on column core.guard_zones.created_at is 'Created.';
comment on column core.guard_zones.updated_at is 'Last changed.';

select core.register_layer('guard_zones', false);
select core.show_layer('guard_zones', 'public_map', array[
  'title', 'kind', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to', 'responsible',
  'public_text', 'demo'
]);
select core.show_layer('guard_zones', 'reporter', array[
  'title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to',
  'responsible', 'contact', 'public_text', 'demo'
]);
select core.show_layer('guard_zones', 'planner', array[
  'title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to',
  'guards', 'responsible', 'contact', 'public_text', 'internal_text', 'demo', 'created_at',
  'updated_at'
]);
select core.show_layer('guard_zones', 'police', array[
  'title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to',
  'guards', 'responsible', 'contact', 'public_text', 'internal_text', 'demo', 'created_at',
  'updated_at'
]);
select core.show_layer('guard_zones', 'admin', array[
  'title', 'kind', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to', 'responsible',
  'public_text', 'demo'
]);
select core.let_edit('guard_zones', 'planner');

create table core.neighbourhood_watch_areas (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POLYGON', 'MULTIPOLYGON')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  kind text not null default 'houses' check (kind in ('houses', 'flats', 'mixed', 'other')),
  households integer check (households between 1 and 100000),
  registered_on date,
  last_meeting date,
  contact text check (length(contact) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table core.neighbourhood_watch_areas is 'Areas registered for neighbourhood watch.';
comment on column core.neighbourhood_watch_areas.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.neighbourhood_watch_areas.geom is 'Polygon, MultiPolygon, degrees WGS84, as it was drawn.';
comment on column core.neighbourhood_watch_areas.version is 'Rises by one with each change.';
comment on column core.neighbourhood_watch_areas.title is 'Name. Short and easy to recognise, such as “Egna Hem, northern part”.';
comment on column core.neighbourhood_watch_areas.kind is 'Housing. houses, flats, mixed, other.';
comment on column core.neighbourhood_watch_areas.households is 'Households.';
comment on column core.neighbourhood_watch_areas.registered_on is 'Registered.';
comment on column core.neighbourhood_watch_areas.last_meeting is 'Last meeting. More than a year ago? Then it is time for a new one.';
comment on column core.neighbourhood_watch_areas.contact is 'Contact. Shared address of the area, not the name of its contact.';
comment on column core.neighbourhood_watch_areas.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.neighbourhood_watch_areas.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.neighbourhood_watch_areas.demo is 'Demonstration data.';
comment on column core.neighbourhood_watch_areas.created_at is 'Created.';
comment on column core.neighbourhood_watch_areas.updated_at is 'Last changed.';

select core.register_layer('neighbourhood_watch_areas', false);
select core.show_layer('neighbourhood_watch_areas', 'public_map', array[
  'title', 'kind', 'last_meeting', 'public_text', 'demo'
]);
select core.show_layer('neighbourhood_watch_areas', 'reporter', array[
  'title', 'kind', 'last_meeting', 'contact', 'public_text', 'demo'
]);
select core.show_layer('neighbourhood_watch_areas', 'planner', array[
  'title', 'kind', 'households', 'registered_on', 'last_meeting', 'contact', 'public_text',
  'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('neighbourhood_watch_areas', 'police', array[
  'title', 'kind', 'households', 'registered_on', 'last_meeting', 'contact', 'public_text',
  'internal_text', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('neighbourhood_watch_areas', 'admin', array[
  'title', 'kind', 'last_meeting', 'public_text', 'demo'
]);
select core.let_edit('neighbourhood_watch_areas', 'planner');
