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

/** Where the phone is; better and better as it finds out. */
export function usePosition(): Positioning {
  const [positioning, setPositioning] = useState<Positioning>(asking)
  useEffect(() => {
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
  }, [])
  return positioning
}

/** Finds out once where the phone is, where it tells without asking: it is known then when it is needed. */
export function useWarmPosition(): void {
  useEffect(() => {
    const options = { enableHighAccuracy: true, timeout: 20_000 }
    navigator.permissions?.query({ name: 'geolocation' }).then(
      ({ state }) => {
        const ignore = () => undefined
        if (state === 'granted') navigator.geolocation.getCurrentPosition(ignore, ignore, options)
      },
      () => undefined,
    )
  }, [])
}
