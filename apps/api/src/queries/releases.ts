import type { Audience } from '@trygghetskartan/layers'
import type { Batch, Category, Level, Rules } from '@trygghetskartan/privacy'
import { firstDay } from '@trygghetskartan/privacy'
import type { ReleaseArea, ReleaseSquare } from '../contract-releases.ts'
import { type Sql, schemaOf } from '../database/database.ts'

/** What a release is made of, and what is kept of it. All but the reading of what is published runs as the owner. */

export interface AreaRow {
  readonly name: string
  readonly survey: ReleaseArea['survey']
  readonly done: number
  readonly coming: number
}

/** Areas as the public knows them, each with its newest survey. */
export const readAreas = (sql: Sql): Promise<Omit<AreaRow, 'done' | 'coming'>[]> => sql<
  Omit<AreaRow, 'done' | 'coming'>[]
>`
  select a.title as name,
    jsonb_build_object('year', a.year, 'share', a.share_unsafe, 'respondents', a.respondents, 'responseRate', a.response_rate, 'source', a.source) as survey
  from public_map.safety_survey_areas a where a.newest order by a.title collate "C", a.id`

export interface UnknownReport {
  readonly report: string | null
  readonly support: string | null
  readonly lon: number
  readonly lat: number
  readonly reasons: readonly string[]
}

/**
 * Reports, and agreement with them, that came before a day, at most so many months ago, and that no release knows. Those that were declined
 * are left out, and those that came in a crowd from one address until somebody has looked at them.
 */
export const readUnknownReports = (sql: Sql, from: string, before: string): Promise<UnknownReport[]> => sql<
  UnknownReport[]
>`
  select r.id::text as report, null as support, ST_X(p.at) as lon, ST_Y(p.at) as lat, r.reasons
  from core.unsafe_reports r cross join lateral (select ST_PointOnSurface(r.geom) as at) p
  where r.received_on >= ${from}::date and r.received_on < ${before}::date and r.state <> 'declined'
    and not exists (select from core.release_reports k where k.report_id = r.id)
    and not (r.state = 'new' and exists (select from core.report_work w where w.report_id = r.id and w.quiet))
  union all
  select null, s.id::text, ST_X(p.at), ST_Y(p.at), coalesce(v.reasons, '{}')
  from core.report_support s join core.reported_places v on v.id = s.place_id
    cross join lateral (select ST_PointOnSurface(v.geom) as at) p
  where s.month >= ${from}::date and s.month < ${before}::date
    and not exists (select from core.release_reports k where k.support_id = s.id)
  order by 1, 2`

export interface KnownReport {
  readonly report: string | null
  readonly support: string | null
  readonly square: string
  readonly area: string
  readonly reasons: readonly string[]
  readonly since: string
}

export async function keepKnown(sql: Sql, rows: readonly KnownReport[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 5000)
    await sql`
      insert into core.release_reports (report_id, support_id, square, area, reasons, since)
      select k.report, k.support, k.square, k.area, k.reasons, k.since
      from jsonb_to_recordset(${sql.json(rows.slice(i, i + 5000) as never)})
        as k(report uuid, support uuid, square text, area text, reasons text[], since date)`
}

export interface WaitingRow {
  readonly id: string
  readonly square: string
  readonly area: string
  readonly reasons: string[]
  readonly since: string
  readonly told: boolean
}

/** Reports that no square has told of, known since a month or later. */
export const readWaiting = (sql: Sql, from: string): Promise<WaitingRow[]> => sql<WaitingRow[]>`
  select k.id::text as id, k.square, k.area, k.reasons, to_char(k.since, 'YYYY-MM-DD') as since, k.told is not null as told
  from core.release_reports k left join core.unsafe_reports r on r.id = k.report_id
  where k.counted is null and k.since >= ${from}::date and (k.report_id is null or r.state <> 'declined')
  order by k.id`

/** Batches told of from a month on. */
export async function readBatches(
  sql: Sql,
  from: string,
): Promise<(Omit<Batch, 'month'> & { day: string })[]> {
  const rows = await sql<
    { of: Batch['of']; name: string; day: string; size: number; categories: Category[] }[]
  >`
    select kind as of, name, to_char(month, 'YYYY-MM-DD') as day, size, categories from core.release_batches
    where month >= ${from}::date order by kind, name collate "C", month`
  return rows.map((row) => ({ ...row, reports: [] }))
}

export async function keepBatches(sql: Sql, batches: readonly Batch[], demo: boolean): Promise<void> {
  const rows = batches.map(({ month, ...batch }) => ({ ...batch, kind: batch.of, month: firstDay(month) }))
  await sql`
    with b as materialized (
      select * from jsonb_to_recordset(${sql.json(rows as never)})
        as b(kind text, name text, month date, size int, categories text[], reports uuid[])
    ), kept as (
      insert into core.release_batches (kind, name, month, size, categories, demo)
      select kind, name, month, size, categories, ${demo} from b
    ), named as (select kind, month, unnest(reports) as id from b)
    update core.release_reports r
    set counted = coalesce(s.month, r.counted), told = coalesce(a.month, r.told)
    from (select distinct id from named) n
      left join named s on s.id = n.id and s.kind = 'square'
      left join named a on a.id = n.id and a.kind = 'area'
    where r.id = n.id`
}

