import type { Position } from 'geojson'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Note } from '../ui/note.tsx'
import styles from './place-map.module.css'
import { type Placed, placeStyle } from './place-style.ts'

interface PlaceMapProps {
  readonly label: string
  readonly placed: readonly Placed[]
  readonly chosen?: string | null
  /** A place on the map that was clicked. */
  readonly onClick?: ((at: Position) => void) | undefined
  /** Something on the map that was clicked. */
  readonly onChoose?: ((id: string) => void) | undefined
  readonly onReady?: (map: MapLibreMap | null) => void
}

const drawnLayers = ['placed-point', 'placed-line', 'placed-dashed', 'placed-area']

/** A map of its own with places on it; it opens on all of them. */
export function PlaceMap({ label, placed, chosen = null, onClick, onChoose, onReady }: PlaceMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const { config } = useSession()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [drawable, setDrawable] = useState(true)
  const style = useMemo(
    () => placeStyle({ flavour, placed, chosen, origin: location.origin }),
    [flavour, placed, chosen],
  )
  const opened = useState(() => wholeOf(placed) ?? config.bounds)[0]
  const clicked = useEffectEvent(({ lngLat, point }: MapMouseEvent) => {
    onClick?.([lngLat.lng, lngLat.lat])
    const [found] = onChoose && map ? map.queryRenderedFeatures(point, { layers: drawnLayers }) : []
    if (found) onChoose?.(String(found.properties.id))
  })
  useEffect(() => {
    if (!map) return
    const following = map.on('click', clicked)
    return () => following.unsubscribe()
  }, [map])
  const goTo = useMemo(() => placed.find(({ id }) => id === chosen)?.geometry, [placed, chosen])
  useEffect(() => {
    if (map && goTo) map.fitBounds(boundsOf(goTo), { padding: 60, maxZoom: 16.5 })
  }, [map, goTo])
  if (!drawable) return <Note tone="warning">{t(words.noMap)}</Note>
  return (
    <>
      <div className={styles.map}>
        <PlainMap
          className={undefined}
          style={style}
          bounds={opened}
          icons={{}}
          label={label}
          onReady={(ready) => {
            setMap(ready)
            onReady?.(ready)
          }}
          onFailure={() => setDrawable(false)}
        />
      </div>
      <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
    </>
  )
}

function wholeOf(placed: readonly Placed[]): Bounds | null {
  const [first, ...others] = placed.map(({ geometry }) => boundsOf(geometry))
  return first
    ? others.reduce<Bounds>(
        (all, one) => [
          Math.min(all[0], one[0]),
          Math.min(all[1], one[1]),
          Math.max(all[2], one[2]),
          Math.max(all[3], one[3]),
        ],
        first,
      )
    : null
}
