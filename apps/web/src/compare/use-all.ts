import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query'

export interface Question<T> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<T>
}

/** All answers, or null until the last is there; the same list as long as no answer is another. */
export function useAll<T>(questions: readonly Question<T>[]) {
  const queries = useQueryClient()
  const { answers, error } = useQueries({
    queries: [...questions],
    combine: together as (results: UseQueryResult<T>[]) => Together<T>,
  })
  const retry = () => {
    for (const { queryKey } of questions)
      void queries.refetchQueries({ queryKey, predicate: ({ state }) => state.status === 'error' })
  }
  return { answers, error, retry }
}

interface Together<T> {
  readonly answers: T[] | null
  readonly error: Error | null
}

/** One function for good: TanStack Query then keeps what is equal as it was. */
const together = <T>(results: UseQueryResult<T>[]): Together<T> => ({
  answers: results.every(({ data }) => data !== undefined) ? results.map(({ data }) => data as T) : null,
  error: results.find(({ error }) => error)?.error ?? null,
})
