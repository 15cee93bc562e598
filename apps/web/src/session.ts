import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Audience, Config, Me } from '@trygghetskartan/api/contract'
import { createContext, useContext, useMemo, useRef } from 'react'
import { api } from './api.ts'
import type { MapLayer } from './map/map-style.ts'

/** What every part of the frame may count on: who the caller is, where the map opens and which layers there are. */
export interface Session {
  readonly config: Config
  readonly me: Me
  /** Bottom first, as they are drawn. */
  readonly layers: readonly MapLayer[]
}

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside the frame')
  return session
}

export const useLayer = (id: string | undefined): MapLayer | undefined =>
  useSession().layers.find((layer) => layer.id === id)

export const asked = {
  config: queryOptions({
    queryKey: ['config'],
    queryFn: ({ signal }) => api.config(signal),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  me: queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.me(signal), staleTime: 60_000 }),
  layers: queryOptions({ queryKey: ['layers'], queryFn: ({ signal }) => api.layers(signal) }),
}

/** Asks the server for all of it. */
export function useSessionQueries() {
  const queries = useQueryClient()
  const config = useConfig()
  const me = useQuery(asked.me)
  const layers = useQuery(asked.layers)
  const error = config.error ?? me.error ?? layers.error
  const now = useMemo<Session | null>(
    () =>
      config.data && me.data && layers.data
        ? { config: config.data, me: me.data, layers: layers.data.layers }
        : null,
    [config.data, me.data, layers.data],
  )
  const held = useRef<Session | null>(null)
  const session = sameCaller(held.current, now, layers.data?.audience) ? now : held.current
  held.current = session
  return { session, error, retry: () => void queries.refetchQueries({ type: 'active' }) }
}

/**
 * Whether a newer answer may take the place of what is shown. When a session ends, the server answers as to anybody:
 * what one is in the middle of stays as it is, and the guard asks for a new sign-in.
 */
const sameCaller = (held: Session | null, now: Session | null, layersFor: Audience | undefined): boolean =>
  !held?.me.account ||
  (now?.me.account?.id === held.me.account.id &&
    now.me.audience === held.me.audience &&
    layersFor === now.me.audience)

/** The same questions, before anything is shown. */
export function prefetchSession(queries: QueryClient): void {
  for (const one of [asked.config, asked.me, asked.layers]) void queries.prefetchQuery(one as typeof asked.me)
}

/** Whoever is signed in, anywhere in the page; null also before it is known. */
export const useAccount = () => useQuery({ ...asked.me, select: ({ account }) => account }).data ?? null

export const useConfig = () => useQuery(asked.config)

/** After an import: other bounds, other sources, and no longer a schematic plan. */
export const refreshConfig = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: asked.config.queryKey })

/** Counts and versions are read anew after a change; the layers themselves stay. */
export const refreshLayers = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: asked.layers.queryKey })
