import { useQuery } from '@tanstack/react-query'
import { fileOf, isPublished } from './publication.ts'

/** Address of the release's file with all of a layer as CSV; null where a server makes the table that is asked for. */
export const useWholeTable = (layer: string): string | null =>
  useQuery({
    queryKey: ['published-table', layer],
    queryFn: () => fileOf(`api/layers/${layer}/items.csv`),
    enabled: isPublished,
    staleTime: Number.POSITIVE_INFINITY,
  }).data ?? null
