import { useQuery } from '@tanstack/react-query'
import type { SitingMeasure } from '@trygghetskartan/siting'
import { useMemo } from 'react'
import { sitingApi } from './siting-api.ts'

const none: readonly SitingMeasure[] = []

/** The other measures of the plan that one is in; none where it is in no plan. */
export function useOthers(plan: string | null, id: string): readonly SitingMeasure[] {
  const { data } = useQuery({
    queryKey: ['siting-measures', plan],
    queryFn: ({ signal }) => sitingApi.measuresOf(plan!, signal),
    enabled: plan !== null,
  })
  return useMemo(() => data?.measures.filter((one) => one.id !== id) ?? none, [data, id])
}
