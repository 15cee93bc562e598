import { useInfiniteQuery } from '@tanstack/react-query'
import { api, type ItemsQuery } from '../api.ts'

const pageSize = 200

/** A layer's items page by page; the filter's next answer replaces the last one without a gap. */
export const useItems = (layer: string, query: ItemsQuery) =>
  useInfiniteQuery({
    queryKey: ['items', layer, query],
    queryFn: ({ pageParam, signal }) =>
      api.items(layer, { ...query, limit: pageSize, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // Never another layer's: its rows would stand under these columns.
    placeholderData: (before, query) => (query?.queryKey[1] === layer ? before : undefined),
  })
