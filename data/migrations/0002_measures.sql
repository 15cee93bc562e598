-- Measures: what is planned and done for safety, each with a status from idea to evaluated.

create table core.lighting_upgrades (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('POINT', 'LINESTRING')) check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  kind text not null default 'new' check (kind in ('new', 'replacement', 'accent', 'temporary')),
  status text not null default 'idea',
  responsible text check (length(responsible) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  starts_on date,
  completed_on date,
  cost_sek integer check (cost_sek between 0 and 1000000000),
  yearly_cost_sek integer check (yearly_cost_sek between 0 and 1000000000),
  luminaire text check (length(luminaire) <= 200),
  lamp_count integer check (lamp_count between 1 and 10000),
  spacing_m double precision check (spacing_m between 1 and 500),
  mounting_height_m double precision check (mounting_height_m between 0.1 and 60),
  flux_lm integer check (flux_lm between 1 and 500000),
  colour_temperature_k integer check (colour_temperature_k between 1000 and 20000),
  power_w double precision check (power_w between 0 and 5000),
  lighting_class text check (lighting_class in ('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'C0', 'C1', 'C2', 'C3', 'C4', 'C5')),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint completed_after_start check (completed_on >= starts_on)
);

comment on table core.lighting_upgrades is 'New or better lighting, as a single lamp or along a stretch.';
comment on column core.lighting_upgrades.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.lighting_upgrades.geom is 'Point, LineString, degrees WGS84, as it was drawn.';
comment on column core.lighting_upgrades.version is 'Rises by one with each change.';
comment on column core.lighting_upgrades.title is 'Name. Short and easy to recognise, such as “Path by Tivoliparken”.';
comment on column core.lighting_upgrades.kind is 'Kind. new, replacement, accent, temporary.';
comment on column core.lighting_upgrades.status is 'Status. The way of the measure from idea to evaluated.';
comment on column core.lighting_upgrades.responsible is 'Responsible. Department, unit or role, not a person.';
comment on column core.lighting_upgrades.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.lighting_upgrades.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.lighting_upgrades.starts_on is 'Start. When the work begins or is to begin.';
comment on column core.lighting_upgrades.completed_on is 'Completed. When the measure is in place.';
comment on column core.lighting_upgrades.cost_sek is 'Investment (SEK). One-off cost without VAT.';
comment on column core.lighting_upgrades.yearly_cost_sek is 'Cost per year (SEK). Running, upkeep and staff.';
comment on column core.lighting_upgrades.luminaire is 'Luminaire. Make and model.';
comment on column core.lighting_upgrades.lamp_count is 'Number of lamps. For a stretch: how many columns it gets.';
comment on column core.lighting_upgrades.spacing_m is 'Spacing (m). Distance between the lamps along the stretch.';
comment on column core.lighting_upgrades.mounting_height_m is 'Mounting height (m). From ground to lamp. Paths often 4–5 m, streets 6–10 m.';
comment on column core.lighting_upgrades.flux_lm is 'Luminous flux (lm). Per lamp, as its data sheet says.';
comment on column core.lighting_upgrades.colour_temperature_k is 'Colour temperature (K). Warm light is about 3000 K, neutral 4000 K.';
comment on column core.lighting_upgrades.power_w is 'Power (W). Per lamp.';
comment on column core.lighting_upgrades.lighting_class is 'Lighting class. Class of EN 13201-2 the place is to reach: P for paths, C for conflict areas.';
comment on column core.lighting_upgrades.demo is 'Demonstration data.';
comment on column core.lighting_upgrades.created_at is 'Created.';
comment on column core.lighting_upgrades.updated_at is 'Last changed.';

select core.register_layer('lighting_upgrades', true);
select core.show_layer('lighting_upgrades', 'public_map', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('lighting_upgrades', 'reporter', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('lighting_upgrades', 'planner', array[
  'title', 'kind', 'status', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'luminaire', 'lamp_count', 'spacing_m',
  'mounting_height_m', 'flux_lm', 'colour_temperature_k', 'power_w', 'lighting_class', 'demo',
  'created_at', 'updated_at'
]);
select core.show_layer('lighting_upgrades', 'police', array[
  'title', 'kind', 'status', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'luminaire', 'lamp_count', 'spacing_m',
  'mounting_height_m', 'flux_lm', 'colour_temperature_k', 'power_w', 'lighting_class', 'demo',
  'created_at', 'updated_at'
]);
select core.show_layer('lighting_upgrades', 'admin', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.let_edit('lighting_upgrades', 'planner');

create table core.shrub_clearances (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Polygon, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  kind text not null default 'clearing' check (kind in ('clearing', 'thinning', 'pruning', 'replanting')),
  status text not null default 'idea',
  responsible text check (length(responsible) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  starts_on date,
  completed_on date,
  cost_sek integer check (cost_sek between 0 and 1000000000),
  yearly_cost_sek integer check (yearly_cost_sek between 0 and 1000000000),
  height_after_m double precision check (height_after_m between 0 and 20),
  repeat_months integer check (repeat_months between 1 and 120),
  land_owner text check (land_owner in ('municipality', 'housing_company', 'state', 'private')),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint completed_after_start check (completed_on >= starts_on)
);

comment on table core.shrub_clearances is 'Shrubs and undergrowth cleared, thinned or replaced for better sight lines.';
comment on column core.shrub_clearances.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.shrub_clearances.geom is 'Polygon, degrees WGS84, as it was drawn.';
comment on column core.shrub_clearances.version is 'Rises by one with each change.';
comment on column core.shrub_clearances.title is 'Name. Short and easy to recognise, such as “Bank by the underpass”.';
comment on column core.shrub_clearances.kind is 'Kind. clearing, thinning, pruning, replanting.';
comment on column core.shrub_clearances.status is 'Status. The way of the measure from idea to evaluated.';
comment on column core.shrub_clearances.responsible is 'Responsible. Department, unit or role, not a person.';
comment on column core.shrub_clearances.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.shrub_clearances.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.shrub_clearances.starts_on is 'Start. When the work begins or is to begin.';
comment on column core.shrub_clearances.completed_on is 'Completed. When the measure is in place.';
comment on column core.shrub_clearances.cost_sek is 'Investment (SEK). One-off cost without VAT.';
comment on column core.shrub_clearances.yearly_cost_sek is 'Cost per year (SEK). Running, upkeep and staff.';
comment on column core.shrub_clearances.height_after_m is 'Height afterwards (m). The shrubs may grow no higher. Below 0.7 m they do not block the view.';
comment on column core.shrub_clearances.repeat_months is 'Repeated every (mo). How often it has to be done again.';
comment on column core.shrub_clearances.land_owner is 'Land owner. municipality, housing_company, state, private.';
comment on column core.shrub_clearances.demo is 'Demonstration data.';
comment on column core.shrub_clearances.created_at is 'Created.';
comment on column core.shrub_clearances.updated_at is 'Last changed.';

select core.register_layer('shrub_clearances', true);
select core.show_layer('shrub_clearances', 'public_map', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('shrub_clearances', 'reporter', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('shrub_clearances', 'planner', array[
  'title', 'kind', 'status', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'height_after_m', 'repeat_months', 'land_owner',
  'demo', 'created_at', 'updated_at'
]);
select core.show_layer('shrub_clearances', 'police', array[
  'title', 'kind', 'status', 'responsible', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'cost_sek', 'yearly_cost_sek', 'height_after_m', 'repeat_months', 'land_owner',
  'demo', 'created_at', 'updated_at'
]);
select core.show_layer('shrub_clearances', 'admin', array[
  'title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo'
], 'status in (select status from core.statuses where public)');
select core.let_edit('shrub_clearances', 'planner');

create table core.camera_sites (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Point, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  camera_type text not null default 'fixed' check (camera_type in ('fixed', 'ptz', 'all_round')),
  status text not null default 'idea',
  responsible text check (length(responsible) <= 200),
  purpose text check (length(purpose) <= 2000),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  starts_on date,
  completed_on date,
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  cost_sek integer check (cost_sek between 0 and 1000000000),
  yearly_cost_sek integer check (yearly_cost_sek between 0 and 1000000000),
  mounting_height_m double precision check (mounting_height_m between 0.5 and 60),
  direction_deg double precision check (direction_deg >= 0 and direction_deg <= 359.999),
  focal_mm double precision check (focal_mm between 0.5 and 2000),
  sensor_width_mm double precision check (sensor_width_mm between 1 and 60),
  horizontal_pixels integer check (horizontal_pixels between 64 and 50000),
  storage_days integer check (storage_days between 0 and 365),
  sound boolean not null default false,
  contact text check (length(contact) <= 200),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint completed_after_start check (completed_on >= starts_on),
  constraint hours_together check ((hours_from is null) = (hours_to is null))
);

comment on table core.camera_sites is 'Places watched, or proposed to be watched, by camera.';
comment on column core.camera_sites.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.camera_sites.geom is 'Point, degrees WGS84, as it was drawn.';
comment on column core.camera_sites.version is 'Rises by one with each change.';
comment on column core.camera_sites.title is 'Name. Short and easy to recognise, such as “Stora torg, facing north”.';
comment on column core.camera_sites.camera_type is 'Camera type. fixed, ptz, all_round.';
comment on column core.camera_sites.status is 'Status. The way of the measure from idea to evaluated.';
comment on column core.camera_sites.responsible is 'Responsible. Department, unit or role, not a person.';
comment on column core.camera_sites.purpose is 'Purpose. Which documented problem at the place, and at which hours, the surveillance is to meet.';
comment on column core.camera_sites.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.camera_sites.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.camera_sites.starts_on is 'Start. When the work begins or is to begin.';
comment on column core.camera_sites.completed_on is 'Completed. When the measure is in place.';
comment on column core.camera_sites.weekdays is 'Weekdays. ISO 1 to 7, Monday first.';
comment on column core.camera_sites.hours_from is 'From. HH:MM, local time.';
comment on column core.camera_sites.hours_to is 'Until. A time before the start is on the next day. The same time twice means around the clock. HH:MM, local time.';
comment on column core.camera_sites.cost_sek is 'Investment (SEK). One-off cost without VAT.';
comment on column core.camera_sites.yearly_cost_sek is 'Cost per year (SEK). Running, upkeep and staff.';
comment on column core.camera_sites.mounting_height_m is 'Mounting height (m).';
comment on column core.camera_sites.direction_deg is 'Direction (°). Clockwise from north: 0 is north, 90 east. Leave empty for an all-round camera.';
comment on column core.camera_sites.focal_mm is 'Focal length (mm).';
comment on column core.camera_sites.sensor_width_mm is 'Sensor width (mm). Width of the sensor as the data sheet says, such as 5.4 mm for 1/2.8 inch.';
comment on column core.camera_sites.horizontal_pixels is 'Horizontal resolution (px). Width of the picture in pixels, such as 1920.';
comment on column core.camera_sites.storage_days is 'Storage time (d). Days until recordings are erased. 0 means nothing is recorded.';
comment on column core.camera_sites.sound is 'Sound recording. Should as a rule be off.';
comment on column core.camera_sites.contact is 'Contact. Function or address for those who are watched, not a person.';
comment on column core.camera_sites.demo is 'Demonstration data.';
comment on column core.camera_sites.created_at is 'Created.';
comment on column core.camera_sites.updated_at is 'Last changed.';

select core.register_layer('camera_sites', true);
select core.show_layer('camera_sites', 'public_map', array[
  'title', 'camera_type', 'status', 'purpose', 'public_text', 'starts_on', 'completed_on',
  'weekdays', 'hours_from', 'hours_to', 'storage_days', 'sound', 'contact', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('camera_sites', 'reporter', array[
  'title', 'camera_type', 'status', 'purpose', 'public_text', 'starts_on', 'completed_on',
  'weekdays', 'hours_from', 'hours_to', 'storage_days', 'sound', 'contact', 'demo'
], 'status in (select status from core.statuses where public)');
select core.show_layer('camera_sites', 'planner', array[
  'title', 'camera_type', 'status', 'responsible', 'purpose', 'public_text', 'internal_text',
  'starts_on', 'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek',
  'mounting_height_m', 'direction_deg', 'focal_mm', 'sensor_width_mm', 'horizontal_pixels',
  'storage_days', 'sound', 'contact', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('camera_sites', 'police', array[
  'title', 'camera_type', 'status', 'responsible', 'purpose', 'public_text', 'internal_text',
  'starts_on', 'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek',
  'mounting_height_m', 'direction_deg', 'focal_mm', 'sensor_width_mm', 'horizontal_pixels',
  'storage_days', 'sound', 'contact', 'demo', 'created_at', 'updated_at'
]);
select core.show_layer('camera_sites', 'admin', array[
  'title', 'camera_type', 'status', 'purpose', 'public_text', 'starts_on', 'completed_on',
  'weekdays', 'hours_from', 'hours_to', 'storage_days', 'sound', 'contact', 'demo'
], 'status in (select status from core.statuses where public)');
select core.let_edit('camera_sites', 'planner');

create table core.patrol_zones (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Polygon, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  title text not null check (length(title) between 1 and 120),
  presence text not null default 'visible' check (presence in ('visible', 'targeted')),
  status text not null default 'idea',
  responsible text check (length(responsible) <= 200),
  unit text check (length(unit) <= 200),
  public_text text check (length(public_text) <= 2000),
  internal_text text check (length(internal_text) <= 4000),
  starts_on date,
  completed_on date,
  weekdays smallint[] check (core.are_weekdays(weekdays)),
  hours_from text check (core.is_hour(hours_from)),
  hours_to text check (core.is_hour(hours_to)),
  cost_sek integer check (cost_sek between 0 and 1000000000),
  yearly_cost_sek integer check (yearly_cost_sek between 0 and 1000000000),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint completed_after_start check (completed_on >= starts_on),
  constraint hours_together check ((hours_from is null) = (hours_to is null))
);

comment on table core.patrol_zones is 'Where and when the police are present, visibly or in targeted work.';
comment on column core.patrol_zones.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.patrol_zones.geom is 'Polygon, degrees WGS84, as it was drawn.';
comment on column core.patrol_zones.version is 'Rises by one with each change.';
comment on column core.patrol_zones.title is 'Name. Short and easy to recognise, such as “Railway station, weekend evenings”.';
comment on column core.patrol_zones.presence is 'Kind of presence. visible, targeted.';
comment on column core.patrol_zones.status is 'Status. The way of the measure from idea to evaluated.';
comment on column core.patrol_zones.responsible is 'Responsible. Department, unit or role, not a person.';
comment on column core.patrol_zones.unit is 'Unit. Such as the community officers of Kristianstad.';
comment on column core.patrol_zones.public_text is 'Text for the public. Shown on the public map. No names, telephone numbers or other personal data.';
comment on column core.patrol_zones.internal_text is 'Internal note. Seen only by planners and the police. No personal data.';
comment on column core.patrol_zones.starts_on is 'Start. When the work begins or is to begin.';
comment on column core.patrol_zones.completed_on is 'Completed. When the measure is in place.';
comment on column core.patrol_zones.weekdays is 'Weekdays. ISO 1 to 7, Monday first.';
comment on column core.patrol_zones.hours_from is 'From. HH:MM, local time.';
comment on column core.patrol_zones.hours_to is 'Until. A time before the start is on the next day. The same time twice means around the clock. HH:MM, local time.';
comment on column core.patrol_zones.cost_sek is 'Investment (SEK). One-off cost without VAT.';
comment on column core.patrol_zones.yearly_cost_sek is 'Cost per year (SEK). Running, upkeep and staff.';
comment on column core.patrol_zones.demo is 'Demonstration data.';
comment on column core.patrol_zones.created_at is 'Created.';
comment on column core.patrol_zones.updated_at is 'Last changed.';

select core.register_layer('patrol_zones', true);
select core.show_layer('patrol_zones', 'police', array[
  'title', 'presence', 'status', 'responsible', 'unit', 'public_text', 'internal_text', 'starts_on',
  'completed_on', 'weekdays', 'hours_from', 'hours_to', 'cost_sek', 'yearly_cost_sek', 'demo',
  'created_at', 'updated_at'
]);
select core.let_edit('patrol_zones', 'police');
