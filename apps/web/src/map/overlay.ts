import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibreMap,
} from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { firstLabel, isUnderLabels } from './apply-style.ts'

/**
 * Something drawn over the map for as long as a panel is open: its own sources, and its layers in order. Layers that say so
 * lie under every name of the map.
 */
export interface Overlay {
  readonly sources: Readonly<Record<string, GeoJSONSourceSpecification>>
  readonly layers: readonly LayerSpecification[]
  /** It hides what lies under it, and others that come later are put under it too. */
  readonly covers?: boolean
}

/** Puts an overlay on the map, follows its changes, and takes it away again. */
export function useOverlay(map: MapLibreMap | null, overlay: Overlay | null): void {
  const shown = useRef<Overlay | null>(null)
  useEffect(() => {
    if (!map) return
    const bring = () => {
      if (overlay) add(map, overlay)
    }
    if (shown.current) renew(map, shown.current, overlay)
    shown.current = overlay
    bring()
    // A new style does not know of it.
    map.on('styledata', bring)
    return () => void map.off('styledata', bring)
  }, [map, overlay])
  useEffect(
    () => () => {
      if (map && shown.current) take(map, shown.current)
      shown.current = null
    },
    [map],
  )
}

/** Layers of this name lie over what covers the rest. */
export const overAll = 'over-'

function add(map: MapLibreMap, { sources, layers, covers }: Overlay): void {
  for (const [id, source] of Object.entries(sources)) if (!map.getSource(id)) map.addSource(id, source)
  const order = map.getLayersOrder()
  const above = covers ? order.find((id) => id.startsWith(overAll)) : undefined
  for (const layer of layers)
    if (!map.getLayer(layer.id))
      map.addLayer(layer, isUnderLabels(layer) ? firstLabel(map.getStyle().layers) : above)
  if (!covers) return
  const ids = layers.map(({ id }) => id)
  const onTop = map
    .getLayersOrder()
    .filter((id) => !id.startsWith(overAll))
    .slice(-ids.length)
  if (ids.some((id, at) => id !== onTop[at])) for (const id of ids) map.moveLayer(id, above)
}

/** Sources that stay get their new data, and layers that look as before stay as they are. */
function renew(map: MapLibreMap, before: Overlay, after: Overlay | null): void {
  const same =
    after !== null &&
    JSON.stringify([Object.keys(before.sources), before.layers]) ===
      JSON.stringify([Object.keys(after.sources), after.layers])
  if (!same) {
    take(map, before)
    return
  }
  for (const [id, { data }] of Object.entries(after.sources))
    if (data !== before.sources[id]?.data) void map.getSource<GeoJSONSource>(id)?.setData(data)
}

function take(map: MapLibreMap, { sources, layers }: Overlay): void {
  // A map that has been closed holds no style.
  if (!map.style) return
  for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
  for (const id of Object.keys(sources)) if (map.getSource(id)) map.removeSource(id)
}
