import { useQuery } from '@tanstack/react-query'
import { fileOf, isPublished } from './publication.ts'

/** Address of a file of the release, by its path in there; null where a server answers instead, and until it is known. */
export const usePublishedFile = (path: string): string | null =>
  useQuery({
    queryKey: ['published-file', path],
    queryFn: () => fileOf(path),
    enabled: isPublished,
    staleTime: Number.POSITIVE_INFINITY,
  }).data ?? null
