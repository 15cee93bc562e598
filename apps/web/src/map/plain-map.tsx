import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import { applyStyle } from './apply-style.ts'
import { basemapImages } from './basemap-style.ts'
import { keepForPrint } from './printed-map.ts'
import './published-tiles.ts'
import { tileRequest } from './refetch-tiles.ts'
import { iconPixelRatio, sdfIcon } from './sdf-icon.ts'

setWorkerUrl(workerUrl)

interface PlainMapProps {
  readonly style: StyleSpecification
  /** Degrees: [west, south, east, north]; where it opens. */
  readonly bounds: readonly [number, number, number, number]
  /** Icons that the style names, as SVG paths in a 15 x 15 box. */
  readonly icons: Readonly<Record<string, string>>
  readonly label: string
  readonly className: string | undefined
  readonly onReady?: (map: MapLibreMap | null) => void
  /** The browser cannot draw maps at all. */
  readonly onFailure?: () => void
}

/** A map of its own beside the page's words: north up, with nothing in it to select. */
export function PlainMap({ style, bounds, icons, label, className, onReady, onFailure }: PlainMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const held = useRef<MapLibreMap>(null)
  const start = useRef({ style, bounds })
  const named = useRef(icons)
  named.current = icons
  const ready = useEffectEvent((map: MapLibreMap | null) => onReady?.(map))
  const failed = useEffectEvent(() => onFailure?.())

  useEffect(() => {
    const map = open(container.current!, start.current)
    if (!map) {
      failed()
      return
    }
    held.current = map
    map.setMissingStyleImageResolver((id) => {
      const path = named.current[id] ?? basemapImages[id]
      if (path) map.addImage(id, sdfIcon(path), { sdf: true, pixelRatio: iconPixelRatio })
    })
    map.once('style.load', () => ready(map))
    const printed = keepForPrint(map)
    return () => {
      printed()
      held.current = null
      ready(null)
      map.remove()
    }
  }, [])

  useEffect(() => {
    const map = held.current
    if (!map || style === start.current.style) return
    if (map.isStyleLoaded()) applyStyle(map, style)
    else map.once('style.load', () => applyStyle(map, style))
  }, [style])

  useEffect(() => {
    held.current?.getCanvas().setAttribute('aria-label', label)
  }, [label])

  return <div ref={container} className={className} />
}

function open(
  container: HTMLElement,
  { style, bounds }: Pick<PlainMapProps, 'style' | 'bounds'>,
): MapLibreMap | null {
  try {
    const map = new MapLibreMap({
      container,
      style,
      attributionControl: false,
      transformRequest: tileRequest,
      validateStyle: false,
      minZoom: 4,
      maxZoom: 20,
      fadeDuration: 120,
      dragRotate: false,
      pitchWithRotate: false,
      // What was drawn is still there when the page is to be printed.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      bounds: [...bounds],
      fitBoundsOptions: { padding: 36, maxZoom: 17 },
    })
    map.touchZoomRotate.disableRotation()
    map.getCanvas().setAttribute('role', 'region')
    return map
  } catch {
    return null
  }
}
