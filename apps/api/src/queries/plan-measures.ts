import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { PlanMeasure } from '../contract-plans.ts'
import type { Sql } from '../database/database.ts'
import { columns } from './fragments.ts'
import { propertiesOf, viewOf } from './items.ts'
import { planLayers } from './plans.ts'

/** Bounds an answer: a plan holds tens of measures, not thousands. */
export const maximumMeasures = 5000

/** What a plan holds of the given layers, as the audience sees it: by layer in the order given, then by title. */
export async function listPlanMeasures(
  sql: Sql,
  audience: Audience,
  layers: readonly LayerDefinition[],
  plan: string,
): Promise<PlanMeasure[]> {
  const one = (layer: LayerDefinition, place: number) => sql`
    select v.id::text as id, ${layer.id}::text as layer, v.version, ST_AsGeoJSON(v.geom, 15)::jsonb as geometry,
      ${propertiesOf(sql, layer, audience)} - 'version' as properties, ${place}::int as place
    from ${viewOf(sql, layer, audience)} v where v.plan_id = ${plan}`
  const [first, ...others] = planLayers(layers, audience)
  if (!first) return []
  const all = others.reduce((query, layer, i) => sql`${query} union all ${one(layer, i + 1)}`, one(first, 0))
  return sql<PlanMeasure[]>`
    select m.id, m.layer, m.version, m.geometry, m.properties from (${all}) m
    order by m.place, m.properties ->> 'title', m.id limit ${maximumMeasures}`
}

export interface Copying {
  readonly layer: LayerDefinition
  /** The measure to copy. */
  readonly from: string
  /** The new one's. */
  readonly id: string
  /** The plan it is to be a draft in. */
  readonly plan: string
  /** What is taken along beside the geometry. */
  readonly columns: readonly string[]
  /** Kept in its history. */
  readonly note: string
}

/** Makes a draft as another measure is; false where that is not there any more. */
export async function copyMeasure(sql: Sql, audience: Audience, copying: Copying): Promise<boolean> {
  const { layer, from, id, plan, note } = copying
  const taken = columns(sql, copying.columns)
  const { count } = await sql`
    with noted as (select set_config('app.note', ${note}, true))
    insert into ${viewOf(sql, layer, audience)} (id, geom, status, plan_id, ${taken})
    select ${id}::uuid, v.geom, 'idea', ${plan}::uuid, ${columns(sql, copying.columns, 'v')}
    from noted, ${viewOf(sql, layer, audience)} v where v.id = ${from}`
  return count === 1
}