export interface CellRow {
  readonly id: string
  readonly title: string
  readonly area: string | null
  readonly level: Level
  readonly about: readonly Category[]
  readonly month: string
  readonly demo: boolean
  /** EWKT. */
  readonly geom: string
}

/** Lays the squares of the newest release out as the layer. */
export async function layCells(sql: Sql, cells: readonly CellRow[]): Promise<void> {
  await sql`select set_config('app.bulk', 'on', true)`
  await sql`delete from core.safety_map_cells`
  for (let i = 0; i < cells.length; i += 1000)
    await sql`
      insert into core.safety_map_cells (id, geom, title, area, level, about, done, coming, month, demo)
      select c.id, c.geom, c.title, c.area, c.level, c.about, 0, 0, c.month, c.demo
      from jsonb_to_recordset(${sql.json(cells.slice(i, i + 1000) as never)})
        as c(id uuid, geom geometry, title text, area text, level text, about text[], month date, demo boolean)`
}

/** Counts the public measures of a layer in every square and area: done, and decided. Adds to what is counted already. */
export async function countMeasures(
  sql: Sql,
  layer: string,
): Promise<{ name: string; done: number; coming: number }[]> {
  // Compiling these takes longer than they do: there are no statistics yet of what was just laid out.
  await sql`select set_config('jit', 'off', true)`
  await sql`
    update core.safety_map_cells c set done = c.done + n.done, coming = c.coming + n.coming
    from (
      select c.id, count(*) filter (where ${isDone(sql)})::int as done, count(*) filter (where not ${isDone(sql)})::int as coming
      from core.safety_map_cells c join public_map.${sql(layer)} v on v.geom && c.geom and ST_Intersects(v.geom, c.geom)
      group by c.id
    ) n where n.id = c.id`
  return sql<{ name: string; done: number; coming: number }[]>`
    select a.title as name, count(*) filter (where ${isDone(sql)})::int as done, count(*) filter (where not ${isDone(sql)})::int as coming
    from public_map.safety_survey_areas a join public_map.${sql(layer)} v on v.geom && a.geom and ST_Intersects(v.geom, a.geom)
    where a.newest group by a.title`
}

const isDone = (sql: Sql) => sql`v.status in ('built', 'in_operation', 'evaluated')`

export const readCells = (sql: Sql): Promise<ReleaseSquare[]> => sql<ReleaseSquare[]>`
  select title as square, coalesce(area, '') as area, level, about, done, coming from core.safety_map_cells order by title collate "C"`

export interface ReleaseRow {
  readonly month: string
  readonly rules: Rules
  readonly town: Level
  readonly areas: readonly ReleaseArea[]
  readonly before: string | null
  readonly sha256: string
}

export async function keepRelease(sql: Sql, release: ReleaseRow & { demo: boolean }): Promise<void> {
  await sql`
    insert into core.releases (month, rules, town, areas, before_sha256, content_sha256, demo)
    values (${release.month}::date, ${sql.json(release.rules as never)}, ${release.town}, ${sql.json(release.areas as never)},
      ${release.before}, ${release.sha256}, ${release.demo})`
  await sql`
    insert into core.release_cells (month, square, area, level, about, done, coming)
    select ${release.month}::date, title, coalesce(area, ''), level, coalesce(about, '{}'), done, coming from core.safety_map_cells`
  await sql`select core.notify_reload('safety_map_cells')`
}

/** Every release, the newest first, as anybody may know it. */
export const readReleases = (sql: Sql, audience: Audience): Promise<ReleaseRow[]> => sql<ReleaseRow[]>`
  select to_char(month, 'YYYY-MM-DD') as month, rules, town, areas, before_sha256 as before, content_sha256 as sha256
  from ${sql(schemaOf[audience])}.releases order by releases.month desc`

export const readReleaseSquares = (
  sql: Sql,
  audience: Audience,
  month: string,
): Promise<ReleaseSquare[]> => sql<ReleaseSquare[]>`
  select square, area, level, about, done, coming from ${sql(schemaOf[audience])}.release_cells
  where month = ${month}::date order by square collate "C"`

/** Takes the demonstration's releases away. */
export async function deleteDemoReleases(sql: Sql): Promise<void> {
  await sql`select set_config('app.clearing_demo', 'on', true)`
  await sql`delete from core.release_cells c using core.releases r where r.month = c.month and r.demo`
  await sql`delete from core.releases where demo`
  await sql`select set_config('app.clearing_demo', '', true)`
  await sql`delete from core.release_batches where demo`
}
