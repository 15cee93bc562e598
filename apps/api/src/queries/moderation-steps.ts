import type { ModeratedPlace, PlaceChange } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { listed } from './fragments.ts'

/** Holds a report until the transaction ends; the version of the work with it, undefined where there is none. */
export async function takeReport(sql: Sql, id: string): Promise<number | undefined> {
  const [row] = await sql<{ version: number | null }[]>`select planner.take_report(${id}) as version`
  return row?.version ?? undefined
}

/** Columns of a report and of the work with it; undefined leaves one as it is. */
export interface ReportWrite {
  readonly state?: string
  readonly place_id?: string | null
  readonly words?: string | null
  readonly internal_text?: string | null
}
export interface WorkWrite {
  readonly quiet?: boolean
  readonly assigned_to?: string | null
  readonly same_as?: string | null
}

const sets = (sql: Sql, written: object) =>
  listed(
    sql,
    Object.entries(written).map(([name, value]) => sql`${sql(name)} = ${value}`),
  )

/** Writes the report itself. */
export const writeReport = (sql: Sql, id: string, written: ReportWrite): Promise<unknown> =>
  writesExactly(1, sql`update planner.unsafe_reports set ${sets(sql, written)} where id = ${id}`)

/** Writes the work with a report that has been taken in hand. */
export const writeWork = (sql: Sql, id: string, written: WorkWrite): Promise<unknown> =>
  writesExactly(1, sql`update planner.report_work set ${sets(sql, written)} where report_id = ${id}`)

const lastMessage = (sql: Sql) =>
  sql`(select max(m.nth) from planner.report_messages m where m.report_id = w.report_id)`

/** Its reporter can read that it is closed: that is an answer too. */
export const closeWork = (sql: Sql, id: string): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    update planner.report_work w set closed_at = now(), first_answered_at = coalesce(first_answered_at, now()), seen_to = ${lastMessage(sql)}
    where report_id = ${id}`,
  )

/** What the reporter wrote last needs no answer. */
export const seeWork = (sql: Sql, id: string): Promise<unknown> =>
  writesExactly(
    1,
    sql`update planner.report_work w set seen_to = ${lastMessage(sql)} where report_id = ${id}`,
  )

export const reopenWork = (sql: Sql, id: string): Promise<unknown> =>
  writesExactly(
    1,
    sql`update planner.report_work set closed_at = null, reopened_at = now() where report_id = ${id}`,
  )

/** Reports that are held together with one. */
export async function heldWith(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select report_id as id from planner.report_work where same_as = ${id} order by report_id`
  return rows.map((row) => row.id)
}

/** Reports of a place. */
export async function reportsOfPlace(sql: Sql, place: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from planner.unsafe_reports where place_id = ${place} order by received_on, id`
  return rows.map((row) => row.id)
}

/** Writes to the reporter; who wrote it is noted by the database. */
export const insertMessage = (
  sql: Sql,
  message: { id: string; report: string; kind: 'question' | 'answer' | 'status'; text: string },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into planner.report_messages (id, report_id, direction, kind, text)
    values (${message.id}, ${message.report}, 'office', ${message.kind}, ${message.text})`,
  )

/** Where a report is, and the first day that it or one held together with it came. */
export async function readReported(
  sql: Sql,
  reports: readonly string[],
): Promise<{ geometry: ModeratedPlace['geometry']; middle: [number, number]; month: string } | undefined> {
  const [row] = await sql<
    { geometry: ModeratedPlace['geometry']; lon: number; lat: number; month: string }[]
  >`
    select ST_AsGeoJSON(r.geom, 7)::jsonb as geometry, ST_X(p.at) as lon, ST_Y(p.at) as lat,
      (select date_trunc('month', min(o.received_on))::date::text from planner.unsafe_reports o where o.id = any (${[...reports]}::uuid[])) as month
    from planner.unsafe_reports r cross join lateral (select ST_PointOnSurface(r.geom) as at) p where r.id = ${reports[0]!}`
  return row && { geometry: row.geometry, middle: [row.lon, row.lat], month: row.month }
}

