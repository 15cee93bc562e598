import { useEffect, useState } from 'react'

export interface Position {
  /** Longitude and latitude in degrees. */
  readonly at: readonly [number, number]
  /** Metres. */
  readonly accuracy: number
}

export type Positioning =
  | { readonly state: 'asking' | 'denied' | 'failed'; readonly position: null }
  | { readonly state: 'known'; readonly position: Position }

const asking: Positioning = { state: 'asking', position: null }

/** Where the phone is, for as long as it is wanted; better and better as the phone finds out. */
export function usePosition(wanted: boolean): Positioning {
  const [positioning, setPositioning] = useState<Positioning>(asking)
  useEffect(() => {
    if (!wanted) return
    if (!('geolocation' in navigator)) return setPositioning({ state: 'failed', position: null })
    const id = navigator.geolocation.watchPosition(
      ({ coords }) =>
        setPositioning({
          state: 'known',
          position: { at: [coords.longitude, coords.latitude], accuracy: coords.accuracy },
        }),
      ({ code }) =>
        setPositioning((before) =>
          before.state === 'known' ? before : { state: code === 1 ? 'denied' : 'failed', position: null },
        ),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
    return () => navigator.geolocation.clearWatch(id)
  }, [wanted])
  return positioning
}

/** Whether the phone gives its position without asking: then it may be found before it is needed. */
export function useMayLocate(): boolean {
  const [may, setMay] = useState(false)
  useEffect(() => {
    navigator.permissions?.query({ name: 'geolocation' }).then(
      ({ state }) => setMay(state === 'granted'),
      () => undefined,
    )
  }, [])
  return may
}
