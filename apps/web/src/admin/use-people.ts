import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { admin as words } from '../messages/admin.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { type AccountChange, adminApi } from './admin-api.ts'

const page = 50

/** Accounts that fit the filters, a page at a time. */
export function usePeople(filters: Readonly<Record<string, string | undefined>>) {
  const found = useInfiniteQuery({
    queryKey: ['accounts', filters],
    queryFn: ({ pageParam, signal }) =>
      adminApi.accounts({ ...filters, limit: page, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const seen = pages.reduce((sum, one) => sum + one.accounts.length, 0)
      return seen < total ? seen : undefined
    },
    placeholderData: keepPreviousData,
  })
  return {
    ...found,
    people: found.data?.pages.flatMap(({ accounts }) => accounts) ?? [],
    total: found.data?.pages[0]?.total ?? 0,
  }
}

/** A change of one account; every list of accounts and sessions is read anew after it. */
export function useAccountChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: AccountChange }) => adminApi.changeAccount(id, change),
    onSettled: () => refreshAccounts(queries),
  })
}

export const refreshAccounts = (queries: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    ['accounts', 'account', 'all-sessions', 'account-sessions'].map((kind) =>
      queries.invalidateQueries({ queryKey: [kind] }),
    ),
  )

/** What people call the place where an account signs in. */
export function useProviderTitle(): (provider: string) => string {
  const t = useText()
  const { config } = useSession()
  return (provider) => {
    const known = config.providers?.find(({ id }) => id === provider)
    return known ? t(known.title) : provider === 'demo' ? t(words.demo) : provider
  }
}
