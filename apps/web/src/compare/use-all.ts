import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'

interface Question<T> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<T>
}

/** All answers, or null until the last is there; the same list as long as no answer is another. */
export function useAll<T>(questions: readonly Question<T>[]) {
  const results = useQueries({ queries: questions as Question<T>[] })
  const parts = results.map(({ data }) => data as T | undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are what it follows from
  const answers = useMemo(
    () => (parts.every((part) => part !== undefined) ? (parts as T[]) : null),
    [parts.length, ...parts],
  )
  return {
    answers,
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch()
    },
  }
}
