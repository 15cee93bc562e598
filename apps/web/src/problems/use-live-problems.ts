import { useQueryClient } from '@tanstack/react-query'
import type { ChangeEvent } from '@trygghetskartan/api/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { admissions } from '../admission.ts'

/** Changes within this time are read together, and how long one waits for a server that is gone, in milliseconds. */
const together = 300
const patience = 5000

/** Not of problems, nor of the measures that answer to them. */
const beside = new Set(['basemap', 'incidents', 'plans'])

/** Reads problems, plan and operations anew when others change them, or measures that answer to them. */
export function useLiveProblems(): void {
  const queries = useQueryClient()
  const admission = useSyncExternalStore(admissions.subscribe, admissions.now)
  useEffect(() => {
    let events: EventSource
    let timer = 0
    let again = 0
    // Let in again: meanwhile nothing was told.
    let everOpen = admission > 0
    const soon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0
        void queries.invalidateQueries({ queryKey: ['problems'] })
      }, together)
    }
    const listen = () => {
      events = new EventSource('/api/changes')
      events.addEventListener('open', () => {
        if (everOpen) soon()
        everOpen = true
      })
      events.addEventListener('change', ({ data }: MessageEvent<string>) => {
        if (!beside.has((JSON.parse(data) as ChangeEvent).layer)) soon()
      })
      events.addEventListener('error', () => {
        if (events.readyState === EventSource.CLOSED) again = window.setTimeout(listen, patience)
      })
    }
    listen()
    return () => {
      events.close()
      for (const one of [timer, again]) clearTimeout(one)
    }
  }, [queries, admission])
}
