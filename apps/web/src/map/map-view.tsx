import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, prewarm, ScaleControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import type { Camera, Selected } from '../url-state.ts'
import { applyStyle } from './apply-style.ts'
import { basemapImages } from './basemap-style.ts'
import { featuresAt, watchHover } from './map-pointer.ts'
import type { MapLayer } from './map-style.ts'
import styles from './map-view.module.css'
import './published-tiles.ts'
import { tileRequest, watchFailures } from './refetch-tiles.ts'
import { iconPixelRatio, sdfIcon } from './sdf-icon.ts'
import { inSet } from './tile-sets.ts'

setWorkerUrl(workerUrl)
// It starts while the map is made.
prewarm()

interface MapViewProps {
  readonly style: StyleSpecification
  readonly layers: readonly MapLayer[]
  /** Degrees: [west, south, east, north]; where the map opens when the address has no camera. */
  readonly bounds: readonly [number, number, number, number]
  readonly camera: Camera | undefined
  /** Pixels covered by panels. */
  readonly padding: { readonly left: number; readonly bottom: number }
  readonly onReady: (map: MapLibreMap | null) => void
  readonly onCamera: (camera: Camera) => void
  /** `at`: where the click was, longitude and latitude. */
  readonly onPick: (found: Selected[], at: readonly [number, number]) => void
  readonly onTrouble: () => void
  /** The browser cannot draw maps at all. */
  readonly onFailure: () => void
}

/** The one place that holds the map. It is handed a style, a camera and a padding, and says what happens on it. */
export function MapView({
  style,
  layers,
  bounds,
  camera,
  padding,
  onReady,
  onCamera,
  onPick,
  onTrouble,
  onFailure,
}: MapViewProps) {
  const t = useText()
  const container = useRef<HTMLDivElement>(null)
  const held = useRef<MapLibreMap>(null)
  const styled = useRef(false)
  const start = useRef({ style, bounds, camera, padding })
  const icons = useRef(new Map<string, string>())
  icons.current = new Map(layers.map((layer) => [layer.id, layer.icon]))

  const ready = useEffectEvent(onReady)
  const moved = useEffectEvent((map: MapLibreMap) => {
    const next = cameraOf(map)
    if (!sameCamera(next, camera)) onCamera(next)
  })
  const picked = useEffectEvent((found: Selected[], at: readonly [number, number]) => onPick(found, at))
  const troubled = useEffectEvent(onTrouble)
  const failed = useEffectEvent(onFailure)
  const hoverable = useEffectEvent(() => layers)

  useEffect(() => {
    const map = open(container.current!, start.current)
    if (!map) {
      failed()
      return
    }
    held.current = map
    map.setMissingStyleImageResolver((id) => {
      const path = icons.current.get(id) ?? basemapImages[id]
      if (path) map.addImage(id, sdfIcon(path), { sdf: true, pixelRatio: iconPixelRatio })
    })
    map.on('moveend', () => moved(map))
    map.on('click', (event) => {
      const found = featuresAt(map, hoverable(), event)
      if (found) picked(found, [event.lngLat.lng, event.lngLat.lat])
    })
    watchFailures(map)
    map.on('error', () => troubled())
    watchHover(map, () => hoverable())
    map.once('style.load', () => {
      styled.current = true
      ready(map)
      moved(map)
    })
    // What is in view is fetched and drawn: measured by the bench of the public face.
    map.once('load', () => performance.mark('map-usable'))
    return () => {
      held.current = null
      styled.current = false
      ready(null)
      map.remove()
    }
  }, [])

  useEffect(() => {
    const map = held.current
    if (!map || style === start.current.style) return
    if (styled.current) applyStyle(map, style)
    else map.once('style.load', () => applyStyle(map, style))
  }, [style])

  useEffect(() => {
    const map = held.current
    if (map && camera && !sameCamera(cameraOf(map), camera) && !map.isMoving())
      map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }, [camera])

  useEffect(() => {
    const map = held.current
    if (!map) return
    const still = cameraOf(map)
    map.setPadding({ top: 0, right: 0, left: padding.left, bottom: padding.bottom })
    if (start.current.padding !== padding) map.jumpTo({ center: [still.lon, still.lat] })
  }, [padding])

  useEffect(() => {
    held.current?.getCanvas().setAttribute('aria-label', t(words.label))
  }, [t])

  return <div ref={container} className={styles.map} />
}

function open(
  container: HTMLElement,
  { style, bounds, camera, padding }: Pick<MapViewProps, 'style' | 'bounds' | 'camera' | 'padding'>,
): MapLibreMap | null {
  try {
    const map = new MapLibreMap({
      container,
      style,
      attributionControl: false,
      transformRequest: (url, type) => {
        const request = tileRequest(url, type)
        return type === 'Tile' ? { ...request, url: inSet(request.url) } : request
      },
      validateStyle: false,
      maxPitch: 60,
      minZoom: 4,
      maxZoom: 21,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      // The view's own links and shortcuts are ours; the page keeps its hash.
      hash: false,
      dragRotate: false,
      ...(camera && { center: [camera.lon, camera.lat], zoom: camera.zoom }),
    })
    map.touchZoomRotate.disableRotation()
    map.addControl(new ScaleControl({ maxWidth: 90, unit: 'metric' }), 'bottom-left')
    map.setPadding({ top: 0, right: 0, left: padding.left, bottom: padding.bottom })
    if (!camera) map.fitBounds([...bounds], { animate: false, padding: 24 })
    map.getCanvas().setAttribute('role', 'region')
    return map
  } catch {
    return null
  }
}

const cameraOf = (map: MapLibreMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom() }
}

/** Equal to the precision an address keeps. */
const sameCamera = (a: Camera, b: Camera | undefined): boolean =>
  b !== undefined &&
  Math.abs(a.lon - b.lon) < 1e-5 &&
  Math.abs(a.lat - b.lat) < 1e-5 &&
  Math.abs(a.zoom - b.zoom) < 0.01
