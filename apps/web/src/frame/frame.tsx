import { useEffect } from 'react'
import { fetchMapView } from '../map/fetch-map-view.ts'
import { SessionProvider, useSessionQueries } from '../session.ts'
import { Failure } from './error-boundary.tsx'
import { Splash } from './splash.tsx'
import { Stage } from './stage.tsx'

/** The page around the map: waits for what it needs to know, and says so when that fails. */
export function Frame() {
  const { session, error, retry } = useSessionQueries()
  // What stands around the map is drawn while the engine is on its way.
  useEffect(() => {
    fetchMapView().catch(() => undefined)
  }, [])
  if (session)
    return (
      <SessionProvider value={session}>
        <Stage />
      </SessionProvider>
    )
  return error ? <Failure error={error} onRetry={retry} /> : <Splash />
}
