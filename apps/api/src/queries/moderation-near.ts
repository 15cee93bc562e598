import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Near } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import type { Fragment } from './fragments.ts'
import { viewOf } from './items.ts'

/** Metres that count as near, most of each sort that are told, and degrees that surely hold the metres in Sweden. */
const reach = 150
const most = 40
const box = reach / 50_000

const metres = (sql: Sql) => sql`round(ST_Distance(v.geom::geography, q.geom::geography)::numeric)::integer`
const isNear = (sql: Sql) =>
  sql`v.geom && ST_Expand(q.geom, ${box}) and ST_DWithin(v.geom::geography, q.geom::geography, ${reach})`

/** Other reports within 150 m of one, the nearest first. */
export const reportsNearReport = (sql: Sql, id: string): Promise<Near['reports']> => sql<Near['reports']>`
  select v.id, v.state, to_jsonb(v.reasons) as reasons, v.words, v.received_on::text as "receivedOn", v.place_id as place,
    ST_AsGeoJSON(v.geom, 7)::jsonb as geometry, ${metres(sql)} as metres
  from planner.report_queue q, planner.unsafe_reports v
  where q.id = ${id} and v.id <> q.id and v.state <> 'declined' and ${isNear(sql)}
  order by metres, v.received_on desc, v.id limit ${most}`

/** Public places within 150 m of a report, the nearest first. */
export const placesNearReport = (sql: Sql, id: string): Promise<Near['places']> => sql<Near['places']>`
  select v.id, v.state, to_jsonb(coalesce(v.reasons, '{}')) as reasons, v.words, v.month::text as month,
    ST_AsGeoJSON(v.geom, 7)::jsonb as geometry, ${metres(sql)} as metres
  from planner.report_queue q, planner.reported_places v
  where q.id = ${id} and ${isNear(sql)} order by metres, v.id limit ${most}`

/** Measures within 150 m of a report that are neither over nor drafts of a plan, the nearest first. */
export async function measuresNearReport(
  sql: Sql,
  layers: readonly LayerDefinition[],
  id: string,
): Promise<{ id: string; metres: number }[]> {
  const one = (layer: LayerDefinition) => sql`
    select v.id::text as id, ${metres(sql)} as metres
    from planner.report_queue q, ${viewOf(sql, layer, 'planner')} v
    where q.id = ${id} and v.status not in ('declined', 'ended') and not (v.status = 'idea' and v.plan_id is not null) and ${isNear(sql)}`
  const [first, ...others] = layers.filter(({ measure }) => measure)
  if (!first) return []
  const all: Fragment = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  return sql<{ id: string; metres: number }[]>`select * from (${all}) m order by m.metres, m.id limit ${most}`
}

export interface StoredReportLink {
  readonly id: string
  readonly layer: string | null
  readonly measure: string | null
  readonly problem: { id: string; title: string } | null
}

/** What a report, or the place it belongs to, has led to. */
export const readReportLinks = (
  sql: Sql,
  { report, place }: { report: string; place: string | null },
): Promise<StoredReportLink[]> => sql<StoredReportLink[]>`
  select l.id, l.layer, l.measure_id as measure,
    (select jsonb_build_object('id', p.id, 'title', p.title) from planner.problems p where p.id = l.problem_id) as problem
  from planner.report_links l where l.report_id = ${report} or l.place_id = ${place}::uuid
  order by l.problem_id nulls first, l.id limit ${most}`
