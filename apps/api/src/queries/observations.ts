import type {
  ObservationKind,
  OwnObservation,
  PeopleClass,
  SeenObservation,
} from '../contract-observations.ts'
import { type Sql, schemaOf } from '../database/database.ts'

type Reader = 'planner' | 'police'

export interface ObservationRow {
  readonly id: string
  readonly at: readonly [lon: number, lat: number]
  readonly accuracy: number | null
  readonly precision: string
  readonly kind: string
  readonly from: Date
  readonly to: Date
  readonly people: PeopleClass | null
  readonly words: string | null
  /** Seconds. */
  readonly clockOffset: number
  readonly sha256: Buffer
}

export const listKinds = (sql: Sql, audience: Reader | 'reporter'): Promise<ObservationKind[]> => sql<
  ObservationKind[]
>`
  select kind, jsonb_build_object('sv', title_sv, 'en', title_en) as title, counts_people as "countsPeople"
  from ${sql(schemaOf[audience])}.observation_kinds order by place`

/** Stores what a reporter sent. False where there is something with that id already. */
export async function insertObservation(sql: Sql, row: ObservationRow): Promise<boolean> {
  const { count } = await sql`
    insert into reporter.observations
      (id, geom, accuracy_m, precision, kind, observed_from, observed_to, people, words, clock_offset_s, sha256)
    values (${row.id}, ST_SetSRID(ST_MakePoint(${row.at[0]}, ${row.at[1]}), 4326), ${row.accuracy}, ${row.precision}, ${row.kind},
      ${row.from}, ${row.to}, ${row.people}, ${row.words}, ${row.clockOffset}, ${row.sha256})
    on conflict (id) do nothing`
  return count === 1
}

const own = (sql: Sql) => sql`
  o.id, ST_AsGeoJSON(o.geom)::jsonb as geometry, o.accuracy_m as accuracy, o.precision, o.kind,
  to_jsonb(o.observed_from) #>> '{}' as "observedFrom", to_jsonb(o.observed_to) #>> '{}' as "observedTo", o.people, o.words,
  to_jsonb(o.received_at) #>> '{}' as "receivedAt", o.clock_offset_s as "clockOffset", to_jsonb(o.withdrawn_at) #>> '{}' as "withdrawnAt"`

/** One of the reporter's own, and the hex of what was sent. */
export async function findOwn(
  sql: Sql,
  id: string,
): Promise<{ observation: OwnObservation; sha256: string | null } | undefined> {
  const [row] = await sql<(OwnObservation & { sha256: string | null })[]>`
    select ${own(sql)}, encode(o.sha256, 'hex') as sha256 from reporter.observations o where o.id = ${id}`
  if (!row) return undefined
  const { sha256, ...observation } = row
  return { observation, sha256 }
}

/** The reporter's own of a week of ISO 8601 in Sweden ('2026-W48'; null: the present one), the latest first. */
export async function listOwn(
  sql: Sql,
  week: string | null,
): Promise<{ week: string; observations: OwnObservation[] }> {
  const [asked] = await sql<{ week: string; from: Date; to: Date }[]>`
    select to_char(w.monday, 'IYYY"-W"IW') as week, w.monday at time zone 'Europe/Stockholm' as from,
      (w.monday + interval '7 days') at time zone 'Europe/Stockholm' as to
    from (select date_trunc('week', coalesce(to_date(${week}, 'IYYY"-W"IW')::timestamp, now() at time zone 'Europe/Stockholm')) as monday) w`
  const { from, to } = asked!
  const observations = await sql<OwnObservation[]>`
    select ${own(sql)} from reporter.observations o
    where o.observed_from >= ${from} and o.observed_from < ${to}
    order by o.observed_from desc, o.id limit 1000`
  return { week: asked!.week, observations }
}

/** Takes back one of the reporter's own. False where there is none that is not taken back already. */
export async function withdrawObservation(sql: Sql, id: string): Promise<boolean> {
  const { count } = await sql`
    update reporter.observations set withdrawn_at = now() where id = ${id} and withdrawn_at is null`
  return count === 1
}

export interface ObservationFilter {
  /** West, south, east and north in degrees. */
  readonly bbox: readonly [number, number, number, number] | null
  /** Days in Sweden, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly kinds: readonly string[] | null
  readonly limit: number
}

/** What planners or the police may read of what was logged, the latest first. */
export async function listObservations(
  sql: Sql,
  audience: Reader,
  filter: ObservationFilter,
): Promise<{ observations: SeenObservation[]; numberMatched: number }> {
  const { bbox, from, to, kinds, limit } = filter
  const where = sql`
    where ${bbox ? sql`o.geom && ST_MakeEnvelope(${bbox[0]}, ${bbox[1]}, ${bbox[2]}, ${bbox[3]}, 4326)` : sql`true`}
      and ${from ? sql`o.observed_to >= ${from}::date::timestamp at time zone 'Europe/Stockholm'` : sql`true`}
      and ${to ? sql`o.observed_from < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'` : sql`true`}
      and ${kinds ? sql`o.kind = any (${[...kinds]})` : sql`true`}`
  const view = sql(schemaOf[audience])
  const observations = await sql<SeenObservation[]>`
    select o.id, ST_AsGeoJSON(o.geom)::jsonb as geometry, o.accuracy_m as accuracy, o.precision, o.kind,
      to_jsonb(o.observed_from) #>> '{}' as "observedFrom", to_jsonb(o.observed_to) #>> '{}' as "observedTo", o.people, o.words,
      o.works_as as "worksAs", ${audience === 'police' ? sql`o.author as by,` : sql``} to_jsonb(o.received_at) #>> '{}' as "receivedAt"
    from ${view}.observations o ${where} order by o.observed_from desc, o.id limit ${limit}`
  const [all] = await sql<{ n: number }[]>`select count(*)::int as n from ${view}.observations o ${where}`
  return { observations, numberMatched: all!.n }
}
