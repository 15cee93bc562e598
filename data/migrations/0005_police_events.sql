-- Events of the police: seen by the police alone.

create function core.police_event_group(kind text) returns text
language sql immutable parallel safe as $$
  select case
    when kind ~* 'trafik|rattfylleri|olovlig körning|smitning|\mvilt' then 'traffic'
    when kind ~* 'brand|explosion|detonation|räddning|farligt föremål|arbetsplatsolycka|olycka' then 'fire_rescue'
    when kind ~* 'misshandel|mord|dråp|våld|\mhot\M|skottlossning|skjutning' then 'violence'
    when kind ~* 'stöld|\mrån|inbrott|häleri|bedrägeri' then 'theft'
    when kind ~* 'skadegörelse|klotter' then 'damage'
    when kind ~* 'narkotika|vapen|kniv' then 'drugs_weapons'
    when kind ~* 'bråk|ofredande|förargelse|ordning|fylleri|alkohol' then 'disorder'
    else 'other'
  end
$$;
comment on function core.police_event_group(text) is 'The legend''s group of a word of the police feed, by the words in it.';

create table core.police_events (
  id uuid primary key default gen_random_uuid(),
  geom geometry(Point, 4326) not null check (ST_IsValid(geom)) check (not ST_IsEmpty(geom)),
  version integer not null default 1,
  kind text not null check (length(kind) between 1 and 120),
  kind_group text generated always as (core.police_event_group(kind)) stored,
  occurred_at timestamptz,
  published_at timestamptz,
  precision text not null check (precision in ('exact', 'street', 'locality', 'municipality', 'county')),
  place_name text check (length(place_name) <= 200),
  summary text check (length(summary) <= 4000),
  url text check (length(url) <= 500),
  source_id text unique check (length(source_id) <= 120),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index police_events_occurred on core.police_events (occurred_at);

comment on table core.police_events is 'Events of the police feed. A large hollow mark stands for an approximate place.';
comment on column core.police_events.id is 'Identity, the same for ever and in every view, file and tile.';
comment on column core.police_events.geom is 'Point, degrees WGS84, as it was drawn.';
comment on column core.police_events.version is 'Rises by one with each change.';
comment on column core.police_events.kind is 'Event. The police’s own word for it.';
comment on column core.police_events.kind_group is 'Kind. violence, theft, damage, drugs_weapons, disorder, traffic, fire_rescue, other.';
comment on column core.police_events.occurred_at is 'Occurred.';
comment on column core.police_events.published_at is 'Published.';
comment on column core.police_events.precision is 'Precision of position. Events known only to locality, municipality or county never enter a density map. exact, street, locality, municipality, county.';
comment on column core.police_events.place_name is 'Place.';
comment on column core.police_events.summary is 'Summary.';
comment on column core.police_events.url is 'Link.';
comment on column core.police_events.source_id is 'Source’s number. The same number is read in only once.';
comment on column core.police_events.demo is 'Demonstration data.';
comment on column core.police_events.created_at is 'Created.';
comment on column core.police_events.updated_at is 'Last changed.';

select core.register_layer('police_events', false);
select core.show_layer('police_events', 'police', array[
  'kind', 'kind_group', 'occurred_at', 'published_at', 'precision', 'place_name', 'summary', 'url',
  'source_id', 'demo', 'created_at', 'updated_at'
]);
