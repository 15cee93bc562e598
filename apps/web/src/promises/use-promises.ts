import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { promisesApi } from './promises-api.ts'

/** Promises of a year, of the newest, or all of them where nothing is said. */
export const usePromises = (year: string) =>
  useQuery({
    queryKey: ['promises', 'of', year],
    queryFn: ({ signal }) => promisesApi.list(year, signal),
  })

export const usePromise = (id: string) =>
  useQuery({ queryKey: ['promises', id], queryFn: ({ signal }) => promisesApi.read(id, signal) })

/** Reads them anew after something was changed here. */
export function useRefreshPromises(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: ['promises'] }), [queries])
}
