import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { AreaMap } from '../around/area-map.tsx'
import type { Around } from '../around/around-api.ts'
import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useOverlay } from '../map/overlay.ts'
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
  readonly onFailure: () => void
}

/** The place and what is around it; moved under its cross another place is chosen, by touch, mouse and keyboard alike. */
export function NearMap({ layers, bounds, around, onPick, onFailure }: NearMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const shown = useMemo(() => layers.filter(({ dialogue }) => dialogue !== 'survey'), [layers])
  const overlay = useMemo(() => around && ringOverlay(around, flavour), [around, flavour])
  useOverlay(map, overlay)
  const box = useMemo(() => (around ? boxOf(ringAround(around)) : bounds), [around, bounds])
  useEffect(() => {
    map?.fitBounds([...box], { animate: false, padding: 24 })
  }, [map, box])
  return (
    <div className={own.mapping}>
      <div className={own.mapBox}>
        <AreaMap
          layers={shown}
          bounds={box}
          label={t(words.mapLabel)}
          onReady={setMap}
          onFailure={onFailure}
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
