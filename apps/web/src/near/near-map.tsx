import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import styles from '../around/around.module.css'
import type { Around } from '../around/around-api.ts'
import { useFlavour } from '../map/map-context.ts'
import { composeStyle, type MapLayer } from '../map/map-style.ts'
import { useOverlay } from '../map/overlay.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { near as words } from '../messages/near.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import own from './near-page.module.css'
import { ringAround, ringOverlay } from './ring-overlay.ts'

interface NearMapProps {
  readonly layers: readonly MapLayer[]
  /** Where it opens while no place is chosen: degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly around: Around | null
  readonly onPick: (at: [number, number]) => void
}

/** The place and what is around it; moved under its cross another place is chosen, by touch, mouse and keyboard alike. */
export function NearMap({ layers, bounds, around, onPick }: NearMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [broken, setBroken] = useState(false)
  const style = useMemo(
    () =>
      composeStyle({
        flavour,
        layers: layers.filter(({ dialogue }) => dialogue !== 'survey'),
        view: { without: {}, hidden: [] },
        origin: location.origin,
      }),
    [flavour, layers],
  )
  const overlay = useMemo(() => around && ringOverlay(around, flavour), [around, flavour])
  useOverlay(map, overlay)
  const box = useMemo(() => (around ? boxOf(ringAround(around)) : bounds), [around, bounds])
  useEffect(() => {
    map?.fitBounds([...box], { animate: false, padding: 24 })
  }, [map, box])
  const icons = useMemo(() => Object.fromEntries(layers.map(({ id, icon }) => [id, icon])), [layers])
  if (broken) return null
  return (
    <div className={own.mapping}>
      <div className={own.mapBox}>
        <PlainMap
          className={styles.map}
          style={style}
          bounds={box}
          icons={icons}
          label={t(words.mapLabel)}
          onReady={setMap}
          onFailure={() => setBroken(true)}
        />
        <span className={own.cross} aria-hidden="true" />
      </div>
      <div className={own.picking}>
        <p>{t(words.pickHelp)}</p>
        <Button
          size="s"
          onClick={() => {
            const { lng, lat } = map?.getCenter() ?? {
              lng: (box[0] + box[2]) / 2,
              lat: (box[1] + box[3]) / 2,
            }
            onPick([lng, lat])
          }}
        >
          {t(words.pickHere)}
        </Button>
      </div>
    </div>
  )
}

function boxOf(ring: readonly [number, number][]): [number, number, number, number] {
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
