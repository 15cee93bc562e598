import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import { ringOfSquare } from '@trygghetskartan/privacy'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { MapTrouble } from '../around/map-trouble.tsx'
import { boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { useSession } from '../session.ts'
import { clickedLayer, releaseStyle } from './release-style.ts'
import styles from './safety-map.module.css'

interface ReleaseMapProps {
  readonly release: ReleaseAnswer
  readonly layer: MapLayer
  readonly label: string
  readonly chosen: string | null
  readonly onChoose: (square: string) => void
  readonly onFailure: () => void
}

/** The squares of a month on the ground. Everything in it is in the lists too. */
export function ReleaseMap({ release, layer, label, chosen, onChoose, onFailure }: ReleaseMapProps) {
  const flavour = useFlavour()
  const { config } = useSession()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [attempt, setAttempt] = useState(0)
  const style = useMemo(
    () => releaseStyle({ flavour, layer, release, chosen, origin: location.origin }),
    [flavour, layer, release, chosen],
  )
  const clicked = useEffectEvent(({ point }: MapMouseEvent) => {
    const [found] = map?.queryRenderedFeatures(point, { layers: [clickedLayer(layer)] }) ?? []
    if (found) onChoose(String(found.properties.square))
  })
  useEffect(() => {
    if (!map) return
    const following = map.on('click', clicked)
    return () => following.unsubscribe()
  }, [map])
  useEffect(() => {
    if (!map || !chosen) return
    const coordinates = [ringOfSquare(chosen, release.rules.grid)]
    map.fitBounds(boundsOf({ type: 'Polygon', coordinates }), { padding: 90, maxZoom: 15 })
  }, [map, chosen, release])
  return (
    <>
      <div className={styles.map}>
        <PlainMap
          key={attempt}
          className={styles.drawn}
          style={style}
          bounds={config.bounds}
          icons={{}}
          label={label}
          onReady={setMap}
          onFailure={onFailure}
        />
        <MapTrouble map={map} onRetry={() => setAttempt(attempt + 1)} />
      </div>
      <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
    </>
  )
}
