import { useQuery } from '@tanstack/react-query'
import { fetchBytes } from '../api.ts'

/** The table of incidents as the server packed it, and the ETag it is known by. */
export interface PackedIncidents {
  readonly bytes: ArrayBuffer
  readonly tag: string
}

/** The table stays good until a change is told; the browser asks whether its copy still holds. */
const staleTime = Number.POSITIVE_INFINITY

/** Every incident one may reckon with, fetched once. What is told of as changed under the name `incidents` is fetched anew. */
export const useIncidents = (enabled: boolean) =>
  useQuery({
    queryKey: ['items', 'incidents', 'columns'],
    queryFn: ({ signal }) => fetchBytes('/api/incidents/columns', signal),
    enabled,
    staleTime,
    // The same table for the same tag, so that nothing is sent to the worker twice.
    structuralSharing: (before, now) =>
      (before as PackedIncidents | undefined)?.tag === (now as PackedIncidents).tag ? before : now,
  })
