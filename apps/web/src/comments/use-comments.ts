import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { planKey } from '../plans/use-plans.ts'
import { commentsApi } from './comments-api.ts'
import { isOpen, threadsOf } from './threads.ts'

/** A plan's comments as threads, and how many of them wait for somebody. */
export function useComments(plan: string) {
  const query = useQuery({
    queryKey: planKey(plan, 'comments'),
    queryFn: ({ signal }) => commentsApi.all(plan, signal),
    enabled: plan !== '',
  })
  const threads = useMemo(() => threadsOf(query.data ?? []), [query.data])
  return { ...query, threads, unresolved: threads.filter(isOpen).length }
}
