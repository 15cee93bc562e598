import type { BBox } from '@trygghetskartan/geo'
import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { DraftsAnswer } from '../contract-identity.ts'
import type { Sql } from '../database/database.ts'
import { propertiesOf, viewOf, within } from './items.ts'
import { planLayers } from './plans.ts'

/** Bounds the answer: plans hold tens of drafts, not thousands. */
export const maximumDrafts = 5000

/** Ideas in the plans of the transaction's account, of each of the layers that know plans. */
export async function listDrafts(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  bbox: BBox | null,
): Promise<DraftsAnswer['features']> {
  const one = (layer: LayerDefinition) => sql`
    select 'Feature' as type, v.id::text as id, ST_AsGeoJSON(v.geom, 15)::jsonb as geometry,
      ${propertiesOf(sql, layer, audience)} || jsonb_build_object('id', v.id, 'layer', ${layer.id}::text) as properties
    from ${viewOf(sql, layer, audience)} v
    where v.status = 'idea' and v.plan_id is not null ${bbox ? within(sql, bbox) : sql``}`
  const [first, ...others] = planLayers(layers, audience)
  if (!first) return []
  const all = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  return sql<DraftsAnswer['features']>`${all} limit ${maximumDrafts}`
}
