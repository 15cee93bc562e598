import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'
import type { Fragment } from './fragments.ts'

/** Metres around a point or a stretch that belong to it; an area is its own measure. */
const reach = 150
/** Degrees that surely hold that many metres, in Sweden. */
const box = reach / 50_000

const view = (sql: Sql, audience: Audience, name: string) =>
  sql`${sql(schemaOf[audience])}.${sql(name)}` as Fragment

/** Rows of `v` on the ground of the problem `p`. */
const onGround = (sql: Sql) => sql`
  v.geom && ST_Expand(p.geom, ${box})
  and ST_DWithin(v.geom::geography, p.geom::geography, case when ST_Dimension(p.geom) = 2 then 0 else ${reach} end)`

/** How often each value came up on the problem's ground within the last year, the commonest first. */
export interface Counted {
  readonly value: string
  readonly n: number
}

/** Reports that have come in, by their reasons; a report with two reasons is counted at both. `n` is of reports. */
export async function countReports(
  sql: Sql,
  audience: Audience,
  problem: string,
): Promise<{ n: number; reasons: Counted[] }> {
  const [row] = await sql<{ n: number; reasons: Counted[] }[]>`
    with found as (
      select v.id, v.reasons from ${view(sql, audience, 'unsafe_reports')} v, ${view(sql, audience, 'problems')} p
      where p.id = ${problem} and v.state <> 'declined' and v.received_on > current_date - interval '1 year' and ${onGround(sql)}
    )
    select (select count(*)::integer from found) as n, coalesce((
      select jsonb_agg(jsonb_build_object('value', c.value, 'n', c.n) order by c.n desc, c.value)
      from (select r as value, count(*)::integer as n from found f, unnest(f.reasons) r group by r) c), '[]') as reasons`
  return row!
}

export interface AreaFound {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly share: number
  readonly n: number
}

/** The newest survey of each area that the problem's ground is in, those with most of it first. */
export const findSurveys = (sql: Sql, audience: Audience, problem: string): Promise<AreaFound[]> => sql<
  AreaFound[]
>`
  select v.id, v.title, v.year, v.share_unsafe as share, v.respondents as n
  from ${view(sql, audience, 'safety_survey_areas')} v, ${view(sql, audience, 'problems')} p
  where p.id = ${problem} and v.newest and ${onGround(sql)}
  order by ST_Area(ST_Intersection(v.geom, p.geom)) desc, v.title limit 3`

export interface WalkFound {
  readonly id: string
  readonly title: string
  readonly walkedOn: string
  readonly remarks: number
  readonly answered: number
}

/** Walks that have crossed the problem's ground, the newest first. */
export const findWalks = (sql: Sql, audience: Audience, problem: string): Promise<WalkFound[]> => sql<
  WalkFound[]
>`
  select v.id, v.title, v.walked_on::text as "walkedOn", count(r.id)::integer as remarks,
    (count(r.id) filter (where r.state <> 'noted'))::integer as answered
  from ${view(sql, audience, 'problems')} p, ${view(sql, audience, 'safety_walks')} v
  left join ${view(sql, audience, 'walk_remarks')} r on r.walk_id = v.id
  where p.id = ${problem} and v.walked_on <= current_date and ${onGround(sql)}
  group by v.id, v.title, v.walked_on order by v.walked_on desc limit 3`

/** What has been logged in the field, by kind in Swedish, as far as the audience reads it. */
export const countObservations = (sql: Sql, audience: Audience, problem: string): Promise<Counted[]> => sql<
  Counted[]
>`
  select k.title_sv as value, count(*)::integer as n
  from ${view(sql, audience, 'problems')} p, ${view(sql, audience, 'observations')} v
  join ${view(sql, audience, 'observation_kinds')} k on k.kind = v.kind
  where p.id = ${problem} and v.observed_from > now() - interval '1 year' and ${onGround(sql)}
  group by k.title_sv order by n desc, value`

/** What has happened where the place is known, by kind in Swedish. For the police. */
export const countIncidents = (sql: Sql, problem: string): Promise<Counted[]> => sql<Counted[]>`
  select k.title_sv as value, count(*)::integer as n
  from police.problems p, police.incidents v join police.incident_kinds k on k.code = v.kind
  where p.id = ${problem} and v.state <> 'withdrawn' and v.precision in ('exact', 'street')
    and v.occurred_from > now() - interval '1 year' and ${onGround(sql)}
  group by k.title_sv order by n desc, value`

export interface AnalysisFound {
  readonly id: string
  readonly title: string
  readonly n: number | null
  readonly on: string
}

/** Saved analyses that the caller sees, the newest first. For the police. */
export const findAnalyses = (sql: Sql): Promise<AnalysisFound[]> => sql<AnalysisFound[]>`
  select id, title, least(n, 100000000)::integer as n, (created_at at time zone 'Europe/Stockholm')::date::text as on
  from police.analyses order by created_at desc limit 10`
