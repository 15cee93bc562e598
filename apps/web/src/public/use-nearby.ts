import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Item } from '@trygghetskartan/api/contract'
import { metresBetween } from '@trygghetskartan/geo'
import { useMemo } from 'react'
import { api } from '../api.ts'
import { itemsQuery } from '../list/items-query.ts'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { UrlState } from '../url-state.ts'

export interface NearbyMeasure {
  readonly layer: MapLayer
  readonly item: Item
  /** Metres from the middle of the view to the middle of the object. */
  readonly metres: number
}

const most = 200

/** Measures of the given layers in the map's view, the nearest its middle first. */
export function useNearby(
  layers: readonly MapLayer[],
  view: Pick<UrlState, 'without'>,
  bounds: Bounds | undefined,
) {
  const shown = useMemo(() => layers.filter((layer) => layer.measure), [layers])
  const queries = useQueries({
    queries: shown.map((layer) => {
      const query = {
        ...itemsQuery(layer, { without: view.without }, bounds && rounded(bounds)),
        limit: most,
      }
      return {
        queryKey: ['items', layer.id, query],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.items(layer.id, query, signal),
        enabled: bounds !== undefined,
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
  const measures = useMemo(() => {
    if (!bounds) return []
    const middle = middleOf(bounds)
    return queries.answers
      .flatMap((answer, at) => (answer?.features ?? []).map((item) => ({ layer: shown[at]!, item })))
      .map(
        (one): NearbyMeasure => ({
          ...one,
          metres: metresBetween(middle, middleOf(boundsOf(one.item.geometry))),
        }),
      )
      .toSorted((a, b) => a.metres - b.metres)
  }, [queries.answers, bounds, shown])
  return { ...queries, measures }
}

const middleOf = ([west, south, east, north]: Bounds): [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
]

/** Outwards to a few metres, so that a nudge of the map asks nothing new. */
const rounded = ([west, south, east, north]: Bounds): Bounds => [
  Math.floor(west * 5000) / 5000,
  Math.floor(south * 5000) / 5000,
  Math.ceil(east * 5000) / 5000,
  Math.ceil(north * 5000) / 5000,
]
