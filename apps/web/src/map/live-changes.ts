import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { ChangeEvent, ChangesHello } from '@trygghetskartan/api/contract'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { admissions, stillAdmitted } from '../admission.ts'
import { isPublished } from '../published/publication.ts'
import { refreshConfig, refreshLayers } from '../session.ts'
import { refetchTiles } from './refetch-tiles.ts'

export type Contact = 'open' | 'lost' | 'offline'

/** How long contact may be gone before the reader is told; a restart of the server takes about this. */
const patience = 4_000
/** Changes within this time are fetched together, in milliseconds. */
const together = 150

/** Follows what others change: marks what is known of it as old and fetches just the changed layers' tiles anew. */
export function useLiveChanges(
  map: MapLibreMap | null,
  layers: readonly { readonly id: string; readonly version: number }[],
  onBack: () => void,
): Contact {
  const back = useEffectEvent(onBack)
  const versionRead = useEffectEvent((layer: string) => layers.find(({ id }) => id === layer)?.version ?? 0)
  const queries = useQueryClient()
  const [lost, setLost] = useState(false)
  const online = useOnline()
  const admission = useSyncExternalStore(admissions.subscribe, admissions.now)

  useEffect(() => {
    // Files do not change under an open page.
    if (!map || isPublished) return
    const waiting = new Map<string, Set<string>>()
    let flushTimer = 0
    let lostTimer = 0
    let againTimer = 0
    // Let in again: meanwhile only what everybody may see was told.
    let everOpen = admission > 0
    const flush = () => {
      flushTimer = 0
      for (const [layer, ids] of waiting) refresh(queries, map, layer, ids)
      waiting.clear()
      void refreshLayers(queries)
    }
    // A stream also breaks off when its session ends: then nothing is asked for as if by anybody.
    const catchUp = async () => {
      if (!(await stillAdmitted())) return
      void queries.invalidateQueries()
      refreshAll(map)
      back()
    }
    const opened = () => {
      clearTimeout(lostTimer)
      lostTimer = 0
      setLost(false)
      // What happened meanwhile was not told: everything is asked for again.
      if (everOpen) void catchUp()
      everOpen = true
    }
    const take = (layer: string, id?: string) => {
      const ids = waiting.get(layer) ?? new Set()
      waiting.set(layer, id ? ids.add(id) : ids)
      flushTimer ||= window.setTimeout(flush, together)
    }
    const changed = (event: MessageEvent<string>) => {
      const { layer, id } = JSON.parse(event.data) as ChangeEvent
      take(layer, id)
    }
    // What changed after the page had read it, and before it was listened to, is told of here.
    const greeted = (event: MessageEvent<string>) => {
      const { versions } = JSON.parse(event.data) as ChangesHello
      for (const [layer, version] of Object.entries(versions)) if (version > versionRead(layer)) take(layer)
    }
    let events: EventSource
    const listen = () => {
      events = new EventSource('/api/changes')
      events.addEventListener('open', opened)
      events.addEventListener('hello', greeted)
      events.addEventListener('change', changed)
      events.addEventListener('error', () => {
        lostTimer ||= window.setTimeout(() => setLost(true), patience)
        // The browser tries again by itself, but gives up on an answer that is no stream.
        if (events.readyState === EventSource.CLOSED) againTimer = window.setTimeout(listen, patience)
      })
    }
    listen()
    return () => {
      events.close()
      for (const timer of [flushTimer, lostTimer, againTimer]) clearTimeout(timer)
    }
  }, [map, queries, admission])

  return online ? (lost ? 'lost' : 'open') : 'offline'
}

/** What grows old with what is told of by another name than a layer’s. */
const others: Readonly<Record<string, { readonly drawn: boolean; readonly known: readonly string[] }>> = {
  basemap: { drawn: true, known: ['ground', 'demand', 'places'] },
  /** Somebody has changed a plan of one's own, or a draft in it. */
  plans: { drawn: false, known: ['ground', 'demand', 'plans', 'drafts', 'items', 'measure'] },
  problems: { drawn: false, known: ['problems'] },
  report_work: { drawn: false, known: ['moderation'] },
}

function refresh(queries: QueryClient, map: MapLibreMap, name: string, ids: ReadonlySet<string>): void {
  const other = Object.hasOwn(others, name) ? others[name] : undefined
  const known: readonly (readonly string[])[] = other
    ? other.known.map((key) => [key])
    : [
        ['ground'],
        ['demand'],
        ['items', name],
        ...[...ids].flatMap((id) => [
          ['measure', id],
          ['history', id],
        ]),
      ]
  if (!other || other.drawn) refetchTiles(map, name)
  if (name === 'basemap') void refreshConfig(queries)
  for (const queryKey of known) void queries.invalidateQueries({ queryKey })
}

/** Fetches everything on the map anew. */
export function refreshAll(map: MapLibreMap): void {
  for (const [id, source] of Object.entries(map.getStyle().sources))
    if (source.type === 'vector') refetchTiles(map, id)
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const update = () => setOnline(navigator.onLine)
    addEventListener('online', update)
    addEventListener('offline', update)
    return () => {
      removeEventListener('online', update)
      removeEventListener('offline', update)
    }
  }, [])
  return online
}
