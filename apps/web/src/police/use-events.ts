import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Item } from '@trygghetskartan/api/contract'
import { api } from '../api.ts'
import { itemsQuery } from '../list/items-query.ts'
import { type MapLayer, timeField } from '../map/map-style.ts'
import type { UrlState } from '../url-state.ts'

const pageSize = 1000
/** Beyond this the latest are counted, and the panel says so. */
const maximum = 20_000

/** Every event the view's filters keep, the latest first. */
export function useEvents(layer: MapLayer | undefined, view: UrlState) {
  const time = layer && timeField(layer)
  const query = layer && {
    ...itemsQuery(layer, {
      without: view.without,
      ...(view.from && { from: view.from }),
      ...(view.to && { to: view.to }),
    }),
    ...(time && { sort: time, order: 'desc' as const }),
    limit: pageSize,
  }
  return useQuery({
    queryKey: ['items', layer?.id, query, 'all'],
    enabled: layer !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const items: Item[] = []
      let cursor: string | null = ''
      let matched = 0
      while (cursor !== null && items.length < maximum) {
        const page = await api.items(layer!.id, { ...query, ...(cursor && { cursor }) }, signal)
        items.push(...page.features)
        matched = page.numberMatched
        cursor = page.next
      }
      return { items, matched }
    },
  })
}
