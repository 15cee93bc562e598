import type { Sql } from '../database/database.ts'
import type { Fragment } from './fragments.ts'

/** How far the incidents have come. */
export interface IncidentState {
  /** Rises with each change. */
  readonly version: number
  /** Names this state of this database, and no other. */
  readonly tag: string
}

export async function readIncidentState(sql: Sql): Promise<IncidentState> {
  const [row] = await sql<IncidentState[]>`
    select d.version::float8 as version, d.version || '-' || floor(extract(epoch from d.changed_at) * 1000000)::bigint as tag
    from police.incident_data d`
  return row!
}

/** Codes of kinds by their number in the packed table. */
export async function readKindNumbers(sql: Sql): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ code: string; number: number }[]>`select code, number from police.incident_kinds`
  return new Map(rows.map(({ code, number }) => [number, code]))
}

/** Rows of one source, each column as its values behind one another, big-endian. */
export interface IncidentPiece {
  readonly rows: number
  /** float8, degrees. */
  readonly lon: Buffer
  readonly lat: Buffer
  /** int4, minutes of the Swedish clock since 1970-01-01 00:00. */
  readonly from: Buffer
  readonly to: Buffer
  /** int2, number of the kind. */
  readonly kind: Buffer
  /** int2: time precision + 8 × precision, as packages/analysis numbers them. */
  readonly precisions: Buffer
}

const rowsPerPiece = 16_384

const minuteOf = (sql: Sql, moment: Fragment) =>
  sql`floor(date_part('epoch', ${moment} at time zone 'Europe/Stockholm') / 60)::integer`

const placeNumber = (sql: Sql) =>
  sql`case v.precision when 'exact' then 0 when 'street' then 1 when 'locality' then 2 when 'municipality' then 3 else 4 end`

/** Kinds of observations among those of incidents: what is dark or broken is no incident, and what feels unsafe has not happened. */
export const observedKinds = (sql: Sql) => sql`
  (values ('youth_gathering', 'youth_gathering'), ('alcohol', 'drunkenness'), ('drugs', 'drugs_weapons'), ('disorder', 'disorder'),
    ('threats', 'violence'), ('vandalism', 'vandalism'), ('other', 'other')) m(kind, code)`

/** By source: its rows as geom, from_minute, to_minute, number, precisions. */
const sources = {
  incidents: (sql: Sql) => sql`
    select v.geom, ${minuteOf(sql, sql`v.occurred_from`)} as from_minute, ${minuteOf(sql, sql`v.occurred_to`)} as to_minute, k.number,
      case v.time_precision when 'minute' then 0 when 'day' then 1 else 2 end + 8 * ${placeNumber(sql)} as precisions
    from police.incidents v join police.incident_kinds k on k.code = v.kind
    where v.state <> 'withdrawn'`,
  // A date without a time of day comes in as midnight: it is known to the day, as one that is only known by its publication.
  police_events: (sql: Sql) => sql`
    select v.geom, case when v.timed then v.minute else v.minute - v.minute_of_day end as from_minute,
      case when v.timed then v.minute else v.minute - v.minute_of_day + 1439 end as to_minute, k.number,
      case when v.timed then 0 else 1 end + 8 * ${placeNumber(sql)} as precisions
    from (
      select e.*, mod(e.minute, 1440) as minute_of_day, e.occurred_at is not null and mod(e.minute, 1440) <> 0 as timed
      from (
        select p.geom, p.kind_group, p.precision, p.occurred_at,
          ${minuteOf(sql, sql`coalesce(p.occurred_at, p.published_at, p.created_at)`)} as minute
        from police.police_events p
      ) e
    ) v join police.incident_kinds k on k.code = v.kind_group`,
  observations: (sql: Sql) => sql`
    select v.geom, ${minuteOf(sql, sql`v.observed_from`)} as from_minute, ${minuteOf(sql, sql`v.observed_to`)} as to_minute, k.number,
      8 * ${placeNumber(sql)} as precisions
    from police.observations v
    join ${observedKinds(sql)} on m.kind = v.kind
    join police.incident_kinds k on k.code = m.code`,
} as const
export type IncidentSource = keyof typeof sources
export const incidentSources = Object.keys(sources) as IncidentSource[]

/** Every incident of a source that counts, piece by piece, in no order. */
export async function readIncidentPieces(
  sql: Sql,
  source: IncidentSource,
  onPiece: (piece: IncidentPiece) => void,
): Promise<void> {
  await sql<IncidentPiece[]>`
    select count(*)::integer as rows,
      string_agg(float8send(ST_X(r.geom)), ''::bytea) as lon, string_agg(float8send(ST_Y(r.geom)), ''::bytea) as lat,
      string_agg(int4send(r.from_minute), ''::bytea) as from, string_agg(int4send(r.to_minute), ''::bytea) as to,
      string_agg(int2send(r.number), ''::bytea) as kind, string_agg(int2send(r.precisions::smallint), ''::bytea) as precisions
    from (select s.*, (row_number() over () - 1) / ${rowsPerPiece}::integer as piece from (${sources[source](sql)}) s) r
    group by r.piece`.forEach((row) => {
    onPiece(row as IncidentPiece)
  })
}
