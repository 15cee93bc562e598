import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { composeStyle } from '../map/map-style.ts'
import { type Overlay, useOverlay } from '../map/overlay.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { groundOrigin } from './offline-ground.ts'
import styles from './place-field.module.css'
import { positionOverlay } from './position-overlay.ts'
import type { Position } from './use-position.ts'

export { prepareMap } from './offline-ground.ts'

interface PlaceMapProps {
  /** The municipality, where it opens before a place is known: west, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly at: readonly [number, number] | null
  readonly position: Position | null
  /** Dragged by hand. */
  readonly onMove: (at: [number, number]) => void
  /** Name of the street under the pin, or null where the ground knows none. */
  readonly onStreet: (name: string | null) => void
  readonly onFailure: () => void
  /** Drawn in the place of the position. */
  readonly drawn?: Overlay
  /** Pressed or clicked there. */
  readonly onTap?: (at: [number, number]) => void
  /** How close it goes to a place at least: closer for one than for what is drawn from place to place. */
  readonly zoom?: number
}

const close = 16.5
const farthest = 14.5
const noIcons = {}

/** The place is the middle of the map, under a pin that stays where the thumb is not. */
export function PlaceMap({
  bounds,
  at,
  position,
  onMove,
  onStreet,
  onFailure,
  drawn,
  onTap,
  zoom = close,
}: PlaceMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const style = useMemo(
    () =>
      composeStyle({
        flavour,
        layers: [],
        view: { without: {}, hidden: [] },
        origin: groundOrigin,
      }),
    [flavour],
  )
  const overlay = useMemo(() => positionOverlay(position, flavour), [position, flavour])
  useOverlay(map, drawn ?? overlay)

  const moved = useEffectEvent((center: [number, number]) => {
    if (!at || !isSame(at, center)) onMove(center)
  })
  const goCloser = useEffectEvent(() => map?.easeTo({ zoom, duration: 300 }))
  const named = useEffectEvent(onStreet)
  const tapped = useEffectEvent((at: [number, number]) => onTap?.(at))
  useEffect(() => {
    if (!map) return
    // Zooming leaves the place where it is.
    map.scrollZoom.enable({ around: 'center' })
    map.touchZoomRotate.enable({ around: 'center' })
    map.touchZoomRotate.disableRotation()
    map.doubleClickZoom.disable()
    let byHand = false
    const begun = () => {
      byHand = true
    }
    const pressed = ({ key }: KeyboardEvent) => {
      byHand ||= key.startsWith('Arrow')
    }
    // One key after another: the end of each movement is told, and the last has to count.
    const ended = ({ originalEvent }: { readonly originalEvent?: unknown }) => {
      if (!byHand || !originalEvent) return
      const { lng, lat } = map.getCenter()
      moved([lng, lat])
      // From so far out no place can be pointed out: closer, to be put right.
      if (map.getZoom() < farthest) goCloser()
    }
    const idle = () => named(streetAt(map))
    // Ground that is not kept is missing while there is no connection; the page says so itself.
    const missing = () => undefined
    const pointed = ({ lngLat: { lng, lat } }: { readonly lngLat: { lng: number; lat: number } }) =>
      tapped([lng, lat])
    map.on('click', pointed)
    map.on('dragstart', begun)
    map.getCanvas().addEventListener('keydown', pressed)
    map.on('moveend', ended)
    map.on('idle', idle)
    map.on('error', missing)
    return () => {
      map.getCanvas().removeEventListener('keydown', pressed)
      map.off('click', pointed)
      map.off('dragstart', begun)
      map.off('moveend', ended)
      map.off('idle', idle)
      map.off('error', missing)
    }
  }, [map])

  const [lon, lat] = at ?? []
  useEffect(() => {
    if (!map || lon === undefined || lat === undefined) return
    const { lng, lat: now } = map.getCenter()
    // The phone has found itself better while the map is under a thumb.
    if (isSame([lng, now], [lon, lat]) || map.dragPan.isActive()) return
    map.jumpTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), zoom) })
  }, [map, lon, lat, zoom])

  return (
    <PlainMap
      className={styles.map}
      style={style}
      bounds={bounds}
      icons={noIcons}
      label={t(words.map)}
      onReady={setMap}
      onFailure={onFailure}
    />
  )
}

/** To a decimetre. */
const isSame = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  Math.abs(a[0] - b[0]) < 1e-6 && Math.abs(a[1] - b[1]) < 1e-6

/** Name of the road nearest the middle, within a thumb's breadth. */
function streetAt(map: MapLibreMap): string | null {
  const { x, y } = map.project(map.getCenter())
  for (const reach of [8, 24, 48]) {
    const found = map
      .queryRenderedFeatures([
        [x - reach, y - reach],
        [x + reach, y + reach],
      ])
      .find(({ sourceLayer, properties }) => sourceLayer === 'road' && properties.name)
    if (found) return String(found.properties.name)
  }
  return null
}
