import { type Audience, columnsFor, type LayerDefinition } from '@trygghetskartan/layers'

/** Columns of a layer that hold what an object costs, in SEK; null where the audience sees none. */
export interface CostColumns {
  readonly investment: string | null
  readonly yearly: string | null
}

export function costOf(layer: LayerDefinition, audience: Audience): CostColumns {
  const columns = columnsFor(layer, audience)
  const seen = (name: string) => (columns.includes(name) ? name : null)
  return { investment: seen('cost_sek'), yearly: seen('yearly_cost_sek') }
}
