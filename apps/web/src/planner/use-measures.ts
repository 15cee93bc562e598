import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Item } from '@trygghetskartan/api/contract'
import { useMemo } from 'react'
import { api } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'

export interface ListedMeasure {
  readonly layer: MapLayer
  readonly item: Item
  readonly status: string
  /** ISO 8601, or '' where it is not known. */
  readonly changed: string
}

/** The API's largest page. */
const limit = 1000

/** Every measure of the given layers, the last changed first. */
export function useMeasures(layers: readonly MapLayer[]) {
  const measured = useMemo(() => layers.filter((layer) => layer.measure), [layers])
  const queries = useQueries({
    queries: measured.map((layer) => {
      const sorted = layer.fields.some(({ name }) => name === 'updated_at')
      const query = { limit, ...(sorted && { sort: 'updated_at', order: 'desc' as const }) }
      return {
        queryKey: ['items', layer.id, query],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.items(layer.id, query, signal),
        placeholderData: keepPreviousData,
      }
    }),
    combine: (results) => ({
      answers: results.map(({ data }) => data),
      error: results.find(({ error }) => error)?.error ?? null,
      isPending: results.some(({ isPending }) => isPending),
      retry: () => {
        for (const result of results) if (result.error) void result.refetch()
      },
    }),
  })
  const measures = useMemo(
    () =>
      queries.answers
        .flatMap((answer, at) => (answer?.features ?? []).map((item) => listed(measured[at]!, item)))
        .toSorted((a, b) => b.changed.localeCompare(a.changed)),
    [queries.answers, measured],
  )
  return { ...queries, measures }
}

const listed = (layer: MapLayer, item: Item): ListedMeasure => ({
  layer,
  item,
  status: String(item.properties[layer.categoryBy]),
  changed: String(item.properties.updated_at ?? ''),
})
