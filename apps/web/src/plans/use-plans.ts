import { useQuery } from '@tanstack/react-query'
import type { FieldDescription, Properties } from '@trygghetskartan/api/contract'
import { useCallback } from 'react'
import { plansApi } from './plans-api.ts'

/** The plans one is a member of, by title. */
export const usePlans = (enabled = true) =>
  useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => plansApi.plans(signal), enabled })

/** What is asked of one plan stands under its own key, so that news of plans makes all of it old. */
export const planKey = (id: string, ...parts: (string | null | undefined)[]) => ['plans', id, ...parts]

/** Every measure in a plan that the caller sees. */
export const usePlanMeasures = (id: string) =>
  useQuery({
    queryKey: planKey(id, 'measures'),
    queryFn: ({ signal }) => plansApi.measures(id, signal),
    enabled: id !== '',
  })

/** The field that says which plan an object belongs to, where the caller knows of plans at all. */
export const planField = (fields: readonly FieldDescription[]): FieldDescription | undefined =>
  fields.find(({ control }) => control === 'plan')

/** A plan's title by its id; '' for one that is not one's own. Asks only where there is a field for it. */
export function usePlanTitle(fields: readonly FieldDescription[]): (id: unknown) => string {
  const { data } = usePlans(planField(fields) !== undefined)
  return useCallback((id) => data?.find((plan) => plan.id === id)?.title ?? '', [data])
}

/** What only the members of its plan see: an idea in a plan. */
export function isDraft(
  layer: { readonly fields: readonly FieldDescription[]; readonly categoryBy: string },
  properties: Properties,
): boolean {
  const field = planField(layer.fields)
  return field !== undefined && Boolean(properties[field.name]) && properties[layer.categoryBy] === 'idea'
}
