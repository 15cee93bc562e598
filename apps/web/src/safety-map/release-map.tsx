import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import { ringOfSquare } from '@trygghetskartan/privacy'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Note } from '../ui/note.tsx'
import { clickedLayer, releaseStyle } from './release-style.ts'
import styles from './safety-map.module.css'

interface ReleaseMapProps {
  readonly release: ReleaseAnswer
  readonly layer: MapLayer
  readonly label: string
  readonly chosen: string | null
  readonly onChoose: (square: string) => void
}

/** The squares of a month on the ground. Everything in it is in the lists too. */
export function ReleaseMap({ release, layer, label, chosen, onChoose }: ReleaseMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const { config } = useSession()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [drawable, setDrawable] = useState(true)
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
  if (!drawable) return <Note tone="warning">{t(words.noMap)}</Note>
  return (
    <>
      <div className={styles.map}>
        <PlainMap
          className={undefined}
          style={style}
          bounds={config.bounds}
          icons={{}}
          label={label}
          onReady={setMap}
          onFailure={() => setDrawable(false)}
        />
      </div>
      <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
    </>
  )
}