/** Metres from what was reported to what is shown. */
export async function measureMoved(
  sql: Sql,
  from: ModeratedPlace['geometry'],
  to: ModeratedPlace['geometry'],
): Promise<number> {
  const shape = (geometry: object) =>
    sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)::geography`
  const [row] = await sql<{ moved: number }[]>`
    select round(ST_Distance(${shape(from)}, ${shape(to)})::numeric)::integer as moved`
  return row!.moved
}

/** Makes a public place, there at once. */
export const publishPlace = (
  sql: Sql,
  place: Pick<ModeratedPlace, 'id' | 'geometry' | 'reasons' | 'words' | 'answer' | 'month' | 'state'>,
): Promise<unknown> => sql`
  select planner.publish_place(${place.id}, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(place.geometry)}), 4326), ${place.reasons}::text[],
    ${place.words}, ${place.answer}, ${place.month}::date, ${place.state})`

/** Takes a place back from the public. */
export const unpublishPlace = (sql: Sql, place: string): Promise<unknown> =>
  sql`select planner.unpublish_place(${place})`

/** Releases the photograph of a report with a place, instead of the one that is shown with it, or takes it back. */
export async function releasePhoto(sql: Sql, report: string, place: string | null): Promise<void> {
  await sql`update planner.report_photos set place_id = null where place_id = ${place}::uuid`
  await sql`update planner.report_photos set place_id = ${place} where report_id = ${report}`
}

/** What a report had led to is its place's from now on. */
export async function moveLinks(sql: Sql, report: string, place: string): Promise<void> {
  await sql`
    insert into planner.report_links (place_id, layer, measure_id, problem_id)
    select ${place}::uuid, l.layer, l.measure_id, l.problem_id from planner.report_links l
    where l.report_id = ${report} and not exists (
      select from planner.report_links o where o.place_id = ${place} and (o.measure_id = l.measure_id or o.problem_id = l.problem_id))`
  await sql`delete from planner.report_links where report_id = ${report}`
}

export const insertReportLink = (
  sql: Sql,
  link: {
    place: string | null
    report: string | null
    layer: string | null
    measure: string | null
    problem: string | null
  },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into planner.report_links (place_id, report_id, layer, measure_id, problem_id)
    values (${link.place}, ${link.report}, ${link.layer}, ${link.measure}, ${link.problem})`,
  )

/** False where the report, or its place, has no such link. */
export async function deleteReportLink(
  sql: Sql,
  link: string,
  { report, place }: { report: string; place: string | null },
): Promise<boolean> {
  const { count } = await sql`
    delete from planner.report_links where id = ${link} and (report_id = ${report} or place_id = ${place}::uuid)`
  return count === 1
}

/** A public place with how much is behind it; undefined where there is none. */
export async function readPlace(sql: Sql, id: string): Promise<ModeratedPlace | undefined> {
  const [row] = await sql<ModeratedPlace[]>`
    select p.id, p.version, p.state, to_jsonb(coalesce(p.reasons, '{}')) as reasons, p.words, p.answer, p.month::text as month, p.heard,
      ST_AsGeoJSON(p.geom, 7)::jsonb as geometry,
      (select count(*)::integer from planner.unsafe_reports r where r.place_id = p.id) as reports,
      (select count(*)::integer from planner.report_support s where s.place_id = p.id) as supports
    from planner.reported_places p where p.id = ${id}`
  return row
}

/** False where the version does not hold. */
export async function updatePlace(
  sql: Sql,
  { id, version }: { id: string; version: number },
  change: PlaceChange,
): Promise<boolean> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const written = given.map(([name, value]) =>
    name === 'reasons'
      ? sql`reasons = ${value as string[]}::text[]`
      : sql`${sql(name)} = ${(value || null) as string | null}`,
  )
  const { count } = await sql`
    update planner.reported_places set ${written.length > 0 ? listed(sql, written) : sql`state = state`}
    where id = ${id} and version = ${version}`
  return count === 1
}
