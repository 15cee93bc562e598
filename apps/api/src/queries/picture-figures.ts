import type { LayerDefinition, Text } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { JointOperation, MeasureLine, OperationLine } from '../contract-pictures.ts'
import type { Sql } from '../database/database.ts'
import { type Fragment, listed } from './fragments.ts'

/** What a week is compiled from, as the police see it. Days are local; a period is [from, to). */

export interface Period {
  readonly from: string
  readonly to: string
}

const instantOf = (sql: Sql, day: string): Fragment =>
  sql`(${day}::date::timestamp at time zone 'Europe/Stockholm')`

const within = (sql: Sql, column: Fragment, periods: readonly Period[]): Fragment =>
  periods
    .map(({ from, to }) => sql`(${column} >= ${instantOf(sql, from)} and ${column} < ${instantOf(sql, to)})`)
    .reduce((all, one) => sql`${all} or ${one}`)

/** recorded: incidents that the police have imported. feed: events of the public feed, where there are none of the first. */
export type FigureSource = 'recorded' | 'feed'

/** The two tell of the same: they are never added up. */
export async function readSource(sql: Sql, periods: readonly Period[]): Promise<FigureSource> {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select from police.incidents i where ${within(sql, sql`i.occurred_from`, periods)}) as found`
  return row?.found ? 'recorded' : 'feed'
}

/** What happened in the periods: geom, precision, kind_group, local, timed. What is known to the month alone is in no week. */
const happened = (sql: Sql, source: FigureSource, periods: readonly Period[]): Fragment =>
  source === 'recorded'
    ? sql`
  select i.geom, i.precision, k.kind_group, i.occurred_from at time zone 'Europe/Stockholm' as local,
    i.time_precision = 'minute' and i.occurred_to < i.occurred_from + interval '1 hour' as timed
  from police.incidents i join police.incident_kinds k on k.code = i.kind
  where i.state <> 'withdrawn' and i.time_precision <> 'month' and (${within(sql, sql`i.occurred_from`, periods)})`
    : sql`
  select p.geom, p.precision, p.kind_group, coalesce(p.occurred_at, p.published_at) at time zone 'Europe/Stockholm' as local,
    -- A date without a time of day comes in as midnight.
    p.occurred_at is not null and (p.occurred_at at time zone 'Europe/Stockholm')::time <> '00:00' as timed
  from police.police_events p
  where ${within(sql, sql`coalesce(p.occurred_at, p.published_at)`, periods)}`

/** Areas of the newest surveys, as a table in front of the query; and the one a place is in, the first by name where they overlap. */
const areas = (sql: Sql): Fragment =>
  sql`with areas as materialized (select a.title, a.geom from police.survey_grounds a)`
const areaOf = (sql: Sql, geom: Fragment): Fragment =>
  sql`(select a.title from areas a where a.geom && ${geom} and ST_Covers(a.geom, ${geom}) order by a.title limit 1)`

export interface CountedRow {
  readonly week: string
  /** Title of the area; '' outside all of them, null where the place is not known well enough. */
  readonly area: string | null
  readonly kind: string
  readonly n: number
}

/** Incidents by week, area and kind. */
export const countIncidents = (
  sql: Sql,
  source: FigureSource,
  periods: readonly Period[],
): Promise<CountedRow[]> => sql<CountedRow[]>`
  ${areas(sql)}
  select to_char(h.local, 'IYYY-IW') as week, h.kind_group as kind,
    case when h.precision in ('exact', 'street') then coalesce(${areaOf(sql, sql`h.geom`)}, '') end as area, count(*)::int as n
  from (${happened(sql, source, periods)}) h group by 1, 2, 3 order by 1, 2, 3`

/** Incidents by weekday (1 to 7) and hour; hour null where it is not known. */
export const countHours = (
  sql: Sql,
  source: FigureSource,
  period: Period,
): Promise<{ weekday: number; hour: number | null; n: number }[]> => sql<
  { weekday: number; hour: number | null; n: number }[]
>`
  select extract(isodow from h.local)::int as weekday, case when h.timed then extract(hour from h.local)::int end as hour, count(*)::int as n
  from (${happened(sql, source, [period])}) h group by 1, 2 order by 1, 2`

/** Where the incidents of a period are, of those whose place is known. */
export const readPoints = (
  sql: Sql,
  source: FigureSource,
  period: Period,
): Promise<{ at: [number, number]; kind: string }[]> => sql<{ at: [number, number]; kind: string }[]>`
  select jsonb_build_array(ST_X(h.geom), ST_Y(h.geom)) as at, h.kind_group as kind
  from (${happened(sql, source, [period])}) h where h.precision in ('exact', 'street')
  order by 2, ST_X(h.geom), ST_Y(h.geom) limit 5000`

/** The first day the source knows anything of; null where it knows nothing. */
export async function firstDay(sql: Sql, source: FigureSource): Promise<string | null> {
  const first =
    source === 'recorded'
      ? sql`select min(i.occurred_from) from police.incidents i`
      : sql`select min(coalesce(p.occurred_at, p.published_at)) from police.police_events p`
  const [row] = await sql<{ day: string | null }[]>`
    select to_char((${first}) at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day`
  return row?.day ?? null
}

/** Areas that the picture is divided into: those of the newest surveys. */
export const readAreas = (sql: Sql): Promise<{ title: string; geometry: Geometry }[]> => sql<
  { title: string; geometry: Geometry }[]
>`
  select a.title, ST_AsGeoJSON(a.geom, 6)::jsonb as geometry from police.survey_grounds a order by a.title`

export interface ReportRow {
  readonly week: string
  readonly reason: string
  readonly area: string | null
  readonly n: number
}

/** Reports of unsafe places by the week they came in, main reason and area. */
export const countReports = (sql: Sql, periods: readonly Period[]): Promise<ReportRow[]> => sql<ReportRow[]>`
  ${areas(sql)}
  select to_char(r.received_on::timestamp, 'IYYY-IW') as week, r.main_reason as reason, ${areaOf(sql, sql`ST_PointOnSurface(r.geom)`)} as area,
    count(*)::int as n
  from police.unsafe_reports r
  where r.state <> 'declined' and (${periods
    .map(({ from, to }) => sql`(r.received_on >= ${from}::date and r.received_on < ${to}::date)`)
    .reduce((all, one) => sql`${all} or ${one}`)})
  group by 1, 2, 3 order by 1, 2, 3`

/** What reporters saw, by week and kind. */
export const countObservations = (
  sql: Sql,
  periods: readonly Period[],
): Promise<{ week: string; kind: Text; n: number }[]> => sql<{ week: string; kind: Text; n: number }[]>`
  select to_char(o.observed_from at time zone 'Europe/Stockholm', 'IYYY-IW') as week,
    jsonb_build_object('sv', k.title_sv, 'en', k.title_en) as kind, count(*)::int as n
  from police.observations o join police.observation_kinds k on k.kind = o.kind
  where ${within(sql, sql`o.observed_from`, periods)} group by 1, 2, k.place order by 1, k.place`

/** Steps that measures took in a period. */
export const readSteps = (
  sql: Sql,
  layers: readonly LayerDefinition[],
  { from, to }: Period,
): Promise<MeasureLine[]> => sql<MeasureLine[]>`
  select distinct on (h.layer, h.object_id) h.object_id::text as id, h.layer, h.after ->> 'title' as title, h.after ->> 'status' as status,
    to_char(h.at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as on
  from police.history h
  where h.layer = any (${layers.map(({ id }) => id)}::text[]) and h.at >= ${instantOf(sql, from)} and h.at < ${instantOf(sql, to)}
    and h.after ->> 'status' is distinct from h.before ->> 'status'
    and h.after ->> 'status' in ('decided', 'built', 'in_operation', 'evaluated')
  order by h.layer, h.object_id, h.version desc`

/** Measures agreed on that are not done: what was or is to begin or be ready before the end of a period. */
export const readDue = (
  sql: Sql,
  layers: readonly LayerDefinition[],
  { from, to }: Period,
): Promise<MeasureLine[]> => sql<MeasureLine[]>`
  select d.id, d.layer, d.title, d.status, to_char(d.on, 'YYYY-MM-DD') as on
  from (${layers
    .map(
      (layer) => sql`
        select v.id::text as id, ${layer.id}::text as layer, v.title, v.status, case when v.starts_on >= ${from}::date then v.starts_on else coalesce(v.completed_on, v.starts_on) end as on
        from police.${sql(layer.id)} v where v.status in ('decided', 'ordered')`,
    )
    .reduce((all, one) => sql`${all} union all ${one}`)}) d
  where d.on < ${to}::date order by d.on, d.title, d.id`

/** Patrol zones agreed on, guards' areas and field workers' areas that are there in a period, and permits that end soon. */
export const readOperations = (sql: Sql, { from, to }: Period): Promise<OperationLine[]> => {
  const hours = sql`case when v.hours_from is not null then jsonb_build_object('weekdays', coalesce(to_jsonb(v.weekdays), '[1, 2, 3, 4, 5, 6, 7]'),
    'from', v.hours_from, 'to', v.hours_to) end as hours`
  return sql<OperationLine[]>`
    select o.* from (
      select v.id::text as id, 'patrol_zones' as layer, v.title, ${hours}, to_char(v.completed_on, 'YYYY-MM-DD') as until,
        case when v.starts_on >= ${from}::date then 'begins' else 'planned' end as note, 1 as nth
      from police.patrol_zones v
      where v.status in ('decided', 'ordered', 'built', 'in_operation') and coalesce(v.starts_on, ${from}::date) < ${to}::date
        and coalesce(v.completed_on, ${from}::date) >= ${from}::date
      union all
      select v.id::text, 'guard_zones', v.title, ${hours}, to_char(v.valid_to, 'YYYY-MM-DD'),
        case when v.valid_to < ${from}::date then 'expired' when v.valid_to < ${to}::date + 60 then 'ends'
          when v.valid_from >= ${from}::date then 'begins' else 'standing' end, 2
      from police.guard_zones v where v.valid_from < ${to}::date and v.valid_to >= ${from}::date - 30
      union all
      select v.id::text, 'field_worker_areas', v.title, ${hours}, to_char(v.valid_to, 'YYYY-MM-DD'),
        case when v.valid_from >= ${from}::date then 'begins' else 'standing' end, 3
      from police.field_worker_areas v
      where coalesce(v.valid_from, ${from}::date) < ${to}::date and coalesce(v.valid_to, ${from}::date) >= ${from}::date
    ) o order by o.nth, o.title, o.id`
}

/** Joint operations that begin or go on in a period. */
export const readJointOperations = (sql: Sql, { from, to }: Period): Promise<JointOperation[]> => sql<
  JointOperation[]
>`
  select o.id::text as id, o.title, o.place, to_jsonb(o.authorities) as authorities, o.owner,
    to_jsonb(o.starts_at) #>> '{}' as from, to_jsonb(o.ends_at) #>> '{}' as to
  from police.operations o
  where not o.cancelled and o.starts_at < ${instantOf(sql, to)} and o.ends_at > ${instantOf(sql, from)}
  order by o.starts_at, o.id limit 100`

/** How often and for how long the police have logged presence in patrol zones that began in a period. */
export async function readPresence(
  sql: Sql,
  { from, to }: Period,
): Promise<{ times: number; hours: number }> {
  const [row] = await sql<{ times: number; hours: number }[]>`
    select count(*)::int as times, round(coalesce(sum(extract(epoch from p.to_at - p.from_at)) / 3600, 0), 1)::float8 as hours
    from police.presence_log p
    where p.withdrawn_at is null and p.from_at >= ${instantOf(sql, from)} and p.from_at < ${instantOf(sql, to)}`
  return row!
}

/** Main roads, water and names under the map of a picture. */
export const readMapGround = (
  sql: Sql,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<{ theme: string; kind: string; name: string | null; geometry: Geometry }[]> => sql<
  { theme: string; kind: string; name: string | null; geometry: Geometry }[]
>`
  select f.theme, f.kind, f.name, ST_AsGeoJSON(f.geom, 6)::jsonb as geometry
  from basemap.features f
  where f.geom && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)
    and (f.theme in ('water', 'green', 'railway')
      or (f.theme = 'road' and f.kind in (${listed(
        sql,
        ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'unclassified'].map(
          (kind) => sql`${kind}`,
        ),
      )})))
  order by f.theme, f.kind, f.source_id collate "C" limit 20000`
