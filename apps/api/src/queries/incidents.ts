import type { BBox } from '@trygghetskartan/geo'
import type {
  Incident,
  IncidentChange,
  IncidentCorrection,
  IncidentItem,
  IncidentKind,
} from '../contract-incidents.ts'
import type { Sql } from '../database/database.ts'
import type { Fragment } from './fragments.ts'
import { observedKinds } from './incident-columns.ts'

export const listIncidentKinds = (sql: Sql): Promise<IncidentKind[]> => sql<IncidentKind[]>`
  select code, kind_group as "group", jsonb_build_object('sv', title_sv, 'en', title_en) as title
  from police.incident_kinds order by kind_group, number`

export interface IncidentFilter {
  readonly bbox: BBox | null
  /** Day or instant, half open. */
  readonly from: string | null
  readonly to: string | null
  readonly kinds: readonly string[] | null
  readonly sources: readonly string[]
  readonly withdrawn: boolean
  readonly limit: number
  /** The last row of the page before: its beginning in microseconds since 1970, and its id. */
  readonly after: { readonly micros: string; readonly id: string } | null
}

/** By source: its rows as the list has them. */
const rowsOf: Readonly<Record<string, (sql: Sql) => Fragment>> = {
  incidents: (sql) => sql`
    select i.id, i.geom, i.kind, i.occurred_from, i.occurred_to, i.time_precision, i.precision, i.place_name, i.note, i.state
    from police.incidents i`,
  police_events: (sql) => sql`
    select p.id, p.geom, p.kind_group as kind, coalesce(p.occurred_at, p.published_at, p.created_at) as occurred_from,
      coalesce(p.occurred_at, p.published_at, p.created_at) as occurred_to,
      case when p.occurred_at is null then 'day' else 'minute' end as time_precision,
      p.precision, p.place_name, concat_ws(': ', p.kind, p.summary) as note, null::text as state
    from police.police_events p`,
  observations: (sql) => sql`
    select o.id, o.geom, m.code as kind, o.observed_from as occurred_from, o.observed_to as occurred_to, 'minute' as time_precision,
      o.precision, null::text as place_name, o.words as note, null::text as state
    from police.observations o join ${observedKinds(sql)} on m.kind = o.kind`,
}

/** A day is Swedish midnight. */
const instant = (sql: Sql, text: string) =>
  text.includes('T') ? sql`${text}::timestamptz` : sql`(${text}::timestamp at time zone 'Europe/Stockholm')`

function conditions(sql: Sql, { bbox, from, to, kinds, withdrawn, after }: IncidentFilter): Fragment {
  const parts: Fragment[] = []
  if (bbox) {
    const [west, south, east, north] = bbox
    parts.push(sql`and v.geom && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`)
  }
  if (from) parts.push(sql`and v.occurred_to >= ${instant(sql, from)}`)
  if (to) parts.push(sql`and v.occurred_from < ${instant(sql, to)}`)
  if (kinds) parts.push(sql`and v.kind = any (${[...kinds]})`)
  if (!withdrawn) parts.push(sql`and v.state is distinct from 'withdrawn'`)
  if (after)
    parts.push(
      sql`and (v.occurred_from, v.id) < ('epoch'::timestamptz + ${after.micros}::bigint * interval '1 microsecond', ${after.id}::uuid)`,
    )
  return parts.reduce((all, part) => sql`${all} ${part}`, sql``)
}

const itemOf = (sql: Sql) => sql`
  v.id::text as id, v.source, v.kind, to_jsonb(v.occurred_from) #>> '{}' as "occurredFrom", to_jsonb(v.occurred_to) #>> '{}' as "occurredTo",
  v.time_precision as "timePrecision", jsonb_build_array(ST_X(v.geom), ST_Y(v.geom)) as position, v.precision, v.place_name as place,
  v.note, v.state`

/** One page, the latest first, and what the next one begins after. */
export async function listIncidents(
  sql: Sql,
  filter: IncidentFilter,
): Promise<{ incidents: IncidentItem[]; next: string | null }> {
  const { limit } = filter
  const one = (source: string) => sql`
    (select v.*, ${source}::text as source from (${rowsOf[source]!(sql)}) v where true ${conditions(sql, filter)}
    order by v.occurred_from desc, v.id desc limit ${limit})`
  const [first, ...others] = filter.sources.filter((source) => rowsOf[source])
  if (first === undefined) return { incidents: [], next: null }
  const all = others.reduce((query, source) => sql`${query} union all ${one(source)}`, one(first))
  const rows = await sql<(IncidentItem & { micros: string })[]>`
    select ${itemOf(sql)}, floor(extract(epoch from v.occurred_from) * 1000000)::bigint::text as micros
    from (${all}) v order by v.occurred_from desc, v.id desc limit ${limit}`
  const last = rows.at(-1)
  return {
    incidents: rows.map(({ micros: _, ...item }) => item),
    next: last && rows.length === limit ? `${last.micros}.${last.id}` : null,
  }
}

/** One incident with what it said before, the latest first; undefined where there is none. */
export async function findIncident(sql: Sql, id: string): Promise<Incident | undefined> {
  const [row] = await sql<Omit<Incident, 'changes'>[]>`
    select ${itemOf(sql)}, v.version, v.system, v.source_id as "systemId", to_jsonb(v.updated_at) #>> '{}' as "updatedAt"
    from (
      select i.id, 'incidents' as source, i.geom, i.kind, i.occurred_from, i.occurred_to, i.time_precision, i.precision, i.place_name, i.note,
        i.state, i.version, i.source as system, i.source_id, i.updated_at
      from police.incidents i
    ) v
    where v.id = ${id}`
  if (!row) return undefined
  const changes = await sql<(IncidentCorrection & { entry: number })[]>`
    select c.version, to_jsonb(c.at) #>> '{}' as at, c.actor_name as by, c.action, c.reason, c.before
    from police.incident_changes c where c.incident_id = ${id} order by c.entry desc`
  return { ...row, changes }
}

/** Writes a correction where the version still holds; false where it does not. Why stands in its history. */
export async function updateIncident(
  sql: Sql,
  id: string,
  version: number,
  { reason, ...change }: IncidentChange,
): Promise<boolean> {
  const { position, withdrawn, kind, occurredFrom, occurredTo, timePrecision, precision, place, note } =
    change
  const or = <T>(value: T | undefined, column: Fragment, cast: Fragment) =>
    value === undefined ? column : sql`${value as never}::${cast}`
  const text = sql`text`
  await sql`select set_config('app.note', ${reason}, true)`
  const { count } = await sql`
    update police.incidents i set
      geom = ${position ? sql`ST_SetSRID(ST_MakePoint(${position[0]}, ${position[1]}), 4326)` : sql`i.geom`},
      occurred_from = ${or(occurredFrom, sql`i.occurred_from`, sql`timestamptz`)},
      occurred_to = ${or(occurredTo, sql`i.occurred_to`, sql`timestamptz`)},
      time_precision = ${or(timePrecision, sql`i.time_precision`, text)},
      kind = ${or(kind, sql`i.kind`, text)},
      precision = ${or(precision, sql`i.precision`, text)},
      place_name = ${or(place, sql`i.place_name`, text)},
      note = ${or(note, sql`i.note`, text)},
      state = ${withdrawn === undefined ? sql`i.state` : withdrawn ? 'withdrawn' : sql`case when i.state = 'withdrawn' then 'corrected' else i.state end`}
    where i.id = ${id} and i.version = ${version}`
  return count === 1
}
