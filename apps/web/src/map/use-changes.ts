import type { ChangeEvent } from '@trygghetskartan/api/contract'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { admissions } from '../admission.ts'

/** Changes within this time are told together, and how long one waits for a server that is gone, in milliseconds. */
const together = 300
const patience = 5000

/** Calls back soon after something of a layer that counts has changed, on a page without the faces' map. */
export function useChanges(counts: (layer: string) => boolean, onChange: () => void): void {
  const changed = useEffectEvent(onChange)
  const isOne = useEffectEvent(counts)
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
        changed()
      }, together)
    }
    const listen = () => {
      events = new EventSource('/api/changes')
      events.addEventListener('open', () => {
        if (everOpen) soon()
        everOpen = true
      })
      events.addEventListener('change', ({ data }: MessageEvent<string>) => {
        if (isOne((JSON.parse(data) as ChangeEvent).layer)) soon()
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
  }, [admission])
}
