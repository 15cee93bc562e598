import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { ChangeEvent } from '@trygghetskartan/api/contract'
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
export function useLiveChanges(map: MapLibreMap | null, onBack: () => void): Contact {
  const back = useEffectEvent(onBack)
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
    const changed = (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as ChangeEvent
      const ids = waiting.get(change.layer) ?? new Set()
      waiting.set(change.layer, change.id ? ids.add(change.id) : ids)
      flushTimer ||= window.setTimeout(flush, together)
    }
    let events: EventSource
    const listen = () => {
      events = new EventSource('/api/changes')
      events.addEventListener('open', opened)
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

function refresh(queries: QueryClient, map: MapLibreMap, layer: string, ids: ReadonlySet<string>): void {
  if (layer === 'problems') {
    void queries.invalidateQueries({ queryKey: ['problems'] })
    return
  }
  if (layer === 'report_work') {
    void queries.invalidateQueries({ queryKey: ['moderation'] })
    return
  }
  refetchTiles(map, layer)
  for (const queryKey of [['ground'], ['demand']]) void queries.invalidateQueries({ queryKey })
  if (layer === 'basemap') {
    void refreshConfig(queries)
    void queries.invalidateQueries({ queryKey: ['places'] })
    return
  }
  // Not a layer of the map: somebody has changed a plan of one's own, or a draft in it.
  if (layer === 'plans') {
    for (const queryKey of [['plans'], ['drafts'], ['items'], ['measure']])
      void queries.invalidateQueries({ queryKey })
    return
  }
  void queries.invalidateQueries({ queryKey: ['items', layer] })
  for (const id of ids)
    for (const kind of ['measure', 'history']) void queries.invalidateQueries({ queryKey: [kind, id] })
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
