import { useQuery } from '@tanstack/react-query'
import type { Me } from '@trygghetskartan/api/contract'
import type { ObservationKind, OwnObservationsAnswer } from '@trygghetskartan/api/contract-observations'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../api.ts'
import { useInterval } from '../guard/use-active.ts'
import { asked, useConfig } from '../session.ts'
import { keepFacts, type ReporterFacts, readFacts } from './kept-facts.ts'

/** How soon the end of a session is noticed while nothing is sent, in milliseconds. */
const lookEvery = 30_000
const kindsPath = '/api/observations/kinds'

export type Whose =
  /** `signedOut`: as the server says; what is logged is kept for the account all the same. */
  | { readonly state: 'ready'; readonly facts: ReporterFacts; readonly me: Me; readonly signedOut: boolean }
  | { readonly state: 'waiting' | 'sign-in' }
  | { readonly state: 'refused'; readonly me: Me }
  | { readonly state: 'unreachable'; readonly retry: () => void }

/** Who logs here: as the server says, and while it is out of reach as it said last. */
export function useReporter(): Whose & { readonly refresh: () => void } {
  const [kept, setKept] = useState(readFacts)
  const me = useQuery({
    ...asked.me,
    refetchInterval: useInterval(lookEvery),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  })
  const config = useConfig()
  const account = me.data?.account?.id
  const isReporter = me.data?.audience === 'reporter'
  const kinds = useQuery({
    queryKey: ['observation-kinds', account],
    queryFn: ({ signal }) => call<ObservationKind[]>('GET', kindsPath, { signal }),
    enabled: isReporter && account !== undefined,
    staleTime: 3_600_000,
  })
  const fresh = useMemo<ReporterFacts | null>(
    () =>
      me.data && isReporter && config.data && kinds.data
        ? { me: me.data, config: config.data, kinds: kinds.data }
        : null,
    [me.data, isReporter, config.data, kinds.data],
  )
  useEffect(() => {
    if (!fresh) return
    keepFacts(fresh)
    setKept(fresh)
  }, [fresh])

  const refresh = () => void me.refetch()
  const retry = () => {
    refresh()
    void config.refetch()
  }
  const now = me.data
  const stuck = (one: { isError: boolean; fetchStatus: string }) =>
    one.isError || one.fetchStatus === 'paused'
  if (now?.account && !isReporter) return { state: 'refused', me: now, refresh }
  if (now?.account) {
    const facts = fresh ?? (kept?.me.account?.id === account ? kept : null)
    if (facts) return { state: 'ready', facts, me: now, signedOut: false, refresh }
    return stuck(config) || stuck(kinds)
      ? { state: 'unreachable', retry, refresh }
      : { state: 'waiting', refresh }
  }
  if (kept) return { state: 'ready', facts: kept, me: now ?? kept.me, signedOut: now !== undefined, refresh }
  if (now) return { state: 'sign-in', refresh }
  return stuck(me) ? { state: 'unreachable', retry, refresh } : { state: 'waiting', refresh }
}

/** What the server has of the account's entries of this week. */
export const useOwnWeek = (account: string, enabled: boolean) =>
  useQuery({
    queryKey: ['observations-mine', account],
    queryFn: ({ signal }) => call<OwnObservationsAnswer>('GET', '/api/observations/mine', { signal }),
    enabled,
    refetchOnWindowFocus: true,
  })
