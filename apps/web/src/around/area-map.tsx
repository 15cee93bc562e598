import type { Map as MapLibreMap } from 'maplibre-gl'
import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { composeStyle, type MapLayer } from '../map/map-style.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { useSession } from '../session.ts'
import styles from './around.module.css'
import { MapTrouble } from './map-trouble.tsx'

interface AreaMapProps {
  readonly layers: readonly MapLayer[]
  readonly bounds: readonly [number, number, number, number]
  readonly label: string
  readonly onReady?: (map: MapLibreMap | null) => void
  readonly onFailure: () => void
}

/** Layers on a map of their own; the list beside it says the same. */
export function AreaMap({ layers, bounds, label, onReady, onFailure }: AreaMapProps) {
  const flavour = useFlavour()
  const { config } = useSession()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [attempt, setAttempt] = useState(0)
  const style = useMemo(
    () => composeStyle({ flavour, layers, view: { without: {}, hidden: [] }, origin: location.origin }),
    [flavour, layers],
  )
  const icons = useMemo(() => Object.fromEntries(layers.map(({ id, icon }) => [id, icon])), [layers])
  return (
    <div className={styles.map}>
      <PlainMap
        key={attempt}
        className={styles.drawn}
        style={style}
        bounds={bounds}
        icons={icons}
        label={label}
        onReady={(ready) => {
          setMap(ready)
          onReady?.(ready)
        }}
        onFailure={onFailure}
      />
      <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
      <MapTrouble map={map} onRetry={() => setAttempt(attempt + 1)} />
    </div>
  )
}
