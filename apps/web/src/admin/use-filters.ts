import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

const keys = ['find', 'role', 'person', 'since', 'until', 'actor', 'action', 'kind', 'object'] as const
export type Filter = (typeof keys)[number]
type Filters = Readonly<Partial<Record<Filter, string>>>

/** A section's filters as they stand in the address, and the way to change them: '' takes one away. */
export function useFilters(): [Filters, (change: Filters, how?: { replace?: boolean }) => void] {
  const search: Filters = useSearch({ strict: false })
  const navigate = useNavigate()
  const update = useCallback(
    (change: Filters, how?: { replace?: boolean }) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...change }),
        replace: how?.replace ?? false,
      }),
    [navigate],
  )
  return [search, update]
}
