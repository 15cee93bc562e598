import { useState } from 'react'
import type { Place } from './shape.ts'

/** Asks the phone where it is, once, when one asks it to: nobody is asked for their position unasked. */
export function useOwnPosition(onFound: (at: Place) => void) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const find = () => {
    if (!('geolocation' in navigator)) return setState('failed')
    setState('busy')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onFound([coords.longitude, coords.latitude])
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  }
  return { find, busy: state === 'busy', failed: state === 'failed' }
}
